#!/bin/bash
# story.sh KIT FOLDER: three rounds of London, Midlands, and Yorkshire and Humber, told in kitbag commands only.
# KIT is the London kit, FOLDER a new folder to work in. 'kitbag' must be in PATH. What it prints is the transcript.
set -eu
kit=$(cd "$1" && pwd) here=$2
mkdir -p "$here"
cd "$here"
# Everybody's clock stands on a day in 2026, so that the story is the same each time.
export SOURCE_DATE_EPOCH=1773316800

say() { printf '\n\n== %s\n' "$*"; }
# run STATUS COMMAND...: show it, run it, and stop the story unless it ends with this status.
run() {
  local wanted=$1 status=0
  shift
  printf '\n$'
  for word in "$@"; do case $word in *[\ \'\"]*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac; done
  printf '\n'
  "$@" || status=$?
  [ "$status" = "$wanted" ] || { echo "story: exit status $status, not $wanted" >&2; exit 1; }
}
# edit FILE OLD NEW: what somebody does in an editor.
edit() { python3 - "$@" <<'PYTHON'
import sys
path, old, new = sys.argv[1:]
text = open(path, encoding='utf-8', newline='').read()
assert old in text, f'{path} has no "{old}"'
open(path, 'w', encoding='utf-8', newline='').write(text.replace(old, new, 1))
PYTHON
}
# offer FOLDER: the id of the newest offer there.
offer() { kitbag inbox -C "$1" --all --json | python3 -c '
import json, sys
inbox = json.load(sys.stdin)
items = inbox["received"] or inbox["sent"]
print((items[-1].get("offer") or items[-1])["id"] if isinstance(items[-1].get("offer"), dict) else items[-1].get("id") or items[-1]["offer"])'; }
# expect FILE TEXT: the story has come out as it should.
expect() { grep -qF -- "$2" "$1" || { echo "story: $1 lacks: $2" >&2; exit 1; }; }
refuse() { ! grep -qF -- "$2" "$1" || { echo "story: $1 still has: $2" >&2; exit 1; }; }

london="Lena <lena@example.org>" midlands="Mo <mo@example.org>" yorkshire="Yasmin <yasmin@example.org>"
plan=plans/half-day.yaml

say "Round 1. London keeps a kit for half a day and releases it."
cp -R "$kit" london
run 0 kitbag save -C london --as "$london"
run 0 kitbag release -C london --as "$london"
run 0 kitbag release -C london 1.0.0 --round 2026-r1 --as "$london"

say "The Midlands start their own from it, and make it theirs: a longer opening, and how to get there."
run 0 kitbag fork london midlands --group Midlands --set "region=the Midlands" --as "$midlands"
edit midlands/$plan "    title: Who is here, and one ask
    kind: check-in
    minutes: 15" "    title: Who is here, and one ask
    kind: check-in
    minutes: 20"
edit midlands/$plan "        do: Explain, give two examples of a small ask, and let people write in silence." \
  "        do: Explain, give three examples of a small ask, and let people write in silence."
edit midlands/$plan "      - minutes: 2
        do: Explain, give three" "      - minutes: 7
        do: Explain, give three"
edit midlands/guides/hosting.md "Look at it in person, at the time of day of the meeting." \
  "Look at it in person, at the time of day of the meeting, with somebody who uses a wheelchair."
edit midlands/guides/hosting.md "## Handing over {#handing-over}" "## Getting to us {#getting-to-us}

Trains run twice an hour. Ask for the side entrance.

## Handing over {#handing-over}"
run 0 kitbag changes -C midlands
run 0 kitbag save -C midlands --as "$midlands"
run 0 kitbag keep -C midlands "guide:hosting#getting-to-us" --because "Only we know the way." --as "$midlands"
run 0 kitbag keep -C midlands "guide:hosting#before" --because "Everybody should look with wheels." --to-offer \
  --as "$midlands"
run 0 kitbag check -C midlands

say "Yorkshire and Humber start from the Midlands' kit, not from London's."
run 0 kitbag fork midlands yorkshire --group "Yorkshire and Humber" --set "region=Yorkshire and the Humber" \
  --as "$yorkshire"
expect yorkshire/guides/hosting.md "with somebody who uses a wheelchair"
edit yorkshire/guides/facilitating.md "## Glossary {#glossary}" "## Warming up {#warming-up}

Ask everybody to stand where they came from, as if the floor were a map. It takes four minutes and wakes the room.

## Glossary {#glossary}"
run 0 kitbag save -C yorkshire --as "$yorkshire"

say "The Midlands offer what everybody should have, by e-mail. Their way to the station stays at home."
run 0 kitbag offer -C midlands "guide:hosting#before" "plan:half-day#who-is-here" --title "Look with wheels; a longer opening" \
  --why "Two people could not get in last time, and twenty minutes is what it takes." --to-file ../wheels.kitoffer \
  --as "$midlands"
run 0 kitbag inbox -C london add ../wheels.kitoffer --as "$london"
run 0 kitbag inbox -C london
id=$(offer london)
run 0 kitbag review -C london "$id" --start 13:00

say "Round 2. London takes the one and not the other, in its own words elsewhere, and releases."
run 0 kitbag accept -C london "$id" "guide:hosting#before" --message "Thank you. The opening stays at fifteen." \
  --as "$london"
expect london/guides/hosting.md "with somebody who uses a wheelchair"
edit london/guides/hosting.md "with somebody who uses a wheelchair." "together with somebody who uses a wheelchair."
edit london/$plan "    title: Who is here, and one ask
    kind: check-in
    minutes: 15" "    title: Who is here, and one ask
    kind: check-in
    minutes: 14"
edit london/$plan "      - minutes: 6
        do: >-
          Fours, a minute each" "      - minutes: 5
        do: >-
          Fours, a minute each"
edit london/guides/facilitating.md "## After {#after}" "## If you are alone {#alone}

Ask somebody at the first table to keep the time.

## After {#after}"
run 0 kitbag save -C london --as "$london"
run 0 kitbag release -C london --as "$london"
run 0 kitbag release -C london 1.1.0 --as "$london"
expect london/CHANGELOG.md "Mo"
run 0 kitbag inbox -C london reply "$id" --to-file ../wheels.kitreply --as "$london"
run 0 kitbag inbox -C midlands add ../wheels.kitreply --as "$midlands"

say "The Midlands take round 2. What London took of theirs comes back reworded and asks nothing; the minutes do."
run 2 kitbag update -C midlands --as "$midlands"
refuse midlands/guides/facilitating.md "If you are alone"
run 2 kitbag decide -C midlands --list
run 0 kitbag decide -C midlands --all ours --as "$midlands"
expect midlands/$plan "    minutes: 20"
expect midlands/guides/hosting.md "together with somebody who uses a wheelchair"
expect midlands/guides/hosting.md "Trains run twice an hour."
expect midlands/guides/facilitating.md "If you are alone"
run 0 kitbag update -C midlands --as "$midlands"
run 0 kitbag status -C midlands

say "Yorkshire follows the Midlands, and so has London's round 2 as well."
run 0 kitbag update -C yorkshire --as "$yorkshire"
expect yorkshire/guides/facilitating.md "Warming up"
expect yorkshire/guides/facilitating.md "If you are alone"

say "The South starts from London, and takes Yorkshire's warming up from its sister."
run 0 kitbag fork london south --group South --set "region=the South" --as "Sid <sid@example.org>"
run 0 kitbag adopt -C south ../yorkshire "guide:facilitating#warming-up" --as "Sid <sid@example.org>"
expect south/guides/facilitating.md "as if the floor were a map"

say "Round 3. Yorkshire offers the same to the Midlands by its own place on the net; the Midlands offer it on to London."
git init --quiet --bare yorkshire.git
run 0 kitbag offer -C yorkshire "guide:facilitating#warming-up" --title "A map on the floor" --why "It wakes the room." \
  --push --to ../yorkshire.git --as "$yorkshire"
printf 'groups:\n  - { id: yorkshire, name: Yorkshire and Humber, area: Yorkshire, fork: ../yorkshire.git }\n' \
  > midlands/network.yaml
run 0 kitbag save -C midlands --as "$midlands"
run 0 kitbag inbox -C midlands fetch --as "$midlands"
id=$(offer midlands)
run 0 kitbag review -C midlands "$id" --as "$midlands"
run 0 kitbag accept -C midlands "$id" --as "$midlands"
expect midlands/guides/facilitating.md "as if the floor were a map"
run 0 kitbag offer -C midlands "guide:facilitating#warming-up" --title "A map on the floor" --why "Yorkshire's idea; it works." \
  --to-file ../map.kitoffer --as "$midlands"
run 0 kitbag inbox -C london add ../map.kitoffer --as "$london"
id=$(kitbag inbox -C london --json | python3 -c 'import json, re, sys; print(re.findall(r"\"id\": \"([^\"]+)\"", sys.stdin.read())[0])')
run 0 kitbag review -C london "$id"
run 0 kitbag accept -C london "$id" --as "$london"
run 0 kitbag release -C london 1.2.0 --as "$london"

say "Everybody takes round 3, and nobody is asked about what they had given or taken themselves."
run 0 kitbag update -C south --as "Sid <sid@example.org>"
run 0 kitbag update -C midlands --as "$midlands"
run 0 kitbag update -C yorkshire --as "$yorkshire"
for group in south midlands yorkshire; do
  [ "$(grep -c 'Warming up' $group/guides/facilitating.md)" = 1 ] || { echo "story: $group warms up twice" >&2; exit 1; }
  run 0 kitbag doctor -C $group
done
expect midlands/guides/hosting.md "Trains run twice an hour."
expect midlands/$plan "    minutes: 20"
refuse london/guides/hosting.md "Trains run twice"

say "One step back, and forth again."
run 0 kitbag undo -C south --as "Sid <sid@example.org>"
run 0 kitbag undo -C south --as "Sid <sid@example.org>"
run 0 kitbag operations -C midlands
say "That was it."
