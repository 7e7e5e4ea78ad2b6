"""The systems that are compared: what each is handed, and what it has to give back."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

DEPTH = 20  # passages every system is asked for: LangChain's usual 4 would hide its recall@5
QUIET = 5.0  # seconds between two lines of progress
SAID = "> "  # what such lines begin with; all else on standard error is the libraries'
PEER_MODEL = "model"  # folder with the bundled model as sentence-transformers loads it, beside each task


@dataclass(frozen=True)
class Document:
    """A section of a document in one of its languages, or a public passage: what a system reads."""

    id: str
    section: str  # both languages of a section have the same
    text: str


@dataclass(frozen=True)
class Task:
    """What one system has to do: read documents into a folder of its own, then answer questions from there."""

    folder: str
    documents: tuple[Document, ...]
    questions: tuple[str, ...]
    config: str = ""  # of the campaign that holds the same documents, for the system that reads those itself

    @property
    def model(self) -> str:
        """The folder of the embedding model that peers load."""
        return str(Path(self.folder).parent / PEER_MODEL)

    @property
    def index(self) -> Path:
        """Where the system keeps what it has made of the documents."""
        return Path(self.folder) / "index"

    def write(self, file: Path) -> None:
        """Put the task where another process reads it."""
        file.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> Task:
        """Return the task that `write` has put there."""
        found = json.loads(file.read_text("utf-8"))
        found["documents"] = tuple(Document(**one) for one in found["documents"])
        return cls(**{**found, "questions": tuple(found["questions"])})


@dataclass(frozen=True)
class Reply:
    """What a system found for one question."""

    found: tuple[tuple[str, str], ...]  # (section, text), best first
    confidence: float | None  # higher: more likely held by the documents; None: the system tells nothing
    answered: bool | None = None  # what a system with a rule of its own decided


Ask = Callable[[str], Reply]


class Progress:
    """Tells on standard error, now and then, how far a long step is."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Say it, unless something was said a moment ago."""
        if time.monotonic() - self._told > QUIET:
            self._told = time.monotonic()
            print(f"{SAID}{step} {done} of {total}", file=sys.stderr, flush=True)


@dataclass(frozen=True)
class System:
    """One competitor: its title, and the module whose `build(task)` and `open_index(task)` do the work."""

    title: str
    module: str
    is_peer: bool = True  # runs with the benchmark's requirements, not with the project's


SYSTEMS: Mapping[str, System] = {
    "tanyaprogram": System("TanyaProgram", "tanyaprogram", is_peer=False),
    "documents-only": System("TanyaProgram, documents only", "tanyaprogram", is_peer=False),
    "langchain": System("LangChain, stock chain", "langchain_chain"),
    "ensemble": System("LangChain EnsembleRetriever", "langchain_ensemble"),
    "haystack": System("Haystack, hybrid", "haystack_pipeline"),
    "txtai": System("txtai, hybrid", "txtai_embeddings"),
    "llamaindex": System("LlamaIndex", "llama_index_store"),
}
