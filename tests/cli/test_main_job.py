"""From a paragraph to a cited draft and an answer, offline, through the command line alone."""

import re
from collections.abc import Iterator

import pytest

WEEKS = {
    "2026-01-09": "Cut checkout p99 from 820ms to 480ms by caching the price list. Paired with Dana Kim on the cache.",
    "2026-01-23": "- Led the design review of the ledger service with three teams\n- Mentored Tomás on query plans",
    "2026-02-06": "Unblocked the mobile team by fixing the token refresh in the auth gateway (PAY-1431).",
    "2026-02-20": "Learned how Postgres picks a merge join. Dana said my design docs come too late.",
    "2026-02-27": "I want to be promoted to staff engineer by the end of 2026. Gap: nobody outside my team knows me.",
}


@pytest.fixture
def kept(cli) -> Iterator[None]:
    for day, text in WEEKS.items():
        assert cli("log", text, "--date", day).code == 0
    yield


@pytest.mark.parametrize("kind", ["promo", "self-assessment", "resume"])
def test_every_claim_of_a_draft_cites_active_records_and_its_numbers_stand_in_a_quote(cli, kept, kind):
    said = cli("draft", kind, "--json")
    assert said.code == 0, said.err
    draft = said.json
    assert draft["id"] == "D1" and draft["claims"]
    for claim in draft["claims"]:
        assert claim["citations"], claim["text"]
        cited = [cli("show", identity, "--json").json for identity in claim["citations"]]
        assert {record["status"] for record in cited} == {"active"}
        quotes = " ".join(record["quote"] + str(record.get("contacts", "")) for record in cited)
        for number in re.findall(r"\d+", claim["text"]):
            assert number in quotes, claim["text"]


def test_a_kept_draft_verifies_and_is_listed_and_shown(cli, kept, tmp_path):
    target = tmp_path / "promo.md"
    assert cli("draft", "promo", "-o", str(target)).code == 0
    assert cli("verify", str(target)).code == 0
    assert cli("drafts", "--json").json["drafts"][0]["kind"] == "promo"
    assert "[E1]" in cli("show", "D1").out


def test_an_edited_sentence_that_the_notes_do_not_license_is_found(cli, kept, tmp_path):
    target = tmp_path / "promo.md"
    target.write_text("I cut checkout p99 from 820 ms to 380 ms [E1].\n")
    said = cli("verify", str(target), "--json")
    assert said.code == 3 and not said.json["ok"]
    (claim,) = said.json["claims"]
    assert any(finding["check"] == "number" and "380" in finding["value"] for finding in claim["findings"])


def test_a_rejected_record_makes_a_draft_stale_and_blocks_its_claims(cli, kept, tmp_path):
    assert cli("draft", "promo", "--json").json["claims"]
    assert cli("reject", "E1").code == 0
    assert "E1" in cli("drafts", "--json").json["drafts"][0]["stale"]
    target = tmp_path / "text.md"
    target.write_text("I cut checkout p99 from 820 ms to 480 ms [E1].\n")
    assert cli("verify", str(target)).code == 3


def test_an_output_file_is_not_overwritten_unasked(cli, kept, tmp_path):
    target = tmp_path / "promo.md"
    target.write_text("mine")
    said = cli("draft", "promo", "-o", str(target))
    assert said.code == 2 and "--force" in said.err and target.read_text() == "mine"
    assert cli("draft", "promo", "-o", str(target), "--force").code == 0
    assert target.read_text() != "mine"


def test_search_finds_by_identifier_and_by_meaning(cli, kept):
    assert "PAY-1431" in cli("search", "PAY-1431", "--json").json["results"][0]["quote"]
    results = cli("search", "made the payment page faster", "--json").json["results"]
    assert "p99" in results[0]["quote"]


@pytest.mark.parametrize(
    "query", ['"', "a AND (b OR", "NEAR/3 *", 'checkout" OR 1=1 --', "ü" * 5_000, "日本語", "x " * 5_000]
)
def test_any_query_gets_an_answer_and_no_error(cli, kept, query):
    said = cli("search", query, "--json")
    assert said.code == 0, said.err


def test_ask_answers_from_records_and_cites_them(cli, kept):
    said = cli("ask", "What did I do about checkout latency?", "--json")
    assert said.code == 0 and said.json["answered"]
    assert "E1" in said.json["records"]
    assert all(claim["citations"] for claim in said.json["claims"])


def test_ask_says_when_nothing_is_recorded(cli, kept):
    said = cli("ask", "What did I do about the Kubernetes migration in Singapore?", "--json")
    assert said.code == 3 and not said.json["answered"] and said.json["claims"] == []


def test_reindex_loses_nothing(cli, kept):
    before = cli("search", "query plans", "--json").json["results"]
    assert cli("reindex").code == 0
    assert cli("search", "query plans", "--json").json["results"] == before


def test_people_skills_and_goals_are_listed(cli, kept):
    assert any(r["name"].startswith("Dana") for r in cli("people", "--json").json["records"])
    assert cli("skills", "--json").json["records"]
    (goal,) = cli("goals", "--json").json["records"]
    assert goal["type"] == "promotion" and goal["state"] == "open"
    for command in ("people", "skills", "goals", "list"):
        shown = cli(command).out
        assert shown and max(map(len, shown.splitlines())) <= 80


def test_doctor_shows_what_is_in_force_and_no_key(cli, kept, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    said = cli("doctor", "--json")
    assert said.code == 0, said.out
    assert "very-secret" not in said.out + said.err
    assert {"name": "engine", "value": "auto", "from": "default"} in said.json["settings"]
