"""The JSON that `jrnl --format json` writes: one note an entry, on its own date."""

from __future__ import annotations

from collections import Counter

from assistant import messages
from assistant.errors import AssistantError
from assistant.sources import entries
from assistant.sources.pieces import Asked, PassedOver, Piece, Taken


def read(asked: Asked) -> Taken:
    """Raises AssistantError for a file that is no jrnl export, with the line."""
    path = asked.path
    found = entries.objects(path, "entries")
    seen: Counter[str] = Counter()
    pieces: list[Piece] = []
    passed: list[PassedOver] = []
    for entry in found:
        if "date" not in entry.value or not {"title", "body"} & entry.value.keys():
            raise _no_entry(entry)
        day = entry.day("date")
        title, body = (str(entry.value.get(name) or "").strip() for name in ("title", "body"))
        when = f"{day} {entry.value.get('time') or ''}".strip()
        if not (title or body):
            passed.append(PassedOver(when, messages.NOTHING_IN_IT))
            continue
        seen[when] += 1
        key = f"jrnl:{when}" if seen[when] == 1 else f"jrnl:{when}~{seen[when]}"
        text = "\n".join(part for part in (title, body) if part) + "\n"
        pieces.append(Piece(text=text, happened_on=day, key=key, title=title or body, grows=True))
    return Taken(tuple(pieces), tuple(passed))


def _no_entry(entry: entries.Entry) -> AssistantError:
    return entry.fault(messages.EXPECTED_JRNL)
