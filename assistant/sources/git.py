"""A git repository: the commits of one author, as pieces of work. A saved `git log` will do too.

Invariant: git is only asked to read; nothing that a repository's own settings name is run.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from assistant import messages
from assistant.errors import AssistantError, UsageError
from assistant.sources import commits, gitlog
from assistant.sources.commits import Commit
from assistant.sources.pieces import Asked, Taken, nobody_is_me, same_name

RECORD, FIELD = "\x1e", "\x1f"
LAYOUT = f"--format=%x1e{'%x1f'.join(['%H', '%aN', '%aE', '%aI', '%s', '%b'])}%x1f"
QUIET = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "color.ui=false")
HOSTED = re.compile(r"(?:https?://(?:[^@/]*@)?|(?:ssh://)?git@)([\w.-]+)[:/](.+?)(?:\.git)?/?$")


def read(asked: Asked) -> Taken:
    """Raises UsageError where this is no repository or none of its authors is the person."""
    path = asked.path
    if path.is_file():
        found = gitlog.commits(path)
        mine = [one for one in found if same_name(one.author, asked.me) or same_name(one.email, asked.me)]
        if not mine:
            raise nobody_is_me(asked.place, asked.me, (one.author for one in found))
        return commits.taken(mine, path.stem, "git", asked.kept)
    me = asked.me if asked.named else (*asked.me, *_configured(path))
    mine = [one for one in _log(path, me) if same_name(one.author, me) or same_name(one.email, me)]
    if not mine:
        raise nobody_is_me(asked.place, me, _authors(path))
    return commits.taken(mine, path.resolve().name, "git", asked.kept)


def _git(path: Path, *arguments: str) -> str:
    """What git answers; raises UsageError, AssistantError."""
    environment = os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(
            ["git", *QUIET, "-C", str(path), *arguments], capture_output=True, env=environment, check=False
        )
    except FileNotFoundError:
        raise AssistantError(messages.NO_GIT) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")
        fault = messages.EMPTY_REPOSITORY if "does not have any commits" in said else messages.NO_REPOSITORY
        raise UsageError(fault.format(path=path))
    return done.stdout.decode("utf-8", "replace")


def _configured(path: Path) -> Iterator[str]:
    """Who commits here: user.name and user.email as git itself finds them."""
    settings = _settings(path)
    yield from (settings[name] for name in ("user.name", "user.email") if settings.get(name))


def _settings(path: Path) -> dict[str, str]:
    lines = _git(path, "config", "--list", "-z").split("\0")
    return {name: value for name, _, value in (line.partition("\n") for line in lines)}


def _authors(path: Path) -> list[str]:
    lines = _git(path, "shortlog", "-sn", "HEAD").splitlines()
    return [line.split("\t", 1)[-1] for line in lines]


def _log(path: Path, me: tuple[str, ...]) -> Iterator[Commit]:
    chosen = [f"--author={name}" for name in me]
    if not chosen:
        return
    text = _git(
        path, "log", "--no-merges", "--fixed-strings", "--regexp-ignore-case", "--no-ext-diff", "--no-textconv",
        "--numstat", LAYOUT, *chosen,
    )  # fmt: skip
    web = _web(path)
    for record in text.split(RECORD)[1:]:
        sha, author, email, moment, subject, body, stat = record.split(FIELD, 6)
        day = datetime.fromisoformat(moment).date()
        link = f"{web}/commit/{sha}" if web else None
        yield Commit(sha, author, email, day, subject, body.strip(), gitlog.stats(stat.splitlines()), link)


def _web(path: Path) -> str | None:
    """The page of the repository, where its remote is a hosted one; a password in the address stays behind."""
    found = HOSTED.match(_settings(path).get("remote.origin.url", ""))
    return f"https://{found[1]}/{found[2]}" if found else None
