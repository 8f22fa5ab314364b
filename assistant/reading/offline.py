"""The built-in reader: no model, no network, the same answer every time.

Closed vocabulary is read by rules; whether a line begins a piece of evidence, goes on with one or is none is weighed
from its signs. Invariant: every segment ends up in a candidate or in `left_out` with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from assistant.language.segments import Segment
from assistant.reading import goals, introductions, reasons, relations, skills, weights
from assistant.reading.bars import barred
from assistant.reading.candidates import Candidate, Reading
from assistant.reading.fields import evidence_of
from assistant.reading.naming import Mention
from assistant.reading.people import key, same_in_note
from assistant.reading.signs import Seen
from assistant.reading.spans import trimmed
from assistant.reading.view import View, can_meet, readable, view_of
from store.model import Note, Record, Skill

BEGINS = 0.55
GOES_ON = 0.5
ALSO_SKILL = 0.6  # a line that tells of a skill is evidence too only where that is clear
CONTACT = 0.5


def read(note: Note, segments: Sequence[Segment], known: Sequence[Record] = (), me: Sequence[str] = ()) -> Reading:
    """What the built-in reader takes from a note."""
    view = view_of(note, segments, known, me)
    skill_lines = dict(_skills(view))
    wished = list(_goals(view))
    goal_lines = {number for number, _ in wished}
    groups = _groups(view, skill_lines, goal_lines)
    candidates = [
        *(_evidence(view, group) for group in groups),
        *skill_lines.values(),
        *(candidate for _, candidate in wished),
        *_contacts(view),
    ]
    taken = {identity for candidate in candidates for identity in candidate.segments}
    left = {s.line.segment.id: reasons.reason(s) for s in view.seen if s.line.segment.id not in taken}
    return Reading(candidates=tuple(candidates), left_out=left)


# --- skills and goals --------------------------------------------------------------------------------------


def _skills(view: View) -> Iterator[tuple[int, Candidate]]:
    """A candidate for each run of lines that tell of one skill, keyed by the first line's index."""
    runs: list[tuple[skills.Told, list[int]]] = []
    for number, seen in enumerate(view.seen):
        told = skills.skill_in(seen, _lent(view, number)) if readable(seen) else None
        if not told:
            continue
        if runs and _same_skill(view, runs[-1], told, number):
            runs[-1][1].append(number)
        else:
            runs.append((told, [number]))
    for told, numbers in runs:
        giver = _giver(view, numbers[0]) if told.activity != "gap" else None
        details = Skill(name=told.name, activity=told.activity, source=giver)
        yield numbers[0], _candidate(view, [view.seen[n] for n in numbers], details, (giver,) if giver else ())


def _same_skill(view: View, run: tuple[skills.Told, list[int]], told: skills.Told, number: int) -> bool:
    """The next sentence of the same paragraph, bullet or quotation goes on about the same thing, unless it adds."""
    first, numbers = run
    this, last = view.seen[number], view.seen[numbers[-1]]
    joined = this.line.block == last.line.block and number == numbers[-1] + 1
    return (
        joined
        and first.activity == told.activity
        and "adds" not in this.signs
        and not re.search(r"\balso\b", this.line.text, re.IGNORECASE)
    )


def _lent(view: View, number: int) -> str | None:
    """ "feedback" for what stands under, or is quoted right after, a line that announces it."""
    line = view.seen[number].line
    above = view.seen[line.parent] if line.parent is not None else None
    if above is None and line.segment.kind == "quote" and number:
        above = view.seen[number - 1]
    if above is None or "colon" not in above.signs:
        return None
    announced = "feedback" in above.signs or (
        line.segment.kind == "quote" and "second_person" in view.seen[number].signs
    )
    return "feedback" if announced else None


def _giver(view: View, number: int) -> str | None:
    """Who gave the feedback or taught: somebody named in the line, or in the one that announces it."""
    line = view.seen[number].line
    places = [number, *([line.parent] if line.parent is not None else []), number - 1, number - 2]
    for at in places:
        if at >= 0 and (at in (number, line.parent) or _near(view, at, number)) and view.people[at]:
            return view.people[at][0].name
    return None


def _near(view: View, at: int, number: int) -> bool:
    this, other = view.seen[number], view.seen[at]
    speaks_on = this.doer.subject in ("she", "they") or this.line.segment.kind == "quote"
    return speaks_on and (this.line.block == other.line.block or this.line.segment.kind == "quote")


def _goals(view: View) -> Iterator[tuple[int, Candidate]]:
    for number, seen in enumerate(view.seen):
        for clause, goal in goals.goals_in(seen, view.note.happened_on) if readable(seen, plans=True) else ():
            made = _candidate(view, [seen], goal, ())
            yield number, replace(made, quote=clause)


# --- evidence ----------------------------------------------------------------------------------------------


