"""The gate's mechanisms in fresh words: for each of them what it takes out and what it leaves alone."""

# ruff: noqa: E501 - a sentence a line reads best

from __future__ import annotations

import pytest
from gate_records import blocks, evidence, findings, goal, person

from eval.claims import fallen
from eval.mutations import CORRUPT, KEEP, Row, rows, true_sentences
from store.model import Record

LOADER = evidence(
    "E1",
    "bulk loader: a nightly load took 6 hours, an incremental load takes 14 minutes. Live for 3 tenants, 4 more wait for the audit flag.",
    progress="in-progress",
)
ISSUES = evidence("E2", "pen test of the admin page: 2 defects found, one fixed, one open (session timeout).")
LEAK = evidence(
    "E3", "Found a leak in the pool that would have exhausted the replicas. Patched it on Tuesday. Never reached prod."
)
PARSER = evidence(
    "E4", "Fixed the parser with Imre, he did the lexer, I did error recovery.", actor="shared", level="contributed"
)
DESIGN = evidence("E5", "new ranking endpoint, CTR up 2.1%, revenue flat. Endpoint is mine, survey design by Noor.")
GUILD = evidence(
    "E6", "Testing guild: I run it now, took over from Imre in May, 8 members, meets every second Tuesday.", level="led"
)
BATCH = evidence("E7", "Batch bug cost the pricing team two runs of ~6 days. I found it, Marek patched it.")
SPOT = evidence("E8", "Cheap nodes: job failures not higher than before. Write load went up a bit, 10 to 11.")
REHEARSAL = evidence("E9", "Led the switch rehearsal in staging with SRE and support, 9 people.", level="led")
SWITCH = evidence(
    "E10",
    "Led the billing switch on Sunday: 40 minutes of read-only, zero lost invoices, no rollback needed.",
    level="led",
)
STATED = evidence("E11", "Rehearsed the switch twice, so no invoice was lost.", level="led")
ERRORS = evidence("E12", "0.4% of the invoices were off. My estimates vs actuals: ratio of about 1.6.")
ROTA = goal("G1", "one on-call rota for the data team by June")
BUILD = evidence("E13", "Build starts in Q2, two people, not me probably.", progress="planned")
CARDS = evidence(
    "E14", "Live for card payments only, not wallets. Rename w/o fallback broke the help page for 9 minutes."
)

TAKEN = [
    (LOADER, "A nightly load takes 14 minutes where an incremental load took 6 hours."),
    (LOADER, "I completed the bulk loader."),
    (ISSUES, "Both defects of the pen test were fixed."),
    (ISSUES, "The pen test of the admin page ended without any defects."),
    (LEAK, "The leak exhausted the replicas."),
    (LEAK, "I patched a leak in production."),
    (PARSER, "I did the lexer of the parser."),
    (DESIGN, "I built the endpoint and did the survey design."),
    (GUILD, "I founded the testing guild."),
    (GUILD, "I run the testing guild, which meets every Tuesday."),
    (BATCH, "I found and patched the batch bug."),
    (BATCH, "The batch bug cost the pricing team 18 days."),
    (SPOT, "Cheap nodes had fewer job failures."),
    (SPOT, "I lowered the write load."),
    (ERRORS, "Four in a hundred invoices were off."),
    (ERRORS, "My estimates were off by a factor of 2.6."),
    (ROTA, "I set up one on-call rota for the data team."),
    (BUILD, "I will start the build in Q2."),
    (CARDS, "The change is live for card payments and wallets."),
    (GUILD, "Eight members of the testing guild report to me."),
    (GUILD, "I manage the testing guild and drove it company-wide."),
    (SWITCH, "I never led the billing switch."),
    (SWITCH, "I led the billing switch every day."),
]  # fmt: skip

LEFT = [
    (LOADER, "An incremental load takes 14 minutes where a nightly load took six hours."),
    (LOADER, "The incremental load is live for three tenants."),
    (LOADER, "Introduced an incremental load for 3 tenants, down from 6 hours to 14 minutes"),
    (ISSUES, "The pen test found two defects, of which one is fixed and one is open."),
    (LEAK, "I patched a leak that would have exhausted the replicas."),
    (LEAK, "I found and patched a leak in the pool before it reached production."),
    (PARSER, "I wrote the error recovery of the parser, and Imre the lexer."),
    (DESIGN, "I built a new ranking endpoint, for which Noor designed the survey."),
    (GUILD, "In May I took over the testing guild, which meets every second Tuesday."),
    (BATCH, "The batch bug that I found had cost the pricing team around 12 days."),
    (SPOT, "Cheap nodes showed no more job failures than before."),
    (ERRORS, "About four in every thousand invoices were off."),
    (ERRORS, "My estimates were off by a factor of roughly 1.6."),
    (BUILD, "Two people will start the build in the second quarter, probably without me."),
    (CARDS, "A rename that had no fallback broke the help page for 9 minutes."),
    (SWITCH, "I led the billing switch, which lost no invoices."),
    (STATED, "I rehearsed the switch twice, which is why no invoice was lost."),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "text"), TAKEN)
def test_an_invention_of_a_closed_kind_is_taken_out(cited: Record, text: str) -> None:
    assert blocks(text, cited)


@pytest.mark.parametrize(("cited", "text"), LEFT)
def test_other_words_for_the_same_are_left_alone(cited: Record, text: str) -> None:
    assert blocks(text, cited) == []


@pytest.mark.parametrize(
    "text",
    [
        "I hope this gives you a useful start.",
        "I would appreciate your thoughts on this.",
        "These are the points I would like to discuss.",
        "I am grateful for any comments.",
        "I have tried to keep this brief.",
    ],
)
def test_words_to_the_reader_need_no_record(text: str) -> None:
    assert blocks(text) == []


@pytest.mark.parametrize(
    "text", ["I would like to add that I led the billing team.", "I hope this shows that I cut costs by 40%."]
)
def test_a_fact_among_words_to_the_reader_needs_one(text: str) -> None:
    assert blocks(text)


def test_which_is_why_between_two_records_is_an_invented_cause() -> None:
    found = blocks(
        "The rehearsals that I led made the switch safe, which is why no invoice was lost.", REHEARSAL, SWITCH
    )
    assert [finding.value for finding in found] == ["which is why"]


def test_one_thing_after_another_is_no_cause() -> None:
    assert blocks("After rehearsing in staging I led the billing switch on Sunday.", REHEARSAL, SWITCH) == []


def test_a_manager_who_only_met_me_has_not_followed_the_work() -> None:
    dana = person("R3", "1:1 with Dana (my manager).", "Dana", role="manager", reach="manager")
    assert findings("Dana, my manager, has followed the work in our 1:1s", dana)


def test_a_verb_that_no_record_lists_warns_and_does_not_block() -> None:
    assert {f.severity for f in findings("I overhauled the parser's error recovery.", PARSER)} == {"warn"}


def test_a_figure_below_the_committed_one_is_named() -> None:
    assert fallen({"open true claims passed": 90}, {"open true claims passed": 95}) == [
        "open true claims passed: 90 % where 95 % were committed"
    ]


def test_each_operator_of_the_mutation_suite_finds_a_sentence_or_says_none() -> None:
    cases = true_sentences()[:20]
    for row in (*rows(CORRUPT, cases), *rows(KEEP, cases)):
        assert isinstance(row, Row) and 0 <= row.taken <= row.changed
