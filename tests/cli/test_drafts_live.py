"""Drafts after they are made: stale ones say why, a refresh writes only what changed, files are whole or not there."""

import re

import pytest

WEEKS = {
    "2026-01-09": "Cut checkout p99 from 820ms to 480ms by caching the price list.",
    "2026-01-23": "Led the design review of the ledger service with three teams.",
    "2026-02-06": "Unblocked the mobile team by fixing the token refresh in the auth gateway (PAY-1431).",
    "2026-02-20": "Shipped the settlement report, which closes the month in 2 hours instead of 9.",
}
CHECKOUT, SETTLEMENT = "2026-01-09", "2026-02-20"


@pytest.fixture
def ids(cli):
    """The id of the evidence of each day."""
    for day, text in WEEKS.items():
        assert cli("log", text, "--date", day).code == 0
    found = cli("list", "evidence", "--json").json["records"]
    return {record["happened_on"]: record["id"] for record in found}


@pytest.fixture
def draft(cli, ids):
    said = cli("draft", "brag", "--json")
    assert said.code == 0, said.err
    return said.json


def sentences(draft, cited):
    return [claim["text"] for claim in draft["claims"] if cited in claim["citations"]]


def edited(cli, identity):
    said = cli("edit", identity, "--set", "scope=team", "--json")
    assert said.code == 0, said.err
    return next(r["id"] for r in cli("list", "evidence", "--json").json["records"] if r["supersedes"] == identity)


def test_show_under_drafts_is_show(cli, draft):
    assert cli("drafts", "show", "D1").out == cli("show", "D1").out
    assert cli("drafts", "show", "d1", "--json").json == cli("show", "D1", "--json").json


def test_the_list_still_works_with_and_without_json(cli, draft):
    assert cli("drafts", "--json").json["drafts"][0]["id"] == "D1"
    shown = cli("drafts").out
    assert "D1" in shown and max(map(len, shown.splitlines())) <= 80


def test_a_rejected_record_marks_its_sentences_and_no_other(cli, ids, draft):
    cli("reject", ids[CHECKOUT])
    said = cli("drafts", "show", "D1", "--json").json
    assert said["stale"] == [ids[CHECKOUT]]
    assert [one["text"] for one in said["stale_sentences"]] == sentences(draft, ids[CHECKOUT])
    assert said["stale_sentences"][0]["changes"][0]["what"] == "rejected"
    assert "rejected" in cli("drafts", "show", "D1").err


def test_an_edit_shows_what_was_and_what_is(cli, ids, draft):
    new = edited(cli, ids[CHECKOUT])
    (change,) = cli("drafts", "show", "D1", "--json").json["stale_sentences"][0]["changes"]
    assert (change["what"], change["new"]) == ("superseded", new)
    assert {"name": "scope", "before": "not known", "after": "team"} in change["fields"]
    told = cli("drafts", "show", "D1").err
    assert f"superseded by {new}" in told and "+ scope: team" in told


def test_a_merged_record_shows_the_words_of_both(cli, ids, draft):
    assert cli("merge", ids[SETTLEMENT], ids[CHECKOUT]).code == 0
    (change,) = cli("drafts", "show", "D1", "--json").json["stale_sentences"][0]["changes"]
    assert (change["what"], change["new"]) == ("merged", ids[SETTLEMENT])
    assert "820ms" in change["old_words"] and "settlement" in change["new_words"]


def test_a_refresh_keeps_every_other_sentence_and_rests_on_the_new_record(cli, ids, draft):
    new = edited(cli, ids[CHECKOUT])
    said = cli("drafts", "refresh", "D1", "--json")
    assert said.code == 0, said.err
    fresh = said.json
    assert (fresh["id"], fresh["from"], fresh["stale"]) == ("D2", "D1", [])
    assert sentences(fresh, new) and not sentences(fresh, ids[CHECKOUT])
    untouched = [c for c in draft["claims"] if ids[CHECKOUT] not in c["citations"]]
    assert [c for c in fresh["claims"] if new not in c["citations"]] == untouched
    assert new in fresh["text"] and ids[CHECKOUT] + "]" not in fresh["text"]


def test_a_refresh_removes_and_lists_what_rests_on_a_rejected_record(cli, ids, draft):
    cli("reject", ids[CHECKOUT])
    fresh = cli("drafts", "refresh", "D1", "--json").json
    assert not sentences(fresh, ids[CHECKOUT])
    assert [claim["text"] for claim in fresh["removed"]] == sentences(draft, ids[CHECKOUT])
    assert fresh["removed"][0]["findings"][0]["check"] == "citation"
    assert fresh["rewritten"][0]["new"] == []