def _groups(view: View, skill_lines: Mapping[int, object], goal_lines: Set[int]) -> list[list[int]]:
    """Runs of lines that are one piece of evidence each."""
    groups: list[list[int]] = []
    for number, seen in enumerate(view.seen):
        if not readable(seen) or number in goal_lines:
            continue
        likely = view.weighed[number]
        behind = bool(groups) and _follows(view, groups[-1], number)
        if number in skill_lines:
            if likely["begins"] >= ALSO_SKILL and not barred(seen):
                groups.append([number])
        elif behind and (_leans(seen) or likely["goes-on"] >= likely["begins"]):
            groups[-1].extend([number] if 1 - likely["none"] >= GOES_ON else [])
        elif groups and _leans(seen) and view.seen[groups[-1][0]].line.block == seen.line.block:
            continue
        elif (1 - likely["none"] >= BEGINS or _clear(seen)) and not barred(seen):
            groups.append(_with_topic(view, number))
    return groups


_AGAINST = frozenset(
    """plan plan_start chore mistake life not_done learned gap feedback goal question quoted reading_list opinion
    bad_news in_progress continues greeting gives_away others_credit""".split()  # noqa: SIM905
)


_RESULT = re.compile(
    r"\b(?:went (?:live )?(?:to|on)|(?:is )?now (?:at|on)|rolled out to) (?:~ ?|about )?\d+ ?(?:%|of\b)|"
    r":\s*\d[\d.,]*\s?%? (?:in|last|before)\b[^.;]*, (?:only )?\d[\d.,]*\s?%? (?:now|so far|this|today|in)\b",
    re.IGNORECASE,
)  # how far a thing of the author's has come, in figures


def _clear(seen: Seen) -> bool:
    """A ticked task, or a plain deed of the author's with a verb of work and nothing that speaks against it."""
    result = _RESULT.search(seen.line.said) and seen.doer.subject in ("thing", "it", "past", "i", "we")
    if result and not seen.signs & (_AGAINST - {"continues", "in_progress"}):
        return True
    if seen.signs & _AGAINST:
        return False
    deed = seen.doer.subject in ("i", "we", "past") and "verb:built" in seen.signs
    return seen.line.segment.kind == "task-done" or (deed and len(seen.line.said.split()) >= 3)


def _leans(seen: Seen) -> bool:
    """Whether a line can only speak of what the one before it spoke of."""
    return seen.doer.subject in ("it", "they", "she") and seen.doer.later is None


def _with_topic(view: View, number: int) -> list[int]:
    """A line with the bullet above it, where that only names what its children tell of."""
    parent = view.seen[number].line.parent
    if parent is None or view.seen[parent].line.segment.kind != "bullet":
        return [number]
    topic = view.seen[parent]
    names_it = (
        topic.doer.subject in ("thing", "ing")
        and 2 <= len(topic.line.text.split()) <= 6
        and view.seen[number].line.index == parent + 1
    )
    told = view.seen[number].doer.subject in ("thing", "we", "it", "ing")
    return [parent, number] if names_it and told and topic.line.section in ("plain", "done", "progress") else [number]


def _follows(view: View, group: Sequence[int], number: int) -> bool:
    """Whether a line could go on with what a group says: right behind it in its block, or hanging under it."""
    line, last = view.seen[number].line, view.seen[group[-1]].line
    under = line.parent is not None and line.parent in group
    return under or (line.block == last.block and number == group[-1] + 1)


def _evidence(view: View, group: Sequence[int]) -> Candidate:
    seen = [view.seen[number] for number in group]
    names = tuple(dict.fromkeys(m.name for number in group for m in view.people[number]))
    start, end = trimmed(view.note.text, [s.line for s in seen], names)
    details = evidence_of(view.note.text[start:end], start, seen[0].line.section, names)
    if seen[0].line.segment.kind == "task-done":
        details = replace(details, progress="done")
    made = _candidate(view, seen, details, names)
    return replace(made, quote=view.note.text[start:end], at=start)


# --- people ------------------------------------------------------------------------------------------------


def _contacts(view: View) -> Iterator[Candidate]:
    """Each person's clearest contact of the note, where it is clear enough."""
    best: dict[str, tuple[float, int, Mention]] = {}
    fullest = same_in_note(m.name for each in view.people for m in each)
    for number, seen in enumerate(view.seen):
        if not can_meet(seen):
            continue
        for mention in view.people[number]:
            who = key(fullest[mention.name])
            sure = weights.contact(relations.contact(seen, mention, len(view.people[number]) - 1))
            if sure > best.get(who, (0.0, 0, mention))[0]:
                best[who] = (sure, number, mention)
    for sure, number, mention in best.values():
        if sure >= CONTACT:
            met = introductions.person(mention, view.seen[number].line.text)
            name = fullest[mention.name]
            aliases = (mention.name,) if mention.name != name else ()
            yield _candidate(view, [view.seen[number]], replace(met, name=name, aliases=aliases), (name,))


def _candidate(view: View, seen: Sequence[Seen], details: object, people: Sequence[str]) -> Candidate:
    start, end = seen[0].line.segment.start, seen[-1].line.segment.end
    return Candidate(
        details=details,  # type: ignore[arg-type]
        segments=tuple(s.line.segment.id for s in seen),
        quote=view.note.text[start:end],
        at=start,
        people=tuple(people),
    )
