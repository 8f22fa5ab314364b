"""What a person sees of secrets and of what was sent."""

import httpx
import pytest

SECRET = "Tr0ub4dor"
NOTE = f"Cut checkout p99 from 820 ms to 480 ms.\n\nChanged the staging password to {SECRET} after the audit."


@pytest.fixture
def model(endpoint, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
    return endpoint


def test_a_secret_is_flagged_when_the_note_is_kept_by_its_kind_and_place_never_its_value(cli):
    said = cli("log", NOTE)
    assert said.code == 0
    (line,) = [line for line in said.err.splitlines() if "secret" in line]
    assert "N1" in line and "password" in line and "assistant forget N1" in line and SECRET not in line


def test_the_json_of_a_log_tells_where_and_of_which_kind(cli):
    (one,) = cli("log", NOTE, "--json").json["secrets"]
    assert set(one) == {"kind", "start", "end"} and NOTE[one["start"] : one["end"]] == SECRET
    assert cli("log", "Wrote the runbook.", "--json").json["secrets"] == []


def test_a_note_that_could_not_be_read_is_flagged_too(cli, model):
    model.says(*[httpx.Response(401, json={"error": {"message": "no"}})] * 3)
    said = cli("log", NOTE)
    assert said.code == 4 and "password" in said.err and SECRET not in said.err


def test_what_the_model_was_sent_is_masked_and_what_it_said_stands_in_the_notes_own_words(cli, model):
    lines = NOTE.replace(SECRET, "█" * len(SECRET)).split("\n\n")
    records = [{"segments": [at], "quote": quote, "kind": "evidence"} for at, quote in enumerate(lines)]
    model.says({"records": records, "left_out": []})
    said = cli("log", NOTE, "--json").json
    assert [record["quote"] for record in (*said["records"], *said["inbox"])] == NOTE.split("\n\n")
    shown = cli("runs", "1").out
    assert SECRET not in shown and lines[1] in shown


def test_a_run_of_the_embeddings_endpoint_is_shown_text_by_text(cli, model, monkeypatch):
    monkeypatch.setenv("ASSISTANT_EMBEDDING_MODEL", "vectors")
    cli("log", NOTE, "--engine", "offline")
    row = {"object": "embedding", "index": 0, "embedding": [1.0, 0.0]}
    usage = {"prompt_tokens": 1, "total_tokens": 1}
    reply = {"object": "list", "data": [row], "model": "vectors", "usage": usage}
    model.router.post(url__regex=r".*/embeddings").mock(return_value=httpx.Response(200, json=reply))
    cli("search", "checkout")
    shown = cli("runs", "1")
    assert shown.code == 0 and "[text]" in shown.out and SECRET not in shown.out
