"""Whole drafts, offline: every kind, the gate's word kept, gaps said, nothing written from nothing."""

from __future__ import annotations

import json
from datetime import date

import pytest
from draft_cases import blocking, brief, evidence, half_year, lenient, person

from assistant.drafting.draft import draft
from assistant.drafting.kinds import KINDS
from assistant.drafting.verify import claims_of
from assistant.errors import NothingToStandOn, UsageError
from store.model import Criterion, Ladder, LadderLevel, NewDraft

WITH = {"one-on-one": {"person": half_year()[11]}}


def made(kind: str, judge: object = lenient, **fields: object) -> NewDraft:
    given = {**WITH.get(kind, {}), **fields}
    return draft(brief(kind, **given), half_year(), judge=judge)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_claim_of_every_kind_cites_a_record_that_exists(kind: str) -> None:
    known = {record.id for record in half_year()}
    body = made(kind)
    assert body.claims
    assert all(claim.citations and set(claim.citations) <= known for claim in body.claims)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_the_markdown_reads_back_as_the_same_claims(kind: str) -> None:
    body = made(kind)
    read = [(claim.text.rstrip("."), claim.citations) for claim in claims_of(body.text)]
    assert read == [(claim.text.rstrip("."), claim.citations) for claim in body.claims]


def test_there_are_six_kinds() -> None:
    names = {"self-assessment", "promo", "resume", "one-on-one", "job-search", "brag"}
    assert {kind.name for kind in KINDS} == names


def test_an_unknown_kind_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="promo"):
        made("poem")


def test_a_blocked_sentence_falls_back_to_plainer_words_of_its_record() -> None:
    body = made("promo", blocking("I cut"))
    assert any(claim.text.startswith("Cut checkout p99") for claim in body.claims)
    assert not any("I cut" in claim.text for claim in body.claims)


def test_what_stays_blocked_is_removed_and_listed_with_its_findings() -> None:
    body = made("promo", blocking("checkout"))
    assert not any("checkout" in claim.text for claim in body.claims)
    removed = [claim for claim in body.removed if claim.citations == ("E1",)]
    assert removed and removed[0].findings[0].severity == "block"
    assert "Removed" in body.text


def test_when_everything_is_blocked_there_is_nothing_to_stand_on() -> None:
    with pytest.raises(NothingToStandOn, match="assistant"):
        made("resume", blocking(""))


def test_an_empty_period_says_what_to_type() -> None:
    with pytest.raises(NothingToStandOn, match=r"2019H1.*assistant log"):
        made("promo", since=date(2019, 1, 1), until=date(2019, 6, 30), period="2019H1")


def test_superseded_proposed_planned_and_others_records_are_never_used() -> None:
    records = [
        evidence("E1", "Shipped the exporter"),
        evidence("E2", "Shipped the importer", status="superseded"),
        evidence("E3", "Shipped the viewer", status="proposed"),
        evidence("E4", "Will ship the editor", progress="planned"),
        evidence("E5", "Tom shipped the player", actor="other"),
    ]
    body = draft(brief("brag"), records, judge=lenient)
    assert {i for claim in body.claims for i in claim.citations} == {"E1"}


def test_a_record_outside_the_period_is_not_used() -> None:
    body = made("brag", since=date(2026, 4, 1), until=date(2026, 6, 30))
    cited = {i for claim in body.claims for i in claim.citations}
    assert "E3" in cited and "E1" not in cited


def test_pins_and_drops_are_kept_and_unknown_ones_refused() -> None:
    body = made("resume", pin=("E2",), drop=("E1",))
    cited = {i for claim in body.claims for i in claim.citations}
    assert "E2" in cited and "E1" not in cited
    with pytest.raises(UsageError, match="E99"):
        made("resume", pin=("E99",))


def test_the_choice_is_kept_with_its_reasons() -> None:
    params = dict(made("promo").params)
    chosen = json.loads(params["chosen"])
    assert chosen and all(entry["id"].startswith("E") and entry["reason"] for entry in chosen)
    assert json.loads(params["passed_over"])


def test_gaps_say_what_the_records_do_not_show() -> None:
    body = draft(brief("promo"), [evidence("E1", "Wrote the exporter")], judge=lenient)
    said = " ".join(body.gaps)
    assert "thin" in said and "number" in said and "above your manager" in said


def test_people_above_the_manager_are_no_gap_where_they_are_recorded() -> None:
    assert not any("above your manager" in gap for gap in made("promo").gaps)


