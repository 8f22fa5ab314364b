"""A Word document, written part by part: headings, bullets, and each citation as a footnote with the note's words.

Invariant: every word is escaped, no character that XML forbids or that steers or hides is written; the same draft
gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from assistant.drafting.formats.markdown import bulleted, source_line
from assistant.language.inert import inert
from store.model import Claim, NewDraft, Record

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORBIDDEN = re.compile(r"[\ufffe\uffff\ud800-\udfff]")  # and control characters, which `inert` takes out
_PARTS = ("document", "styles", "numbering", "footnotes")
_WHEN = (1980, 1, 1, 0, 0, 0)  # a zip must say when; always the same


def document(draft: NewDraft, records: Mapping[str, Record], citations: bool = True) -> bytes:
    """The file's bytes."""
    notes: list[str] = []
    body = [_paragraph(_run(draft.title), "Title")]
    for section, claims in groupby(draft.claims, key=lambda claim: claim.section):
        body += [_paragraph(_run(section), "Heading1")] if section else []
        for group in bulleted(list(claims)):
            runs = "".join(_sentence(claim, records, notes, citations) for claim in group)
            body.append(_paragraph(runs, "ListBullet"))
    if citations and draft.gaps:
        body.append(_paragraph(_run("What the records do not show"), "Heading1"))
        body += [_paragraph(_run(gap), "ListBullet") for gap in draft.gaps]
    return _zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": _relations([(part, f"{part}.xml") for part in _PARTS[1:]]),
            "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_MAIN}"><w:body>{"".join(body)}</w:body></w:document>',
            "word/styles.xml": _styles(),
            "word/numbering.xml": _numbering(),
            "word/footnotes.xml": _footnotes(notes),
        }
    )


def _sentence(claim: Claim, records: Mapping[str, Record], notes: list[str], citations: bool) -> str:
    runs = _run(f"{claim.text} ")
    if not citations:
        return runs
    for identity in claim.citations:
        if identity in records:
            notes.append(source_line(records[identity]).replace("**", ""))
            mark = f'<w:footnoteReference w:id="{len(notes) + 1}"/>'
            runs += f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{mark}</w:r>'
    return runs


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(_FORBIDDEN.sub("", inert(text)))}</w:t></w:r>'


def _paragraph(runs: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _footnotes(notes: Sequence[str]) -> str:
    """Two separators that Word wants, then one note a citation."""
    marks = (("separator", 0), ("continuationSeparator", 1))
    made = [
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>' for kind, at in marks
    ]
    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    made += [
        f'<w:footnote w:id="{at}">{_paragraph(reference + _run(" " + note), "FootnoteText")}</w:footnote>'
        for at, note in enumerate(notes, 2)
    ]
    return f'{_HEAD}<w:footnotes xmlns:w="{_MAIN}">{"".join(made)}</w:footnotes>'


def _styles() -> str:
    sizes = (("Normal", 22, ""), ("Title", 36, "<w:b/>"), ("Heading1", 28, "<w:b/>"), ("FootnoteText", 18, ""))
    made = [
        f'<w:style w:type="paragraph" w:styleId="{name}"{" w:default=" + chr(34) + "1" + chr(34) if at == 0 else ""}>'
        f'<w:name w:val="{_style_name(name)}"/><w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr></w:style>'
        for at, (name, size, bold) in enumerate(sizes)
    ]
    bullet = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    made.append(f'<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>{bullet}</w:style>')
    return f'{_HEAD}<w:styles xmlns:w="{_MAIN}">{"".join(made)}</w:styles>'


def _style_name(identity: str) -> str:
    return {"Heading1": "heading 1", "FootnoteText": "footnote text"}.get(identity, identity)


def _numbering() -> str:
    level = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="540" w:hanging="270"/></w:pPr></w:lvl>'
    )
    return (
        f'{_HEAD}<w:numbering xmlns:w="{_MAIN}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _content_types() -> str:
    kinds = [(part, f"{_KIND}.{'document.main' if part == 'document' else part}+xml") for part in _PARTS]
    made = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{kind}"/>' for part, kind in kinds)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


def _zipped(parts: Mapping[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, date_time=_WHEN), text.encode())
    return made.getvalue()
