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


def ladder_of(*texts):
    from dataclasses import replace

    criteria = tuple(Criterion(id=f"s{n}", level="senior", text=text) for n, text in enumerate(texts, 1))
    return replace(LADDER, criteria=criteria)


def standing(text, *quotes, value=0.2):
    records = [evidence(n, quote, date(2026, n, 1)) for n, quote in enumerate(quotes, 1)]
    (one,) = coverage(ladder_of(text), "senior", records, alike(value))
    return one


def test_what_a_criterion_demands_beyond_the_deed_must_stand_in_a_record():
    reviews = ("Reviewed the payout design", "Reviewed the retry client")
    assert standing("Gives useful feedback in code reviews", *reviews).standing == "shown"
    sought = standing("Sought out for code reviews", *reviews)
    assert sought.standing == "thin" and "Sought out" in sought.reason


def test_a_criterion_of_two_sentences_is_not_shown_by_one_of_them():
    one = standing("Mentors junior engineers. Fixes security vulnerabilities.", "Mentored Leo", "Mentored Rui")
    assert one.standing == "thin" and "security" in one.reason


def test_a_deed_of_another_theme_is_no_evidence_however_well_it_was_done():
    built = ("Built the dual-write path and shipped it", "Shipped the settlement report")
    assert standing("Fixes security vulnerabilities", *built).standing == "none"
    assert standing("Implements asynchronous messaging flows", *built, value=0.1).standing == "none"


def test_what_was_learned_shows_learning_and_nothing_else():
    from dataclasses import replace

    from store.model import Skill

    learned = [
        replace(evidence(n, quote, date(2026, n, 1)), id=f"S{n}", details=Skill(name="x", activity="new-domain"))
        for n, quote in enumerate(("Learned mentoring from a coach", "Took a course on security"), 1)
    ]
    ladder = ladder_of("Mentors junior engineers", "Experiments with new tools and keeps learning")
    mentoring, learning = coverage(ladder, "senior", learned, alike(0.2))
    assert (mentoring.standing, learning.standing) == ("none", "shown")


def test_a_criterion_set_aside_is_not_weighed():
    ladder = ladder_of("Mentors junior engineers")
    (one,) = coverage(
        ladder, "senior", [evidence(1, "Mentored Leo", date(2026, 1, 1))], alike(0.2), {"s1": "No juniors"}
    )
    assert (one.standing, one.reason, one.evidence) == ("n/a", "No juniors", ())


def test_dates_and_scope_are_those_of_the_records_listed():
    one = standing("Mentors junior engineers", "Mentored Leo", "Coached Rui")
    assert (one.first, one.latest) == (date(2026, 1, 1), date(2026, 2, 1))
    assert set(one.square) <= set(one.evidence)
