"""Small releases to test with: `release(document(section("Batas usia", "Paling tua 25 tahun.")))`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.documents import Boundary, Document, Footnote, Kind, Manifest, Release, Section, Source, Statement, Twin
from bot.domain.ids import section_id, slug, statement_id

NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


def footnote(label: str, as_of: str | None = "19 Jun 2025") -> Footnote:
    return Footnote(
        label, as_of, (Source(f"Judul {label}", "Harian Contoh", "2025-06-19", f"https://contoh.id/{label}"),)
    )


def statement(text: str, *labels: str, group: int | None = None, headers: str = "", english: str = "") -> Statement:
    notes = tuple(footnote(label) for label in labels)
    twin = Twin("contoh.en.md", english, notes) if english else None
    return Statement("", "", "", text, notes, group=group, headers=headers, twin=twin)


def section(
    title: str, *statements: str | Statement, kind: Kind = Kind.PELAKSANAAN, english: str | None = None
) -> Section:
    whole = tuple(statement(one, f"F-{slug(one)[:12]}") if isinstance(one, str) else one for one in statements)
    return Section("", "", slug(title), title, kind, whole, twin_title=english)


def document(
    *sections: Section,
    path: str = "contoh.md",
    title: str = "Contoh",
    program: str | None = "contoh",
    latest: str | None = None,
) -> Document:
    return Document(path, title, tuple(_placed(one, path) for one in sections), "0" * 64, program, latest=latest)


def release(
    *documents: Document,
    release_id: str = "20261124-000000-test",
    boundaries: Sequence[Boundary] = (),
    names: Mapping[str, tuple[str, ...]] | None = None,
    fingerprint: str = "test",
    version: int = 1,
) -> Release:
    manifest = Manifest(
        release_id, NOW, fingerprint, version, "0" * 64, {one.path: one.digest for one in documents}, {}
    )
    return Release(manifest, documents, names or {}, tuple(boundaries))


def _placed(one: Section, path: str) -> Section:
    key = f"{path}#{one.slug}"
    placed = tuple(
        replace(each, id=statement_id(path, one.slug, each.text), document=path, section=key) for each in one.statements
    )
    return replace(one, id=section_id(path, one.slug), document=path, statements=placed)
