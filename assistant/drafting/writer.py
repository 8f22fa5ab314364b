"""The writer with a model: it writes from the chosen records alone, code fills the slots, the gate judges.

Invariant: no sentence leaves here that the gate blocks, each judged by itself however many the model wrote as one; a
refused one is rewritten once with the reasons, then removed and listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from assistant.drafting import offline, slots
from assistant.drafting.brief import Brief, Plan, Section
from assistant.drafting.mending import ended
from assistant.drafting.offline import Check, Written, blocked
from assistant.drafting.verify import sentences
from assistant.language.inert import inert
from store.model import Claim, Evidence, Finding, Record, Skill

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from assistant.llm.client import Model

    Answer = TypeVar("Answer", bound=BaseModel)

MOST_SENTENCES = 60
_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[#>|*+•-]|\d+[.)]\s))")
_MARK = re.compile(r"^\s*(?:(?:#{1,6}|>|[-*+•]|\d+[.)])\s+)+")


@dataclass(frozen=True, slots=True)
class Tried:
    """A sentence as the model wrote it, and as a claim with its slots filled and its findings."""

    written: str
    claim: Claim


class Writer:
    """Over one model; prompts come from the home's folder first."""

    def __init__(self, model: Model, home: Path | None = None) -> None:
        self._model, self._home = model, home

    @property
    def name(self) -> str:
        return f"llm:{self._model.name}"

    def write(self, plan: Plan, brief: Brief, people: Sequence[Record], check: Check) -> Written:
        """Raises ModelError where the endpoint fails; sections the model left empty are told offline."""
        from assistant.drafting.answers import DraftAnswer

        records = {record.id: record for record in (*people, *_told(plan))}
        inputs = {
            "plan": plan_text(plan),
            "records": records_text(_told(plan), records),
            "today": brief.today.isoformat(),
            "length": f"at most {brief.words} words"
            if brief.words
            else "one or two sentences for each line of the plan",
        }
        answer = self._ask("draft", brief.kind, inputs, DraftAnswer)
        tried = [
            one
            for s in answer.sentences[:MOST_SENTENCES]
            for one in self._try(_section_named(s.section, plan), s.text, s.citations, records, check)
        ]
        return _with_empty_sections(plan, self._settled(tried, records, check), check)

    def answer(self, question: str, found: Sequence[Record], people: Sequence[Record], check: Check) -> Written | None:
        """Sentences that answer from these records alone; None where the model says that they do not."""
        from assistant.drafting.answers import AskAnswer

        records = {record.id: record for record in (*people, *found)}
        inputs = {"question": question, "records": records_text(found, records)}
        said = self._ask("ask", "ask", inputs, AskAnswer)
        if not said.answered:
            return None
        tried = [one for s in said.sentences for one in self._try("", s.text, s.citations, records, check)]
        return self._settled(tried, records, check)

    def _ask(self, task: str, prompt: str, inputs: Mapping[str, str], schema: type[Answer]) -> Answer:
        from assistant.llm import prompts

        return self._model.ask(task, prompts.load(prompt, self._home), inputs, schema)

    def _settled(self, tried: Sequence[Tried], records: Mapping[str, Record], check: Check) -> Written:
        refused = [one for one in tried if blocked(one.claim)]
        anew = self._rewritten(refused, records, check) if refused else {}
        claims = [made.claim for one in tried for made in anew.get(id(one), [one])]
        return tuple(c for c in claims if not blocked(c)), tuple(c for c in claims if blocked(c))

    def _rewritten(
        self, refused: Sequence[Tried], records: Mapping[str, Record], check: Check
    ) -> dict[int, list[Tried]]:
        """What stands in the place of each refused sentence, by its identity; nothing where none of it holds."""
        from assistant.drafting.answers import RewriteAnswer

        cited = [records[i] for one in refused for i in one.claim.citations if i in records]
        inputs = {
            "sentences": "\n".join(_refusal(number, one) for number, one in enumerate(refused, 1)),
            "records": records_text(list(dict.fromkeys(cited)), records),
        }
        answer = self._ask("rewrite", "rewrite", inputs, RewriteAnswer)
        anew: dict[int, list[Tried]] = {}
        for told in answer.sentences:
            if 1 <= told.number <= len(refused):
                old = refused[told.number - 1]
                made = self._try(old.claim.section, told.text, told.citations, records, check)
                if any(not blocked(one.claim) for one in made):
                    anew[id(old)] = made
        return anew

    def _try(
        self, section: str, text: str, citations: Sequence[str], records: Mapping[str, Record], check: Check
    ) -> list[Tried]:
        """Each sentence of a text as a claim; what it cites is cited by each."""
        ids = tuple(dict.fromkeys(i.strip("[] ") for i in citations if i.strip("[] ")))
        made = []
        for written in (one for block in _blocks(text) for one in sentences(section, block)):
            filled = slots.fill(written.text, records)
            claim = Claim(section=section, text=ended(filled.text), citations=ids)
            findings = (*_faults(written.text, filled, claim, records), *check(claim))
            made.append(Tried(written.text, replace(claim, findings=findings)))
        return made


