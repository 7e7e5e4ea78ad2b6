"""Single statements from chat: where they go, their twins, footnotes and phrasings, and edits by others meanwhile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.drafting import Spot, Wording, Written
from bot.domain.errors import FolderChanged, KnowledgeErrors
from tests.ingestion.desks import ALIASES, BUS, ENGLISH, Desk, desk

SOURCE = "Libur, Dishub, 2025-05-05. <https://dishub.contoh.id/libur>"
NEW = Wording("Bus libur sejak 5 Mei 2025.", "The bus has not run since 5 May 2025.", None, "5 Mei 2025", (SOURCE,))


@pytest.fixture
def bench(tmp_path: Path) -> Desk:
    return desk(tmp_path)


async def spot(bench: Desk, words: str = "berangkat", number: int = 0) -> Spot:
    return (await bench.writing.spots(words))[number]


async def written(bench: Desk, words: str = "berangkat") -> Written:
    (hit,) = await bench.writing.hits(words)
    found = await bench.writing.written(hit.id)
    assert found
    return found


def lines(before: str, after: str | None) -> list[str]:
    assert after
    return [line for line in after.splitlines() if line not in before.splitlines()]


async def test_a_statement_goes_into_its_section_and_the_twin_with_one_fresh_footnote(bench: Desk) -> None:
    files = bench.files(await bench.writing.add(await spot(bench), replace(NEW, phrasings=("bus libur?",))))
    note = ["[^B-3]: per 5 Mei 2025", f"    {SOURCE}"]
    assert lines(BUS, files["bus/bus.md"]) == ["Bus libur sejak 5 Mei 2025.[^B-3]", *note]
    assert lines(ENGLISH, files["bus/bus.en.md"]) == ["The bus has not run since 5 May 2025.[^B-3]", *note]
    assert files["phrasings.toml"] == ALIASES + '"B-3" = [\n  "bus libur?",\n]\n'
    found = bench.proposals.find("p0")
    assert found
    assert found.after["statement"] == NEW.text


async def test_without_an_english_sentence_the_twin_says_it_in_indonesian(bench: Desk) -> None:
    files = bench.files(await bench.writing.add(await spot(bench), replace(NEW, english=None)))
    assert "Bus libur sejak 5 Mei 2025.[^B-3]" in lines(ENGLISH, files["bus/bus.en.md"])


async def test_an_english_sentence_with_other_numbers_is_refused(bench: Desk) -> None:
    with pytest.raises(KnowledgeErrors, match="numbers differ"):
        await bench.writing.add(await spot(bench), replace(NEW, english="No bus since 6 May 2025."))


async def test_a_footnote_of_the_section_can_be_used_again(bench: Desk) -> None:
    place = await spot(bench)
    assert [note.label for note in place.notes] == ["B-1", "B-2"]
    files = bench.files(await bench.writing.add(place, replace(NEW, label="B-2", sources=(), as_of=None)))
    assert lines(BUS, files["bus/bus.md"]) == ["Bus libur sejak 5 Mei 2025.[^B-2]"]
    assert "phrasings.toml" not in files


async def test_a_new_section_is_made_in_both_languages(bench: Desk) -> None:
    place = Spot("bus/bus.md", "Bus sekolah", twin="bus/bus.en.md")
    wording = replace(NEW, heading="Hari libur", english_heading="Holidays")
    files = bench.files(await bench.writing.add(place, wording))
    assert "## Hari libur" in lines(BUS, files["bus/bus.md"])
    assert "## Holidays" in lines(ENGLISH, files["bus/bus.en.md"])
    assert '"B-3" = [\n  "Hari libur",\n]' in (files["phrasings.toml"] or "")


async def test_a_statement_is_reworded_alone(bench: Desk) -> None:
    one = await written(bench)
    assert (one.text, one.english, one.shared, one.as_of) == (
        "Bus berangkat pukul 06.15.",
        "The bus leaves at 6:15.",
        1,
        "2025",
    )
    wording = Wording("Bus berangkat pukul 05.45.", "The bus leaves at 5:45.", None, one.as_of, one.sources)
    files = bench.files(await bench.writing.change(one, wording))
    assert files == {
        "bus/bus.md": BUS.replace("06.15", "05.45"),
        "bus/bus.en.md": ENGLISH.replace("6:15", "5:45"),
    }


async def test_a_footnotes_source_and_date_change_in_both_languages(bench: Desk) -> None:
    one = await written(bench)
    wording = Wording(one.text, one.english, None, "2026", (*one.sources, SOURCE))
    files = bench.files(await bench.writing.change(one, wording))
    assert lines(BUS, files["bus/bus.md"]) == ["[^B-1]: per 2026", f"    {SOURCE}"]
    assert lines(ENGLISH, files["bus/bus.en.md"]) == ["[^B-1]: per 2026", f"    {SOURCE}"]


async def test_a_statement_without_footnote_gets_a_fresh_one(tmp_path: Path) -> None:
    bench = desk(tmp_path, {"a.md": "---\ntitle: A\n---\nBus berangkat. Bus gratis.\n"})
    one = await written(bench)
    files = bench.files(await bench.writing.change(one, Wording(one.text, sources=(SOURCE,))))
    assert files["a.md"] == f"---\ntitle: A\n---\nBus berangkat.[^F-1] Bus gratis.\n\n[^F-1]: {SOURCE}\n"


async def test_a_hand_edit_meanwhile_is_noticed(bench: Desk) -> None:
    one, place = await written(bench), await spot(bench)
    proposal = await bench.writing.add(place, NEW)
    (bench.root / "bus/bus.md").write_text(BUS.replace("06.15", "07.00"))
    wording = Wording("Bus berangkat pukul 05.45.", "The bus leaves at 5:45.", None, one.as_of, one.sources)
    with pytest.raises(FolderChanged):
        await bench.writing.change(one, wording)
    with pytest.raises(FolderChanged):
        async with bench.proposals.placed(proposal):
            pass
    assert "07.00" in (bench.root / "bus/bus.md").read_text()
    (bench.root / "bus/bus.md").write_text(BUS.replace("## Jam bus", "## Jadwal"))
    with pytest.raises(FolderChanged):
        await bench.writing.add(place, NEW)
    assert await bench.writing.written("aaaaaaaaaa") is None


async def test_what_would_be_no_single_sentence_is_told(bench: Desk) -> None:
    with pytest.raises(KnowledgeErrors, match="not one sentence"):
        await bench.writing.add(await spot(bench), replace(NEW, text="Satu. Dua."))
