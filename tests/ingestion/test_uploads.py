"""Files from chat: what is taken, under which name, what is asked for, and what comes into the folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.sandbox import Limits, Sandbox
from bot.domain.documents import Kind
from bot.domain.drafting import Sheet
from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.ingestion.extract import extract
from bot.ingestion.uploads import safe_name
from bot.telegram.team.refusals import sentence_for
from tests.ingestion.desks import BUS, ENGLISH, FILES, Desk, desk
from tests.ingestion.hostile import ALL, HARMLESS, Hostile
from tests.ingestion.hostile.pdf import printed
from tests.ingestion.hostile.text import DATA, NAMES

PAGE = b"<html><body><h1>Panduan bus</h1><p>Dibuat 3 Mei 2026. Bus gratis.</p></body></html>"
SHEET = Sheet("Panduan", "sekolah", Kind.ATURAN, "id", dt.date(2026, 5, 3), "Panduan, Dishub. <https://x.id>")


@pytest.fixture
def bench(tmp_path: Path) -> Desk:
    return desk(tmp_path)


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk whose files are read by a child process with tight limits."""
    with Sandbox(extract, Limits(seconds=2, megabytes=400)) as sandbox:
        yield desk(tmp_path_factory.mktemp("desk"), {}, lambda: nullcontext(sandbox))


SLOW = {"kolom.docx", "alinea.docx", "butir.html", "catatan.md", "kepala-banyak.md", "bentuk.pdf", "kurung.md"}
FROM_CHAT = [one for one in ALL if one not in (*NAMES, *DATA) and one.path not in SLOW - {"butir.html"}]
SCAN = "no page of it has text"  # a warning in the folder, where such a file is left out


@pytest.mark.parametrize("hostile", FROM_CHAT, ids=lambda hostile: ascii(hostile.path[:30]))
async def test_a_hostile_file_is_refused_or_read_without_harm(hostile: Hostile, limited: Desk) -> None:
    reasons = await refusals(limited, hostile)
    if hostile.said == HARMLESS:
        assert [error.reason for error in reasons] in ([], [SCAN])
    else:
        assert reasons
    said = [key for key, _ in map(sentence_for, reasons)]
    assert "other" not in said  # a sentence of its own says it, in the sender's language
    assert list(limited.root.rglob("*")) == []


async def refusals(desk: Desk, hostile: Hostile) -> tuple[KnowledgeError, ...]:
    try:
        await desk.uploads.read(hostile.path, hostile.make())
    except KnowledgeErrors as several:
        return several.errors
    return ()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Panduan Bus (final) 2026.PDF", "panduan-bus-final-2026.pdf"),
        ("Janji: #1!.md", "janji-1.md"),
        ("Bus Sekolah.en.md", "bus-sekolah.en.md"),
        ("NUL.md", "dokumen-nul.md"),
        ("README.md", "dokumen-readme.md"),
        (".rahasia.txt", "rahasia.txt"),
        ("قائمة.txt", "bagian.txt"),
        ("a" * 300 + ".md", "a" * 60 + ".md"),
        (" spasi.md ", "spasi.md"),
    ],
)
def test_a_name_becomes_a_safe_slug(name: str, safe: str) -> None:
    assert safe_name(name, b"Isi.") == safe


def test_what_a_file_is_shows_where_its_name_has_no_ending() -> None:
    assert safe_name("panduan", b"%PDF-1.7") == "panduan.pdf"
    assert safe_name("panduan.final", PAGE) == "panduan-final.html"


@pytest.mark.parametrize("name", ["../x.md", "/etc/x.md", "a\\b.md", "..", "x.zip", "x", "x.md.exe"])
async def test_a_name_that_leads_elsewhere_or_to_nothing_readable_is_refused(bench: Desk, name: str) -> None:
    with pytest.raises(KnowledgeErrors):
        await bench.uploads.read(name, b"Isi.")


async def test_what_a_document_says_of_itself_is_not_asked_for(bench: Desk) -> None:
    upload = await bench.uploads.read("bus.md", BUS.encode())
    assert upload.says == {"title", "program", "kind"}
    assert (upload.sheet.title, upload.sheet.kind, upload.statements) == ("Bus sekolah", Kind.PELAKSANAAN, 3)
    bare = await bench.uploads.read("x.md", b"---\ntitle: A\n---\nBus gratis.")
    assert bare.says == {"title"}
    assert bare.sheet.kind is None


@pytest.mark.parametrize("closing", ["", "    ---\n", "----\n"])
async def test_front_matter_that_is_not_closed_is_refused_before_anything_is_asked(bench: Desk, closing: str) -> None:
    with pytest.raises(KnowledgeErrors, match="closing line"):
        await bench.uploads.read("bus.md", f"---\n    title: A\n{closing}Bus gratis.\n".encode())


async def test_title_and_dates_are_proposed_from_the_content(bench: Desk) -> None:
    upload = await bench.uploads.read("unduhan (3).html", PAGE)
    assert upload.titles[0] == "Panduan bus"
    assert "Unduhan 3" in upload.titles
    assert upload.dates == (dt.date(2026, 5, 3),)
    pdf = await bench.uploads.read("Panduan_bus.pdf", printed("Isi halaman. Dan lagi."))
    assert pdf.titles == ("Isi halaman", "Panduan bus")