def test_a_refreshed_draft_verifies_and_the_old_one_stays_as_it_was(cli, ids, draft, tmp_path):
    edited(cli, ids[CHECKOUT])
    cli("merge", ids[SETTLEMENT], ids["2026-02-06"])
    assert cli("drafts", "refresh", "D1").code == 0
    target = tmp_path / "fresh.md"
    assert cli("drafts", "show", "D2", "-o", str(target)).code == 0
    assert cli("verify", str(target)).code == 0
    assert cli("show", "D1", "--json").json["text"] == draft["text"]
    assert "made from D1" in cli("drafts", "show", "D2").err


def test_nothing_is_kept_where_nothing_is_stale_or_nothing_is_left(cli, ids, draft):
    said = cli("drafts", "refresh", "D1")
    assert said.code == 0 and "fresh" in said.err
    for identity in ids.values():
        cli("reject", identity)
    assert cli("drafts", "refresh", "D1").code == 3
    assert len(cli("drafts", "--json").json["drafts"]) == 1


@pytest.mark.parametrize("words", [["show", "D9"], ["refresh", "D9"], ["show", "E1"], ["refresh", "soon"]])
def test_an_id_that_is_no_kept_draft_is_wrong_usage(cli, ids, words):
    said = cli("drafts", *words)
    assert said.code == 2 and one_line(said.err) and not said.out


def test_a_copy_for_handing_in_names_its_cited_twin(cli, ids):
    said = cli("draft", "brag", "--no-citations")
    assert said.code == 0 and not re.search(r"\[E\d+", said.out)
    assert "assistant show D1" in said.err
    assert "[E" in cli("show", "D1").out


def test_the_twin_of_a_written_copy_is_named_too(cli, ids, tmp_path):
    said = cli("draft", "brag", "--no-citations", "--format", "docx", "-o", str(tmp_path / "brag.docx"))
    assert said.code == 0 and "assistant show D1" in said.err
    assert (tmp_path / "brag.docx").read_bytes()[:2] == b"PK"


def test_a_file_is_replaced_whole_and_only_with_force(cli, ids, tmp_path):
    target = tmp_path / "brag.md"
    target.write_text("mine")
    for command in (["draft", "brag"], ["drafts", "show", "D1"]):
        refused = cli(*command, "-o", str(target))
        assert refused.code == 2 and "--force" in refused.err and target.read_text() == "mine"
        cli("draft", "brag")
    assert cli("drafts", "show", "D1", "-o", str(target), "--force").code == 0
    assert target.read_text().startswith("# ") and [path.name for path in tmp_path.glob(".brag*")] == []


BAD = {
    "an unknown person": (["one-on-one", "--with", "Zoltan"], 2, "Zoltan"),
    "a period without a record": (["promo", "--period", "2019"], 3, "2019"),
    "no ladder for the level": (["promo", "--level", "staff"], 2, "ladder import"),
    "a folder that is not there": (["promo", "-o", "{tmp}/no/such/promo.md"], 2, "no folder"),
    "a folder as the file": (["promo", "-o", "{tmp}"], 2, "folder"),
    "a folder as the file, forced": (["promo", "-o", "{tmp}", "--force"], 2, "folder"),
    "an unknown format": (["promo", "--format", "pdf"], 2, "pdf"),
    "a binary format for the screen": (["promo", "--format", "docx"], 2, "-o"),
    "a JSON resume of a promotion case": (["promo", "--format", "jsonresume"], 2, "resume"),
    "an unknown kind": (["poem"], 2, "poem"),
    "a questions file that is not there": (["self-assessment", "--questions", "{tmp}/none.txt"], 2, "none.txt"),
    "an empty questions file": (["self-assessment", "--questions", "{tmp}/empty.txt"], 2, "empty"),
    "a limit that no sentence keeps": (["self-assessment", "--questions", "{tmp}/tiny.txt"], 2, "2 words"),
    "limits that none of these sentences keeps": (["self-assessment", "--questions", "{tmp}/short.txt"], 3, "limit"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_clear_line_and_keeps_nothing(cli, ids, tmp_path, case):
    (tmp_path / "empty.txt").write_text("\n")
    (tmp_path / "tiny.txt").write_text("What did you achieve? (max 2 words)\n")
    (tmp_path / "short.txt").write_text("What did you achieve? (max 5 words)\n")
    words, code, named = BAD[case]
    said = cli("draft", *(word.format(tmp=tmp_path) for word in words))
    assert said.code == code, said.err
    assert one_line(said.err) and named in said.err and not said.out
    assert cli("drafts", "--json").json == {"drafts": []}


def one_line(err):
    return len(err.splitlines()) == 1 and err.startswith("assistant: ") and "Traceback" not in err
