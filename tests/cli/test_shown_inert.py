"""Whatever a note, a name, a file or a ladder holds, what is shown of it steers no terminal, document or sheet."""

import csv
import io
import json
import re
import zipfile
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from assistant import settings
from assistant.app import App
from store import drafts, notes, records, runs
from store.model import (
    Action,
    Claim,
    Evidence,
    Finding,
    Goal,
    LeftOut,
    NewDraft,
    NewRecord,
    NewRun,
    Relationship,
    Skill,
)

# codes for colour, a link, the clipboard and the title; C1 forms of the same; direction; unseen; markup; formulas
HOSTILE = (
    "=1+1 \x1b[31mred\x1b[0m \x1b]8;;http://evil.test\x07link\x1b]8;;\x07 \x1b]52;c;ZXZpbA==\x07 \x9b2J\x9d0;t\x9c \x7f"
    "\u202egnp\u202c \u2066in\u2069 \u200bz\ufeff\U000e0041\U000e0042 [red]rich[/red] <script>alert(1)</script>"
    " ![i](http://evil.test/p.png) [l](javascript:alert(1)) `code` | cell"
)
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff\U000e0000-\U000e007f]")
IN_JSON = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
WORDS = f"Cut checkout p99 from 820ms to 480ms with Dana. {HOSTILE}"
PERSON = f"Dana {HOSTILE}"


@pytest.fixture
def hostile(cli, home, tmp_path):
    """A home in which every field holds it."""
    app = App(
        settings.load({"ASSISTANT_HOME": str(home), "ASSISTANT_ENGINE": "offline", "ASSISTANT_NOW": "2026-03-06"})
    )
    told = {
        "E": Evidence(action=HOSTILE, outcome=HOSTILE, impact="improved", scope="team"),
        "P": Evidence(action=HOSTILE),
        "S": Skill(name=HOSTILE, activity="feedback", source="R"),
        "R": Relationship(name=PERSON, role=HOSTILE, team=HOSTILE, context=HOSTILE, met=HOSTILE, reach="peer"),
        "G": Goal(goal=HOSTILE, gap=HOSTILE, current_state=HOSTILE, type="promotion", actions=(Action(text=HOSTILE),)),
    }
    new = [
        NewRecord(ref=ref, details=details, start=0, end=len(WORDS), quote=WORDS, summary=HOSTILE, why=HOSTILE,
                  status="proposed" if ref == "P" else "active", people=("R",) if ref == "E" else ())
        for ref, details in told.items()
    ]  # fmt: skip
    with app.database.write() as conn:
        note = notes.add(
            conn, f"{WORDS}\n{HOSTILE}", happened_on=date(2026, 2, 20), captured_at=datetime(2026, 2, 20, tzinfo=UTC),
            source="github", author=HOSTILE, link=HOSTILE,
        )  # fmt: skip
        left = LeftOut(start=len(WORDS) + 1, end=len(note.text), quote=HOSTILE, reason=HOSTILE)
        records.save_reading(conn, note, new, [left], "offline")
        finding = Finding(check="support", severity="block", value=HOSTILE, message=HOSTILE)
        claim = Claim(section=HOSTILE, text=f"Cut p99. {HOSTILE}", citations=("E1",), findings=(finding,))
        body = NewDraft(
            kind="brag", title=HOSTILE, engine="offline", claims=(claim,), removed=(claim,), gaps=(HOSTILE,),
            text=f"# {HOSTILE}\n\n- {HOSTILE} [E1]\n",
        )  # fmt: skip
        drafts.add(conn, body, app.now())
        sent = json.dumps([{"role": HOSTILE, "content": HOSTILE}])
        run = NewRun(
            task=HOSTILE, prompt=HOSTILE, model=HOSTILE, endpoint=HOSTILE, messages=sent, answer=HOSTILE, tokens_in=1,
            tokens_out=1, seconds=0.1, error=HOSTILE,
        )  # fmt: skip
        runs.add(conn, run, app.now())
    app.close()
    ladder = tmp_path / "ladder.md"
    table = f"# Engineer\n\n- Speeds up checkout {HOSTILE}\n\n# Senior Engineer\n\n- {HOSTILE}\n"
    ladder.write_text(table, encoding="utf-8")
    assert cli("ladder", "import", str(ladder), "--name", HOSTILE, "--yes").code == 0
    return home


