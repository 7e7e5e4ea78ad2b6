"""The delivered documents: every fact is used or left out with a reason, every number has a source, twins match."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bot.adapters.files import KnowledgeFiles
from bot.domain.documents import Document, Kind, Release, Section, Statement
from bot.ingestion.folder import Snapshot
from bot.ingestion.reading import Reading, read
from tests.knowledge.delivered import BOUNDARIES, PHRASINGS, TOPICS
from tests.releases import release

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parent.parent / "knowledge"
FACT_IDS = frozenset((HERE / "fact_ids.txt").read_text(encoding="utf-8").split())
POINTING = re.compile(r"\b(ia|dia|mereka|beliau|tersebut|dukungan itu|program itu|program ini)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(Snapshot(KnowledgeFiles(KNOWLEDGE)))


@pytest.fixture(scope="module")
def known(reading: Reading) -> Release:
    return release(*reading.documents)


def places(statements: list[Statement]) -> str:
    return "\n".join(f"{one.document}:{one.line}: {one.text}" for one in statements)


def sections(known: Release) -> list[tuple[Document, Section]]:
    return [(document, section) for document in known.documents for section in document.sections]


def test_the_documents_hold_no_mistake_and_nothing_to_warn_of(reading: Reading) -> None:
    assert [*map(str, reading.errors), *reading.warnings] == []


def test_every_fact_is_used_or_left_out_with_a_reason(known: Release) -> None:
    left_out = tomllib.loads((HERE / "left_out.toml").read_text(encoding="utf-8"))
    used = set(known.by_label)
    assert all(len(reason) > 20 for reason in left_out.values())
    assert used.isdisjoint(left_out)
    assert used | set(left_out) == FACT_IDS


def test_no_statement_with_a_number_stands_without_a_footnote(known: Release) -> None:
    bare = [one for one in known.statements.values() if re.search(r"\d", one.text) and not one.footnotes]
    assert not bare, places(bare)


def test_every_fact_has_a_date_and_a_source_with_a_link(known: Release) -> None:
    notes = {note.label: note for one in known.statements.values() for note in one.footnotes}
    incomplete = [
        label
        for label, note in notes.items()
        if not note.as_of or not note.sources or not all(source.publisher and source.url for source in note.sources)
    ]
    assert incomplete == []


def test_every_document_has_an_english_twin_with_the_same_facts(known: Release) -> None:
    for document in known.documents:
        assert document.twin_path, f"{document.path} has no twin"
        for one in document.statements:
            assert one.twin, f"{document.path}:{one.line} has no twin"
            assert [note.label for note in one.twin.footnotes] == list(one.labels)


def test_a_fact_has_the_same_sources_wherever_it_stands(known: Release) -> None:
    urls: dict[str, set[tuple[str | None, ...]]] = {}
    for one in known.statements.values():
        for note in (*one.footnotes, *(one.twin.footnotes if one.twin else ())):
            urls.setdefault(note.label, set()).add(tuple(source.url for source in note.sources))
    assert {label: found for label, found in urls.items() if len(found) > 1} == {}


def test_promises_and_deliveries_never_share_a_section(known: Release) -> None:
    for _, section in sections(known):
        labels = {label for one in section.statements for label in one.labels}
        promises = {label for label in labels if re.fullmatch(r"P-\d+", label)}
        if section.kind is Kind.PELAKSANAAN:
            assert not promises, f"{section.key} is about delivery and holds {promises}"
        if section.kind is Kind.JANJI:
            assert not any(label.startswith("G-") for label in labels), f"{section.key} is a promise"


def test_statements_stand_alone(known: Release) -> None:
    pointing = [one for one in known.statements.values() if POINTING.search(one.text)]
    assert not pointing, places(pointing)


def test_the_names_of_the_programs_are_never_expanded(known: Release) -> None:
    forbidden = re.compile(r"Gerakan Transformasi Sosial|Pola Kerja Sama|Joki Sosial|Jaminan Sosial dan Pelayanan")
    found = [one for one in known.statements.values() if forbidden.search(one.text)]
    assert not found, places(found)


def test_every_fact_has_phrasings_that_people_use(known: Release) -> None:
    assert {label for label in known.by_label if len(PHRASINGS.get(label, [])) < 3} == set()


def test_headings_are_short_enough_for_a_button(known: Release) -> None:
    long = [
        title
        for _, section in sections(known)
        for title in (section.title, section.twin_title or "")
        if len(title) > 60
    ]
    assert long == []


def test_what_is_said_in_place_of_an_answer_holds_no_number_as_it_shows_no_source() -> None:
    said = [*(one.get("instead", {}) for one in BOUNDARIES), *(one["ask"] for one in TOPICS)]
    texts = [text for one in said for text in (one.values() if isinstance(one, dict) else [one])]
    assert len(texts) > 80
    assert [text for text in texts if re.search(r"\d", text) or text.rstrip().endswith(":")] == []
