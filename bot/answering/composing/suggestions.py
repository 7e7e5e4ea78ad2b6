"""What to ask or share next: topics near a question, related questions, what /start and an empty inline query offer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import islice, takewhile

from bot.answering.retrieval.found import Findings
from bot.answering.selection.lists import menu_list
from bot.domain.answers import Suggestion
from bot.domain.documents import Kind, Release, Section, Statement
from bot.domain.programs import first_of_each, heading_in, topic_of
from bot.language.tokens import detect

MOST = 3

Allows = Callable[[Kind], bool]


def topics(findings: Findings, release: Release, language: str, allows: Allows) -> tuple[Suggestion, ...]:
    """Return the nearest sections as topics to tap."""
    sections = (release.sections[key] for key in findings.sections)
    return tuple(_topic(section, release, language) for section in _first(sections, allows))


def related(
    findings: Findings, shown: Sequence[Statement], release: Release, language: str, allows: Allows
) -> tuple[Suggestion, ...]:
    """Return questions that other sections of the same topic answer, the nearest first; none of what is shown."""
    sections, facts = {one.section for one in shown}, {label for one in shown for label in one.labels}
    topic = release.by_path[shown[0].document].topic
    best: dict[str, Statement] = {}
    for one in (found.statement for found in findings.found):
        if (
            release.by_path[one.document].topic == topic
            and one.section not in sections
            and facts.isdisjoint(one.labels)
        ):
            best.setdefault(one.section, one)
    allowed = [release.sections[key] for key in best if allows(release.sections[key].kind)]
    offered: dict[str, Suggestion] = {}
    for section in allowed:
        suggestion = _question(best[section.key], section, release, language)
        offered.setdefault(suggestion.text, suggestion)
        if len(offered) == MOST:
            break
    return tuple(offered.values())


def starters(release: Release, language: str, allows: Allows) -> tuple[Suggestion, ...]:
    """Return three questions of three programs, deliveries first, in the order of the documents."""
    sections = sorted(release.sections.values(), key=lambda section: section.kind is not Kind.PELAKSANAAN)
    allowed = (section for section in sections if section.statements and allows(section.kind))
    chosen = first_of_each(allowed, release)[:MOST]
    return tuple(_question(section.statements[0], section, release, language) for section in chosen)


def popular(release: Release, topics: Sequence[str], allows: Allows, count: int) -> tuple[tuple[str, ...], ...]:
    """Return what to offer to share where nothing was asked: at most `count` groups of statements, lists whole.

    Each program's first section comes before any second one; those of the given topics (programs, or titles of
    documents without one) in their order before all others, deliveries before promises.
    """
    rank = {topic: place for place, topic in enumerate(topics)}

    def order(section: Section) -> tuple[int, bool]:
        topic = topic_of(release.by_path[section.document])
        return rank.get(topic, len(rank)), section.kind is not Kind.PELAKSANAAN

    allowed = [one for one in release.sections.values() if one.statements and allows(one.kind)]
    ordered = sorted(allowed, key=order)
    chosen = dict.fromkeys([*first_of_each(ordered, release), *ordered])
    firsts = [section.statements[0] for section in islice(chosen, count)]
    return tuple(tuple(one.id for one in menu_list(first, release)) for first in firsts)


def asked_about(groups: Sequence[Sequence[str]], topics: Collection[str], release: Release) -> int:
    """Return how many of the first groups are of the given topics: some may be gone, or not be told now."""
    documents = (release.by_path[release.statements[first].document] for first, *_ in groups)
    return sum(1 for _ in takewhile(lambda document: topic_of(document) in topics, documents))


def _first(sections: Iterable[Section], allows: Allows) -> list[Section]:
    return [section for section in sections if allows(section.kind)][:MOST]


def _topic(section: Section, release: Release, language: str) -> Suggestion:
    return Suggestion(heading_in(release, section, language), section_id=section.id)


def _question(statement: Statement, section: Section, release: Release, language: str) -> Suggestion:
    """The first phrasing in the reader's language that reads as a question; the section's heading if there is none."""
    aliases = (*statement.aliases, *section.aliases)
    asked = next(
        (one for one in aliases if one.endswith("?") and _language_of(one, release.languages) == language), None
    )
    return Suggestion(asked, statement=statement.id) if asked else _topic(section, release, language)


@lru_cache(maxsize=8192)
def _language_of(phrasing: str, among: tuple[str, ...]) -> str:
    """The language of a phrasing, kept because all are looked at again and again; voters' questions aren't kept."""
    return detect(phrasing, among)
