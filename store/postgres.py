"""A PostgreSQL server as the place of a database: connections, locks, and what its faults mean.

Invariant: one writer at a time holds a lock that the server gives back with the transaction, so that a writer reads
what will still be so when it writes, as on SQLite; a reader sees one state throughout and cannot write.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from store.errors import StoreBusy, StoreDamaged, StoreError

DRIVER = "postgresql+psycopg"
PACKAGES = ("psycopg", "snowballstemmer")  # the extra `postgres`
CONNECT_SECONDS = 10  # to wait for a server that does not answer
WRITE_LOCK = 0x6361726565727301  # any number will do that others do not use: "careers" and 1
BUSY = ("55P03", "40P01", "40001", "53300", "57014")  # lock not available, deadlock, too many connections, cancelled
GONE = ("08", "57P")  # the connection broke; the server was shut down
# libpq gives no code for a connection that did not come about, only words.
_UNREACHED = (
    ("password authentication failed", "does not take this user and password"),
    ("no password supplied", "asks for a password; put one into the URL, PGPASSWORD or ~/.pgpass"),
    ("no pg_hba.conf entry", "does not let this user in from this machine"),
    ('role "', "knows no such user"),
    ('database "', "has no such database; make it with `createdb`"),
    ("connection refused", "cannot be reached: nothing listens there"),
    ("resolve", "cannot be reached: no such host"),
    ("translate host name", "cannot be reached: no such host"),
    ("timeout", "cannot be reached: no answer in time"),
    ("no such file", "cannot be reached: nothing listens there"),
    ("ssl", "cannot be reached: no secure connection came about (look at sslmode)"),
)


@dataclass(frozen=True, slots=True)
class PostgresDatabase:
    """One database on one server. What connects to it is psycopg 3."""

    url: URL

    @property
    def name(self) -> str:
        """Without user and password, and without the query, which may hold either."""
        host = self.url.host or self.url.query.get("host") or "this machine"
        return f"the PostgreSQL database {self.url.database or self.url.username} on {host}"

    @property
    def path(self) -> Path | None:
        return None

    def engine(self, busy_seconds: float) -> Engine:
        if any(find_spec(package) is None for package in PACKAGES):
            raise StoreError(
                f"PostgreSQL needs the packages {' and '.join(PACKAGES)}, which are not installed. Install them: "
                "uv tool install '.[postgres]', or pip install '.[postgres]'."
            )
        # hide_parameters: no error may carry the text of a note. No prepared statements: poolers lose them.
        engine = create_engine(
            self.url.set(drivername=DRIVER),
            connect_args={"prepare_threshold": None, **self._unless_given()},
            hide_parameters=True,
            pool_pre_ping=True,  # a managed server lets idle connections go
        )
        milliseconds = max(1, round(busy_seconds * 1000))
        event.listen(engine, "begin", lambda conn: _begin(conn, milliseconds))
        return engine

    def options(self, *, writes: bool) -> dict[str, Any]:
        if writes:
            return {"writes": True}
        return {"writes": False, "isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

    def meaning(self, fault: Exception) -> StoreError:
        driver = fault.orig if isinstance(fault, DBAPIError) else fault
        code = str(getattr(driver, "sqlstate", None) or "")
        if code.startswith(BUSY):
            return StoreBusy(f"Others hold {self.name} and did not let go of it. Wait for them, then try again.")
        if code == "42501":
            return StoreError(f"{self._opening} does not allow this to its user. Grant it CREATE on its schema.")
        if code.startswith("25006"):
            return StoreError(f"{self._opening} can only be read: a standby, perhaps. Name the primary server.")
        if code.startswith("53100"):
            return StoreError(f"The disk of {self.name} is full. Nothing was changed; free some space and try again.")
        if code.startswith("XX"):
            return StoreDamaged(f"{self._opening} is damaged. Put a good copy in its place.")
        if code.startswith(GONE) or getattr(fault, "connection_invalidated", False):
            return StoreError(
                f"The connection to {self.name} was lost. Look whether it was kept (`assistant list`), then try again."
            )
        if not code and type(driver).__name__ == "OperationalError":
            return self._unreached(str(driver).lower())
        if "NUL" in str(driver):
            return StoreError("A text holds a NUL byte, which PostgreSQL cannot keep. Nothing was changed.")
        kind = type(driver).__name__
        return StoreError(f"{self._opening} refused ({kind} {code}). Nothing was changed; run `assistant doctor`.")

    def strange(self) -> StoreDamaged:
        return StoreDamaged(
            f"{self._opening} holds tables of another program, or was damaged. Give this one a database of its own: "
            "createdb career"
        )

    def _unreached(self, words: str) -> StoreError:
        why = next((why for sign, why in _UNREACHED if sign in words), "cannot be reached")
        return StoreError(f"{self._opening} {why}. Look at ASSISTANT_DATABASE_URL and at the server, then try again.")

    def _unless_given(self) -> dict[str, Any]:
        wanted = {"connect_timeout": CONNECT_SECONDS, "application_name": "assistant"}
        return {name: value for name, value in wanted.items() if name not in self.url.query}

    @property
    def _opening(self) -> str:
        """The name at the beginning of a sentence."""
        return self.name[0].upper() + self.name[1:]


def _begin(conn: Connection, milliseconds: int) -> None:
    """Both in one message to the server, which may be far away."""
    if conn.get_execution_options().get("writes", False):
        conn.exec_driver_sql(f"SET LOCAL lock_timeout = {milliseconds}; SELECT pg_advisory_xact_lock({WRITE_LOCK})")
