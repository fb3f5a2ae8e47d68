-- Search over the words of items. `stems` is a shadow column: FTS5 stems English only, and
-- "переговоры" must find "переговоров". Rows are numbered as items are.
create virtual table search using fts5 (words, stems, tokenize = "unicode61 remove_diacritics 2");
