"""A model that obeys what a note tells it changes nothing and writes nothing: the short form of `eval.injection`."""

from eval import injection
from eval.attacks import ATTACKS, PLACES

EVERY = 31  # shares no factor with the number of places, nor of attacks: each place is visited, most attacks too


def test_an_obeying_model_and_the_built_in_reader_change_and_claim_nothing_beyond_the_words():
    chosen = injection.cases(EVERY)
    assert {case.place.name for case in chosen} == {place.name for place in PLACES}
    played = list(injection.play(chosen, then=injection.AFTER[:1]))
    assert [
        (one.case.place.name, one.case.attack.name, fault)
        for one in played
        for fault in one.faults
        if fault.kind != "quoted"
    ] == []
    asked = [one for one in played if one.case.engine == "llm" and one.case.place.name != "code fence"]
    assert all(one.reached for one in asked)  # the text did stand before the model


def test_the_long_form_has_two_hundred_cases_for_each_engine():
    assert len(injection.cases()) == 2 * len(ATTACKS) * len(PLACES) >= 400


def test_the_harness_sees_a_program_that_believes_its_model(monkeypatch):
    """The check of the checker: with the bounds taken away, faults are told."""
    monkeypatch.setattr("assistant.drafting.gate.judge", lambda *_, **__: ())
    monkeypatch.setattr("assistant.reading.model_answer.stands", lambda *_: True)
    monkeypatch.setattr("assistant.reading.model_answer.day_in", lambda text, *_: None)
    chosen = [case for case in injection.cases() if case.engine == "llm" and case.place.name == "bullet"][:1]
    kinds = {fault.kind for one in injection.play(chosen, then=injection.AFTER[:1]) for fault in one.faults}
    assert {"state", "obeyed", "uncited"} <= kinds
