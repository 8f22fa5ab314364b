"""A Slack export made here: kudos and decisions that name me, in the words of who wrote them."""

from __future__ import annotations

import json
import zipfile
from datetime import date

import pytest

from assistant.errors import AssistantError, UsageError
from assistant.sources import slack
from assistant.sources.pieces import Asked

USERS = [
    {"id": "U1", "team_id": "T1", "name": "sam", "profile": {"real_name": "Sam Lee", "email": "sam@shop.test"}},
    {"id": "U2", "team_id": "T1", "name": "dana", "profile": {"real_name": "Dana Kim"}},
]
TALK = [
    {"type": "message", "user": "U2", "ts": "1770976800.000100", "text": "Thanks <@U1> for the fix &amp; post :clap:"},
    {"type": "message", "user": "U2", "ts": "1770976801.000100", "text": "Decided: we go with Sam's design"},
    {"type": "message", "user": "U2", "ts": "1770976802.000100", "text": "<@U1> are you around?"},
    {"type": "message", "user": "U2", "ts": "1770976803.000100", "text": "Thanks all, great work!"},
    {"type": "message", "user": "U1", "ts": "1770976804.000100", "text": "Thanks Sam, says Sam"},
    {"type": "message", "subtype": "channel_join", "user": "U2", "ts": "1770976805.000100", "text": "<@U1> thanks"},
    {"type": "message", "user": "U2", "ts": "1770976806.000100", "text": "Thanks to the Samsung people"},
]  # fmt: skip


@pytest.fixture
def export(tmp_path):
    folder = tmp_path / "export"
    (folder / "payments").mkdir(parents=True)
    (folder / "users.json").write_text(json.dumps(USERS), encoding="utf-8")
    (folder / "channels.json").write_text(json.dumps([{"id": "C1", "name": "payments"}]), encoding="utf-8")
    (folder / "payments" / "2026-02-13.json").write_text(json.dumps(TALK, indent=1), encoding="utf-8")
    return folder


def read(path, *me):
    return slack.read(Asked(place=str(path), today=date(2026, 3, 6), me=me or ("Sam Lee",)))


def test_kudos_and_decisions_that_name_me_are_taken(export):
    taken = read(export)
    assert [(piece.key.split(":")[1], piece.text) for piece in taken.pieces] == [
        ("kudos", "Dana Kim wrote in #payments:\n\nThanks Sam Lee for the fix & post :clap:\n"),
        ("decision", "Dana Kim wrote in #payments:\n\nDecided: we go with Sam's design\n"),
    ]
    assert {(str(p.happened_on), p.author, p.link) for p in taken.pieces} == {
        ("2026-02-13", "Dana Kim", "slack://channel?team=T1&id=C1")
    }
    assert [one.reason for one in taken.passed_over] == ["name you without thanks or a decision"]


@pytest.mark.parametrize("me", ["sam", "U1", "SAM@shop.test", "@sam"])
def test_i_may_be_said_by_handle_id_or_address(export, me):
    assert len(read(export, me).pieces) == 2


def test_the_zip_as_slack_gives_it_will_do(export, tmp_path):
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as packed:
        for path in export.rglob("*.json"):
            packed.write(path, "Shop Slack export/" + path.relative_to(export).as_posix())
    assert [piece.text for piece in read(tmp_path / "export.zip").pieces] == [
        piece.text for piece in read(export).pieces
    ]


def test_no_export_and_a_broken_file_of_one_are_said(export, tmp_path):
    with pytest.raises(AssistantError, match="is no Slack export"):
        read(tmp_path)
    (tmp_path / "x.zip").write_bytes(b"PK no zip")
    with pytest.raises(AssistantError, match="is no Slack export"):
        read(tmp_path / "x.zip")
    (export / "payments" / "2026-02-14.json").write_text('[\n{"type": "message", "text": "x"}]', encoding="utf-8")
    with pytest.raises(AssistantError, match=r"payments/2026-02-14\.json, line 2: expected a message with its time"):
        read(export)
    with pytest.raises(UsageError, match="There are Sam Lee, Dana Kim"):
        read(export, "Robin")
