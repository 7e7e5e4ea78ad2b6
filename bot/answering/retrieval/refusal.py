"""Whether what was found suffices for an answer: by the rule fitted to the release, or the program's own."""

from __future__ import annotations

from bot.answering.retrieval.found import Findings
from bot.domain.answers import Evidence
from bot.domain.documents import COVERAGE, Manifest

# (weight of the coverage, least evidence) where a release brings no rule of its own for a language. People's phrasings
# are nearer to their questions than statements are. Of 1,153 answerable and 388 absent questions of a campaign the
# first leaves 0.1 % and 24 % below, of 804 and 600 public ones the second 2 % and 30 %; what else is absent, unknown
# topics and what a question demands must catch.
WITH_ALIASES = (0.06, 0.895)
WITHOUT_ALIASES = (0.06, 0.885)


def evidence(found: Findings | Evidence, manifest: Manifest, language: str) -> float:
    """Return how much speaks for the documents holding an answer: nearness and the covered share of words."""
    return found.nearness + _rule(manifest, language)[0] * found.coverage


def least(manifest: Manifest, language: str) -> float:
    """Return how much must speak for it."""
    return _rule(manifest, language)[1]


def suffices(findings: Findings, manifest: Manifest, language: str) -> bool:
    """Return whether the documents hold an answer to a question in a language, as far as nearness can tell."""
    return evidence(findings, manifest, language) >= least(manifest, language)


def general(manifest: Manifest) -> tuple[float, float]:
    """Return the program's own rule for a release: the weight of the coverage, and the least evidence."""
    return WITH_ALIASES if manifest.counts.get("aliases") else WITHOUT_ALIASES


def _rule(manifest: Manifest, language: str) -> tuple[float, float]:
    fitted = manifest.calibration
    return (fitted[COVERAGE], fitted[language]) if language in fitted else general(manifest)
