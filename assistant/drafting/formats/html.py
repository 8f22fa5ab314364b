"""HTML: one file that needs nothing else; each citation opens its record with the note's words.

Invariant: every word of a draft or a note is escaped, what steers or hides is taken out; the file holds no script and
asks nothing of the network.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape as escaped
from itertools import groupby

from assistant.drafting.formats.markdown import bulleted, cited, removed_line
from assistant.language.inert import inert
from store.model import Claim, NewDraft, Record

STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
button { font: inherit; font-size: .8em; border: 1px solid; border-radius: .3em; background: none; color: inherit;
  cursor: pointer; padding: 0 .3em; }
[popover] { max-width: 34rem; padding: 1rem 1.2rem; border: 1px solid; border-radius: .5rem; }
blockquote { margin: .5rem 0 0; padding-left: .8rem; border-left: 3px solid; white-space: pre-wrap; }
aside { font-size: .9rem; } @media print { button { border: 0; } }
"""


def document(draft: NewDraft, records: Mapping[str, Record], citations: bool = True) -> str:
    """The whole page."""
    body = [f"<h1>{escape(draft.title)}</h1>"]
    for section, claims in groupby(draft.claims, key=lambda claim: claim.section):
        body += [f"<h2>{escape(section)}</h2>"] if section else []
        told = [" ".join(_claim(claim, citations) for claim in group) for group in bulleted(list(claims))]
        body.append(_listed(told))
    if citations:
        body += _aside("What the records do not show", [escape(gap) for gap in draft.gaps])
        body += _aside("Removed: not licensed by the records", [escape(removed_line(c)) for c in draft.removed])
        body += _sources([records[i] for i in cited(draft) if i in records])
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(draft.title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def escape(text: str) -> str:
    return escaped(inert(text))


def _claim(claim: Claim, citations: bool) -> str:
    marks = "".join(f' <button popovertarget="{i}">{i}</button>' for i in map(escape, claim.citations))
    return escape(claim.text) + (marks if citations else "")


def _listed(told: Sequence[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{line}</li>" for line in told) + "\n</ul>"


def _aside(heading: str, told: Sequence[str]) -> list[str]:
    return [f"<aside>\n<h2>{escape(heading)}</h2>\n{_listed(told)}\n</aside>"] if told else []


def _sources(records: Sequence[Record]) -> list[str]:
    """The sources in a list for reading and printing, and each again as what its citation opens."""
    lines = [f"{_head(record)}<blockquote>{escape(record.quote)}</blockquote>" for record in records]
    opened = [
        f'<div popover id="{escape(record.id)}">{line}</div>' for record, line in zip(records, lines, strict=True)
    ]
    return [*_aside("Sources", lines), *opened]


def _head(record: Record) -> str:
    return f"<strong>{escape(record.id)}</strong> {record.happened_on.isoformat()}, note {escape(record.note)}"
