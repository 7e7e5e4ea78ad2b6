"""Files as campaigns have them: what comes out of each is what people read in it, and nothing else."""

import io
from functools import cache

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4

from bot.ingestion.draft import Draft
from bot.ingestion.titles import titles
from tests.ingestion.fakes import reading, told
from tests.ingestion.layouts.first_files import FIRST
from tests.ingestion.layouts.measure import Figures, measure, measured, read
from tests.ingestion.layouts.press import Press, drawn, press
from tests.ingestion.layouts.sample import Sample, parse
from tests.ingestion.layouts.second_files import SECOND

CORPUS = (*FIRST, *SECOND)
LETTERHEADS = ("keputusan.pdf", "edaran.pdf")  # their largest letters are the sender's name; the title comes second


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@cache
def drafted(sample: Sample) -> Draft:
    return read(sample)


def shown(draft: Draft) -> str:
    """All that voters could be shown of a file."""
    pieces = [(part.path, piece) for part in draft.parts for piece in part.pieces]
    return "\n".join(f"{' '.join(path)}\n{piece.headers}\n{piece.text}" for path, piece in pieces)


def test_the_corpus_is_of_many_files_and_kinds() -> None:
    assert len({one.name for one in CORPUS}) == len(CORPUS) >= 30
    assert {one.name.rsplit(".", 1)[1] for one in CORPUS} == {"pdf", "docx", "html", "txt"}


def test_the_marks_are_reached(capsys: pytest.CaptureFixture[str]) -> None:
    figures = measured(CORPUS)
    with capsys.disabled():
        print(f"\n{len(CORPUS)} files: {figures}")  # noqa: T201
    said = "\n".join(figures.faults)
    assert share(figures.whole, figures.sentences) >= 0.95, said
    assert share(figures.right_cells, figures.cells) >= 0.95, said
    assert figures.glued == 0, said
    assert share(figures.misplaced, figures.whole) <= 0.05, said
    assert figures.right_titles >= figures.files - len(LETTERHEADS), said


@pytest.mark.parametrize("sample", CORPUS, ids=lambda sample: sample.name)
def test_every_sentence_and_cell_of_a_file_comes_out_whole_under_its_heading(sample: Sample) -> None:
    figures = Figures()
    measure(sample, figures)
    assert [fault for fault in figures.faults if "title" not in fault] == []


@pytest.mark.parametrize("sample", CORPUS, ids=lambda sample: sample.name)
def test_what_is_printed_around_a_text_does_not_come_out(sample: Sample) -> None:
    text = shown(drafted(sample))
    assert [one for one in sample.unwanted if one in text] == []


@pytest.mark.parametrize("sample", [one for one in CORPUS if one.proposed], ids=lambda sample: sample.name)
def test_a_documents_own_biggest_heading_is_proposed_as_its_title(sample: Sample) -> None:
    proposed = list(titles(drafted(sample)))
    assert proposed.index(sample.proposed) == (sample.name in LETTERHEADS)


@pytest.mark.parametrize("sample", [one for one in CORPUS if one.scanned], ids=lambda sample: sample.name)
def test_pages_without_text_are_named_with_what_to_do(sample: Sample) -> None:
    found = reading({sample.name: sample.data, f"{sample.name}.yaml": "title: A"})
    assert [one.page for one in found.warnings if "ocrmypdf" in told([one])[0]] == list(sample.scanned)


def test_a_figure_is_low_where_sentences_are_lost_or_glued() -> None:
    """The measure itself can fail."""
    first, second = "Bus gratis untuk semua siswa.", "Kartu dibagikan di sekolah."
    glued = Sample("a.txt", f"{first}\n\n{second}", lambda _: f"{first[:-1]} {second}".encode())
    figures = measured([glued])
    assert (figures.whole, figures.sentences, figures.glued) == (0, 2, 1)


def statements(data: bytes, name: str = "a.pdf") -> list[tuple[str, tuple[str, ...]]]:
    """Statements and the titles of the sources that their footnotes name."""
    found = reading({name: data, f"{name}.yaml": "title: A"})
    assert found.errors == ()
    return [
        (one.text, tuple(source.title for note in one.footnotes for source in note.sources))
        for one in found.documents[0].statements
    ]


def test_a_raised_figure_leads_to_the_source_at_the_pages_foot() -> None:
    sample = next(one for one in SECOND if one.name == "catatan-kaki.pdf")
    said = dict(statements(sample.data))
    assert said["Jumlah murid naik dari 410 menjadi 655 anak dalam dua tahun."] == ("sungai.example",)
    assert said["Angka putus sekolah turun menjadi 3 persen."] == ()


def test_an_exponent_stays_and_a_figure_that_leads_nowhere_goes() -> None:
    def draw(canvas: object) -> None:
        left = 70.0
        for text, size, up in (("Luasnya 12 km", 11, 0), ("2", 7, 4), (" dan tetap", 11, 0), ("7", 7, 4), (".", 11, 0)):
            canvas.setFont("Times-Roman", size)  # type: ignore[attr-defined]
            canvas.drawString(left, 700 + up, text)  # type: ignore[attr-defined]
            left += canvas.stringWidth(text, "Times-Roman", size)  # type: ignore[attr-defined]

    assert statements(drawn(draw, (), page=A4)) == [("Luasnya 12 km² dan tetap.", ())]


def test_a_page_that_is_stored_lying_is_read_upright() -> None:
    def draw(canvas: object) -> None:
        canvas.setPageRotation(90)  # type: ignore[attr-defined]
        canvas.rotate(90)  # type: ignore[attr-defined]
        for number, line in enumerate(("Bus gratis untuk semua siswa", "di seluruh kota.")):
            canvas.drawString(60, -100 - 14 * number, line)  # type: ignore[attr-defined]

    assert statements(drawn(draw, (), page=A4)) == [("Bus gratis untuk semua siswa di seluruh kota.", ())]


def test_a_watermark_across_a_page_is_no_text() -> None:
    data = press(Press(watermark="RAHASIA"), tuple(parse("# Bus\n\nBus gratis untuk siswa.")))
    assert statements(data) == [("Bus gratis untuk siswa.", ())]


def test_footnotes_of_word_that_name_a_source_prove_their_sentence() -> None:
    document = docx.Document()
    for number, text in enumerate(("Bus gratis bagi siswa.", "Kartu dibagikan di sekolah."), start=1):
        paragraph = document.add_paragraph(text)
        mark = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{number}"/></w:r>'
        paragraph._p.append(parse_xml(mark))
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(("Laporan Bus, Dinas Contoh, 2025-03-01.", "Menurut kepala sekolah."), start=1)
    )
    xml = f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>".encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    document.save(out)
    assert statements(out.getvalue(), "bus.docx") == [
        ("Bus gratis bagi siswa.", ("Laporan Bus",)),
        ("Kartu dibagikan di sekolah.", ()),
    ]


def test_a_cell_over_several_rows_is_told_in_each_of_them() -> None:
    page = (
        "<table><tr><th>Kota<th>Jalur<th>Tarif</tr><tr><td rowspan=2>Arum<td>A<td>Rp1.000</tr>"
        "<tr><td>B<td>Rp2.000</tr></table>"
    )
    assert [text for text, _ in statements(page.encode(), "a.html")] == ["Arum | A | Rp1.000", "Arum | B | Rp2.000"]
