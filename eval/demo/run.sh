#!/bin/sh
# The main job on a sample half year: no key, no network, a throw-away home.
set -eu
cd "$(dirname "$0")"
home=$(mktemp -d "${TMPDIR:-/tmp}/assistant-demo.XXXXXX")
export ASSISTANT_HOME="$home/home" ASSISTANT_ENGINE=offline ASSISTANT_NOW=2026-07-03
unset OPENAI_API_KEY OPENAI_BASE_URL ASSISTANT_DATABASE_URL ASSISTANT_CHROMA_URL 2>/dev/null || true
trap 'rm -rf "$home"' EXIT INT TERM

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

set -- notes/*.md
say "1. Logging $# weekly notes of a sample engineer (one would be: assistant log \"...\")"
for note in "$@"; do
  assistant log --file "$note" >/dev/null
  printf '.'
done
printf ' done\n'

say '2. What was taken from one of them:   assistant show N10'
assistant show N10

say '3. A promotion case, every sentence cited:   assistant draft promo --period 2026H1'
assistant draft promo --period 2026H1

say '4. A question:   assistant ask "What did I do about latency?"'
assistant ask "What did I do about latency?"

say 'Now with your own week:'
echo '  uv tool install .      (or: pipx install .)'
echo '  assistant log "What I did this week, in a paragraph ..."'
