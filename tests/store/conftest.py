"""A real database in a temporary home; for most of the store's tests on SQLite, and then on PostgreSQL."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres_server import PostgresServer
from sqlalchemy import delete

from store.database import Database, open_database
from store.tables import metadata


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for the `home` or its `chroma` looks at files; one marked `sqlite` at what only SQLite has."""
    asked = set(inspect.signature(metafunc.function).parameters)
    on_files = asked & {"home", "chroma"} or metafunc.definition.get_closest_marker("sqlite")
    if "database" in metafunc.fixturenames and not on_files:
        metafunc.parametrize("database", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def database(request: pytest.FixtureRequest, home: Path) -> Iterator[Database]:
    kind = getattr(request, "param", "sqlite")
    opened = open_database(home, None if kind == "sqlite" else request.getfixturevalue("kept_database"))
    yield opened
    if kind == "postgresql":
        _empty(opened)
    opened.close()


@pytest.fixture(scope="session")
def kept_database(postgres: PostgresServer) -> str:
    """The URL of a database that is emptied after each test: making one takes a tenth of a second."""
    return postgres.fresh()


def _empty(database: Database) -> None:
    with database.write() as conn:
        for table in reversed(metadata.sorted_tables):
            if table.name != "about":
                conn.execute(delete(table))
