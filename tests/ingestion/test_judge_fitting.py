"""What examples teach a judge of boundaries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from bot.adapters.scratch import FileScratch
from bot.domain.documents import Boundary, Sort
from bot.domain.judging import FEATURE_STEP, Evidence, Judge, features, halfway
from bot.domain.ports import Matrix
from bot.ingestion.judge_fitting import Lesson, digest, fit, lessons
from tests.releases import document, release, section, statement

SELLING = ("jual suara", "suara dijual berapa", "mau jual suara saya", "berapa harga suara")
FORGING = ("ijazah palsu", "bikin ijazah palsu", "cetak ijazah dong")
WORKING = ("upah kerja", "berapa upah minimum", "kerja di mana", "upah saya berapa")
WEATHER = ("cuaca besok", "besok hujan gak", "cuaca nanti sore")
KNOWN = [
    *(Lesson(text, "money", fair=False, sort=Sort.DECLINED) for text in SELLING),
    *(Lesson(text, "forged", fair=False, sort=Sort.DECLINED) for text in FORGING),
    *(Lesson(text, "money", fair=True, sort=Sort.DECLINED) for text in WORKING),
    *(Lesson(text, "weather", fair=False, sort=Sort.UNKNOWN) for text in WEATHER),
]


def alike(count: int) -> Matrix:
    """Vectors that tell nothing."""
    return np.tile(np.array([1, 0], dtype=np.float32), (count, 1))


def said(judge: Judge, text: str, vector: Matrix | None = None) -> Evidence:
    sight = judge.look(text, alike(1)[0] if vector is None else vector)
    return judge.evidence(sight, Sort.DECLINED, frozenset(judge.kinds))


def test_words_speak_for_the_sort_and_the_kind_whose_examples_hold_them() -> None:
    judge = fit(KNOWN, alike(len(KNOWN)), "")
    selling, forging, working = (
        said(judge, text) for text in ("suara kami dijual", "palsu ijazahnya", "upah kerjanya")
    )
    assert (selling.kind, forging.kind) == ("money", "forged")
    assert min(selling.sort, forging.sort) > 0 > working.sort
    assert selling.of_kind > working.of_kind


def test_an_unknown_topic_is_another_sort() -> None:
    judge = fit(KNOWN, alike(len(KNOWN)), "")
    sight = judge.look("cuaca besok sore", alike(1)[0])
    assert judge.evidence(sight, Sort.UNKNOWN, frozenset({"weather"})).sort > 0 > said(judge, "cuaca besok sore").sort


def test_a_kind_that_is_impossible_neither_speaks_for_the_sort_nor_is_named() -> None:
    judge = fit(KNOWN, alike(len(KNOWN)), "")
    sight = judge.look("jual suara", alike(1)[0])
    assert judge.evidence(sight, Sort.DECLINED, frozenset({"forged"})).kind == "forged"
    assert judge.evidence(sight, Sort.DECLINED, frozenset({"forged"})).sort < -0.5
    nothing = judge.evidence(sight, Sort.DECLINED, frozenset())
    assert nothing == Evidence(nothing.sort, "", -1.0)


def test_what_a_question_means_speaks_where_its_words_are_new() -> None:
    vectors = alike(len(KNOWN))
    vectors[: len(SELLING)] = 0, 1
    judge = fit(KNOWN, vectors, "")
    assert said(judge, "hmm", np.array([0, 1], dtype=np.float32)).kind == "money"
    assert said(judge, "hmm", np.array([0, 1], dtype=np.float32)).sort > said(judge, "hmm").sort


def test_the_weights_say_what_the_kernel_says() -> None:
    """The same regression, solved over the examples alone."""
    rng = np.random.default_rng(5)
    vectors = rng.normal(size=(len(KNOWN) + 1, 6)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    texts = [*(one.text for one in KNOWN), "jual suara besok"]
    apart = vectors - vectors[:-1].mean(axis=0)
    cosines = (apart @ apart.T) / np.outer(*2 * [np.linalg.norm(apart, axis=1)])
    held = [set(features(text)) for text in texts]
    shared = {one for found in held for one in found if sum(one in other for other in held[:-1]) > 1}
    worded = [[len(a & b & shared) / np.sqrt(len(a) * len(b)) for b in held] for a in held]
    kernel = np.exp(-2) * (1 + 2 * cosines + 2 * cosines**2) + np.array(worded)
    wanted = np.array([1.0 if not one.fair and one.sort is Sort.DECLINED else -1.0 for one in KNOWN])
    duals = np.linalg.solve(kernel[:-1, :-1] + 0.2 * np.eye(len(KNOWN)), wanted - wanted.mean())
    expected = kernel[-1, :-1] @ duals + wanted.mean()
    assert np.isclose(said(fit(KNOWN, vectors[:-1], ""), texts[-1], vectors[-1]).sort, expected, atol=1e-2)


def test_a_first_glance_tells_the_sort_and_leaves_only_products_of_the_kinds_to_be_added() -> None:
    vectors = np.random.default_rng(7).normal(size=(len(KNOWN), 6)).astype(np.float32)
    judge = fit(KNOWN, vectors / np.linalg.norm(vectors, axis=1, keepdims=True), "")
    sight = judge.look("jual suara besok", vectors[0] / np.linalg.norm(vectors[0]))
    whole, of_kinds = judge.glance(sight, Sort.DECLINED)
    found = judge.evidence(sight, Sort.DECLINED, frozenset(judge.kinds))
    place = judge.sorts[Sort.DECLINED].index(found.kind)
    squared = judge.weights.products[len(judge.sorts) + place] @ sight.products
    assert found.sort == whole
    assert np.isclose(found.of_kind, of_kinds[place] + squared, atol=1e-6)


def test_halfway_between_two_wordings_half_of_each_speaks() -> None:
    judge = fit(KNOWN, alike(len(KNOWN)), "")
    whole = judge.look("jual suara, upah saya berapa", alike(1)[0])
    part = judge.reworded(whole, "upah saya berapa")
    sorts = [judge.evidence(one, Sort.DECLINED, frozenset(judge.kinds)).sort for one in (whole, part)]
    between = judge.evidence(halfway(whole, part), Sort.DECLINED, frozenset(judge.kinds))
    assert sorts[0] > sorts[1]
    assert np.isclose(between.sort, sum(sorts) / 2, atol=1e-5)
    assert halfway(whole, whole) is whole


def test_a_text_is_seen_the_same_again_with_each_of_its_features_once() -> None:
    judge = fit(KNOWN, alike(len(KNOWN)), "")
    text = "suara suara dijualkah suaraku xyz xyzzy"
    for _ in range(2):
        sight = judge.look(text, alike(1)[0])
        assert sight.features.tolist() == sorted(judge.vocabulary[one] for one in features(text) & {*judge.vocabulary})
        assert np.isclose(sight.share, len(features(text)) ** -0.5)


def test_a_kind_of_one_example_is_as_near_as_that_is() -> None:
    known = [*KNOWN, Lesson("harga emas", "gold", fair=False, sort=Sort.UNKNOWN)]
    judge = fit(known, alike(len(known)), "")
    assert np.allclose(judge.similarity(judge.look("harga emas", alike(1)[0]), "gold"), (1, 1), atol=1e-3)


def test_no_name_number_or_long_word_of_a_question_stays_in_memory() -> None:
    judge = fit(KNOWN, alike(len(KNOWN)), "")
    judge.look(f"suara sukarnowati 081234567890 jual{'x' * 100}", alike(1)[0])
    assert judge._pieces.keys() == {"suara"}


def test_what_the_documents_lack_speaks_against_misconduct_but_against_no_unknown_topic() -> None:
    def taught(**told: bool) -> tuple[float, float]:
        lacked = [Lesson(text, "", fair=True, sort=None, **told) for text in ("cuaca lusa", "hujan lusa gak")]
        known = [*lacked, *KNOWN]
        judge = fit(known, alike(len(known)), "")
        sight = judge.look("cuaca lusa hujan gak", alike(1)[0])
        weather = judge.evidence(sight, Sort.UNKNOWN, frozenset({"weather"}))
        return said(judge, "cuaca lusa hujan gak").sort, weather.of_kind

    misconduct, weather = taught(of_topics=False)
    assert np.isclose(misconduct, taught()[0], atol=1e-2)
    assert weather > 0 > taught()[1]


def test_lessons_that_are_not_of_topics_leave_these_as_they_would_be_without() -> None:
    """The same regression, solved over the other lessons alone."""
    lacked = [Lesson(text, "", fair=True, sort=None, of_topics=False) for text in ("cuaca lusa", "hujan lusa")]
    known = [*lacked, *KNOWN]
    held = [set(features(one.text)) for one in known]
    text = set(features("cuaca besok sore"))
    shared = {one for found in held for one in found if sum(one in other for other in held) > 1}
    kernel = np.array([[len(a & b & shared) / np.sqrt(len(a) * len(b)) for b in held] for a in [*held, text]])
    kernel += np.exp(-2)  # no vector is apart from the others
    wanted = np.array([1.0 if one.kind == "weather" else -1.0 for one in KNOWN])
    duals = np.linalg.solve(kernel[2:-1, 2:] + 0.2 * np.eye(len(KNOWN)), wanted - wanted.mean())
    judge = fit(known, alike(len(known)), "")
    found = judge.evidence(judge.look("cuaca besok sore", alike(1)[0]), Sort.UNKNOWN, frozenset({"weather"}))
    kept = FEATURE_STEP / 2 * np.sqrt(len(text))  # at most what the weights' steps make of it
    assert np.isclose(found.of_kind, kernel[-1, 2:] @ duals + wanted.mean(), atol=kept, rtol=0)


def test_what_is_asked_is_learned_once_and_only_of_kinds_that_are_declined() -> None:
    held = release(boundaries=(Boundary("money", SELLING), Boundary("weather", WEATHER, sort=Sort.UNKNOWN)))
    asked = [
        Lesson("jual suara", "money", fair=False, sort=Sort.DECLINED),
        Lesson("suaraku buat yang bayar", "money", fair=False, sort=Sort.DECLINED),
        Lesson("cuaca lusa", "weather", fair=False, sort=Sort.DECLINED),
        Lesson("upah minimum", "", fair=True, sort=None),
    ]
    assert lessons(held, asked) == [*lessons(held), asked[1], asked[3]]


def test_without_lessons_nothing_is_known() -> None:
    assert fit([], np.empty((0, 0), dtype=np.float32), "these").made_of == "these"
    assert fit([], np.empty((0, 0), dtype=np.float32), "").kinds == ()


def test_another_lesson_or_another_model_makes_another_judge() -> None:
    assert digest(KNOWN, "model") == digest(list(KNOWN), "model")
    assert len({digest(KNOWN, "model"), digest(KNOWN[1:], "model"), digest(KNOWN, "other")}) == 3


def test_of_very_many_phrasings_evenly_drawn_ones_teach_what_is_fair_and_all_headings_do() -> None:
    told = replace(statement("Bus berangkat pukul 06.15."), aliases=tuple(f"jam {number}" for number in range(6000)))
    asked = [one.text for one in lessons(release(document(section("Jam", told))))]
    assert asked == [*(f"jam {number}" for number in range(0, 6000, 3)), "Jam"]


def test_it_is_the_same_judge_wherever_its_kernel_lies_while_it_is_fitted(tmp_path: Path) -> None:
    vectors = np.random.default_rng(7).normal(size=(len(KNOWN), 6)).astype(np.float32)
    here, there = fit(KNOWN, vectors, ""), fit(KNOWN, vectors, "", (), lambda: FileScratch(tmp_path))
    assert all(np.array_equal(one, other) for one, other in zip(here.weights, there.weights, strict=True))


def test_weights_are_multiples_of_their_steps_so_that_they_are_kept_as_they_are() -> None:
    weights = fit(KNOWN, alike(len(KNOWN)), "").weights
    steps = weights.features / FEATURE_STEP
    assert np.abs(steps).max() > 1
    assert np.allclose(steps, np.rint(steps), atol=1e-3)
