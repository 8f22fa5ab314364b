"""What the page answers: the main job without a browser's script, beside other processes, from a wheel."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from http.cookiejar import CookieJar

import pytest

from assistant.web.marks import Mark, pieces


def test_a_note_logged_by_a_plain_form_is_shown_with_its_records(site):
    answer = site.post("/log", text="Cut checkout p99 from 820ms to 480ms.\r\nPaired with Dana.", day="2026-03-06")
    assert answer.status == 303
    assert answer.headers["location"] == "/?note=N1"
    page = site.get("/?note=N1").text
    assert "Cut checkout p99 from 820ms to 480ms" in page
    assert 'data-records="E1' in page
    (note,) = site.app().notes(None, None, None)
    assert note.text == "Cut checkout p99 from 820ms to 480ms.\nPaired with Dana."
    assert str(note.happened_on) == "2026-03-06"


@pytest.mark.parametrize("fields", [{}, {"text": "   "}, {"text": "x\0y"}, {"text": "Shipped it.", "day": "soon"}])
def test_what_cannot_be_a_note_is_told_and_not_kept(site, fields):
    answer = site.post("/log", **fields)
    assert answer.status == 400
    assert "That did not work" in answer.text
    assert site.app().notes(None, None, None) == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/records/E99999", 404),
        ("/records/nonsense", 400),
        ("/notes/N99999", 404),
        ("/drafts/D99", 404),
        ("/drafts/E1", 400),
        ("/drafts/D1/export?format=exe", 400),
        ("/drafts/D1/export?format=jsonresume", 400),
        ("/records?period=never", 400),
        ("/records?status=none", 400),
        ("/records?page=99999999999999999999", 200),
        ("/records?page=0", 200),
        ("/ladder?level=none", 400),
        ("/ladder?ladder=none", 400),
        ("/timeline?year=99999", 200),
        ("/timeline?year=0000", 200),
        ("/search?q=%22%29+OR+NEAR%28", 200),
        ("/search?q=", 200),
        ("/nowhere", 404),
    ],
)
def test_what_is_not_there_is_told_in_one_line(full, path, status):
    answer = full.get(path)
    assert answer.status == status
    assert "Traceback" not in answer.text


def test_a_false_sentence_is_refused_by_the_server_too(full):
    sentence = next(claim for claim in full.app().draft_named("D1").body.claims if "52" in claim.text)
    at = full.app().draft_named("D1").body.claims.index(sentence)
    false = sentence.text.replace("52", "5").rstrip(".") + f" [{sentence.citations[0]}]."
    answer = full.post("/drafts/D1/edit", **{f"claim-{at}": false})
    assert answer.status == 422
    assert "Nothing was kept" in answer.text
    for uncited in ("I saved the company.", "# I saved the company", "> I saved the company", "Shipped it [E99999]."):
        assert full.post("/drafts/D1/edit", **{f"claim-{at}": uncited}).status == 422
    assert len(full.app().drafts()) == 1


def test_a_sentence_taken_out_makes_a_new_draft_that_says_where_it_came_from(full):
    before = full.app().draft_named("D1").body.claims
    answer = full.post("/drafts/D1/edit", **{"claim-0": ""})
    assert answer.headers["location"] == "/drafts/D2"
    assert full.app().draft_named("D2").body.claims == before[1:]
    assert 'from <a href="/drafts/D1">' in full.get("/drafts/D2").text


def test_an_edit_that_changes_nothing_keeps_nothing(full):
    answer = full.post("/drafts/D1/edit")
    assert "Nothing was changed" in answer.text
    assert len(full.app().drafts()) == 1


def test_a_list_is_paged_and_every_record_stands_on_one_page(full):
    known = {record.id for record in full.app().select()}
    assert len(known) > 50
    seen: list[str] = []
    for page in (1, 2, 3):
        text = full.get(f"/records?page={page}").text
        seen += [one for one in known if f'href="/records/{one}">{one}<' in text]
    assert sorted(seen) == sorted(known)


def test_the_command_line_and_the_page_share_a_home(full):
    told = {**os.environ, "ASSISTANT_HOME": str(full.home), "ASSISTANT_ENGINE": "offline"}
    command = [sys.executable, "-m", "assistant", "log", "Rewrote the zebra importer in a day.", "--json"]
    writers = [subprocess.Popen(command, env=told, stdout=subprocess.PIPE) for _ in range(2)]
    pages = [full.get("/records").status for _ in range(20)]
    logged = [json.loads(writer.communicate(timeout=60)[0])["note"]["id"] for writer in writers]
    assert set(pages) == {200}
    assert [full.get(f"/notes/{note}").status for note in logged] == [200, 200]
    assert "zebra" in full.get("/search?q=zebra").text


def test_serve_prints_its_address_and_ends_well(tmp_path):
    told = {**os.environ, "ASSISTANT_HOME": str(tmp_path / "home"), "ASSISTANT_ENGINE": "offline"}
    command = [sys.executable, "-m", "assistant", "serve", "--no-open", "--port", "0", "--json"]
    with subprocess.Popen(command, env=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        try:
            document = "".join(serving.stdout.readline() for _ in range(4))
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            with browser.open(json.loads(document)["url"], timeout=20) as page:
                assert "What did you do" in page.read().decode()
            port = str(json.loads(document)["port"])
            second = subprocess.run([*command[:-2], port], env=told, capture_output=True, text=True, check=False)
            assert second.returncode == 2
            assert second.stderr.count("\n") == 1
            assert "assistant serve --port 0" in second.stderr
        finally:
            serving.send_signal(signal.SIGINT)
        out, err = serving.communicate(timeout=20)
    assert serving.returncode == 0
    assert out == ""
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "marks",
    [
        [],
        [Mark("E1", "evidence", 0, 5)],
        [Mark("E1", "evidence", 0, 11), Mark("R1", "relationship", 6, 11)],
        [Mark("E1", "evidence", 0, 7), Mark("S1", "skill", 3, 11)],
        [Mark("E1", "evidence", 2, 2)],
    ],
)
def test_the_pieces_of_a_note_are_the_note(marks):
    found = pieces("hello world", marks)
    assert "".join(piece.text for piece in found) == "hello world"
    begun = [mark for piece in found for mark in piece.begins]
    assert sorted(begun, key=marks.index) == [mark for mark in marks if mark.start < mark.end]
