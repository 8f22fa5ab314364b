"""One contract over the scan and Chroma, the scan as the oracle; an index heals itself from the table."""

from __future__ import annotations

import fcntl
import json
import os
import random
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from store_values import TEXT, found, logged, on, outcome, person, python

from store import chroma_folder, records, vectors
from store.database import Database, open_database
from store.errors import StoreError
from store.vector_rows import state
from store.vectors import ChromaIndex, ScanIndex, VectorIndex

WIDTH = 32
Make = Callable[..., VectorIndex]


def some_vectors(count: int, seed: int = 1) -> Any:
    matrix = np.random.default_rng(seed).normal(size=(count, WIDTH)).astype(np.float32)
    return matrix / np.linalg.norm(matrix, axis=1, keepdims=True)


def with_vectors(database: Database, count: int, embedder: str = "one", seed: int = 1) -> Any:
    """Records E1.. with a vector each; returns the matrix."""
    matrix = some_vectors(count, seed)
    with database.read() as conn:
        there = len(records.select(conn, status=None))
    logged(database, *(on(TEXT, "Cut", ref=str(n)) for n in range(there, count)))
    put(database, {f"E{n + 1}": matrix[n] for n in range(count)}, embedder)
    return matrix


def put(database: Database, rows: dict[str, Any], embedder: str = "one") -> None:
    with database.write() as conn:
        vectors.put(conn, embedder, {identity: (f"hash of {identity}", row) for identity, row in rows.items()})


@pytest.fixture(params=["scan", "chroma", "server"])
def make(request: pytest.FixtureRequest, database: Database) -> Make:
    server = request.getfixturevalue("chroma_url") if request.param == "server" else None

    def index(embedder: str = "one") -> VectorIndex:
        return vectors.choose(database, embedder, "auto" if server else request.param, server)

    return index


def same(index: VectorIndex, oracle: VectorIndex, queries: Any, limit: int = 10) -> bool:
    """Whether two indexes answer alike, in ids and in cosines to a thousandth."""
    for query in queries:
        a, b = index.search(query, limit), oracle.search(query, limit)
        if [one for one, _ in a] != [one for one, _ in b]:
            return False
        if not np.allclose([score for _, score in a], [score for _, score in b], atol=1e-3):
            return False
    return True


# --- the contract, over both ---------------------------------------------------------------------------


def test_the_nearest_comes_first_with_its_cosine(database: Database, make: Make) -> None:
    matrix = with_vectors(database, 50)
    query = matrix[6] * 3.0  # length does not count
    best, *rest = make().search(query, 5)
    assert best == ("E7", pytest.approx(1.0, abs=1e-3))
    exact = sorted((float(row @ matrix[6]) for row in matrix), reverse=True)
    assert [score for _, score in rest] == pytest.approx(exact[1:5], abs=2e-3)


def test_all_answers_are_those_of_the_oracle(database: Database, make: Make) -> None:
    with_vectors(database, 400)
    assert same(make(), ScanIndex(database, "one"), some_vectors(20, seed=2))


def test_an_empty_table_finds_nothing(database: Database, make: Make) -> None:
    assert make().search(some_vectors(1)[0], 5) == []
    assert make().rebuild() == 0


@pytest.mark.parametrize(("limit", "length"), [(0, 0), (-1, 0), (2, 2), (99, 5)])
def test_the_limit_holds(database: Database, make: Make, limit: int, length: int) -> None:
    matrix = with_vectors(database, 5)
    assert len(make().search(matrix[0], limit)) == length


def test_an_open_index_sees_what_is_added_changed_and_settled(database: Database, make: Make) -> None:
    matrix = with_vectors(database, 6)
    index = make()
    fresh = some_vectors(1, seed=9)[0]
    assert index.search(matrix[0], 1)[0][0] == "E1"
    put(database, {"E2": fresh})
    assert index.search(fresh, 1)[0][0] == "E2"
    with database.write() as conn:
        records.set_status(conn, "E2", "rejected", None)
    assert "E2" not in [identity for identity, _ in index.search(fresh, 10)]
    with database.write() as conn:
        records.supersede(conn, "E1", on(TEXT, "Cut"))
    assert "E1" not in [identity for identity, _ in index.search(matrix[0], 10)]
    assert same(index, ScanIndex(database, "one"), matrix)


