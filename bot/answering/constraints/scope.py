"""What is said in statements and around them, so that it can be told what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.domain.documents import Release, Statement
from bot.language.quantities import YEAR
from bot.language.stages import told_stages


def own(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield what each statement itself says, in both languages."""
    for one in statements:
        yield " | ".join((one.text, one.headers, *((one.twin.text, one.twin.headers) if one.twin else ())))


def around(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield what is said around statements, and the questions that people ask for them."""
    statements = tuple(statements)
    for one in statements:
        yield from one.aliases
    for key in dict.fromkeys(one.section for one in statements):
        section = release.sections[key]
        document = release.by_path[section.document]
        yield from (document.title, document.twin_title or "", section.title, section.twin_title or "", *section.path)
        yield from own(section.statements, release)
        yield from (note.as_of for one in section.statements for note in one.footnotes if note.as_of)


def at(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield what is said where each statement stands: its list, its headings, and its date if it names no year itself.

    What was reported in 2026 on 2025 is about 2025.
    """
    for one in statements:
        section = release.sections[one.section]
        document = release.by_path[one.document]
        yield from (document.title, document.twin_title or "", section.title, section.twin_title or "", *section.path)
        listed = [other for other in section.statements if one.group is not None and other.group == one.group]
        said = list(own(listed or [one], release))
        yield from said
        if not any(map(YEAR.search, said)):
            yield from (note.as_of for note in one.footnotes if note.as_of)


def around_for_stages(statements: Iterable[Statement], release: Release) -> Iterator[str]:
    """Yield the text that tells for which stages each statement is: its own, or its section's, or its document's.

    An item of a list speaks for itself: its neighbours are about other things.
    """
    for one in statements:
        alone = " ".join(own([one], release))
        if one.group is not None or told_stages(alone):
            yield alone
            continue
        section = " ".join(own(release.sections[one.section].statements, release))
        document = " ".join(own(release.by_path[one.document].statements, release))
        yield section if told_stages(section) else document
