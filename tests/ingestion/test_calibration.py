"""The refusal rule, fitted to questions of which it is known whether the documents answer them."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from bot.domain.answers import Evidence
from bot.domain.documents import COVERAGE
from bot.ingestion.calibration import ENOUGH, FALSE_REFUSALS, Sample, curve, fit
from tests.ingestion.fakes import Bench, markdown


def samples(answerable: int, absent: int, language: str = "id", shift: float = 0.0) -> list[Sample]:
    """Answerable questions are nearer and better covered than absent ones, as good as always."""
    chance = random.Random(7)

    def some(count: int, cosine: float, coverage: float, holds: bool) -> list[Sample]:
        return [
            Sample(Evidence(language, chance.gauss(cosine + shift, 0.01), chance.gauss(coverage, 0.1)), holds)
            for _ in range(count)
        ]

    return [*some(answerable, 0.92, 0.8, True), *some(absent, 0.87, 0.3, False)]


def refused(one: Sample, rule: dict[str, float]) -> bool:
    found = one.evidence
    return found.nearness + rule[COVERAGE] * found.coverage < rule[found.language]


def test_the_rule_refuses_as_few_answerable_questions_as_allowed_and_most_absent_ones() -> None:
    drawn = samples(1000, 100)
    rule = fit(drawn)
    assert sum(refused(one, rule) for one in drawn if one.answerable) == round(1000 * FALSE_REFUSALS)
    assert sum(refused(one, rule) for one in drawn if not one.answerable) > 95


def test_a_language_in_which_everything_is_less_near_gets_a_lower_threshold() -> None:
    rule = fit([*samples(ENOUGH, 50), *samples(ENOUGH, 50, "en", shift=-0.03)])
    assert rule["en"] < rule["id"] - 0.02


def test_a_language_with_too_few_questions_for_so_small_a_share_gets_the_threshold_of_all() -> None:
    few = samples(120, 50, "en", shift=0.03)
    rule = fit([*samples(ENOUGH, 50), *few])
    assert rule["en"] == pytest.approx(rule["id"], abs=0.01)
    assert not any(refused(one, rule) for one in few if one.answerable)


@pytest.mark.parametrize(("answerable", "absent"), [(39, 100), (200, 19), (0, 0)])
def test_too_few_questions_give_no_rule(answerable: int, absent: int) -> None:
    assert fit(samples(answerable, absent)) == {}


def test_a_language_with_too_few_questions_is_left_to_the_program() -> None:
    assert fit([*samples(100, 50), *samples(39, 50, "en")]).keys() == {COVERAGE, "id"}


def test_words_that_tell_nothing_weigh_nothing() -> None:
    mixed = [Sample(Evidence("id", 0.9 + 0.02 * (n % 2), 1 - n % 2), answerable=n % 2 == 1) for n in range(200)]
    assert fit(mixed)[COVERAGE] == 0


def test_the_curve_goes_from_lenient_to_strict_and_holds_the_point_in_force() -> None:
    drawn = samples(200, 100)
    rule = fit(drawn)
    points = list(curve(drawn, rule))
    assert rule["id"] in [point.least for point in points]
    for gentler, stricter in pairwise(points):
        assert gentler.least < stricter.least
        assert gentler.false_refusals <= stricter.false_refusals
        assert (gentler.caught or 0) <= (stricter.caught or 0)


async def test_a_release_keeps_the_rule_that_was_fitted_to_what_it_finds() -> None:
    bench = Bench({"a.md": markdown("Kuliah gratis sampai 8 semester.")}, exam="berapa semester? = 8")
    bench.samples = tuple(samples(100, 50))
    report = await bench.publish()
    assert report.release
    assert bench.store.built[report.release].release.manifest.calibration == fit(bench.samples)
