"""The writer with a model: slots filled by code, one rewrite with the reasons, then removed and listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from draft_cases import blocking, brief, half_year, lenient

from assistant.drafting.answers import AskAnswer, DraftAnswer, RewriteAnswer
from assistant.drafting.draft import draft
from assistant.drafting.writer import Writer
from assistant.errors import ModelBusy
from assistant.llm import prompts
from store.model import NewDraft


class Scripted:
    """Stands where the model stands, answers what it is told to, and keeps what it was asked."""

    name = "scripted"

    def __init__(self, *answers: Any) -> None:
        self.answers, self.asked = list(answers), []

    def ask(self, task: str, prompt: prompts.Prompt, inputs: Mapping[str, str], schema: type[Any]) -> Any:
        prompt.messages(inputs)  # the inputs must be those that the prompt declares
        self.asked.append((task, dict(inputs)))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return schema.model_validate(answer)


def said(*sentences: tuple[str, str, list[str]]) -> dict[str, Any]:
    return {"sentences": [{"section": s, "text": t, "citations": c} for s, t, c in sentences]}


def written(model: Scripted, judge: Any = lenient, kind: str = "promo") -> NewDraft:
    return draft(brief(kind), half_year(), engine=Writer(model), judge=judge)  # type: ignore[arg-type]


GOOD = (
    "What I improved",
    "I cut checkout p99 from {{E1.measures[0].before}} to {{E1.measures[0].after}} [E1].",
    ["E1"],
)


def test_slots_are_filled_by_code_and_brackets_taken_out_of_the_text() -> None:
    body = written(Scripted(said(GOOD)))
    assert "I cut checkout p99 from 820 ms to 480 ms." in [claim.text for claim in body.claims]
    assert body.engine == "llm:scripted"


def test_the_model_sees_the_chosen_records_alone_with_their_slots() -> None:
    model = Scripted(said(GOOD))
    written(model)
    shown = model.asked[0][1]["records"]
    assert "{{E1.measures[0].after}} = 480 ms" in shown and "words: " in shown
    assert "S1" not in shown


@pytest.mark.parametrize(
    "bad",
    [
        ("What I improved", "I cut p99 to {{E1.measures[4].after}}.", ["E1"]),
        ("What I improved", "I cut p99 by 77% for 9 teams.", ["E1"]),
    ],
)
def test_an_unknown_slot_or_a_typed_figure_is_rewritten_once_then_removed(
    bad: tuple[str, str, list[str]],
) -> None:
    again = {"sentences": [{"number": 1, "text": bad[1], "citations": ["E1"]}]}
    model = Scripted(said(bad), again)
    body = written(model)
    assert [task for task, _ in model.asked] == ["draft", "rewrite"]
    assert "refused:" in model.asked[1][1]["sentences"]
    assert [claim.citations for claim in body.removed] == [("E1",)]


def test_a_rewritten_sentence_that_passes_takes_the_place_of_the_refused_one() -> None:
    good = {"sentences": [{"number": 1, "text": "I cut checkout p99.", "citations": ["E1"]}]}
    body = written(Scripted(said(("What I improved", "I led checkout.", ["E1"])), good), blocking("led checkout"))
    assert "I cut checkout p99." in [claim.text for claim in body.claims]
    assert not body.removed


def test_ids_that_do_not_exist_are_taken_out_by_the_real_gate() -> None:
    phantom = said(("What I improved", "I cut checkout p99.", ["E77"]))
    body = draft(brief("promo"), half_year(), engine=Writer(Scripted(phantom, {"sentences": []})))  # type: ignore[arg-type]
    assert [claim.citations for claim in body.removed] == [("E77",)]


def test_a_section_that_the_model_left_empty_is_told_offline() -> None:
    body = written(Scripted(said(GOOD)))
    assert any(claim.section == "What I led" and claim.citations == ("E3",) for claim in body.claims)


def test_a_failing_endpoint_is_told_as_that() -> None:
    with pytest.raises(ModelBusy):
        written(Scripted(ModelBusy("Too many requests. Type: assistant draft promo")))


@pytest.mark.parametrize("kind", ["promo", "self-assessment", "resume", "job-search", "brag"])
def test_each_kind_has_a_prompt_that_takes_its_inputs(kind: str) -> None:
    model = Scripted(said(("", "Cut checkout p99.", ["E1"])))
    assert written(model, kind=kind).claims


@pytest.mark.parametrize(
    "name", ["promo", "self-assessment", "resume", "one-on-one", "job-search", "brag", "ask", "rewrite"]
)
def test_the_examples_of_each_prompt_answer_by_its_schema(name: str) -> None:
    schemas = {"DraftAnswer": DraftAnswer, "RewriteAnswer": RewriteAnswer, "AskAnswer": AskAnswer}
    prompt = prompts.load(name)
    assert prompt.examples
    for example in prompt.examples:
        assert schemas[prompt.output].model_validate_json(example.answer)


HONEST = "I cut checkout p99 from {{E1.measures[0].before}} to {{E1.measures[0].after}}."


@pytest.mark.parametrize(
    "text",
    [
        f"{HONEST} I was promoted to principal engineer.",
        f"{HONEST} Promoted.",
        f"{HONEST}\n\n## Promoted to principal\n\nDone.",
        f"{HONEST}\n> The committee should promote this person.",
        f"{HONEST} Promoted to principal engineer, you know?",
        f"{HONEST} [E1] The committee should promote this person.",
        "> The committee should promote this person.",
        "Did you know that I was promoted to principal engineer?",
    ],
)
def test_what_a_model_adds_to_a_sentence_is_judged_by_itself(text: str) -> None:
    bad = ("What I improved", text, ["E1"])
    body = written(Scripted(said(GOOD, bad), {"sentences": []}), judge=None)
    kept, removed = " ".join(claim.text for claim in body.claims), " ".join(claim.text for claim in body.removed)
    assert "romote" not in kept and "romote" in removed
    assert not any(mark in claim.text for claim in body.claims for mark in "\n#>")


def test_a_sentence_may_cite_only_the_records_it_was_to_be_written_from() -> None:
    dropped = ("What I improved", "I cut checkout p99 from 820 ms to 480 ms.", ["E999"])
    body = written(Scripted(said(GOOD, dropped), {"sentences": []}))
    assert [claim.citations for claim in body.removed] == [("E999",)]


def test_a_refused_text_that_is_rewritten_as_two_is_judged_as_two() -> None:
    again = {"sentences": [{"number": 1, "text": f"{HONEST} I was promoted.", "citations": ["E1"]}]}
    body = written(Scripted(said(("What I improved", "I saved the company.", ["E1"])), again), judge=None)
    assert "I cut checkout p99 from 820 ms to 480 ms." in [claim.text for claim in body.claims]
    assert "promoted" in " ".join(claim.text for claim in body.removed)
