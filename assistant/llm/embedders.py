"""Text to vectors: the packaged MiniLM, or an OpenAI-compatible embeddings endpoint.

Invariant: every row is float32 of length one. Vectors of two embedders are comparable only where `identity`
is the same. Making an embedder costs nothing; it loads when first used.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from assistant import messages
from assistant.errors import ModelNonsense
from assistant.llm import minilm
from assistant.llm.veil import Veil

if TYPE_CHECKING:
    from datetime import datetime

    from assistant.llm.minilm import Matrix
    from assistant.llm.wire import Wire
    from assistant.settings import Settings
    from store.model import NewRun

AT_ONCE = 64  # texts in one request
LONGEST = 2000  # characters of a text that are sent: endpoints refuse what their model cannot hold


class Embedder(Protocol):
    """What recall needs of an embedder."""

    @property
    def identity(self) -> str:
        """Names the model; kept beside every vector."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def embed(self, texts: Sequence[str]) -> Matrix:
        """One row a text, in order: float32, shape (len(texts), dimension), each of length one."""


class LocalEmbedder:
    """all-MiniLM-L6-v2 from the installed package, or an ONNX model of the same kind from `file`.

    A text's vector does not depend on the texts embedded beside it, and is the same every time, to within rounding.
    """

    def __init__(self, file: str | Path | None = None) -> None:
        self._file = Path(file) if file else None
        self._loaded: minilm.MiniLM | None = None

    @property
    def identity(self) -> str:
        return self._model().identity

    @property
    def dimension(self) -> int:
        return self._model().dimension

    def embed(self, texts: Sequence[str]) -> Matrix:
        return self._model().embed([_whole(text) for text in texts])

    def _model(self) -> minilm.MiniLM:
        if self._loaded is None:
            self._loaded = minilm.load(self._file)
        return self._loaded


class EndpointEmbedder:
    """`settings.embedding_model` at the endpoint of the settings; raises ModelError. Every call is a run."""

    def __init__(
        self,
        settings: Settings,
        record_run: Callable[[NewRun, datetime], None],
        *,
        veil: Veil | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings, self._record_run, self._sleep = settings, record_run, sleep
        self._veil = veil or Veil()
        self._made: Wire | None = None
        self._dimension: int | None = None

    @property
    def identity(self) -> str:
        renamed = " with pseudonyms" if self._veil.hides_names else ""
        return f"{self._wire().model}@{self._wire().endpoint}{renamed}"

    @property
    def dimension(self) -> int:
        if self._dimension is None:
            self.embed(["How long is a vector?"])
        assert self._dimension is not None
        return self._dimension

    def embed(self, texts: Sequence[str]) -> Matrix:
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        parts = [self._some(texts[start : start + AT_ONCE]) for start in range(0, len(texts), AT_ONCE)]
        if len({part.shape[1] for part in parts} | ({self._dimension} if self._dimension else set())) != 1:
            raise self._nonsense()
        self._dimension = parts[0].shape[1]
        return np.concatenate(parts)

    def as_sent(self, texts: Sequence[str]) -> list[str]:
        """The texts of the first request for these, as it would be sent."""
        return self._veil.hidden(_sendable(texts[:AT_ONCE]))

    def _some(self, texts: Sequence[str]) -> Matrix:
        from assistant.llm.wire import FAULTS, Account

        wire = self._wire()
        sent = _sendable(texts)
        create = wire.sdk.embeddings.create
        try:
            reply = wire.call(
                "embed",
                "-",
                sent,
                lambda texts: create(model=wire.model, input=texts, encoding_format="float"),
                lambda reply: Account(f"{len(reply.data)} vectors", reply.usage.prompt_tokens),
            )
        except FAULTS as fault:
            raise wire.explain(fault) from None
        return self._matrix(reply, len(sent))

    def _matrix(self, reply: Any, count: int) -> Matrix:
        """The rows by their index; whatever is not one finite vector a text is refused."""
        import numpy as np

        try:
            rows = sorted(reply.data, key=lambda row: row.index)
            matrix = np.asarray([row.embedding for row in rows], dtype=np.float32)
            fits = [row.index for row in rows] == list(range(count)) and matrix.ndim == 2
        except (AttributeError, TypeError, ValueError):
            raise self._nonsense() from None
        if not fits or not matrix.any(axis=1).all() or not np.isfinite(matrix).all():
            raise self._nonsense()
        return minilm.unit_rows(matrix)

    def _nonsense(self) -> ModelNonsense:
        return ModelNonsense(messages.NO_VECTORS.format(endpoint=self._wire().endpoint))

    def _wire(self) -> Wire:
        if self._made is None:
            from assistant.llm.wire import Wire

            model, variable = self._settings.embedding_model, "ASSISTANT_EMBEDDING_MODEL"
            self._made = Wire(
                self._settings, self._record_run, model=model, variable=variable, veil=self._veil, sleep=self._sleep
            )
        return self._made


def choose(settings: Settings, record_run: Callable[[NewRun, datetime], None], veil: Veil | None = None) -> Embedder:
    """The endpoint's embedder where a model is named for it and the network may be used, else our own."""
    if settings.embedding_model and settings.use_llm:
        return EndpointEmbedder(settings, record_run, veil=veil)
    return LocalEmbedder(settings.embedding_file)


def _sendable(texts: Sequence[str]) -> list[str]:
    """An empty text is refused by some."""
    return [_whole(text)[:LONGEST] or " " for text in texts]


def _whole(text: str) -> str:
    """Half a surrogate pair is no text, to a tokenizer or to an endpoint."""
    return text.encode("utf-8", "replace").decode()
