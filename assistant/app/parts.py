"""The real parts of one home, each made when it is first needed and replaceable by keyword."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.settings import Settings
from store import people, records, runs
from store.database import Database, open_database
from store.model import (
    NewRun,
    Record,
)

if TYPE_CHECKING:
    from assistant.llm.client import Model
    from assistant.llm.embedders import Embedder
    from assistant.llm.minilm import Matrix
    from assistant.llm.veil import Veil
    from store.vectors import VectorIndex


class Parts:
    """What every use of the program stands on. Not safe to share between threads; open one for each."""

    def __init__(
        self,
        settings: Settings,
        *,
        database: Database | None = None,
        model: Model | None = None,
        embedder: Embedder | None = None,
        index: VectorIndex | None = None,
    ) -> None:
        self.settings = settings
        for name, part in (
            ("database", database),
            ("model", model),
            ("embedder", embedder),
            ("index", index),
        ):
            if part is not None:
                self.__dict__[name] = part

    @cached_property
    def database(self) -> Database:
        opened = open_database(self.settings.home, self.settings.database_url, busy_seconds=self.settings.busy_seconds)
        path = opened.path  # None on a server, whose copies are the server's matter
        if path and self.settings.daily_copies:
            opened.before_first_write = lambda: self._copy_of_the_day(path)
        return opened

    def _copy_of_the_day(self, path: Path) -> None:
        from store import copies

        folder = copies.folder_of(self.settings.home)
        copies.daily(path, folder, self.today(), self.settings.daily_copies)

    @cached_property
    def model(self) -> Model:
        from assistant.llm.client import Model

        return Model(self.settings, self._record_run, veil=self.veil)

    @cached_property
    def embedder(self) -> Embedder:
        from assistant.llm.embedders import choose

        return choose(self.settings, self._record_run, self.veil)

    @cached_property
    def veil(self) -> Veil:
        """What stands between this home and every endpoint."""
        from assistant.llm.veil import Veil

        return self.veil_over_names if self.settings.pseudonyms else Veil()

    @cached_property
    def veil_over_names(self) -> Veil:
        from assistant.app.private import found_names, pseudonyms
        from assistant.llm.veil import Veil

        return Veil(pseudonyms(self.settings, self.database.identity()), self._private_names, found_names)

    def _private_names(self) -> list[str]:
        with self.database.read() as conn:
            return [*self.settings.me, *self.settings.private_names, *people.all_names(conn)]

    @cached_property
    def index(self) -> VectorIndex:
        from store import vectors

        return vectors.choose(self.database, self.embedder.identity, self.settings.vectors, self.settings.chroma_url)

    @property
    def engine(self) -> str:
        return f"llm:{self.settings.model}" if self.settings.use_llm else "offline"

    def now(self) -> datetime:
        return self.settings.now or datetime.now(UTC)

    def today(self) -> date:
        return self.settings.now.date() if self.settings.now else datetime.now().astimezone().date()

    def close(self) -> None:
        if "database" in self.__dict__:
            self.database.close()

    def similarity(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        """Cosines of each text with each other one."""
        if not left or not right:
            return [[] for _ in left]
        cosines: list[list[float]] = (self._embedded(left) @ self._embedded(right).T).tolist()
        return cosines

    def _embedded(self, texts: Sequence[str]) -> Matrix:
        """One row a text; a page asks for the same ones again and again, so each is embedded once."""
        import numpy as np

        fresh = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if fresh:
            self._rows.update(zip(fresh, self.embedder.embed(fresh), strict=True))
        return np.stack([self._rows[text] for text in texts])

    @cached_property
    def _rows(self) -> dict[str, Matrix]:
        return {}

    def _record_run(self, run: NewRun, started_at: datetime) -> None:
        with self.database.write() as conn:
            runs.add(conn, run, started_at)

    def _model_or_none(self) -> Model | None:
        return self.model if self.settings.use_llm else None

    def _known_people(self) -> list[Record]:
        with self.database.read() as conn:
            return people.everyone(conn)

    def select(self, **chosen: Any) -> list[Record]:
        with self.database.read() as conn:
            return records.select(conn, **chosen)

    def _everything(self) -> list[Record]:
        """Every record of every status: the gate must tell a superseded id from one that never was."""
        return self.select(status=None)