def test_embedders_do_not_mix(database: Database, make: Make) -> None:
    matrix = with_vectors(database, 5)
    put(database, {"E5": matrix[0]}, "other")
    assert [identity for identity, _ in make("other").search(matrix[0], 9)] == ["E5"]
    assert make("one").search(matrix[0], 1)[0][0] == "E1"
    assert [identity for identity, _ in make("other").search(matrix[0], 9)] == ["E5"]


def test_rebuilding_tells_how_many_there_are(database: Database, make: Make) -> None:
    matrix = with_vectors(database, 7)
    index = make()
    assert index.rebuild() == 7
    assert index.search(matrix[3], 1)[0][0] == "E4"


# --- Chroma heals itself -------------------------------------------------------------------------------


@pytest.fixture
def chroma(database: Database) -> Iterator[ChromaIndex]:
    with_vectors(database, 60)
    index = ChromaIndex(database, "one", database.home / "chroma")
    index.search(some_vectors(1)[0], 1)
    yield index


def data_of(database: Database) -> Path:
    stamp = json.loads((database.home / "chroma" / "stamp.json").read_text())
    return database.home / "chroma" / str(stamp["data"])


def remove_all(folder: Path) -> None:
    shutil.rmtree(folder)


def remove_the_files(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def overwrite(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"nonsense " * 4000)


def truncate(folder: Path) -> None:
    os.truncate(folder / "chroma.sqlite3", 20_000)


def break_the_stamp(folder: Path) -> None:
    (folder.parent / "stamp.json").write_text("{")


def age_the_stamp(folder: Path) -> None:
    stamp = json.loads((folder.parent / "stamp.json").read_text())
    (folder.parent / "stamp.json").write_text(json.dumps({**stamp, "made_by": "0.1"}))


@pytest.mark.parametrize("harm", [remove_all, remove_the_files, overwrite, truncate, break_the_stamp, age_the_stamp])
def test_a_damaged_index_still_answers_right_and_is_built_anew(
    database: Database, chroma: ChromaIndex, harm: Callable[[Path], None]
) -> None:
    before = data_of(database)
    harm(before)
    queries = some_vectors(5, seed=3)
    assert same(chroma, ScanIndex(database, "one"), queries)
    after = data_of(database)
    assert after != before
    assert [path.name for path in after.parent.iterdir() if path.is_dir()] == [after.name]
    assert same(chroma, ScanIndex(database, "one"), queries)
    assert data_of(database) == after  # and once only


def test_bytes_flipped_at_random_never_make_a_wrong_answer(database: Database, chroma: ChromaIndex) -> None:
    chance = random.Random(7)
    queries = some_vectors(3, seed=4)
    for _ in range(6):
        path = data_of(database) / "chroma.sqlite3"
        content = bytearray(path.read_bytes())
        for _ in range(400):
            content[chance.randrange(len(content))] ^= 0xFF
        path.write_bytes(content)
        assert same(chroma, ScanIndex(database, "one"), queries)


def test_the_scan_answers_while_another_process_owns_the_index(
    database: Database, chroma: ChromaIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chroma_folder, "PATIENCE", 0.05)
    handle = os.open(database.home / "chroma" / "lock", os.O_RDWR)
    fcntl.flock(handle, fcntl.LOCK_EX)
    assert same(chroma, ScanIndex(database, "one"), some_vectors(2))
    with pytest.raises(StoreError, match="Searches scan the vectors instead"):
        chroma.rebuild()
    os.close(handle)
    assert chroma.rebuild() == 60


def test_the_scan_answers_where_no_server_does(database: Database) -> None:
    with_vectors(database, 5)
    index = vectors.choose(database, "one", chroma_url="http://127.0.0.1:9")
    assert isinstance(index, ChromaIndex)
    assert same(index, ScanIndex(database, "one"), some_vectors(2))


def test_two_homes_on_one_server_stay_apart_and_two_machines_on_one_home_share(
    database: Database, tmp_path: Path, chroma_url: str
) -> None:
    matrix = with_vectors(database, 5)
    other = open_database(tmp_path / "other")
    with_vectors(other, 3, seed=8)
    here, there = (vectors.choose(one, "one", chroma_url=chroma_url) for one in (database, other))
    assert (len(here.search(matrix[0], 9)), len(there.search(matrix[0], 9))) == (5, 3)
    second = vectors.choose(database, "one", chroma_url=chroma_url)  # as another machine has it
    put(database, {"E2": some_vectors(1, seed=9)[0]})
    for index in (second, here):
        assert same(index, ScanIndex(database, "one"), matrix)
    other.close()


@pytest.mark.sqlite
def test_two_databases_of_one_home_do_not_mix_in_its_index(database: Database, tmp_path: Path) -> None:
    other = open_database(database.home, f"sqlite:///{tmp_path / 'other.db'}")
    with_vectors(other, 5, seed=8)
    matrix = with_vectors(database, 5)
    vectors.choose(database, "one", "chroma").search(matrix[0], 1)
    put(other, {"E5": some_vectors(1, seed=9)[0]})
    assert same(vectors.choose(other, "one", "chroma"), ScanIndex(other, "one"), matrix)
    other.close()


def test_a_collection_that_somebody_ruined_is_built_anew(database: Database, chroma_url: str) -> None:
    import chromadb

    matrix = with_vectors(database, 6)
    index = vectors.choose(database, "one", chroma_url=chroma_url)
    index.search(matrix[0], 1)
    assert isinstance(index, ChromaIndex)
    client = chromadb.HttpClient("127.0.0.1", int(chroma_url.rsplit(":", 1)[1]))
    client.get_collection(index._place._name, embedding_function=None).delete(ids=["E1", "E2"])
    assert same(index, ScanIndex(database, "one"), matrix)
    client.delete_collection(index._place._name)
    assert same(index, ScanIndex(database, "one"), matrix)


def test_what_did_not_change_is_not_touched(
    database: Database, chroma: ChromaIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    from chromadb.api.models.Collection import Collection

    touched: list[str] = []
    upsert, delete = Collection.upsert, Collection.delete
    monkeypatch.setattr(Collection, "upsert", lambda self, **k: [touched.extend(k["ids"]), upsert(self, **k)][1])
    monkeypatch.setattr(Collection, "delete", lambda self, **k: [touched.extend(k["ids"]), delete(self, **k)][1])
    put(database, {"E2": some_vectors(1, seed=9)[0]})
    with database.write() as conn:
        records.set_status(conn, "E3", "rejected", None)
    chroma.search(some_vectors(1)[0], 1)
    chroma.search(some_vectors(1)[0], 1)
    assert touched == ["E2", "E3"]


def test_the_index_is_for_its_owner_alone(database: Database, chroma: ChromaIndex) -> None:
    assert stat.S_IMODE((database.home / "chroma").stat().st_mode) == 0o700
    assert stat.S_IMODE(data_of(database).stat().st_mode) == 0o700


SEARCH = """
import sys
from pathlib import Path
import numpy as np
from store.database import open_database
from store.vectors import ChromaIndex, ScanIndex, put
database = open_database(Path(sys.argv[1]))
index, oracle = ChromaIndex(database, "one", database.home / "chroma"), ScanIndex(database, "one")
chance = np.random.default_rng(int(sys.argv[2]))
for turn in range(12):
    with database.write() as conn:
        put(conn, "one", {f"E{chance.integers(1, 61)}": ("h", chance.normal(size=32).astype("f4"))})
    index.search(chance.normal(size=32).astype("f4"), 5)
database.close()
"""


def test_two_processes_on_one_home_leave_a_sound_index(database: Database, chroma: ChromaIndex) -> None:
    before = data_of(database)
    for process in [python(SEARCH, database.home, seed) for seed in (1, 2)]:
        outcome(process)
    assert same(chroma, ScanIndex(database, "one"), some_vectors(5, seed=5))
    assert data_of(database) == before  # no fault on the way


DIE_INSIDE = """
import os, sys
from pathlib import Path
from store.database import open_database
from store.vectors import ChromaIndex
database = open_database(Path(sys.argv[1]))
place = ChromaIndex(database, "one", database.home / "chroma")._place
with place.owned(), place.opened(anew=False):
    print("inside", flush=True)
    os.kill(os.getpid(), 9)
"""


def test_what_a_process_left_that_died_inside_is_built_anew(database: Database, chroma: ChromaIndex) -> None:
    before = data_of(database)
    out, _ = python(DIE_INSIDE, database.home).communicate(timeout=60)
    assert out.strip() == "inside"
    assert same(chroma, ScanIndex(database, "one"), some_vectors(3))
    assert data_of(database) != before


# --- the table -----------------------------------------------------------------------------------------


def test_vectors_come_back_in_half_precision(database: Database) -> None:
    matrix = with_vectors(database, 4)
    with database.read() as conn:
        ids, loaded = vectors.load(conn, "one")
    assert sorted(ids) == ["E1", "E2", "E3", "E4"]
    assert loaded.dtype == np.float32
    assert np.allclose(loaded, matrix[[int(identity[1:]) - 1 for identity in ids]], atol=1e-3)


def test_missing_are_those_without_a_vector_of_their_text_now(database: Database) -> None:
    with_vectors(database, 2)
    with database.read() as conn:
        hashes = {"E1": "hash of E1", "E2": "another", "E3": "hash of E3"}
        assert vectors.missing(conn, "one", hashes) == ["E2", "E3"]
        assert vectors.missing(conn, "other", hashes) == ["E1", "E2", "E3"]


def test_a_person_met_again_needs_a_new_vector(database: Database) -> None:
    logged(database, person("Dana Kim", "Dana Kim"))
    put(database, {"R1": some_vectors(1)[0]})
    with database.read() as conn:
        assert records.unindexed(conn, "one") == []
    logged(database, person("Dana Kim", "Dana Kim", known="R1"))
    with database.read() as conn:
        assert records.unindexed(conn, "one") == [found(database, "R1")]


def test_forgetting_one_embedder_leaves_the_other(database: Database) -> None:
    with_vectors(database, 3)
    put(database, {"E1": some_vectors(1)[0]}, "other")
    with database.write() as conn:
        vectors.forget(conn, "one")
        assert (state(conn, "one")[1], state(conn, "other")[1]) == (0, 1)
        vectors.forget(conn)
        assert state(conn, "other")[1] == 0


def test_every_write_raises_the_version_even_if_the_clock_stands_still(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_000)
    seen = []
    for _ in range(3):
        with_vectors(database, 1)
        with database.read() as conn:
            seen.append(state(conn, "one")[0])
    assert seen == sorted(set(seen))


@pytest.mark.parametrize("row", [np.array([1.0, np.nan]), np.array([[1.0]]), np.array([np.inf])])
def test_what_is_no_vector_is_refused(database: Database, row: Any) -> None:
    logged(database, on(TEXT, "Cut"))
    with pytest.raises(ValueError, match="one row of finite numbers"):
        put(database, {"E1": row})


def test_a_row_of_zeros_is_no_fault(database: Database, make: Make) -> None:
    with_vectors(database, 3)
    put(database, {"E2": np.zeros(WIDTH, np.float32)})
    assert len(ScanIndex(database, "one").search(some_vectors(1)[0], 3)) == 3


def test_the_choice_follows_the_number_and_the_wish(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with_vectors(database, 3)
    assert isinstance(vectors.choose(database, "one"), ScanIndex)
    assert isinstance(vectors.choose(database, "one", "chroma"), ChromaIndex)
    assert isinstance(vectors.choose(database, "one", "auto", "http://127.0.0.1:9"), ChromaIndex)
    assert isinstance(vectors.choose(database, "one", "scan", "http://127.0.0.1:9"), ScanIndex)
    monkeypatch.setattr(vectors, "SCAN_UP_TO", 2)
    assert isinstance(vectors.choose(database, "one"), ChromaIndex)
    assert isinstance(vectors.choose(database, "other"), ScanIndex)
