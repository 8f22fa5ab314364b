"""What `export` gives `import json` takes: ids kept, all or nothing, twice adds nothing."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from assistant.cli.door import run
from store import reviews
from store.database import open_database
from store.model import ReviewStep

NOTES = {
    "2026-01-09": "Cut checkout p99 from 820ms to 480ms by caching the price list. Paired with Dana Kim on the cache.",
    "2026-02-20": "Learned how Postgres picks a merge join. Dana said my design docs come too late.",
    "2026-02-27": "I want to be promoted to staff engineer by the end of 2026.",
}


@pytest.fixture
def call(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("ASSISTANT_NOW", "2026-03-06")

    def in_home(home: str, *words: str) -> tuple[int, str, str]:
        monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / home))
        capfd.readouterr()
        code = run(words)
        told = capfd.readouterr()
        return code, told.out, told.err

    return in_home


@pytest.fixture
def exported(call):
    for day, text in NOTES.items():
        assert call("one", "log", text, "--date", day)[0] == 0
    assert call("one", "edit", "E1", "--set", "scope=team")[0] == 0
    assert call("one", "draft", "promo")[0] == 0
    assert call("one", "surfaced", "E1", "--with", "Dana")[0] in (0, 2)
    step = ReviewStep(kind="weekly", since=date(2026, 3, 2), step="end", done_on=date(2026, 3, 6), kept=("N1", "E1"))
    database = open_database(Path(os.environ["ASSISTANT_HOME"]))
    with database.write() as conn:
        reviews.add(conn, step)
    database.close()
    return json.loads(call("one", "export")[1])


def import_(call, tmp_path, home, document):
    path = tmp_path / "given.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return call(home, "import", "json", str(path))


def test_a_home_goes_out_and_comes_back_the_same(call, exported, tmp_path):
    assert import_(call, tmp_path, "two", exported)[0] == 0
    assert json.loads(call("two", "export")[1]) == exported


def test_the_ladder_kept_last_is_the_one_in_use_afterwards_too(call, exported, tmp_path):
    ladder = tmp_path / "ladder.md"
    for name in ("Zeta", "Alpha"):
        ladder.write_text(f"# Senior\n- Leads {name}\n- Mentors\n\n# Staff\n- Sets direction\n- Speaks\n")
        assert call("one", "ladder", "import", str(ladder), "--name", name, "--yes")[0] == 0
    ladder.write_text("# Senior\n- Leads more\n- Mentors\n\n# Staff\n- Sets direction\n- Speaks\n")
    assert call("one", "ladder", "import", str(ladder), "--name", "Zeta", "--yes")[0] == 0
    given = json.loads(call("one", "export")[1])
    assert import_(call, tmp_path, "two", given)[0] == 0
    assert json.loads(call("two", "export")[1]) == given
    shown = [json.loads(call(home, "ladder", "show", "--json")[1]) for home in ("one", "two")]
    assert shown[0] == shown[1]


def test_the_same_file_twice_adds_nothing(call, exported, tmp_path):
    assert import_(call, tmp_path, "two", exported)[0] == 0
    code, _, told = import_(call, tmp_path, "two", exported)
    assert code == 0 and "0 notes, 0 records" in told
    assert json.loads(call("two", "export")[1]) == exported


def test_new_ids_go_on_above_the_imported_ones(call, exported, tmp_path):
    assert import_(call, tmp_path, "two", exported)[0] == 0
    note = json.loads(call("two", "log", "Shipped the importer.", "--json")[1])["note"]
    assert note["id"] == "N4"


def test_imported_records_are_found_and_drafted_from(call, exported, tmp_path):
    assert import_(call, tmp_path, "two", exported)[0] == 0
    assert json.loads(call("two", "search", "faster checkout", "--json")[1])["results"]
    assert json.loads(call("two", "draft", "promo", "--json")[1])["id"] == "D2"


def test_keys_left_out_take_their_empty_value(call, tmp_path):
    text = "Paired with Dana. I want to lead a team. Cut p99 from 9 s to 2 s."
    document = {
        "format": "assistant/1",
        "notes": [{"id": "N1", "text": text, "happened_on": "2026-01-09"}],
        "records": [
            {"id": "R1", "kind": "relationship", "note": "N1", "start": 0, "end": 17, "quote": text[:17],
             "happened_on": "2026-01-09", "name": "Dana"},
            {"id": "G7", "kind": "goal", "note": "N1", "start": 18, "end": 40, "quote": text[18:40],
             "happened_on": "2026-01-09", "goal": "lead a team"},
            {"id": "E3", "kind": "evidence", "note": "N1", "start": 41, "end": len(text), "quote": text[41:],
             "happened_on": "2026-01-09", "measures": [{"raw": "9 s to 2 s", "value": 2, "unit": "s"}]},
        ],
    }  # fmt: skip
    code, _, told = import_(call, tmp_path, "two", document)
    assert code == 0, told
    records = {record["id"]: record for record in json.loads(call("two", "export")[1])["records"]}
    assert records["R1"]["contacts"] == [] and records["G7"]["state"] == "open"
    assert records["E3"]["status"] == "active" and records["E3"]["measures"][0]["start"] == 54


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda d: d["records"][0].update(end=d["records"][0]["end"] + 1), "E1"),
        (lambda d: d["records"][0].update(note="N77"), "N77"),
        (lambda d: d["records"][0].update(people=["R99"]), "R99"),
        (lambda d: d["records"][0].update(links=["G99"]), "G99"),
        (lambda d: d["records"][0].update(status="great"), "great"),
        (lambda d: d["records"][0].update(id="X1"), "X1"),
        (lambda d: d["records"][0].pop("quote"), "quote"),
        (lambda d: d["notes"][0].update(happened_on="yesterday"), "yesterday"),
        (lambda d: d.update(format="assistant/9"), "assistant/1"),
    ],
)
def test_one_fault_refuses_the_whole_file_and_is_named(call, exported, tmp_path, spoil, named):
    spoil(exported)
    code, out, told = import_(call, tmp_path, "two", exported)
    assert code == 1 and out == "" and named in told and told.count("\n") == 1
    assert json.loads(call("two", "list", "notes", "--json")[1])["notes"] == []


@pytest.mark.parametrize("text", ["{", "[]", "", '{"format": 3}'])
def test_a_file_that_is_no_export_is_refused(call, tmp_path, text):
    code, _, told = import_(call, tmp_path, "two", text)
    assert code in (1, 2) and told.count("\n") == 1


def test_an_id_that_means_something_else_here_refuses_the_file(call, exported, tmp_path):
    assert call("two", "log", "Something else entirely was shipped.")[0] == 0
    code, _, told = import_(call, tmp_path, "two", exported)
    assert code == 1 and "N1" in told
