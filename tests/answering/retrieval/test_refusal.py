"""Whether what was found suffices for an answer."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.retrieval.found import Findings, Found
from bot.answering.retrieval.refusal import WITH_ALIASES, WITHOUT_ALIASES, evidence, suffices
from bot.domain.documents import COVERAGE, Manifest
from tests.releases import document, release, section

RELEASE = release(document(section("Batas usia", "Paling tua 25 tahun.")))
STATEMENT = next(iter(RELEASE.statements.values()))
FITTED = replace(RELEASE.manifest, counts={"aliases": 3}, calibration={COVERAGE: 0.2, "id": 1.0})


def findings(cosine: float, coverage: float) -> Findings:
    return Findings((Found(STATEMENT, 1.0, cosine),), coverage)


def with_aliases(number: int) -> Manifest:
    return replace(RELEASE.manifest, counts={"aliases": number}, calibration={})


def test_a_release_is_asked_by_the_rule_that_was_fitted_to_it() -> None:
    assert evidence(findings(0.9, 0.5), FITTED, "id") == 1.0
    assert suffices(findings(0.9, 0.5), FITTED, "id")
    assert not suffices(findings(0.9, 0.49), FITTED, "id")


def test_a_language_without_a_rule_of_its_own_has_the_programs() -> None:
    weight, least = WITH_ALIASES
    assert suffices(findings(least - weight * 0.5, 0.5), FITTED, "en")
    assert not suffices(findings(least - weight * 0.5 - 0.001, 0.5), FITTED, "en")


def test_where_no_phrasings_are_known_less_suffices() -> None:
    just_enough = findings(WITHOUT_ALIASES[1], 0.0)
    assert suffices(just_enough, with_aliases(0), "id")
    assert not suffices(just_enough, with_aliases(1), "id")


def test_what_stands_out_from_other_sections_speaks_for_an_answer() -> None:
    assert suffices(replace(findings(0.85, 0.5), lead=0.05), FITTED, "id")
    assert not suffices(replace(findings(0.85, 0.5), lead=0.04), FITTED, "id")


def test_nothing_found_never_suffices() -> None:
    assert not suffices(Findings(()), with_aliases(0), "id")
