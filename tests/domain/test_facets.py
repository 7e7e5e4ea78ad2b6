"""What a question asks of a topic, and how far statements tell it."""

from __future__ import annotations

import numpy as np
import pytest

from bot.domain.facets import NO_FACETS, Asked, Classifier, Facets, likelihoods

EYE = np.eye(2, dtype=np.float32)
AMOUNT, WHEN = EYE  # what two questions mean

CLASSIFIER = Classifier(
    centre=np.zeros(2, np.float32),
    vocabulary={"kapan": 0},
    directions=3 * EYE,
    wording=np.array([[0, 6]], np.float32),
    bias=np.zeros(2, np.float32),
)
FACETS = Facets(("amount", "when"), CLASSIFIER, {"a": 0, "b": 1}, np.array([[1, 0.2], [0, 1]], np.float32))


def test_what_a_question_means_tells_its_facet() -> None:
    (first, probability), (second, other) = FACETS.asked("brp", AMOUNT).likely
    assert (first, second) == ("amount", "when")
    assert probability + other == pytest.approx(1)
    assert probability > 0.9


def test_its_words_tell_it_as_well() -> None:
    assert FACETS.asked("kapan", AMOUNT).likely[0][1] < FACETS.asked("brp", AMOUNT).likely[0][1]


def test_only_a_likely_facet_is_surely_asked_for() -> None:
    assert FACETS.asked("brp", AMOUNT).surely == "amount"
    assert FACETS.asked("brp", np.full(2, 0.5, np.float32)).surely is None
    assert Asked().surely is None


def test_a_statement_fits_as_far_as_it_tells_what_is_likely_asked() -> None:
    asked = Asked((("amount", 0.5), ("when", 0.5)))
    assert FACETS.fit(asked, "a") == pytest.approx(0.6)
    assert FACETS.fit(asked, "b") == pytest.approx(0.5)
    assert FACETS.fit(asked, "unknown") == 0
    assert (FACETS.of("a"), FACETS.of("b"), FACETS.of("unknown")) == ("amount", "when", "")


def test_a_release_without_facets_knows_nothing_of_any_question() -> None:
    asked = NO_FACETS.asked("berapa", AMOUNT)
    assert (asked.likely, asked.surely, NO_FACETS.fit(asked, "a")) == ((), None, 0)


def test_likelihoods_of_each_row_add_up_to_one() -> None:
    assert likelihoods(np.array([[1, 2, 3], [1000, 1000, 1000]], np.float32)).sum(axis=1) == pytest.approx([1, 1])
