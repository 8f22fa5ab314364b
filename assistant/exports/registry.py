"""Every format of an export, in one plain list; `json` is the one that comes back (`assistant import json`)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from assistant import contract, messages
from assistant.errors import UsageError
from assistant.exports import calendar, csv_, document, resume
from assistant.language.inert import inert_json
from store.model import Archive


@dataclass(frozen=True, slots=True)
class Format:
    name: str
    write: Callable[[Archive, datetime], str]


def _json(archive: Archive, now: datetime) -> str:
    return inert_json(json.dumps(contract.archive_json(archive), ensure_ascii=False, indent=2)) + "\n"


FORMATS = (
    Format("json", _json),
    Format("markdown", document.write),
    Format("csv", csv_.write),
    Format("jsonresume", resume.write),
    Format("ics", calendar.write),
)


def named(name: str) -> Format:
    """The format of this name; raises UsageError where there is none."""
    for one in FORMATS:
        if one.name == name:
            return one
    forms = ", ".join(one.name for one in FORMATS)
    raise UsageError(messages.NO_SUCH_FORMAT.format(form=name, done="exported", forms=forms))
