"""The refusal rule, fitted to questions of which it is known whether the documents answer them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import pairwise

import pytest

from bot.domain.answers import Evidence
from bot.domain.documents import COVERAGE
from bot.ingestion.calibration import ENOUGH, FALSE_REFUSALS, Fitted, Sample, curve, fit, told
from tests.ingestion.fakes import GENERAL, Bench, markdown


def samples(answerable: int, absent: int, language: str = "id", shift: float = 0.0, seed: int = 7) -> list[Sample]:
    """Answerable questions are nearer and better covered than absent ones, as good as always."""
    chance = random.Random(seed)

    def some(count: int, cosine: float, coverage: float, holds: bool) -> list[Sample]:
        return [
            Sample(Evidence(language, chance.gauss(cosine + shift, 0.01), chance.gauss(coverage, 0.1)), holds)
            for _ in range(count)
        ]

    return [*some(answerable, 0.92, 0.8, True), *some(absent, 0.87, 0.3, False)]


def refused(one: Sample, rule: Mapping[str, float]) -> bool:
    found = one.evidence
    return found.nearness + rule[COVERAGE] * found.coverage < rule[found.language]


def test_with_many_questions_the_rule_refuses_hardly_more_than_is_allowed_and_most_absent_ones() -> None:
    drawn = samples(10_000, 1000)
    rule = fit(drawn, GENERAL).rule
    assert sum(refused(one, rule) for one in drawn if one.answerable) <= 10_000 * FALSE_REFUSALS
    assert sum(refused(one, rule) for one in drawn if not one.answerable) > 950


def test_a_language_in_which_everything_is_less_near_gets_a_lower_threshold() -> None:
    rule = fit([*samples(4 * ENOUGH, 50), *samples(4 * ENOUGH, 50, "en", shift=-0.03)], GENERAL).rule
    assert rule["en"] < rule["id"] - 0.02


def test_a_language_with_too_few_questions_for_so_small_a_share_gets_the_threshold_of_all() -> None:
    few = samples(120, 50, "en", shift=0.03)
    rule = fit([*samples(ENOUGH, 50), *few], GENERAL).rule
    assert rule["en"] == pytest.approx(rule["id"], abs=0.01)
    assert not any(refused(one, rule) for one in few if one.answerable)


def test_the_fewer_questions_there_are_the_nearer_is_the_rule_to_the_programs_own() -> None:
    """Issue 16: a small exam of another campaign's own made the coverage weigh .277 instead of .06."""
    (few, weight), (some, _), (many, best) = (
        (fitted.own, fitted.rule[COVERAGE]) for fitted in (fit(samples(n, n), GENERAL) for n in (60, 250, 25_000))
    )
    assert few < 0.2
    assert some == 0.5
    assert many > 0.99
    assert abs(weight - GENERAL[0]) < 0.3 * abs(best - GENERAL[0])


def test_a_rule_of_few_questions_refuses_hardly_any_other_answerable_one() -> None:
    rule, others = fit(samples(60, 25), GENERAL).rule, samples(5000, 0, seed=8)
    assert sum(refused(one, rule) for one in others) <= 5000 * FALSE_REFUSALS


@pytest.mark.parametrize(("answerable", "absent"), [(39, 100), (200, 19), (0, 0)])
def test_too_few_questions_give_no_rule_and_that_is_told(answerable: int, absent: int) -> None:
    fitted = fit(samples(answerable, absent), GENERAL)
    assert fitted == Fitted({}, answerable, absent)
    assert fitted.own == 0
    assert f"the program's own; {answerable} answerable and {absent} absent" in told(fitted)


def test_how_much_of_the_rule_is_fitted_is_told() -> None:
    line = told(fit(samples(250, 50), GENERAL))
    assert line.startswith("refusal rule: 50% fitted to 250 answerable and 50 absent questions to learn from")


def test_a_language_with_too_few_questions_is_left_to_the_program() -> None:
    assert fit([*samples(100, 50), *samples(39, 50, "en")], GENERAL).rule.keys() == {COVERAGE, "id"}


def test_of_words_that_tell_nothing_only_the_programs_own_weight_is_left() -> None:
    mixed = [Sample(Evidence("id", 0.9 + 0.02 * (n % 2), 1 - n % 2), answerable=n % 2 == 1) for n in range(500)]
    assert fit(mixed, GENERAL).rule[COVERAGE] == GENERAL[0] / 2


def test_the_curve_goes_from_lenient_to_strict_and_holds_the_point_in_force() -> None:
    drawn = samples(200, 100)
    rule = fit(drawn, GENERAL).rule
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
    assert report.refusal == fit(bench.samples, GENERAL)
    assert bench.store.built[report.release].release.manifest.calibration == report.refusal.rule


async def test_without_questions_to_learn_from_the_programs_own_rule_serves() -> None:
    bench = Bench({"a.md": markdown("Kuliah gratis sampai 8 semester.")}, exam="berapa semester? = 8")
    report = await bench.publish()
    assert report.release
    assert report.refusal == Fitted({}, 0, 0)
    assert bench.store.built[report.release].release.manifest.calibration == {}


FACTS = "".join(f"Rute {number} lewat Jalan Contoh {number}.\n" for number in range(200))


def taught(facts: str = FACTS) -> Bench:
    """An Ingestion whose exam tells enough for a rule, of a document with many statements."""
    bench = Bench({"a.md": markdown(facts), "names.toml": ""}, exam="rute berapa? = Rute")
    bench.samples = tuple(samples(100, 50))
    return bench


async def test_a_small_change_takes_over_the_live_releases_rule_until_small_changes_add_up() -> None:
    bench = taught()
    first = await bench.publish()
    bench.samples = tuple(samples(120, 60, seed=8))
    reports = []
    for number in range(3):
        bench.folder.files["a.md"] = markdown(FACTS.replace("Rute 7 lewat", f"Rute 7 kini lewat gang {number} ke"))
        reports.append(await bench.publish())
    assert first.refusal
    assert [one.is_rule_kept for one in reports] == [True, True, False]
    rules = [bench.store.built[one.release].release.manifest.calibration for one in reports if one.release]
    assert rules[:2] == [first.refusal.rule] * 2
    assert rules[2] == fit(bench.samples, GENERAL).rule != first.refusal.rule


@pytest.mark.parametrize(
    ("file", "text"),
    [("names.toml", '"Budi Contoh" = ["budi"]'), ("a.md", markdown("Rute 1 lewat pasar.\nRute 2 lewat kampus."))],
)
async def test_another_name_or_many_other_statements_have_the_rule_fitted_anew(file: str, text: str) -> None:
    bench = taught()
    await bench.publish()
    bench.folder.files[file] = text
    report = await bench.publish()
    assert (report.is_rule_kept, report.refusal) == (False, fit(bench.samples, GENERAL))


async def test_other_questions_to_learn_from_have_the_rule_fitted_anew() -> None:
    bench = taught()
    await bench.publish()
    bench.exam = "rute mana? = Rute"
    bench.folder.files["a.md"] = markdown(FACTS.replace("Rute 7 lewat", "Rute 7 kini lewat"))
    assert not (await bench.publish()).is_rule_kept
