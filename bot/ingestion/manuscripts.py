"""Drafts → documents: sections get their slugs, statements their ids, and both the words of their twins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.domain.documents import Document, Footnote, Kind, Section, Statement, Twin
from bot.domain.ids import normalise, section_id, slug, statement_id
from bot.ingestion.draft import Draft, Part, Piece
from bot.ingestion.footnotes import source
from bot.ingestion.properties import Properties
from bot.language.registry import DEFAULT


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file that has been read: what it says of itself, and its text."""

    path: str
    properties: Properties
    draft: Draft

    @property
    def parts(self) -> list[Part]:
        """What becomes sections; a first heading that repeats the title is the title, not a heading."""
        parts, title = self.draft.parts, (self.properties.title,)
        if len(parts) > 1 and not parts[0].pieces and parts[1].path == title:
            parts = [replace(part, path=part.path[1:]) if part.path[:1] == title else part for part in parts[1:]]
        return [*parts[:1], self.draft.summary, *parts[1:]] if self.draft.summary else parts

    @property
    def topic(self) -> str:
        """What people call what it is about."""
        return self.properties.topic or self.properties.title


def assemble(manuscript: Manuscript, twin: Manuscript | None, digest: str) -> Document:
    """Return the document that a file and its matching twin make; headings with nothing under them give no section."""
    properties = manuscript.properties
    sections = _sections(manuscript)
    return Document(
        path=manuscript.path,
        title=properties.title,
        sections=tuple(_with_twin(sections, twin) if twin else sections),
        digest=digest,
        program=properties.program,
        kind=properties.kind,
        language=properties.language or DEFAULT,
        date=properties.date,
        latest=properties.latest,
        review_by=properties.review_by,
        source=source(properties.source, normalise) if properties.source else None,
        twin_path=twin.path if twin else None,
        twin_title=twin.properties.title if twin else None,
        twin_program=twin.properties.program if twin else None,
        topic=manuscript.topic,
        twin_topic=twin.topic if twin else None,
        summary=_summary(manuscript),
    )


def _summary(manuscript: Manuscript) -> str | None:
    named = zip(manuscript.parts, slugs(manuscript), strict=True)
    return next((f"{manuscript.path}#{name}" for part, name in named if part is manuscript.draft.summary), None)


def _sections(manuscript: Manuscript) -> list[Section]:
    properties, path = manuscript.properties, manuscript.path
    sections = []
    for part, name in zip(manuscript.parts, slugs(manuscript), strict=True):
        if part.pieces:
            section = Section(
                id=section_id(path, name),
                document=path,
                slug=name,
                title=part.path[-1] if part.path else properties.title,
                kind=Kind(part.kind) if part.kind else properties.kind,
                statements=tuple(_statements(manuscript, part, name)),
                path=part.path[:-1],
                page=part.page,
                line=part.line,
                facets=part.facets,
            )
            sections.append(section)
    return sections


def slugs(manuscript: Manuscript) -> Iterator[str]:
    """Yield the slug of each part, unique in the document."""
    used: set[str] = set()
    repeated: Counter[str] = Counter()
    for part in manuscript.parts:
        name = wanted = slug(" ".join(part.path) or manuscript.properties.title)
        while name in used:
            repeated[wanted] += 1
            name = f"{wanted}-{repeated[wanted] + 1}"
        if part.path or part.pieces:
            used.add(name)
        yield name


def _statements(manuscript: Manuscript, part: Part, name: str) -> Iterator[Statement]:
    seen: Counter[str] = Counter()
    for piece in part.pieces:
        words = normalise(piece.text).casefold()
        yield Statement(
            id=statement_id(manuscript.path, name, piece.text, seen[words]),
            document=manuscript.path,
            section=f"{manuscript.path}#{name}",
            text=piece.text,
            footnotes=_footnotes(manuscript, piece),
            line=piece.line,
            page=piece.page,
            group=piece.group,
            headers=piece.headers,
            is_summary=part is manuscript.draft.summary,
        )
        seen[words] += 1


def _with_twin(sections: list[Section], twin: Manuscript) -> Iterator[Section]:
    """Yield the sections with the words of the twin's, which is known to match."""
    filled = (part for part in twin.parts if part.pieces)
    for section, part in zip(sections, filled, strict=True):
        statements = tuple(
            replace(statement, twin=Twin(twin.path, piece.text, _footnotes(twin, piece), piece.headers))
            for statement, piece in zip(section.statements, part.pieces, strict=True)
        )
        title = part.path[-1] if part.path else twin.properties.title
        yield replace(section, statements=statements, twin_title=title)


def _footnotes(manuscript: Manuscript, piece: Piece) -> tuple[Footnote, ...]:
    return tuple(manuscript.draft.notes[label] for label in piece.labels)