def test_a_resume_bullet_has_no_subject() -> None:
    assert not any(claim.text.startswith(("I ", "We ")) for claim in made("resume").claims)


def test_a_self_assessment_looks_forward_from_goals_and_gaps() -> None:
    ahead = [claim for claim in made("self-assessment").claims if claim.section == "What comes next"]
    assert {i for claim in ahead for i in claim.citations} == {"G1", "S3"}


def test_questions_are_answered_in_order_and_within_their_limits() -> None:
    from assistant.drafting.forms import questions_of

    questions = questions_of(
        "1. What did you achieve? (max 20 words)\n2. What did you learn?\n3. What is next? [200 characters]"
    )
    body = made("self-assessment", questions=questions)
    order = list(dict.fromkeys(claim.section for claim in body.claims))
    assert order == ["What did you achieve?", "What did you learn?", "What is next?"]
    first = [claim.text for claim in body.claims if claim.section == order[0]]
    assert first and len(" ".join(first).split()) <= 20


def test_a_limit_that_no_sentence_fits_is_said() -> None:
    from assistant.drafting.forms import questions_of

    body = made("self-assessment", questions=questions_of("What did you achieve? (max 5 words)\nWhat is next?"))
    assert any("fits the limit" in gap for gap in body.gaps)


def test_a_file_without_questions_is_wrong_usage() -> None:
    from assistant.drafting.forms import questions_of

    with pytest.raises(UsageError):
        questions_of("\n# our form\n\n")


def test_a_draft_keeps_to_the_number_of_words() -> None:
    body = made("brag", words=40)
    assert sum(len(claim.text.split()) for claim in body.claims) <= 40


def test_a_one_on_one_needs_a_person_and_leaves_out_what_was_brought_up() -> None:
    with pytest.raises(UsageError, match="--with"):
        draft(brief("one-on-one"), half_year(), judge=lenient)
    body = made("one-on-one", surfaced=frozenset({"E3", "E6"}))
    brought = {i for claim in body.claims if claim.section == "Bring up" for i in claim.citations}
    assert brought and not brought & {"E3", "E6"}
    assert any(claim.section == "Open feedback from Dana Kim" for claim in body.claims)


def test_a_one_on_one_does_not_tell_somebody_what_they_were_part_of() -> None:
    body = made("one-on-one", person=half_year()[9])
    assert "E3" not in {i for claim in body.claims if claim.section == "Bring up" for i in claim.citations}


def test_a_posting_orders_the_resume_and_names_what_is_not_shown() -> None:
    posting = "Senior engineer\n\n- Has unblocked a mobile release\n- Ten years of COBOL on mainframes\n"
    body = made("resume", posting=posting)
    assert any("COBOL" in gap for gap in body.gaps)
    assert not any("mobile" in gap for gap in body.gaps)


def test_a_posting_that_asks_for_nothing_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        made("resume", posting="Hello there.")


def test_a_job_search_says_who_could_introduce() -> None:
    records = [*half_year(), person("R9", "Ola Nord", "Met Ola at the meetup", reach="external", team="Acme")]
    body = draft(brief("job-search"), records, judge=lenient)
    assert any("R9" in claim.citations and "Acme" in claim.section for claim in body.claims)


LADDER = Ladder(
    name="ours",
    version=1,
    source="ladder.md",
    cumulative=False,
    levels=(
        LadderLevel(id="senior", name="Senior", position=0),
        LadderLevel(id="staff", name="Staff Engineer", position=1),
    ),
    criteria=(
        Criterion(id="C1", level="staff", text="Leads a cutover across teams", theme="Delivery"),
        Criterion(id="C2", level="staff", text="Publishes papers about cryptography"),
    ),
)


def test_a_promotion_case_follows_the_criteria_and_says_where_it_is_weak() -> None:
    def similarity(left: object, right: object) -> list[list[float]]:
        return [[0.6 if "cutover" in a and "cutover" in b else 0.0 for b in right] for a in left]  # type: ignore[attr-defined]

    body = draft(
        brief("promo", ladder=LADDER, level="staff engineer"),
        half_year(),
        judge=lenient,
        similarity=similarity,
    )
    assert [c.section for c in body.claims if "E3" in c.citations] == ["Delivery: Leads a cutover across teams"]
    assert any("cryptography" in gap for gap in body.gaps)
    assert "Staff Engineer" in body.title


def test_a_level_that_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="senior, staff"):
        made("promo", ladder=LADDER, level="wizard")
