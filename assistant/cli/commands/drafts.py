"""`assistant drafts`: the kept drafts, and how one is shown."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from assistant import contract, messages
from assistant.cli import options, screen
from assistant.cli.session import session
from store.model import Claim, Draft


def add(app: typer.Typer) -> None:
    app.command("drafts", help="List kept drafts, stale ones marked.\n\nOne in full: assistant show D1")(drafts)


def drafts(as_json: options.Json = False) -> None:
    with session() as app:
        found = app.drafts()
    if as_json:
        screen.emit({"drafts": [contract.draft_json(draft) for draft in found]})
    elif not found:
        screen.talk(messages.NO_DRAFTS)
    else:
        rows = (
            (
                draft.id,
                f"{draft.created_at:%Y-%m-%d}",
                draft.body.kind,
                str(len(draft.body.claims)),
                messages.STALE.format(ids=", ".join(draft.stale)) if draft.stale else "-",
                draft.body.title,
            )
            for draft in found
        )
        screen.table(("id", "day", "kind", "claims", "state", "title"), rows, stretch=5)


def show_draft(draft: Draft, as_json: bool) -> None:
    if as_json:
        screen.emit(contract.draft_json(draft))
        return
    screen.out(draft.body.text)
    show_removed(draft)
    if draft.stale:
        screen.talk(f"{draft.id} is " + messages.STALE.format(ids=", ".join(draft.stale)))


def show_removed(draft: Draft) -> None:
    """What the gate took out, and why; never part of the document itself."""
    if draft.body.removed:
        screen.talk("\nRemoved, because the records do not license it:")
        show_findings(draft.body.removed, err=True)


def show_findings(claims: Sequence[Claim], err: bool = False) -> None:
    blocked = [claim for claim in claims if any(f.severity == "block" for f in claim.findings)]
    write = screen.talk if err else screen.out
    if not err:
        screen.out(
            messages.VERIFY_BAD.format(blocked=len(blocked), total=len(claims)) if blocked else messages.VERIFY_OK
        )
    for claim in claims:
        if claim.findings:
            write("\n" + screen.hang("-", claim.text, 2))
        for finding in claim.findings:
            write(screen.hang(f"  {finding.severity}", f"{finding.value}: {finding.message}", 9))