async def test_nothing_is_in_the_folder_before_it_is_published(bench: Desk) -> None:
    upload = await bench.uploads.read("Panduan.html", PAGE)
    before = sorted(bench.root.rglob("*"))
    proposal = await bench.uploads.propose(upload, SHEET, None)
    assert sorted(bench.root.rglob("*")) == before
    assert bench.files(proposal) == {
        "bus/panduan.html": PAGE.decode(),
        "bus/panduan.html.yaml": (
            "title: Panduan\nprogram: sekolah\nkind: aturan\nlanguage: id\ndate: 2026-05-03\n"
            "source: Panduan, Dishub. <https://x.id>\n"
        ),
    }
    async with bench.proposals.placed(proposal):
        pass
    (added,) = [one for one in bench.documents() if one.path == "bus/panduan.html"]
    assert (added.title, added.kind, added.source and added.source.url) == ("Panduan", Kind.ATURAN, "https://x.id")


async def test_a_new_program_gets_a_folder_and_a_taken_name_a_number(bench: Desk) -> None:
    upload = await bench.uploads.read("taman.md", b"---\ntitle: Lain\n---\nTaman baru.")
    for program, place in (("Kota Hijau", "kota-hijau/taman.md"), (None, "taman-2.md")):
        proposal = await bench.uploads.propose(upload, replace(SHEET, program=program), None)
        assert place in bench.files(proposal)


async def test_a_markdown_file_keeps_what_it_says_and_gets_what_it_lacks(bench: Desk) -> None:
    data = b"---\n# catatan\ntitle: Halte\nreview_by: 2027-01-01\n---\nAda 9 halte.[^H-1]\n\n[^H-1]: J, P.\n"
    upload = await bench.uploads.read("halte.md", data)
    files = bench.files(await bench.uploads.propose(upload, Sheet("Halte", "sekolah", Kind.UMUM), None))
    text = files["bus/halte.md"]
    assert text
    assert text.startswith("---\n# catatan\ntitle: Halte\nreview_by: 2027-01-01\nprogram: sekolah\n")
    assert text.endswith("---\nAda 9 halte.[^H-1]\n\n[^H-1]: J, P.\n")


async def test_new_facts_get_their_heading_as_phrasing_so_that_the_others_keep_theirs(bench: Desk) -> None:
    data = b"---\ntitle: Halte\n---\n## Jumlah halte\nAda 9 halte.[^H-1]\n\n[^H-1]: J, P.\n"
    upload = await bench.uploads.read("halte.md", data)
    files = bench.files(await bench.uploads.propose(upload, upload.sheet, None))
    assert files["phrasings.toml"] == FILES["phrasings.toml"] + '"H-1" = [\n  "Jumlah halte",\n]\n'


async def test_a_replaced_document_goes_with_its_twin_and_its_phrasings(bench: Desk) -> None:
    data = b"---\ntitle: Bus baru\n---\nBus berangkat pukul 05.45.[^B-1]\n\n[^B-1]: J, P.\n"
    upload = await bench.uploads.read("bus.md", data)
    files = bench.files(await bench.uploads.propose(upload, upload.sheet, "bus/bus.md"))
    assert files["bus/bus.en.md"] is None
    assert files["phrasings.toml"] == '# yang ditanyakan\n"B-1" = ["jam bus?"]\n"J-1" = ["taman?"]\n'


async def test_another_format_may_replace_a_document(bench: Desk) -> None:
    upload = await bench.uploads.read("Taman.html", PAGE)
    files = bench.files(await bench.uploads.propose(upload, SHEET, "taman.md"))
    assert (files["taman.md"], set(files)) == (None, {"taman.md", "taman.html", "taman.html.yaml", "phrasings.toml"})


async def test_a_twin_joins_its_original_or_replaces_the_one_there_is(bench: Desk) -> None:
    upload = await bench.uploads.read("bus.md", BUS.replace("06.15", "05.45").encode())
    both = await bench.uploads.with_twin(upload, "bus.en.md", ENGLISH.replace("6:15", "5:45").encode())
    files = bench.files(await bench.uploads.propose(both, both.sheet, "bus/bus.md"))
    assert "5:45" in (files["bus/bus.en.md"] or "")
    assert "title: School bus\n" in (files["bus/bus.en.md"] or "")
    alone = await bench.uploads.read("bus.en.md", ENGLISH.replace("Pupils", "Students").encode())
    files = bench.files(await bench.uploads.propose(alone, alone.sheet, "bus/bus.en.md"))
    assert list(files) == ["bus/bus.en.md"]


async def test_what_would_break_the_folder_is_told_before_anything_is_planned(bench: Desk) -> None:
    upload = await bench.uploads.read("bus.md", BUS.replace("06.15", "05.45").encode())
    with_old_twin = await bench.uploads.with_twin(upload, "bus.en.md", ENGLISH.encode())
    with pytest.raises(KnowledgeErrors, match="numbers differ"):
        await bench.uploads.propose(with_old_twin, upload.sheet, "bus/bus.md")
    same_title = await bench.uploads.read("lain.md", b"---\ntitle: Taman\n---\nTaman baru.")
    with pytest.raises(KnowledgeErrors, match="is also that of"):
        await bench.uploads.propose(same_title, same_title.sheet, None)
    assert not bench.proposals.folder.exists()


async def test_the_shelf_tells_titles_programs_and_twins(bench: Desk) -> None:
    found = {one.path: (one.title, one.program, one.twin) for one in await bench.uploads.shelf()}
    assert found == {
        "bus/bus.md": ("Bus sekolah", "sekolah", "bus/bus.en.md"),
        "taman.md": ("Taman", "taman", None),
    }
