"""A draft in the format asked for; one file a format in formats/.

Invariant: without citations the words are the same: only the ids, the sources and the notes to the author go.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant import messages
from assistant.drafting.formats import docx, html, json_, jsonresume
from assistant.drafting.formats.markdown import markdown, text
from assistant.errors import UsageError
from store.model import Draft, NewDraft, Record

Render = Callable[[NewDraft, Mapping[str, Record], bool], str | bytes]

FORMATS: dict[str, Render] = {
    "md": markdown,
    "txt": text,
    "html": html.document,
    "docx": docx.document,
    "json": json_.document,
    "jsonresume": jsonresume.document,
}


def as_format(form: str, draft: Draft | NewDraft, records: Mapping[str, Record], citations: bool = True) -> str | bytes:
    """A draft in one of `FORMATS`; `docx` gives bytes, the others text. Raises UsageError for another."""
    body = draft.body if isinstance(draft, Draft) else draft
    return FORMATS[checked_format(form)](body, records, citations)


def checked_format(form: str) -> str:
    """The format itself; raises UsageError for one that there is not."""
    if form not in FORMATS:
        raise UsageError(messages.NO_SUCH_DRAFT_FORMAT.format(form=form, forms=", ".join(FORMATS)))
    return form
