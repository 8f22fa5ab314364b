"""A draft by the real client over a mocked wire: what is sent, what comes of cut-off and foreign answers."""

from __future__ import annotations

from typing import Any

import pytest
from draft_cases import brief, half_year

from assistant.drafting.draft import draft
from assistant.drafting.writer import Writer
from assistant.errors import ModelNonsense
from assistant.llm.client import Model
from store.model import NewDraft, NewRun

SAYS = {
    "sentences": [
        {
            "section": "What I improved",
            "text": "I cut checkout p99 from {{E1.measures[0].before}} to {{E1.measures[0].after}}.",
            "citations": ["E1"],
        },
        {"section": "What I led", "text": "I led the company-wide ledger cutover.", "citations": ["E3"]},
    ]
}
AGAIN = {"sentences": [{"number": 1, "text": "I led the ledger cutover for the whole company.", "citations": ["E3"]}]}


def written(endpoint: Any, runs: list[NewRun], *answers: Any) -> NewDraft:
    endpoint.says(*answers)
    model = Model(endpoint.settings(), lambda run, at: runs.append(run), sleep=lambda seconds: None)
    return draft(brief("promo"), half_year(), engine=Writer(model))


def test_a_draft_is_written_judged_rewritten_once_and_the_rest_removed(endpoint: Any) -> None:
    runs: list[NewRun] = []
    body = written(endpoint, runs, SAYS, AGAIN)
    told = [claim.text for claim in body.claims]
    assert "I cut checkout p99 from 820 ms to 480 ms." in told
    assert not any("company" in text for text in told)
    assert [claim.citations for claim in body.removed] == [("E3",)]
    assert [run.task for run in runs] == ["draft", "rewrite"]


def test_notes_are_sent_as_fenced_data_in_a_user_message_alone(endpoint: Any) -> None:
    written(endpoint, [], SAYS, AGAIN)
    messages = endpoint.sent[0]["messages"]
    quote = half_year()[2].quote
    assert quote not in messages[0]["content"] and messages[0]["role"] == "system"
    assert quote in messages[-1]["content"] and "<data-" in messages[-1]["content"]


@pytest.mark.parametrize("nonsense", ["Here is your draft: you did well.", '{"sentences": [{"section": "What'])
def test_prose_or_a_cut_off_answer_is_told_as_nonsense(endpoint: Any, nonsense: str) -> None:
    with pytest.raises(ModelNonsense):
        written(endpoint, [], *[nonsense] * 8)
