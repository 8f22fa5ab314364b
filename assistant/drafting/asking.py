"""What a question asks for, and whether a record speaks to it.

Invariant: a technology or an identifier that the question names must stand in a record that answers it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Protocol

from assistant.drafting import trimming
from assistant.language.abbreviations import other_forms
from assistant.language.concepts import means
from assistant.language.stems import stem
from store.model import Contact, Evidence, Record, Relationship, Skill

# Cosine alone; cosine beside a shared word; share of the question's words alone: tried on the demo.
BESIDE = 0.5  # what a word counts that only the note says
MEANT, MEANT_AND_SAID, HALF, SAID = 0.60, 0.30, 0.5, 0.66
_ASKING = frozenset(
    """what which who whom whose when where why how did do does have has had was were is are am be been my mine
    me i you your about the a an of in on at for to with and or any all there tell show list give get got
    gotten receive received ever this that last past recent recently year month quarter week half since until
    between during many much often times record records recorded evidence feedback skill skills goal goals say
    said know knows done work worked help helped helping meet met talked together people person things
    happened happen ship shipped achieve achieved accomplish accomplished deliver delivered build built score go went
    new big thing exactly""".split()  # noqa: SIM905
)
_PERIOD = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|h[12]"
    r"|20\d\d|\d{4}-\d\d(?:-\d\d)?)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\bhow (?:many|often)\b", re.IGNORECASE)
_WHEN = re.compile(r"\s*(?:when|since when|on what (?:day|date))\b", re.IGNORECASE)
_PROPER = re.compile(r"(?<=\s)(?:[A-Z][A-Za-z]*\d*[A-Za-z]*(?:[-/.]\w+)*|\w+-\d+|[a-z]+\d+\w*|#\d+)")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:\.\d+)?(?![\w.,]\d)(?!\s*(?:days?|weeks?|months?|years?|quarters?))\b")
_WORD = re.compile(r"[\w'’./#-]+")


class Hit(Protocol):
    """A record that search found, with how near its words and its meaning are, 0 to 1."""

    @property
    def record(self) -> Record: ...
    @property
    def words(self) -> float: ...
    @property
    def meaning(self) -> float: ...
    @property
    def around(self) -> str:
        """The words of the note about the record's own."""


class Wanted(Protocol):
    """A want that a question states in these words, and whether a record meets it."""

    @property
    def words(self) -> str: ...
    @property
    def met(self) -> Callable[[Record], bool]: ...


class Asked(Protocol):
    """The question as understood: ids of the people it names, the kind and the period it asks for."""

    @property
    def people(self) -> tuple[str, ...]: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...
    @property
    def wants(self) -> Sequence[Wanted]:
        """What it says of the fields of the records that it asks for."""


def counts(question: str) -> bool:
    """Whether it asks how many or how often."""
    return bool(_COUNT.search(question))


def asks_when(question: str) -> bool:
    return bool(_WHEN.match(question))


def names_of(people: Sequence[Record]) -> set[str]:
    """The stems of all words of these people's names."""
    details = (person.details for person in people)
    return {stem(word) for d in details if isinstance(d, Relationship) for word in d.name.split()}


def speaks(question: str, hit: Hit, asked: Asked, people: Sequence[Record]) -> bool:
    """Whether a hit answers: the person and the kind asked for, every proper word, and enough of the rest."""
    record = hit.record
    named = [person for person in people if person.id in asked.people]
    if not _of_the_right_sort(question, record, asked, named):
        return False
    names = names_of(named)
    wanted = _wanted(question, names)
    if not wanted:
        return bool(asked.people or asked.kind or asked.since or asked.until)
    about = f"{record.quote} {hit.around}".lower()
    if not all(_stands(word, about) for word in _proper(question, names)):
        return False
    text = _words_of(record)
    told, beside = ({stem(word) for word in _WORD.findall(words)} for words in (text, about))
    met = " ".join(want.words.lower() for want in asked.wants if want.met(record)).split()
    share = sum(1.0 if word.lower() in met else _weight(word, text, told, beside) for word in wanted) / len(wanted)
    return hit.meaning >= MEANT or share >= SAID or (share >= HALF and hit.meaning >= MEANT_AND_SAID)


def _stands(word: str, about: str) -> bool:
    """A technology or an identifier stands in the record or right beside it, in one form or another."""
    return any(re.search(rf"(?<!\w){re.escape(form.lower())}", about) for form in (word, *other_forms(word)))


def _weight(word: str, text: str, told: Collection[str], beside: Collection[str]) -> float:
    """1 for a word that the record says or means, a part for one that the note says beside it."""
    if stem(word) in told or means(word, text) or any(form in text.lower() for form in other_forms(word)):
        return 1.0
    return BESIDE if stem(word) in beside else 0.0


def _of_the_right_sort(question: str, record: Record, asked: Asked, named: Sequence[Record]) -> bool:
    linked = set(asked.people) & {record.id, *record.people, *source(record)}
    if asked.people and not linked and not _names_one(record, named):
        return False
    if asked.kind:
        return record.kind == asked.kind
    about_people = bool(asked.people) or question.lower().lstrip().startswith("who")
    return record.kind != "relationship" or about_people


def _names_one(record: Record, people: Sequence[Record]) -> bool:
    names = (name for person in people for name in trimming.names_of(person))
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", record.quote) for name in names)


def _wanted(question: str, names: Collection[str]) -> set[str]:
    """The words that an answer must say or mean; names, periods and question words are not."""
    words = (word.strip("./'’-") for word in _WORD.findall(_PERIOD.sub(" ", question)))
    return {w for w in words if w and w.lower() not in _ASKING and stem(w) not in names}


def _proper(question: str, names: Collection[str]) -> list[str]:
    said = _PERIOD.sub(" ", question)
    found = [*_PROPER.findall(said), *_NUMBER.findall(said)]
    return [w for w in found if w != "I" and w.lower() not in _ASKING and stem(w) not in names]


def _words_of(record: Record) -> str:
    match record.details:
        case Skill(name=name):
            return f"{record.quote} {name}"
        case Relationship(name=name, contacts=contacts):
            return " ".join((record.quote, name, *(contact.quote for contact in contacts)))
        case Evidence(impact=impact):
            return f"{record.quote} {impact or ''}"
        case _:
            return record.quote


def source(record: Record) -> tuple[str, ...]:
    """The id of who gave a piece of feedback."""
    return (record.details.source,) if isinstance(record.details, Skill) and record.details.source else ()


def holds_figure(found: Sequence[Record]) -> bool:
    """Whether a record holds a number of its own: then counting records would answer another question."""
    return any(isinstance(record.details, Evidence) and record.details.measures for record in found)


def asks_for_deeds(question: str) -> bool:
    """Whether it asks what was done: then what was learned or who was met comes after."""
    return bool(
        re.search(r"\b(?:did I (?:do|ship|achieve|work|build)|have I (?:done|shipped|built))\b", question, re.I)
    )


def counted(found: Sequence[Record], asked: Asked) -> int:
    """How many records there are, or how many contacts with the people asked for in the period."""
    people = [record.details for record in found if isinstance(record.details, Relationship)]
    contacts = [contact for person in people for contact in person.contacts if _within(contact, asked)]
    return len(contacts) if people else len(found)


def _within(contact: Contact, asked: Asked) -> bool:
    day = contact.happened_on
    return (asked.since is None or day >= asked.since) and (asked.until is None or day <= asked.until)
