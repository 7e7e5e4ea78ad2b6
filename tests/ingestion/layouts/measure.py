"""How well a reader reads the corpus: sentences whole, cells in their columns, glued, under a wrong heading, titles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.ids import normalise
from bot.ingestion.draft import Draft
from bot.ingestion.extract import draft_of, extract
from bot.ingestion.titles import titles
from tests.ingestion.layouts.sample import Sample

_SHORTEST = 12  # characters of a text by which a statement counts as glued: "Gratis." may stand in any sentence


@dataclass
class Figures:
    """Counts over files, and by name what went wrong."""

    sentences: int = 0
    whole: int = 0
    misplaced: int = 0
    cells: int = 0
    right_cells: int = 0
    glued: int = 0
    files: int = 0
    right_titles: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.whole} of {self.sentences} sentences whole ({_share(self.whole, self.sentences)}), "
            f"{self.right_cells} of {self.cells} cells ({_share(self.right_cells, self.cells)}), {self.glued} glued, "
            f"{self.misplaced} under a wrong heading ({_share(self.misplaced, self.whole)}), "
            f"{self.right_titles} of {self.files} titles"
        )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def measured(samples: Iterable[Sample]) -> Figures:
    """Return the figures of some files together."""
    figures = Figures()
    for sample in samples:
        measure(sample, figures)
    return figures


def read(sample: Sample) -> Draft:
    draft, _ = draft_of(sample.data, sample.name, extract, small=0)
    return draft


def measure(sample: Sample, figures: Figures) -> None:
    """Add a file's figures to those of others."""
    draft = read(sample)
    if draft.errors:
        figures.faults.append(f"{sample.name}: {draft.errors}")
    said = [(part.path[-1] if part.path else "", piece) for part in draft.parts for piece in part.pieces]
    places: dict[str, list[str]] = {}
    for heading, piece in said:
        places.setdefault(_plain(piece.text), []).append(_plain(heading))
    for heading, text in sample.sentences:
        figures.sentences += 1
        found = places.get(_plain(text))
        if not found:
            figures.faults.append(f"{sample.name}: lost: {text}")
            continue
        figures.whole += 1
        if not _stands_under(heading, found, sample):
            figures.misplaced += 1
            figures.faults.append(f"{sample.name}: under {found}, not {heading!r}: {text:.60}")
    _measure_cells(sample, draft, figures)
    for _, piece in said:
        if fault := _glued(piece.text, piece.headers, sample):
            figures.glued += 1
            figures.faults.append(f"{sample.name}: glued: {piece.text:.150} ({fault:.60})")
    if sample.proposed:
        figures.files += 1
        first = next(titles(draft), "")
        is_right = _plain(first) == _plain(sample.proposed)
        figures.right_titles += is_right
        if not is_right:
            figures.faults.append(f"{sample.name}: title {first!r}, not {sample.proposed!r}")


def _plain(text: str) -> str:
    return normalise(text).casefold().rstrip(" .:")


def _stands_under(heading: str, found: list[str], sample: Sample) -> bool:
    """What stands under the title may stand before the first heading as well."""
    return _plain(heading) in found or (_plain(heading) in ("", _plain(sample.proposed)) and "" in found)


def _measure_cells(sample: Sample, draft: Draft, figures: Figures) -> None:
    known = set()
    for part in draft.parts:
        for piece in part.pieces:
            cells = [_plain(cell) for cell in piece.text.split("|")]
            columns = [_plain(cell) for cell in piece.headers.split("|")]
            if len(cells) == len(columns):
                known |= {(column, cells[0], cell) for column, cell in zip(columns, cells, strict=True)}
    for cell in sample.cells:
        figures.cells += 1
        if (_plain(cell.column), _plain(cell.row), _plain(cell.value)) in known:
            figures.right_cells += 1
        else:
            figures.faults.append(f"{sample.name}: no cell {cell}")


def _glued(text: str, headers: str, sample: Sample) -> str | None:
    """Return what a statement holds beside what it should: another sentence, heading, header or source."""
    own = {_plain(said) for _, said in sample.sentences}
    plain = _plain(text)
    if plain in own:
        return None
    rows = {_plain(" | ".join(row)) for one in sample.elements for row in one.rows}
    if plain in rows:
        return None
    others = [*sample.headings, *(said for _, said in sample.sentences), *sample.unwanted]
    return next((one for one in others if len(one) >= _SHORTEST and _plain(one) in f"{plain} {_plain(headers)}"), None)
