"""Each format holds the same sentences; nothing of a note is taken for mark-up."""

from __future__ import annotations

import io
import json
import re
import zipfile
from xml.etree import ElementTree

import pytest
from draft_cases import brief, evidence, half_year, lenient

from assistant.drafting.draft import draft
from assistant.drafting.render import FORMATS, as_format
from assistant.drafting.verify import claims_of
from assistant.errors import UsageError
from store.model import Claim, NewDraft

RECORDS = {record.id: record for record in half_year()}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(kind: str = "resume") -> NewDraft:
    return draft(brief(kind), RECORDS.values(), judge=lenient)


def shown(form: str, body: NewDraft, citations: bool = True) -> str:
    document = as_format(form, body, RECORDS, citations)
    if isinstance(document, bytes):
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    return document


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_holds_every_sentence(form: str) -> None:
    body = made()
    assert all(claim.text.rstrip(".") in shown(form, body) for claim in body.claims)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_copy_for_handing_in_names_no_record(form: str) -> None:
    body = made()
    told = shown(form, body, citations=False)
    assert body.claims[0].text in told
    assert not any(identity in told for identity in ("E1]", ">E1<", '"E1"', "N1"))


def test_an_unknown_format_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="docx"):
        as_format("pdf", made(), RECORDS)


def test_words_of_a_note_are_never_markup_in_html_and_word() -> None:
    nasty = evidence("E1", 'Fixed the "<script>alert(1)</script>" & <b>bold</b> title\x07 bug')
    body = NewDraft(kind="resume", title="<i>T</i>", engine="offline", claims=made().claims, gaps=("a < b",))
    page = as_format("html", body, RECORDS | {"E1": nasty})
    assert isinstance(page, str)
    assert "<script>" not in page and "<i>T" not in page and "<b>bold" not in page and "a &lt; b" in page
    document = as_format("docx", body, RECORDS | {"E1": nasty})
    assert isinstance(document, bytes)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        notes = archive.read("word/footnotes.xml")
    assert ElementTree.fromstring(notes) is not None and b"<script>" not in notes


def test_the_page_needs_nothing_else_and_each_citation_opens_its_record() -> None:
    page = shown("html", made())
    assert "http" not in page and "<script" not in page
    assert '<button popovertarget="E1">E1</button>' in page
    assert page.count('popover id="E1"') == 1
    assert RECORDS["E1"].quote in page


def test_the_word_file_is_whole_and_its_footnotes_hold_the_notes_words() -> None:
    body = made("promo")
    document = as_format("docx", body, RECORDS)
    assert isinstance(document, bytes) and document == as_format("docx", body, RECORDS)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/footnotes.xml"} <= set(parts)
    trees = {name: ElementTree.fromstring(part) for name, part in parts.items()}
    wanted = {e.get(f"{WORD}id") for e in trees["word/document.xml"].iter(f"{WORD}footnoteReference")}
    given = {e.get(f"{WORD}id") for e in trees["word/footnotes.xml"].iter(f"{WORD}footnote")}
    assert wanted and wanted <= given
    assert RECORDS["E3"].quote in parts["word/footnotes.xml"].decode()


def test_json_resume_is_for_resumes_alone() -> None:
    resume = json.loads(shown("jsonresume", made()))
    assert resume["work"][0]["highlights"]
    with pytest.raises(UsageError, match="resume"):
        as_format("jsonresume", made("promo"), RECORDS)


def test_a_claim_of_two_sentences_reads_back_with_both_cited() -> None:
    claim = Claim(section="What others said", text="Thanks for the fix. It saved the launch.", citations=("S1",))
    body = NewDraft(kind="brag", title="T", engine="offline", claims=(claim,))
    told = as_format("md", body, RECORDS)
    assert isinstance(told, str)
    assert [one.citations for one in claims_of(told)] == [("S1",), ("S1",)]


def test_a_note_makes_no_link_image_or_html_in_markdown() -> None:
    nasty = evidence("E1", "Fixed <img src=x> ![p](http://evil.test/p.png) [x](javascript:alert(1)) \x1b[31m\u202ered")
    body = NewDraft(kind="resume", title="a <b>", engine="offline", claims=made().claims, gaps=("![g](http://g)",))
    told = as_format("md", body, RECORDS | {"E1": nasty})
    assert isinstance(told, str)
    assert not re.search(r"(?<!\\)<|(?<!\\)\]\(|\x1b|\u202e", told)