def _faults(text: str, filled: slots.Filled, claim: Claim, records: Mapping[str, Record]) -> list[Finding]:
    """What the slots say against a sentence, before the gate is asked."""
    cited = [records[i] for i in claim.citations if i in records]
    found = [Finding(check="support", severity="block", value=text[:60], message=fault) for fault in filled.faults]
    if claim.text.endswith("?"):  # no claim, so that nothing would ever check it
        found.append(Finding(check="support", severity="block", value=text[:60], message="A question tells nothing."))
    for identity in claim.citations:
        if identity not in records:
            message = f"{identity} is none of the records to write from."
            found.append(Finding(check="citation", severity="block", value=identity, message=message))
    for figure in slots.typed_figures(text, cited, records):
        message = "This figure was typed and stands in no cited record; use the record's slot."
        found.append(Finding(check="number", severity="block", value=figure, message=message))
    return found


def plan_text(plan: Plan) -> str:
    """The plan as a model reads it: each heading, what it must answer, and the ids to tell under it."""
    return "\n\n".join(filter(None, (_section_text(section) for section in plan.sections)))


def _section_text(section: Section) -> str:
    lines = [f"## {section.title}"]
    if section.asks:
        lines.append(f"answers: {section.asks}")
    if section.limit and (section.limit.words or section.limit.characters):
        limit = f"{section.limit.words} words" if section.limit.words else f"{section.limit.characters} characters"
        lines.append(f"limit: {limit}")
    lines += [f"- {' + '.join(record.id for record in item.records)}" for item in section.items]
    return "\n".join(lines)


def records_text(told: Iterable[Record], records: Mapping[str, Record]) -> str:
    """The records as a model reads them: what is known of each, its words and its slots."""
    return "\n\n".join(_record_text(record, records) for record in told)


def _record_text(record: Record, records: Mapping[str, Record]) -> str:
    head = [record.id, record.kind, record.happened_on.isoformat()]
    match record.details:
        case Evidence() as e:
            whose = {
                "self": "yours alone",
                "shared": "shared: say we, or name who with",
                "other": "not yours",
            }
            head += [whose[e.actor], e.progress, *([f"verb: {e.level}"] if e.level else [])]
        case Skill() as s:
            head.append(s.activity)
        case _:
            pass
    filled = [f"{{{{{record.id}.{name}}}}} = {words}" for name, words in slots.offered(record, records).items()]
    return "\n".join((" | ".join(head), f"words: {' '.join(record.quote.split())}", f"slots: {'; '.join(filled)}"))


def _refusal(number: int, one: Tried) -> str:
    why = "; ".join(f"{f.message} ({f.value})" for f in one.claim.findings if f.severity == "block")
    return f"{number}. {one.written} [{', '.join(one.claim.citations)}]\n   refused: {why}"


def _told(plan: Plan) -> list[Record]:
    found = {r.id: r for section in plan.sections for item in section.items for r in item.records}
    return list(found.values())


def _section_named(name: str, plan: Plan) -> str:
    """The plan's own heading; a heading that the model made up falls to the nearest before it, the first."""
    titles = [section.title for section in plan.sections]
    wanted = name.strip("# ").casefold()
    return next((title for title in titles if title.casefold() == wanted), titles[0] if titles else "")


def _with_empty_sections(plan: Plan, written: Written, check: Check) -> Written:
    """In the plan's order; a section of which no sentence is left is told offline."""
    kept, removed = written
    claims: list[Claim] = []
    for section in plan.sections:
        own = [claim for claim in kept if claim.section == section.title]
        if not own:
            own = [claim for item in section.items for claim in offline.tell(section.title, item, check)[0]]
        claims += own
    return tuple(claims), removed


def _blocks(text: str) -> list[str]:
    """Paragraphs and lines that open with a mark of Markdown, without the mark: a heading is read like a sentence."""
    found = (_MARK.sub("", block) for block in _BREAK.split(_without_brackets(inert(text))))
    return [" ".join(block.split()) for block in found if block.strip()]


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\[\s*[ESRG]\d+(?:\s*[,;]\s*[ESRG]\d+)*\s*\]", "", text)
