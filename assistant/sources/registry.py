"""Every source, in one plain list: its name, what reads it, and what its path may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant import messages
from assistant.errors import UsageError
from assistant.sources import git, github, ics, jira, jrnl, jsonresume, markdown, slack
from assistant.sources.pieces import Asked, Taken


@dataclass(frozen=True, slots=True)
class Source:
    name: str
    read: Callable[[Asked], Taken]


SOURCES = (
    Source("markdown", markdown.read),
    Source("jrnl", jrnl.read),
    Source("git", git.read),
    Source("github", github.read),
    Source("slack", slack.read),
    Source("ics", ics.read),
    Source("jsonresume", jsonresume.read),
    Source("jira", jira.read),
)


def source(name: str) -> Source:
    """The source of this name; raises UsageError where there is none."""
    for one in SOURCES:
        if one.name == name:
            return one
    forms = ", ".join(["json", *(one.name for one in SOURCES)])
    raise UsageError(messages.NO_SUCH_FORMAT.format(form=name, done="imported", forms=forms))
