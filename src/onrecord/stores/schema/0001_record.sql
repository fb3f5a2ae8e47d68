-- The record: what was captured, what it says, what was read in it, and the ledger over all of it.
-- Spans are json: [start, end] in the page's text, ["declared", start, end] in what the source declares.

create table captures (
  id text primary key,              -- sha256 of the bytes
  size_bytes integer not null,
  file text not null,               -- below archive/
  start integer not null,           -- of the gzip member that holds the bytes
  length integer not null
) strict, without rowid;

create table sightings (
  id text primary key,
  capture_id text not null references captures (id),
  source text not null,
  site text not null,
  fetched_at text,
  status integer,
  via text not null,
  headers text not null
) strict, without rowid;
create index sightings_by_source on sightings (capture_id, source, fetched_at);

create table texts (
  id text primary key,              -- sha256 of the UTF-8
  content text not null
) strict;

create table documents (
  id text primary key,
  capture_id text not null references captures (id),
  source text not null,
  site text not null,
  media_type text not null,         -- as declared where it was met; "" when nobody did
  reader text not null,
  page_text_id text not null references texts (id),
  declared_text_id text not null references texts (id),
  language text,
  encoding text,
  doubts text not null,
  day_first integer not null,       -- dates such as 25/06/2024
  month_first integer not null,     -- dates such as 06/25/2024
  ambiguous integer not null,       -- dates such as 05/06/2024
  supersedes text
) strict, without rowid;
create index documents_by_capture on documents (capture_id, source);
create index documents_by_page on documents (page_text_id);
create index documents_by_declared on documents (declared_text_id);
create index documents_day_first on documents (site) where day_first > 0;
create index documents_month_first on documents (site) where month_first > 0;
create index documents_ambiguous on documents (site) where ambiguous > 0;
create index documents_superseded on documents (supersedes) where supersedes is not null;

create table blocks (
  document_id text not null references documents (id),
  position integer not null,
  start integer not null,
  end integer not null,
  kind text not null,
  byte_start integer,               -- null = unmapped
  byte_end integer,
  main integer not null,
  linked integer not null,
  key text not null,                -- of its folded words: the same words elsewhere have the same key
  site text not null,
  source text not null,
  primary key (document_id, position)
) strict, without rowid;
-- Which other pages of the site hold this block? Answered from the index alone.
create index blocks_by_key on blocks (site, key, source);

create table failures (
  id text primary key,
  source text not null,
  site text not null,
  capture_id text references captures (id),
  media_type text not null,
  kind text not null,
  message text not null
) strict, without rowid;

create table withdrawals (
  document_id text primary key,
  capture_id text not null,
  at text not null,
  reason text not null
) strict, without rowid;

-- Derived: can be dropped and made again.

create table readings (
  document_id text primary key references documents (id),
  slice text not null,              -- json of what the site taught when it was read
  readers text not null,            -- versions of layouts and finders
  error text                        -- why nothing could be read in it
) strict, without rowid;

create table items (
  number integer primary key,       -- of this file only: the search index points to it
  id text not null unique,
  document_id text not null references documents (id),
  site text not null,
  position integer not null,
  span text not null,
  kind text not null,
  is_main integer not null,
  title_span text,
  lead_span text,
  body_span text,
  item_key text not null,
  language text,
  published text not null,
  modified text not null,
  spoken text not null,
  happened text not null,
  place text not null,
  issuer text not null,
  speakers text not null,
  why text not null,
  published_edtf text               -- of a stated date only: what this item can lend to a twin
) strict;
create index items_by_document on items (document_id, position);
create index items_by_key on items (site, item_key, published_edtf, document_id);

create table statements (
  id text primary key,
  item_id text not null,
  document_id text not null references documents (id),
  mode text not null,
  source_span text,
  cue_span text,
  content_spans text not null,
  speaker text not null,
  said text not null,
  reported text not null,
  polarity text,
  modality text,
  inside text,
  score real,
  made_by text not null
) strict, without rowid;
create index statements_by_document on statements (document_id);
create index statements_by_item on statements (item_id);

create table mentions (
  id text primary key,
  item_id text not null,
  document_id text not null references documents (id),
  span text not null,
  head_span text not null,
  kind text not null,
  actor_id text,
  score real,
  made_by text not null
) strict, without rowid;
create index mentions_by_document on mentions (document_id);

-- Documents whose own bytes or whose site's knowledge changed since they were last read.
create table pending (
  document_id text primary key
) strict, without rowid;

create table ledger (
  seq integer primary key,
  at text not null,
  stratum text not null,            -- sighting, document, failure, withdrawal, reading, settled
  scope text not null,              -- whose rows
  n_rows integer not null,
  rows_sha256 text not null,
  previous text not null,
  sha256 text not null
) strict;
create index ledger_by_scope on ledger (stratum, scope, seq);

create table state (
  key text primary key,
  value text not null
) strict, without rowid;
