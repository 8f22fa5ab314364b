"""What a person sees of secrets and of what was sent."""

import logging
import sqlite3
import subprocess
import traceback
from contextlib import closing

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
    shown = cli("runs", "show", "1").out
    assert shown == cli("runs", "1").out
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


@pytest.mark.parametrize("words", [("show",), ("show", "x"), ("1", "2"), ("-1",)])
def test_a_call_is_asked_for_by_its_number(cli, words):
    assert cli("runs", *words).code == 2


def test_setup_says_that_names_stay(endpoint):
    from assistant.app.configuring import leaves

    assert "pseudonyms" in leaves(endpoint.settings(ASSISTANT_PSEUDONYMS="true"))
    assert "pseudonyms" not in leaves(endpoint.settings())


# --- dry runs


@pytest.fixture
def told(cli):
    cli("log", NOTE, "--engine", "offline")
    return cli


def shown(said):
    assert said.code == 0 and said.json["dry_run"] is True
    return "\n".join(message["content"] for message in said.json["messages"])


def everything(home):
    with closing(sqlite3.connect(home / "assistant.db")) as conn:
        return {
            table: conn.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("notes", "drafts", "runs")
        }


def test_a_dry_run_shows_what_would_be_sent_and_sends_and_keeps_nothing(told, model, home, monkeypatch):
    before = everything(home)
    asked = told("ask", "What did I do about checkout?", "--dry-run", "--json")
    drafted = told("draft", "brag", "--dry-run", "--json")
    logged = told("log", NOTE, "--dry-run", "--json")
    for said in (asked, drafted, logged):
        assert "Cut checkout p99 from 820 ms to 480 ms." in shown(said) and SECRET not in shown(said)
    assert "What did I do about checkout?" in shown(asked)
    assert model.requests == [] and everything(home) == before


def test_a_dry_run_of_process_shows_the_notes_that_wait(cli, model, home):
    model.says(*[httpx.Response(401, json={"error": {"message": "no"}})] * 3)
    cli("log", NOTE)
    sent, before = len(model.requests), everything(home)
    said = cli("process", "--dry-run", "--json")
    assert "Cut checkout p99" in shown(said) and SECRET not in shown(said)
    assert len(model.requests) == sent and everything(home) == before
    assert cli("process", "--dry-run", "--engine", "offline").err.count("Nothing would be sent") == 1


def test_a_dry_run_that_would_first_embed_shows_the_texts_and_embeds_nothing(told, model, monkeypatch):
    monkeypatch.setenv("ASSISTANT_EMBEDDING_MODEL", "vectors")
    assert "Cut checkout p99" in shown(told("ask", "checkout?", "--dry-run", "--json"))
    assert model.requests == []


def test_a_dry_run_offline_says_that_nothing_would_be_sent(told):
    for command in (("ask", "checkout?"), ("draft", "brag"), ("process",)):
        said = told(*command, "--dry-run")
        assert said.code == 0 and "Nothing would be sent" in said.err and said.out == ""


def test_a_dry_run_of_a_refresh_keeps_no_draft(told, model, home):
    told("draft", "brag", "--engine", "offline")
    told("edit", "E1", "--summary", "Cut checkout p99", "--engine", "offline")
    before = everything(home)
    assert told("drafts", "refresh", "D1", "--dry-run", "--json").code == 0
    assert model.requests == [] and everything(home) == before


# --- logs, tracebacks, processes, files


def test_no_log_of_any_library_holds_a_note(cli, model, caplog):
    caplog.set_level(logging.DEBUG)
    model.says(httpx.Response(500), httpx.Response(500), httpx.Response(500), "no JSON", "still none")
    assert cli("log", NOTE).code == 4
    assert cli("process").code == 4
    cli("process", "--engine", "offline")
    cli("ask", "checkout", "--engine", "offline")
    cli("draft", "brag", "--engine", "offline")
    assert "checkout" not in caplog.text and SECRET not in caplog.text


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_traceback_holds_no_note(cli, monkeypatch, debug):
    monkeypatch.setenv("ASSISTANT_DEBUG", debug)

    def broken(note, **_):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("assistant.reading.read_note", broken)
    try:
        said = cli("log", NOTE)
    except RuntimeError as fault:
        told = "".join(traceback.format_exception(fault))
    else:
        told = said.out + said.err
    assert "checkout" not in told and SECRET not in told


def test_an_error_of_the_database_holds_no_note(home):
    from sqlalchemy.exc import SQLAlchemyError

    from store.database import open_database

    database = open_database(home)
    with pytest.raises(SQLAlchemyError) as fault, database._engine.begin() as conn:
        conn.exec_driver_sql("INSERT INTO notes (id, text) VALUES (?, ?)", ("N1", NOTE))
    assert "checkout" not in str(fault.value)
    database.close()


def test_no_program_is_started_with_the_words_of_a_note(cli, monkeypatch, tmp_path):
    started = []
    real = subprocess.run

    def run(command, **options):
        started.append(command)
        return real(command, **options)

    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\nprintf '%s' '{NOTE}' > \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr("assistant.cli.commands.log._is_typed_at", lambda: True)
    assert cli("log").code == 0
    assert len(started) == 1 and not [word for word in started[0] if "checkout" in word]


def test_only_the_database_holds_a_note_and_only_its_words_stand_in_the_ledger(cli, model, home):
    model.says(httpx.Response(400, json={"error": {"message": f"cannot read: {NOTE}", "code": "bad"}}))
    model.says(*[httpx.Response(400, json={"error": {"message": f"cannot read: {NOTE}"}})] * 3)
    cli("log", NOTE)
    holding = [path.name for path in home.rglob("*") if path.is_file() and b"checkout p99" in path.read_bytes()]
    assert {name.split("-")[0] for name in holding} <= {"assistant.db"}
    cli("forget", "N1", "--yes")
    assert not [path for path in home.rglob("*") if path.is_file() and b"checkout p99" in path.read_bytes()]
