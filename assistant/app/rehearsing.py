"""Dry runs: what a use would send first, with nothing sent and nothing kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from assistant.app.writing import Writing
from store import notes

if TYPE_CHECKING:
    from assistant.llm.prompt import Message


class Rehearsing(Writing):
    """Everything that asks a model, up to the asking. An empty list: nothing would be sent."""

    def would_process(self, source: str | None = None) -> list[Message]:
        """What reading the notes that wait would begin with, note by note."""
        from assistant.reading import messages_for

        with self.database.read() as conn:
            waiting = notes.pending(conn, source)
        if not self.settings.use_llm:
            return []
        home, model = self.settings.home, self.model
        return [one for note in waiting for one in messages_for(note, model=model, home=home)]

    def would_ask(self, question: str) -> list[Message]:
        return self._rehearsed(lambda: self.ask(question))

    def would_draft(self, kind: str, **asked: Any) -> list[Message]:
        """Raises what `draft` raises for a kind, level or person that is not there, and for an empty period."""
        return self._rehearsed(lambda: self._drafted(kind, **asked))

    def would_refresh(self, identity: str) -> list[Message]:
        old = self.draft_named(identity)
        return self._rehearsed(lambda: self._refreshed(old)) if old.stale else []

    def _rehearsed(self, use: Callable[[], object]) -> list[Message]:
        """The messages of the first call that `use`, which keeps nothing, would make."""
        from assistant.llm.rehearsal import RehearsedEmbedder, RehearsedModel, WouldSend

        if not self.settings.use_llm:
            return []
        real = {name: self.__dict__.get(name) for name in ("model", "embedder", "index")}
        self.__dict__["model"] = RehearsedModel(self.settings, self._record_run, veil=self.veil)
        if self.settings.embedding_model:
            self.__dict__["embedder"] = RehearsedEmbedder(self.settings, self._record_run, veil=self.veil)
        try:
            use()
        except WouldSend as told:
            return told.messages
        finally:
            for name, part in real.items():
                self.__dict__.pop(name, None)
                if part is not None:
                    self.__dict__[name] = part
        return []
