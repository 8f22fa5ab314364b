"""Offline sentences: grammatical, first person, the person's own words."""

from __future__ import annotations

import pytest
from draft_cases import evidence, person

from assistant.drafting.brief import Item
from assistant.drafting.compose import bullet, first_person
from assistant.drafting.tell import tellings
from assistant.drafting.trimming import names_of, without_names


def told(quote: str, **fields: object) -> str:
    return " ".join(next(first_person(evidence("E1", quote, **fields))))


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        (
            "Cut checkout p99 from 820 ms to 480 ms by caching the price list",
            "I cut checkout p99 from 820 ms to 480 ms by caching the price list.",
        ),
        ("We moved billing to the new queue!!", "We moved billing to the new queue."),
        ("This week I finally got the retry storm under control.", "I got the retry storm under control."),
        ("i fixed the flaky settlement test", "I fixed the flaky settlement test."),
        ("Also fixed the importer", "I fixed the importer."),
        (
            "Been mentoring Leo through his first design",
            "I have been mentoring Leo through his first design.",
        ),
        ("RFC for idempotency keys approved by Priya", "RFC for idempotency keys was approved by Priya."),
        ("Amira and I started a working group", "Amira and I started a working group."),
        ("Pages went from 23 to 9 in my rotation", "Pages went from 23 to 9 in my rotation."),
        (
            "write latency on the ledger p95 from 95 ms to 22 ms",
            "The write latency on the ledger p95 went from 95 ms to 22 ms.",
        ),
        ("Move settlement to the new client", "I moved settlement to the new client."),
        ("Release notes for 1.4 out", "Release notes for 1.4 out."),
        ("Ledger migration: moved the last 3 tables", "Ledger migration: I moved the last 3 tables."),
        ("k8s upgrade finished on all 14 clusters", "The k8s upgrade was finished on all 14 clusters."),
        ("Retry RFC got approved", "The retry RFC got approved."),
        ("mismatch rate down from 0.4% to 0.02%", "The mismatch rate went down from 0.4% to 0.02%."),
        ("After that a quiet week:\n- ledger p95 from 95 ms to 22 ms", "Ledger p95 went from 95 ms to 22 ms."),
        ("Led the cutover on Saturday with 11 people", "I led the cutover with 11 people."),
    ],
)
def test_a_piece_of_a_note_becomes_a_sentence_of_its_author(quote: str, sentence: str) -> None:
    assert told(quote) == sentence


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("Shipped the [ledger cutover](https://a.example/b) 🎉", "I shipped the ledger cutover."),
        ("**Cut** the `checkout-svc` image to 80 MB :tada:", "I cut the checkout-svc image to 80 MB."),
        ("Wrote it up (see https://a.example/x)", "I wrote it up."),
        ("Fixed snake_case_name in the importer #oncall #win", "I fixed snake_case_name in the importer."),
        ("Paired w/ Sam on the importer", "I paired with Sam on the importer."),
        ("Fixed ~~two~~ three bugs", "I fixed three bugs."),
        ("Fixed the importer [E99]", "I fixed the importer."),
    ],
)
def test_mark_up_links_emoji_and_tags_are_stripped(quote: str, sentence: str) -> None:
    assert told(quote) == sentence


def test_an_arrow_between_figures_is_told_with_the_figures_as_written() -> None:
    assert told("Brought p99 820ms -> 480ms") == "I brought p99 from 820ms to 480ms."


def test_what_stands_under_a_bullet_is_merged_into_its_sentence() -> None:
    quote = "Rewrote the retry logic\n  - pages dropped from 11 to 3 a week"
    assert told(quote) == "I rewrote the retry logic; pages dropped from 11 to 3 a week."
    assert told("Built the dual-write path\n  - 2 of 9 paths") == "I built the dual-write path (2 of 9 paths)."


def test_a_ticked_task_is_told_as_done() -> None:
    assert told("- [x] Write the RFC for idempotency keys") == "I wrote the RFC for idempotency keys."


def test_work_under_way_is_told_as_under_way() -> None:
    sentence = told("Working on the ledger migration; 3 of 5 tables moved", progress="in-progress")
    assert sentence == "I am working on the ledger migration; 3 of 5 tables moved."


def test_a_comma_splice_is_mended() -> None:
    sentence = told("Reviewed the refunds proposal, asked for an idempotency key before it ships")
    assert sentence == "I reviewed the refunds proposal and asked for an idempotency key before it ships."


def test_a_second_sentence_keeps_its_own_subject() -> None:
    quote = "Led the rehearsal in staging. Took 3 h 40, we found 4 steps that were wrong"
    assert "I took" not in told(quote)


def test_the_last_wording_is_the_records_own_leading_sentence() -> None:
    record = evidence("E1", "Cut p99 by half\n  - from 820 ms to 410 ms\n  - in two days")
    wordings = list(first_person(record))
    assert wordings[-1] == ("Cut p99 by half.",)


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("I cut p99 to 480 ms (PAY-1431)", "Cut p99 to 480 ms"),
        ("Wrote the RFC", "Wrote the RFC"),
        ("We moved billing to the new queue", "With the team, moved billing to the new queue"),
    ],
)
def test_a_resume_bullet_has_no_subject_and_no_ticket(quote: str, line: str) -> None:
    assert next(bullet(evidence("E1", quote))) == (line,)


def test_words_about_somebody_else_make_no_resume_bullet() -> None:
    assert list(bullet(evidence("E1", "Priya told me that she points people to my design"))) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Paired with Priya on the importer", "Paired with a colleague on the importer"),
        ("Onboarded two people (Rui, Marta) to the code", "Onboarded two people to the code"),
        ("Reviewed Rui's design with Marta and Priya", "Reviewed a colleague's design with colleagues"),
        ("Shipped the importer", "Shipped the importer"),
    ],
)
def test_a_resume_names_no_colleague(text: str, told: str) -> None:
    assert without_names(text, ["Priya", "Rui", "Marta"]) == told


def test_a_role_or_a_team_is_no_name() -> None:
    somebody = person("R1", "Priya Raman", "Priya agreed", aliases=("Priya", "the platform team", "my manager"))
    assert names_of(somebody) == ("Priya Raman", "Priya", "Priya")


def test_who_somebody_is_stands_where_the_words_name_them() -> None:
    words = "Decided with Priya to give refunds their own sequence"
    somebody = person("R1", "Priya Raman", words, role="staff engineer", team="platform")
    told = next(tellings(Item(records=(somebody,), telling="person")))
    sentence = "I decided with Priya Raman (staff engineer, platform) to give refunds their own sequence."
    assert told == ((sentence, ("R1",)),)
