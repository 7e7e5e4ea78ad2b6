"""How well statements tell what a question asks for."""

from __future__ import annotations

from bot.answering.understanding.query import NOTHING, Fit, parse
from tests.releases import document, release, section

TIME = "Bus sekolah berangkat pukul 06.15 setiap hari."
COUNT = "Bus sekolah berjumlah 40 unit."
RELEASE = release(document(section("Bus sekolah", TIME, COUNT)))
FIRST, SECOND = RELEASE.statements.values()


def test_what_gives_no_number_does_not_tell_how_many() -> None:
    park = release(document(section("Taman", "Taman kota itu luas.", "Taman kota ada 10 buah.")))
    vague, exact = parse("taman kota ada berapa?", "id", park).fits(tuple(park.statements.values()))
    assert vague == NOTHING
    assert exact.share == exact.given == 1.0


def test_the_best_of_several_statements_counts() -> None:
    query = parse("bus sekolah berapa unit?", "id", RELEASE)
    assert query.fit((FIRST, SECOND)) == query.fit((SECOND,))
    assert query.fit(()) == NOTHING


def test_more_words_or_what_is_wanted_make_a_better_fit() -> None:
    assert Fit(0.9, 0.5).is_better_than(Fit(0.7, 1.0))
    assert Fit(0.7, 1.0).is_better_than(Fit(0.7, 0.5))
    assert not Fit(0.75, 1.0).is_better_than(Fit(0.7, 1.0))
    assert not Fit(0.6, 1.0).is_better_than(Fit(0.7, 0.5))
