"""`assistant drafts`: the kept drafts, how one is shown, and how a stale one is made fresh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import contract, messages
from assistant.cli import completion, delivery, options, screen
from assistant.cli.commands import sending
from assistant.cli.session import session
from store.model import Claim, Draft

if TYPE_CHECKING:
    from assistant.drafting.refresh import Rewritten
    from assistant.drafting.staleness import Change, Stale

HELP = """List kept drafts, stale ones marked; show one, or make a stale one fresh.

A draft is stale when a record that it cites was superseded, rejected or merged.
"""
SHOW_HELP = """Show a kept draft, which of its sentences are stale, and how their records changed.

\b
Examples:
  assistant drafts show D1
  assistant drafts show D1 --format docx --no-citations -o review.docx
"""
REFRESH_HELP = """Write the stale sentences of a draft anew from the records as they are now; the rest stays as it was.

The result passes the gate and is kept as a new draft that says where it came from.

\b
Example:
  assistant drafts refresh D1
"""


def add(app: typer.Typer) -> None:
    group = typer.Typer(invoke_without_command=True, rich_markup_mode=None, help=HELP)
    group.callback(help=HELP)(drafts)
    group.command("show", help=SHOW_HELP)(show)
    group.command("refresh", help=REFRESH_HELP)(refresh)
    app.add_typer(group, name="drafts")


def drafts(context: typer.Context, as_json: options.Json = False) -> None:
    if context.invoked_subcommand is not None:
        return
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


def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help="D1 and so on.", autocompletion=completion.drafts)],
    format_: delivery.Format = "md",
    citations: delivery.Citations = True,
    output: options.Output = None,
    force: delivery.Force = False,
    as_json: options.Json = False,
) -> None:
    delivery.check(format_, output, force, identity, quiet=as_json)
    with session() as app:
        draft = app.draft_named(identity)
        stale = app.stale(draft)
        delivery.hand_over(app, draft, format_, citations, output, quiet=as_json)
    if as_json:
        screen.emit(_with_stale(draft, stale))
    else:
        show_stale(draft, stale)


def refresh(
    identity: Annotated[str, typer.Argument(metavar="ID", help="The stale draft.", autocompletion=completion.drafts)],
    engine: options.Engine = None,
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    with session(engine) as app:
        if dry_run:
            sending.show(app, app.would_refresh(identity), as_json)
            return
        old, new, rewritten = app.refresh_draft(identity)
    if as_json:
        document = {
            "rewritten": [
                {"old": contract.claim_json(was), "new": [contract.claim_json(one) for one in now]}
                for was, now in rewritten
            ],
        }
        screen.emit(contract.draft_json(new or old) | document)
    elif new is None:
        screen.talk(messages.FRESH.format(id=old.id))
    else:
        _say_refreshed(old, new, rewritten)


def _say_refreshed(old: Draft, new: Draft, rewritten: Sequence[Rewritten]) -> None:
    screen.out(new.body.text)
    for was, now in rewritten:
        screen.talk("\n" + screen.hang("-", was.text, 2))
        for claim in now:
            screen.talk(screen.hang("+", f"{claim.text} [{', '.join(claim.citations)}]", 2))
    show_removed(new)
    written = messages.count(sum(bool(now) for _, now in rewritten), "sentence")
    removed = str(len(new.body.removed) - len(old.body.removed))
    screen.talk("\n" + messages.REFRESHED.format(id=new.id, old=old.id, rewritten=written, removed=removed))


def show_draft(draft: Draft, stale: Sequence[Stale], as_json: bool) -> None:
    """A kept draft as it was made, then what changed below it."""
    if as_json:
        screen.emit(_with_stale(draft, stale))
        return
    screen.out(draft.body.text)
    show_stale(draft, stale)


def show_stale(draft: Draft, stale: Sequence[Stale]) -> None:
    """What was removed, and each stale sentence with its record's words before and now."""
    show_removed(draft)
    if came_from := contract.came_from(draft):
        screen.talk("\n" + messages.CAME_FROM.format(id=draft.id, old=came_from))
    if not stale:
        return
    head = messages.STALE_HEAD_ONE if len(stale) == 1 else messages.STALE_HEAD
    screen.talk("\n" + head.format(id=draft.id, sentences=messages.count(len(stale), "sentence")))
    for one in stale:
        screen.talk("\n" + screen.hang("*", one.claim.text, 2))
        for change in one.changes:
            _show_change(change)


def _show_change(change: Change) -> None:
    joined = {"superseded": " by ", "merged": " into "}.get(change.what, "")
    screen.talk(f"  {change.id} is {change.what}" + (f"{joined}{change.new.id}" if change.new else ""))
    if change.old is not None and not change.fields:
        screen.talk(screen.hang("  -", change.old.quote, 4))
    for name, before, after in change.fields:
        label = "" if name == "words" else f"{name}: "
        screen.talk(screen.hang("  -", f"{label}{before}", 4))
        screen.talk(screen.hang("  +", f"{label}{after}", 4))


def _with_stale(draft: Draft, stale: Sequence[Stale]) -> contract.Json:
    return contract.draft_json(draft) | {"stale_sentences": [_stale_json(one) for one in stale]}


def _stale_json(one: Stale) -> contract.Json:
    changes = [
        {
            "id": change.id,
            "what": change.what,
            "new": change.new.id if change.new else None,
            "old_words": change.old.quote if change.old else None,
            "new_words": change.new.quote if change.new else None,
            "fields": [{"name": name, "before": before, "after": after} for name, before, after in change.fields],
        }
        for change in one.changes
    ]
    claim = one.claim
    return {"section": claim.section, "text": claim.text, "citations": list(claim.citations), "changes": changes}


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
