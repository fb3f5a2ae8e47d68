#!/usr/bin/env bash
# The bundled pages, read and asked. Every command is printed before it runs, as you would type it.
set -euo pipefail
cd "$(dirname "$0")/.."
record=demo-record
rm -rf "$record"

say() {
  printf '\n# %s\n' "$*"
}

run() {
  printf '$ onrecord'
  printf ' %s' "$@"
  printf '\n'
  onrecord "$@"
}

# The beginning of the id of the first row that a question yields: its first field, one row a line.
first_id() {
  onrecord "$@" --record "$record" --json 2>/dev/null | sed -n 1p | cut -d '"' -f 4 | cut -c 1-12
}

say "Nine pages about invented people: glued text, a site, an interview, a briefing, two releases, a list."
run read examples/*.txt examples/*.html examples/*.csv examples/site --record "$record"

say "What stands on them. The column at the end of glued.txt has no date of its own; its neighbours' are not lent to it."
run items --record "$record"

say "Who said what, by whose name, and where exactly it stands."
run statements --record "$record" --mode direct

quote=$(first_id statements --by halloran --since 2025-03-05 --until 2025-03-05)
say "One of them in its words, with the grounds, down to the archived bytes."
run show "$quote" --record "$record"

say "A citation that a stranger can check."
run cite "$quote" --record "$record"

say "The promise, checked, offline."
run verify --record "$record"
