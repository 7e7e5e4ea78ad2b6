"""Documents → the passages that are embedded and the terms that keyword search looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.documents import Document, Passage, PassageKind, Section, Statement
from bot.language import tokens
from bot.language.registry import CODES

VERSION = 16  # raised whenever the same files make other statements, passages, terms or files of a release


@dataclass(frozen=True, slots=True)
class Measure:
    """How long a passage may be, and how its length is counted."""

    tokens: Callable[[str], int]  # of a text, prompt and end marks included
    most: int


def passages(
    documents: Sequence[Document],
    aliases: Mapping[str, Sequence[str]],
    measure: Measure,
    languages: Sequence[str] = CODES,
) -> list[Passage]:
    """Return a passage for each statement, twin, section and alias; only what is too long is cut, into several.

    `aliases` holds questions by footnote label or section key; those of a section lead to each of its statements. Give
    none of them if some facts have none, as the facts with aliases would hide those without.
    """
    found = [passage for document in documents for passage in _of_document(document)]
    members = {one.key: [each.id for each in one.statements] for document in documents for one in document.sections}
    found += [
        passage
        for named, texts in aliases.items()
        for owner in members.get(named, [named])
        for passage in _of_aliases(owner, texts, languages)
    ]
    return [piece for passage in found for piece in _fitting(passage, measure)]


def terms(documents: Sequence[Document], languages: Sequence[str] = CODES) -> dict[str, list[str]]:
    """Return the keyword terms of each statement by its id: its own words, its twin's and those of its aliases."""
    return {
        statement.id: _terms(statement, document.language, languages)
        for document in documents
        for statement in document.statements
    }


def _of_document(document: Document) -> Iterator[Passage]:
    for section in document.sections:
        yield _passage(PassageKind.SECTION, section.key, _section_text(section), document.language)
        for statement in section.statements:
            text = _with_headers(statement.headers, statement.text)
            yield _passage(PassageKind.STATEMENT, statement.id, text, document.language)
            if twin := statement.twin:
                yield _passage(PassageKind.TWIN, statement.id, _with_headers(twin.headers, twin.text), twin.language)


def _of_aliases(owner: str, texts: Sequence[str], languages: Sequence[str]) -> Iterator[Passage]:
    for number, text in enumerate({text.casefold(): text for text in texts}.values()):
        yield _passage(PassageKind.ALIAS, owner, text, tokens.detect(text, languages), number)


def _passage(kind: PassageKind, owner: str, text: str, spoken: str, number: int = 0) -> Passage:
    return Passage(f"{kind}:{owner}:{number}", owner, kind, text, spoken)


def _section_text(section: Section) -> str:
    return "\n".join([section.title, *(_with_headers(one.headers, one.text) for one in section.statements)])


def _with_headers(headers: str, text: str) -> str:
    return f"{headers}: {text}" if headers else text


def _fitting(passage: Passage, measure: Measure) -> Iterator[Passage]:
    """Yield the passage, or the pieces that it has to be cut into."""
    if measure.tokens(passage.text) <= measure.most:
        yield passage
        return
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # takes 0.3 s, and is seldom needed

    around = measure.tokens("")  # prompt and end marks, which every piece has once
    splitter = RecursiveCharacterTextSplitter(
        separators=["\n", ". ", "; ", ", ", " ", ""],
        keep_separator="end",
        chunk_size=measure.most - around,
        chunk_overlap=0,
        length_function=lambda text: measure.tokens(text) - around,
    )
    for number, text in enumerate(splitter.split_text(passage.text)):
        yield Passage(f"{passage.id}.{number}", passage.owner, passage.kind, text, passage.language)


def _terms(statement: Statement, spoken: str, languages: Sequence[str]) -> list[str]:
    found = tokens.terms(_with_headers(statement.headers, statement.text), spoken)
    if twin := statement.twin:
        found += tokens.terms(_with_headers(twin.headers, twin.text), twin.language)
    for alias in statement.aliases:
        found += tokens.terms(alias, tokens.detect(alias, languages))
    return found
