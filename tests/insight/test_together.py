"""What may belong together is offered once, with its reason, and what only looks alike is not."""

from datetime import date

import pytest

from assistant.insight.together import name_of, pairs
from store.model import Evidence, Goal, Measure, Record, Relationship, Skill

FIGURE = Measure(raw="820ms to 480ms", start=0, end=14, value=480, unit="ms", before=820, after=480)


def record(identity, quote, details, day="2026-03-06", note="N1", **more):
    return Record(
        id=identity, status="active", note=note, start=0, end=len(quote), quote=quote, summary=quote,
        happened_on=date.fromisoformat(day), details=details, **more,
    )  # fmt: skip


def work(identity, quote, day="2026-03-06", measures=(), **more):
    return record(identity, quote, Evidence(action="did", measures=measures), day, **more)


def person(identity, name):
    return record(identity, name, Relationship(name=name))


CUT = work("E1", "Cut checkout p99 from 820ms to 480ms by caching the price list", measures=(FIGURE,))
CUT_AGAIN = work("E3", "Checkout p99 went from 820ms to 480ms, price list cache", "2026-03-20", (FIGURE,), note="N2")
GUILD = record("G1", "I want to lead the reliability guild by December", Goal(goal="lead the reliability guild"))
GUILD_AGAIN = record("G2", "My goal: lead the reliability guild", Goal(goal="lead the guild"), "2026-04-20", "N3")
MEETING = work("E4", "Led the reliability guild meeting", "2026-05-01", note="N4")


def offered(*records, apart=()):
    return [(pair.offer, pair.kept.id, pair.other.id) for pair in pairs(records, apart)]


@pytest.mark.parametrize(
    ("records", "offer"),
    [
        ((CUT, CUT_AGAIN), ("merge", "E1", "E3")),
        ((CUT_AGAIN, CUT), ("merge", "E1", "E3")),
        ((GUILD, GUILD_AGAIN), ("merge", "G1", "G2")),
        ((GUILD, MEETING), ("link", "G1", "E4")),
        ((person("R1", "Chris K."), person("R2", "Chris Kim")), ("merge", "R1", "R2")),
        ((person("R1", "Dana"), person("R2", "Dana Kim")), ("merge", "R1", "R2")),
    ],
)
def test_what_tells_one_thing_is_offered(records, offer):
    assert offered(*records) == [offer]


@pytest.mark.parametrize(
    "records",
    [
        (CUT, work("E3", "Checkout p99 went from 820ms to 480ms, price list cache", "2027-03-20", (FIGURE,))),
        (CUT, work("E3", "Cut the nightly export from 20 to 9 minutes", "2026-03-20")),
        (person("R1", "Chris Kim"), person("R2", "Chris Lee")),
        (person("R1", "Dana"), person("R2", "Priya")),
        (
            CUT,
            record(
                "S1", "Learned how the optimiser picks a merge join", Skill(name="merge joins", activity="practice")
            ),
        ),
    ],
)
def test_what_only_looks_alike_is_not(records):
    assert offered(*records) == []


def test_a_pair_kept_apart_is_not_offered_again():
    assert offered(CUT, CUT_AGAIN, apart={name_of("E3", "E1")}) == []


def test_linked_records_are_not_offered_again():
    assert offered(record("G1", GUILD.quote, GUILD.details, links=("E4",)), MEETING) == []


def test_words_that_many_records_share_prove_nothing():
    told = [work(f"E{n}", "Reviewed the weekly capacity plan", note=f"N{n}") for n in range(1, 30)]
    assert offered(*told) == []
