"""What imports become: a meeting a contact, a review only a review, kudos feedback, a decision something to settle."""

from __future__ import annotations

import json

MEETINGS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:a
DTSTART:20260209T100000Z
RRULE:FREQ=WEEKLY
SUMMARY:Led the migration: 1:1
DESCRIPTION:Cut the bill by 40% and led nine services.
ATTENDEE;CN=Sam Lee:mailto:sam@shop.test
ATTENDEE;CN=Dana Kim:mailto:dana.kim@shop.test
END:VEVENT
END:VCALENDAR
"""
PAGE = "https://github.com/shop/api/pull/13"
DANAS = {
    "html_url": PAGE,
    "title": "Cut the bill by 40%",
    "user": {"login": "danakim"},
    "merged_at": "2026-02-16T12:00:00Z",
}
REVIEW = {
    "html_url": f"{PAGE}#pullrequestreview-1",
    "pull_request_url": "https://api.github.com/repos/shop/api/pulls/13",
    "submitted_at": "2026-02-16T09:00:00Z",
    "user": {"login": "samlee"},
}
USERS = [{"id": "U1", "name": "sam", "real_name": "Sam Lee"}, {"id": "U2", "name": "dana", "real_name": "Dana Kim"}]
THANKS = "Thanks <@U1> for the fix &amp; the post :clap:"
TALK = [
    {"type": "message", "user": "U2", "ts": "1770976800.000100", "text": THANKS},
    {"type": "message", "user": "U2", "ts": "1770976801.000100", "text": "Decided: we go with Sam's design"},
]


def test_meetings_give_contacts_and_never_evidence_even_with_a_model(cli, tmp_path, endpoint, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
    (tmp_path / "c.ics").write_text(MEETINGS, encoding="utf-8")
    assert cli("import", "ics", str(tmp_path / "c.ics"), "--me", "Sam Lee", "--yes").code == 0
    (dana,) = cli("list", "--json").json["records"]
    assert (dana["kind"], dana["name"], dana["last_contact"]) == ("relationship", "Dana Kim", "2026-03-02")
    assert not endpoint.requests
    assert "40%" not in cli("export").out


def test_a_review_is_evidence_of_the_review_alone_and_a_contact(cli, tmp_path):
    path = tmp_path / "p.json"
    path.write_text(json.dumps([DANAS, REVIEW]), encoding="utf-8")
    assert cli("import", "github", str(path), "--me", "samlee", "--yes").code == 0
    records = cli("list", "--json").json["records"]
    told = {record["kind"]: record["quote"] for record in records}
    assert told == {
        "evidence": "Reviewed pull request shop/api#13 by @danakim",
        "relationship": "Reviewed pull request shop/api#13 by @danakim",
    }
    assert all(not record.get("measures") for record in records)
    assert "40%" not in cli("export").json["records"][0]["quote"]
    shown = cli("show", "N1").out
    assert "github · danakim · https://github.com/shop/api/pull/13" in shown


def test_kudos_become_feedback_and_a_decision_waits_in_the_inbox(cli, tmp_path):
    (tmp_path / "slack" / "payments").mkdir(parents=True)
    (tmp_path / "slack" / "users.json").write_text(json.dumps(USERS), encoding="utf-8")
    (tmp_path / "slack" / "payments" / "2026-02-13.json").write_text(json.dumps(TALK), encoding="utf-8")
    assert cli("import", "slack", str(tmp_path / "slack"), "--me", "Sam Lee", "--yes").code == 0
    records = cli("list", "--json").json["records"]
    assert {(record["kind"], record.get("activity")) for record in records} == {
        ("skill", "feedback"),
        ("relationship", None),
    }
    (feedback,) = [record for record in records if record["kind"] == "skill"]
    (dana,) = [record for record in records if record["kind"] == "relationship"]
    assert feedback["quote"] == "Thanks Sam Lee for the fix & the post :clap:"
    assert (feedback["from"], dana["name"], len(dana["contacts"])) == (dana["id"], "Dana Kim", 2)
    (waiting,) = cli("inbox", "--json").json["records"]
    assert (waiting["kind"], waiting["actor"]) == ("evidence", "shared")
