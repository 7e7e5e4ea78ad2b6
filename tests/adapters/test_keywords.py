"""BM25 of one release: ranks by words, the same before and after it was saved."""

from __future__ import annotations

from pathlib import Path

import bm25s
import pytest

from bot.adapters.keywords import Keywords

TERMS = {
    "usia": ["usia", "terima", "kuliah", "usia"],
    "biaya": ["biaya", "kuliah", "gratis"],
    "jalan": ["jalan", "desa", "rusak"],
    "kosong": [],
}


def saved(keywords: Keywords, folder: Path) -> Keywords:
    keywords.save(folder)
    return Keywords.open(folder)


@pytest.fixture
def keywords(tmp_path: Path) -> Keywords:
    return saved(Keywords.build(TERMS), tmp_path / "keywords")


def test_statements_with_rarer_and_more_of_the_words_come_first(keywords: Keywords) -> None:
    ranked = keywords.rank(["usia", "kuliah"], 10)
    assert [statement for statement, _ in ranked] == ["usia", "biaya"]
    assert ranked[0][1] > ranked[1][1] > 0


def test_a_saved_index_ranks_as_the_built_one(keywords: Keywords) -> None:
    assert keywords.rank(["kuliah", "desa"], 10) == Keywords.build(TERMS).rank(["kuliah", "desa"], 10)


def test_scores_are_those_of_bm25s_a_word_said_twice_counting_twice() -> None:
    numbers = {word: n for n, word in enumerate(sorted({word for words in TERMS.values() for word in words}))}
    peer = bm25s.BM25(method="lucene")
    ids = sorted(TERMS)
    peer.index(([[numbers[word] for word in TERMS[id_]] for id_ in ids], numbers), show_progress=False)
    asked = ["usia", "kuliah", "usia", "desa"]
    scores = dict(zip(ids, peer.get_scores(asked).tolist(), strict=True))
    assert dict(Keywords.build(TERMS).rank(asked, 10)) == {id_: score for id_, score in scores.items() if score}


def test_only_count_statements_are_named(keywords: Keywords) -> None:
    assert [statement for statement, _ in keywords.rank(["usia", "kuliah"], 1)] == ["usia"]
    assert keywords.rank(["usia"], 0) == []


@pytest.mark.parametrize("terms", [[], [""], ["tidakada"], ["tidakada", "lagi"]])
def test_empty_and_unknown_words_find_nothing_without_a_sound(
    keywords: Keywords, terms: list[str], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert keywords.rank(terms, 5) == []
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


def test_unknown_words_beside_known_ones_change_nothing(keywords: Keywords) -> None:
    assert keywords.rank(["tidakada", "desa"], 5) == keywords.rank(["desa"], 5)


@pytest.mark.parametrize("terms", [{}, {"kosong": []}, {"kosong": [], "hampa": []}])
def test_a_release_without_words_is_saved_opened_and_silent(
    terms: dict[str, list[str]],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert saved(Keywords.build(terms), tmp_path / "keywords").rank(["apa"], 5) == []
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


def test_equal_scores_stand_in_the_order_of_ids(tmp_path: Path) -> None:
    ids = ["d", "a", "c", "b"]
    keywords = saved(Keywords.build({id_: ["sama", "kata"] for id_ in ids}), tmp_path / "keywords")
    assert [statement for statement, _ in keywords.rank(["sama"], 3)] == ["a", "b", "c"]


def test_building_saving_and_opening_print_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    saved(Keywords.build(TERMS), tmp_path / "keywords").rank(["usia"], 5)
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


def test_coverage_is_the_share_of_a_questions_rare_words_that_a_statement_holds() -> None:
    index = Keywords.build({"a": ["kuliah", "gratis"], "b": ["kuliah", "umur"], "c": ["rumah"]})
    assert index.coverage(["kuliah", "gratis"], "a") == 1.0
    assert index.coverage(["passport"], "a") == 0.0
    half = index.coverage(["kuliah", "gratis"], "b")
    assert 0.0 < half < 0.5, "gratis is rarer than kuliah and weighs more"
    assert index.coverage([], "a") == 1.0


def test_coverage_without_any_terms_in_the_release_is_nothing() -> None:
    assert Keywords.build({"a": []}).coverage(["kuliah"], "a") == 0.0
