"""Coverage says what the records show for each criterion, and never more."""

from datetime import date

from assistant.insight.coverage import coverage, criteria_of
from store.model import Criterion, Evidence, Ladder, LadderLevel, Record

LADDER = Ladder(
    name="Platform",
    version=1,
    source="x",
    cumulative=False,
    levels=(LadderLevel(id="mid", name="Mid", position=0), LadderLevel(id="senior", name="Senior", position=1)),
    criteria=(
        Criterion(id="m1", level="mid", text="Writes tests"),
        Criterion(id="s1", level="senior", text="Mentors less experienced engineers"),
        Criterion(id="s2", level="senior", text="Improves the performance of services"),
    ),
)


def evidence(number, quote, day, actor="self"):
    return Record(
        id=f"E{number}", status="active", note="N1", start=0, end=len(quote), quote=quote, happened_on=day,
        summary=quote, details=Evidence(action=quote, actor=actor),
    )  # fmt: skip


def alike(value):
    return lambda left, right: [[value] * len(right) for _ in left]


def test_evidence_on_two_days_that_is_squarely_about_it_is_shown():
    records = [
        evidence(1, "Mentored Tomás on query plans", date(2026, 1, 9)),
        evidence(2, "Onboarded two new joiners and coached them", date(2026, 3, 6)),
    ]
    mentoring, performance = coverage(LADDER, "senior", records, alike(0.4))
    assert mentoring.standing == "shown" and set(mentoring.evidence) == {"E1", "E2"}
    assert mentoring.latest == date(2026, 3, 6)
    assert performance.standing == "thin", "alike by vector alone is not squarely about it"


def test_one_record_is_thin_and_none_is_none():
    one = [evidence(1, "Mentored Tomás on query plans", date(2026, 1, 9))]
    assert coverage(LADDER, "senior", one, alike(0.3))[0].standing == "thin"
    assert {c.standing for c in coverage(LADDER, "senior", one, alike(0.0))[1:]} == {"none"}
    assert {c.standing for c in coverage(LADDER, "senior", [], alike(0.9))} == {"none"}


def test_a_colleagues_work_covers_nothing():
    others = [evidence(n, "Mentored and coached new joiners", date(2026, n, 1), "other") for n in (1, 2)]
    assert coverage(LADDER, "senior", others, alike(0.9))[0].standing == "none"


def test_a_cumulative_ladder_asks_for_the_levels_below_too():
    from dataclasses import replace

    assert len(criteria_of(LADDER, "senior")) == 2
    assert len(criteria_of(replace(LADDER, cumulative=True), "senior")) == 3
