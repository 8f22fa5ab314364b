"""`assistant search`: records by words and by meaning."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant import messages
from assistant.cli import completion, options, screen
from assistant.cli.commands.listing import KINDS
from assistant.cli.commands.reading import headline
from assistant.cli.session import session
from assistant.errors import UsageError

HELP = """Find records by words and by meaning.

\b
Examples:
  assistant search "checkout latency"
  assistant search PAY-1431
  assistant search "feedback on writing" --kind skills --period 2026H1
  assistant search "planned work" --with Dana
"""


def add(app: typer.Typer) -> None:
    app.command("search", help=HELP)(search)


def search(
    query: Annotated[str, typer.Argument(help="What to look for.")],
    kind: Annotated[
        str | None, typer.Option("--kind", help="evidence, skills, people or goals.", autocompletion=completion.kinds)
    ] = None,
    person: Annotated[
        str | None, typer.Option("--with", help="Only what names this person.", autocompletion=completion.people)
    ] = None,
    limit: options.Limit = 10,
    since: options.Since = None,
    until: options.Until = None,
    period: options.Period = None,
    as_json: options.Json = False,
) -> None:
    from assistant.app.documents import search_json, why
    from assistant.recall.search import Filters

    if not query.strip():
        raise UsageError(messages.EMPTY_QUERY)
    if kind is not None and kind.lower() not in KINDS:
        raise UsageError(messages.NO_SUCH_KIND.format(kind=kind))
    with session() as app:
        first, last = options.span_of_days(since, until, period, app.today())
        kinds = (KINDS[kind.lower()],) if kind else None
        named = app.person_named(person).id if person else None
        filters = Filters(kinds=kinds, since=first, until=last, person=named)
        hits = app.search(query, limit, filters, screen.progress())
    if as_json:
        screen.emit(search_json(query, hits))
        return
    if not hits:
        screen.talk(messages.NOTHING_MATCHES)
        return
    rows = (
        (
            hit.record.id,
            str(hit.record.happened_on),
            f"{hit.score:.2f}",
            headline(hit.record),
            screen.clip(why(hit), 20),
        )
        for hit in hits
    )
    screen.table(("id", "day", "score", "what", "found by"), rows, stretch=3)