SHOWS = (
    "list", "list notes", "list people", "list skills", "list goals", "show N1", "show E1", "show S1", "show R1",
    "show G1", "search checkout", "ask What did I do about checkout?", "draft brag", "draft one-on-one --with R1",
    "drafts", "drafts show D1", "drafts show D1 --format txt", "drafts show D1 --format html", "drafts refresh D1",
    "drafts show D1 --format json", "people", "people show R1", "goals", "goals show G1", "skills", "skills show S1",
    "insights", "timeline --criteria", "ladder show", "ladder coverage", "review weekly", "review monthly",
    "review quarterly", "review status", "inbox", "runs", "runs 1", "export", "export --format markdown",
    "export --format csv", "export --format jsonresume", "export --format ics", "doctor", "surfaced E1 --with R1",
    "forget E1", "verify DRAFT", "log --dry-run HOSTILE", "import markdown FOLDER --dry-run", "import jrnl FILE --yes",
    "ladder import FILE", "draft promo --ladder HOSTILE", "search HOSTILE", "log --file NONE", "HOSTILE",
    "show HOSTILE",
)  # fmt: skip


def given(command: str, tmp_path) -> list[str]:
    """The words of a command, with files whose names hold it too."""
    name = HOSTILE.replace("/", "-")[:150]
    (tmp_path / f"{name}.md").write_text(f"# {HOSTILE}\n\nCut p99. {HOSTILE} [E1]\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / f"{name} 2026-02-13.md").write_text(f"- {HOSTILE}\n", encoding="utf-8")
    meant = {
        "HOSTILE": HOSTILE, "DRAFT": str(tmp_path / f"{name}.md"), "FILE": str(tmp_path / f"{name}.md"),
        "FOLDER": str(tmp_path / "in"), "NONE": str(tmp_path / f"{name}.none"),
    }  # fmt: skip
    first, _, rest = command.partition(" What ")
    return [*(meant.get(word, word) for word in first.split()), *([f"What {rest}"] if rest else [])]


@pytest.mark.parametrize("command", SHOWS)
def test_what_a_command_shows_steers_no_terminal(cli, hostile, tmp_path, command):
    said = cli(*given(command, tmp_path))
    assert said.code in (0, 1, 2, 3), said.err
    ends = "\r" if "ics" in command or "csv" in command else ""  # the ends of lines that these formats have
    shown = (said.out + said.err).replace(ends, "") if ends else said.out + said.err
    assert not IN_JSON.search(shown) if said.out.startswith("{") else not STEERS.search(shown)
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "command",
    [c for c in SHOWS if c.split()[0] in ("list", "show", "search", "people", "goals", "skills", "runs", "inbox")],
)
def test_json_shows_nothing_that_steers_and_reads_back_as_it_was(cli, hostile, tmp_path, command):
    if command in ("show HOSTILE",):
        return
    said = cli(*given(command, tmp_path), "--json")
    assert said.code == 0 and not IN_JSON.search(said.out)
    assert HOSTILE in " ".join(strings(said.json)) or command == "list notes" or "HOSTILE" in command


def strings(tree):
    match tree:
        case dict():
            return [text for value in tree.values() for text in strings(value)]
        case list():
            return [text for value in tree for text in strings(value)]
        case str():
            return [tree]
    return []


def written(cli, tmp_path, *command) -> bytes:
    target = tmp_path / "out"
    said = cli(*command, "-o", str(target))
    assert said.code == 0, said.err
    return target.read_bytes()


@pytest.mark.parametrize("form", ["md", "txt", "html", "json", "docx"])
def test_a_draft_in_a_file_is_inert(cli, hostile, tmp_path, form):
    data = written(cli, tmp_path, "drafts", "show", "D1", "--format", form)
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            texts = [parts.read(name).decode() for name in parts.namelist()]
        for text in texts:
            ElementTree.fromstring(text)
        told = "".join(texts)
        assert "<script" not in told and "w:hyperlink" not in told
    else:
        told = data.decode()
    assert not (IN_JSON if form == "json" else STEERS).search(told)
    if form == "html":
        assert not re.search(r"<(?:script|img|a)\b|<[^>]*\s(?:href|src|on\w+)=", told)
    if form == "md":
        quoted = [line for line in told.splitlines() if line.startswith((">", "#"))]
        assert not re.search(r"(?<!\\)[<`]|(?<!\\)\]\(", " ".join(quoted))


@pytest.mark.parametrize("form", ["json", "markdown", "csv", "jsonresume", "ics"])
def test_an_export_in_a_file_is_inert(cli, hostile, tmp_path, form):
    told = written(cli, tmp_path, "export", "--format", form).decode()
    assert not (IN_JSON if form.startswith("json") else STEERS).search(told.replace("\r", ""))
    if form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(told, newline="")) for cell in row]
        assert not any(cell.lstrip()[:1] in tuple("=+-@") for cell in cells if cell)
    if form == "json":
        assert HOSTILE in strings(json.loads(told))
