"""What general examples mean to the bundled model: bot/learned/bundled.npz, made by developers with `make learn`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.adapters.arrays import opened
from bot.domain.documents import Role
from bot.domain.ports import Matrix, Vector, VectorCache

FILE = Path(__file__).parents[1] / "learned" / "bundled.npz"
_STEP = 0.001  # the coordinates are multiples of it: their cosines are kept to a quarter of a thousandth
_DIGEST = 12  # bytes of a text's digest: enough to tell some thousand texts from all others


def save(file: Path, fingerprint: str, texts: Mapping[Role, Sequence[str]], vectors: Mapping[Role, Matrix]) -> int:
    """Write the vectors of texts that a model made, by the role in which each was embedded; return the file's bytes."""
    digests = [_digest(role, text) for role in Role for text in texts.get(role, ())]
    steps = np.concatenate([vectors[role] for role in Role if texts.get(role)]) / np.float32(_STEP)
    arrays = {
        "fingerprint": np.array(fingerprint),
        "digests": np.frombuffer(b"".join(digests), np.uint8).reshape(-1, _DIGEST),
        "steps": np.rint(steps).astype(np.int16),
    }
    file.parent.mkdir(exist_ok=True)
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return file.stat().st_size


@dataclass(frozen=True)
class LearnedVectors:
    """A cache of vectors that knows those of the general examples, and asks another one for all else.

    It serves the model alone that the file was learned from; a text that has changed since is embedded like any other.
    """

    others: VectorCache
    file: Path = FILE

    def get(self, fingerprint: str, role: Role, texts: Sequence[str]) -> list[Vector | None]:
        """Return the vector of each text, None where there is none. Raises ValueError if the file is garbled."""
        learned, vectors = self._learned
        rows = [self._row(fingerprint, role, text) for text in texts] if learned == fingerprint else [None] * len(texts)
        left = [text for text, row in zip(texts, rows, strict=True) if row is None]
        asked = iter(self.others.get(fingerprint, role, left))
        return [next(asked) if row is None else _unit(vectors[row]) for row in rows]

    def put(self, fingerprint: str, role: Role, texts: Sequence[str], vectors: Matrix) -> None:
        """Keep vectors in the other cache."""
        self.others.put(fingerprint, role, texts, vectors)

    def _row(self, fingerprint: str, role: Role, text: str) -> int | None:
        return self._rows.get(_digest(role, text))

    @cached_property
    def _learned(self) -> tuple[str, NDArray[np.int16]]:
        """The model's fingerprint and its vectors in steps; none without a file."""
        if not self.file.is_file():
            return "", np.empty((0, 0), np.int16)
        with opened(self.file) as arrays:
            return str(arrays["fingerprint"]), arrays["steps"]

    @cached_property
    def _rows(self) -> Mapping[bytes, int]:
        with opened(self.file) as arrays:
            return {one.tobytes(): row for row, one in enumerate(arrays["digests"])}


def _unit(steps: NDArray[np.int16]) -> Vector:
    vector = steps.astype(np.float32)
    found: Vector = vector / np.float32(np.linalg.norm(vector))
    return found


def _digest(role: Role, text: str) -> bytes:
    return hashlib.sha256(f"{role.value}\0{text}".encode()).digest()[:_DIGEST]
