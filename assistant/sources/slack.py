"""A Slack export, a folder or the zip itself: what others wrote that names the person and thanks, praises or decides.

Invariant: the person's own messages are not taken, and a message is told in the words of who wrote it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from assistant import messages
from assistant.errors import AssistantError
from assistant.sources import entries, typed
from assistant.sources.entries import Entry
from assistant.sources.pieces import Asked, PassedOver, Piece, Taken, nobody_is_me, same_name

DAY_FILE = re.compile(r"\d{4}-\d{2}-\d{2}\.json")
KUDOS = re.compile(
    r"\b(?:thank(?:s|ful|ing)?|thx|kudos|props|shout[- ]?out|well done|nice work|great (?:job|work|catch|stuff)|"
    r"good (?:job|work|catch|call)|nice (?:job|catch|one)|awesome|amazing|fantastic|impressive|impressed|appreciate\w*|"
    r"saved (?:us|me|the)|lifesaver|brilliant|congrat\w*|hats off|couldn't have|would not have|"
    r"love (?:the|what|how)|hero|legend|rockstar|helped (?:me|us)|unblocked (?:me|us))\b|:(?:clap|tada|raised_hands|"
    r"heart|star|trophy|pray|bow|100)[\w-]*:",
    re.IGNORECASE,
)
DECISION = re.compile(
    r"\b(?:decided|decision|we(?:'ll| will| are going to)? go with|going with|agreed (?:on|to|that)|approved|"
    r"sign(?:ed)? off|consensus|settled on|let's go with|resolved to)\b",
    re.IGNORECASE,
)
MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
LINKED = re.compile(r"<(?:[#!][^|>]*\|)?([^|>]+)(?:\|([^>]*))?>")
QUIET = frozenset({"channel_join", "channel_leave", "channel_topic", "channel_purpose", "bot_message", "channel_name"})


@dataclass(frozen=True, slots=True)
class User:
    id: str
    name: str  # as people call the person
    names: tuple[str, ...]
    team: str


def read(asked: Asked) -> Taken:
    """Raises AssistantError where this is no whole export, UsageError where no user of it is the person."""
    files = dict(_files(asked.path))
    people = {user.id: user for user in _users(asked.path, files)}
    mine = [user for user in people.values() if any(same_name(name, asked.me) for name in user.names)]
    if not mine:
        raise nobody_is_me(asked.place, asked.me, (user.name for user in people.values()))
    channels = {str(one.value.get("name")): str(one.value.get("id")) for one in _channels(files)}
    pieces: list[Piece] = []
    passed: list[PassedOver] = []
    for name, text in sorted(files.items()):
        place = PurePosixPath(name)
        if DAY_FILE.fullmatch(place.name) and len(place.parts) == 2:
            for entry in entries.parsed(text, Path(name)):
                made = _message(entry, place.parts[0], channels, people, mine)
                if isinstance(made, Piece):
                    pieces.append(made)
                elif made:
                    passed.append(made)
    return Taken(tuple(pieces), tuple(passed))


def _files(path: Path) -> Iterator[tuple[str, str]]:
    """Every JSON file by its name inside the export; raises AssistantError where it is none."""
    if path.is_dir():
        for file in sorted(path.rglob("*.json")):
            yield file.relative_to(path).as_posix(), typed.read_bytes(file).decode("utf-8", "replace")
        return
    try:
        with zipfile.ZipFile(path) as packed:
            names = [name for name in packed.namelist() if name.endswith(".json")]
            root = next((name[: -len("users.json")] for name in names if name.endswith("users.json")), "")
            for name in names:
                yield name.removeprefix(root), packed.read(name).decode("utf-8", "replace")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        raise AssistantError(messages.NO_SLACK.format(path=path)) from None


def _users(path: Path, files: dict[str, str]) -> Iterator[User]:
    if "users.json" not in files:
        raise AssistantError(messages.NO_SLACK.format(path=path))
    for entry in entries.parsed(files["users.json"], path / "users.json"):
        value, profile = entry.value, entry.value.get("profile")
        profile = profile if isinstance(profile, dict) else {}
        told = (profile.get("real_name"), value.get("real_name"), profile.get("display_name"), value.get("name"))
        names = [str(name) for name in (*told, profile.get("email"), value.get("id")) if name]
        yield User(entry.text("id"), names[0], tuple(names), str(value.get("team_id") or ""))


def _channels(files: dict[str, str]) -> Iterator[Entry]:
    for name in ("channels.json", "groups.json"):
        if name in files:
            yield from entries.parsed(files[name], Path(name))


def _message(
    entry: Entry, channel: str, channels: dict[str, str], people: dict[str, User], mine: list[User]
) -> Piece | PassedOver | None:
    """A piece where somebody else names the person with thanks or a decision; None where they are not named."""
    value = entry.value
    if value.get("type") != "message" or value.get("subtype") in QUIET or value.get("user") in {me.id for me in mine}:
        return None
    raw = str(value.get("text") or "")
    said = _plain(raw, people)
    day = entries.day_of_seconds(value.get("ts"))
    if day is None:
        raise entry.fault(messages.EXPECTED_TS)
    if not _names(raw, said, mine):
        return None
    sort = "kudos" if KUDOS.search(said) else "decision" if DECISION.search(said) else None
    who = _writer(value, people)
    if sort is None or who is None:
        return PassedOver(f"#{channel} {day}", messages.NO_KUDOS)
    return Piece(
        text=f"{who} wrote in #{channel}:\n\n{said}\n",
        happened_on=day,
        key=f"slack:{sort}:{channel}:{value['ts']}",
        title=f"{sort} in #{channel}: {said}",
        author=who,
        link=_link(mine[0].team, channels.get(channel)),
    )


def _names(raw: str, said: str, mine: list[User]) -> bool:
    if {me.id for me in mine} & set(MENTION.findall(raw)):
        return True
    called = {name for me in mine for full in me.names[:2] for name in (full, full.split()[0]) if len(name) > 2}
    return any(re.search(rf"(?<![\w@]){re.escape(name)}(?!\w)", said) for name in called)


def _writer(value: dict[str, Any], people: dict[str, User]) -> str | None:
    user = people.get(str(value.get("user")))
    return user.name if user else None


def _plain(text: str, people: dict[str, User]) -> str:
    """A message as it is read in Slack."""
    text = MENTION.sub(lambda found: people[found[1]].name if found[1] in people else found[0], text)
    text = LINKED.sub(lambda found: found[2] or found[1], text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def _link(team: str, channel: str | None) -> str | None:
    return f"slack://channel?team={team}&id={channel}" if team and channel else None
