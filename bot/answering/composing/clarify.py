"""Questions of a word or two that mean several things: what they could be about, to be asked back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.answering.composing.suggestions import Allows
from bot.domain.answers import Suggestion
from bot.domain.documents import Document, Kind, Release, Section
from bot.domain.programs import first_of_each, heading_in, program_of, title
from bot.language.registry import LANGUAGES
from bot.language.tokens import words

MOST = 4  # choices
LONGEST = 5  # words of a question that may be asked back: one that says more has said what it means
SAYS_SUBJECT = 2  # words of its document's title that make a heading plain by itself
PROGRAMS = 3  # whose headings hold a word that may mean any of them


def choices(
    text: str, spoken: str, found: Sequence[str], release: Release, language: str, allows: Allows
) -> tuple[Suggestion, ...]:
    """Return the sections that a question may mean; none if it means one thing, or if at most one may be told now.

    The text is in plain spelling and in the language `spoken`; `found` are the keys of the sections that it brings up,
    best first. The campaign's ambiguous words come first; any other is
    ambiguous if it stands in headings of three programs, and more often than not in those of others than one ("syarat",
    "anggaran"), unless people ask for a fact by it. A single word is also if what it brings up first is of three
    programs.
    """
    topic = _topic(text, spoken)
    if not topic or len(words(text)) > LONGEST:
        return ()
    meant = (
        _of_campaign(topic, spoken, release)
        or _by_heading(topic, spoken, release)
        or _by_search(topic, spoken, found, release)
    )
    allowed = [section for section in meant if section.statements and allows(section.kind)]
    if len(allowed) < 2:
        return ()
    return tuple(Suggestion(_name(section, release, language), section_id=section.id) for section in allowed[:MOST])


def _topic(text: str, spoken: str) -> frozenset[str]:
    """The words that carry a topic, as they stand in headings: "syaratnya" is "syarat", but "pekerja" no "kerja"."""
    ignored = LANGUAGES[spoken].stop_words
    return frozenset(word.removesuffix("nya") for word in words(text)) - ignored - {""}


def _of_campaign(topic: frozenset[str], spoken: str, release: Release) -> list[Section]:
    """The sections that the campaign gives for one of its ambiguous words, if a question says nothing else."""
    for word, keys in release.ambiguous.items():
        if _told(word, spoken) == topic:
            return [release.sections[key] for key in keys]
    return []


def _by_heading(topic: frozenset[str], spoken: str, release: Release) -> list[Section]:
    """The best section of each program whose headings hold the topic, if no program has more than half of them."""
    held = [one for one in release.sections.values() if topic <= _told(heading_in(release, one, spoken), spoken)]
    counts = Counter(program_of(release.by_path[section.document]) for section in held)
    if len(counts) < PROGRAMS or 2 * max(counts.values()) > len(held) or topic in _asked_for(release, spoken):
        return []
    held.sort(key=lambda one: (one.kind is not Kind.PELAKSANAAN, not topic <= _told(_title(one, release), spoken)))
    return first_of_each(held, release)


def _by_search(topic: frozenset[str], spoken: str, found: Sequence[str], release: Release) -> list[Section]:
    """The best section of each program among the first that a single word brings up, if these are of many."""
    best = first_of_each((release.sections[key] for key in found[:MOST]), release)
    return best if len(topic) == 1 and len(best) >= PROGRAMS and topic not in _asked_for(release, spoken) else []


def _asked_for(release: Release, spoken: str) -> Iterator[frozenset[str]]:
    """The topics of the phrasings that people use for facts and sections."""
    for section in release.sections.values():
        for alias in (*section.aliases, *(alias for one in section.statements for alias in one.aliases)):
            yield _told(alias, spoken)


@lru_cache(maxsize=8192)
def _told(text: str, spoken: str) -> frozenset[str]:
    """The topic of one of the campaign's texts, kept because all are looked at again and again.

    Voters' questions aren't kept in memory.
    """
    return _topic(text, spoken)


def _title(section: Section, release: Release) -> str:
    return release.by_path[section.document].title


def _name(section: Section, release: Release, language: str) -> str:
    """The heading, behind what its document is about where it doesn't say so: "Umrah gratis: Kuota 2025"."""
    document = release.by_path[section.document]
    shown, subject = heading_in(release, section, language), _subject(document, language)
    says_so = len(_topic(subject, language) & _topic(shown, language)) >= SAYS_SUBJECT
    return shown if says_so else f"{subject}: {shown}"


def _subject(document: Document, language: str) -> str:
    """A document's title without what follows in brackets or behind a colon."""
    return title(document, language).partition(" (")[0].partition(":")[0]
