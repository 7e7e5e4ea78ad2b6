"""PDFs that never end, unfold, point at themselves or are none."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from fpdf import FPDF

from tests.ingestion.hostile.file import HARMLESS, MEGABYTE, TOO_MUCH, Hostile
from tests.ingestion.hostile.word import zipped


def pdf_of(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects; the first is its catalog."""
    data, offsets = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        offsets[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start, size = len(data), max(objects) + 1
    rows = [offsets.get(number, 0) for number in range(1, size)]
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % row for row in rows)
    return data + b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def stream(content: bytes, more: bytes = b"", length: bytes | None = None) -> bytes:
    stated = length or b"%d" % len(content)
    return b"<< /Length %b %b >>\nstream\n%b\nendstream" % (stated, more, content)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
WORDS = b"BT /F1 12 Tf 50 700 Td (Isi halaman.) Tj ET\n"


def one_page(content: bytes, more: Mapping[int, bytes] = {}, resources: bytes = b"", catalog: bytes = CATALOG) -> bytes:
    """A PDF of one page with this object as its content and these further objects, from number 6 on."""
    leaf = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %b >> >>" % resources
    return pdf_of({1: catalog, 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: leaf, 4: content, 5: FONT, **more})


def squeezed(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter [%b]" % (b" /FlateDecode" * times))


def doubling_forms(levels: int, times: int) -> bytes:
    """A page that paints a form that paints a form …, each several times."""
    forms = {}
    for level in range(levels):
        is_last = level == levels - 1
        inner = WORDS if is_last else b"/X Do\n" * times
        below = b"" if is_last else b"/XObject << /X %d 0 R >>" % (7 + level)
        forms[6 + level] = stream(
            inner, b"/Type /XObject /Subtype /Form /Resources << /Font << /F1 5 0 R >> %b >>" % below
        )
    return one_page(stream(b"/X Do\n" * times), forms, b"/XObject << /X 6 0 R >>")


def printed(text: str = "Isi.", password: str | None = None) -> bytes:
    document = FPDF()
    document.set_font("helvetica", size=11)
    document.add_page()
    document.multi_cell(180, text=text)
    if password:
        document.set_encryption("pemilik", user_password=password)
    return bytes(document.output())


def many_pages(count: int) -> bytes:
    leaf = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    kids = b"3 0 R " * count
    return pdf_of(
        {1: CATALOG, 2: b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count), 3: leaf, 4: stream(WORDS), 5: FONT}
    )


PDFS = (
    Hostile("teks.pdf", lambda: b"Bukan PDF.", "not a readable PDF: it is text"),
    Hostile("nol.pdf", lambda: bytes(5000), "not a readable PDF"),
    Hostile("putus.pdf", lambda: printed()[:500], "not a readable PDF"),
    Hostile("sandi.pdf", lambda: printed(password="x"), "protected by a password"),
    Hostile("zip-dulu.pdf", lambda: zipped({"a": "%PDF-1.7"}) + printed(), "not a readable PDF: it is a ZIP archive"),
    Hostile("gambar.pdf", lambda: b"\x89PNG\r\n\x1a\n" + printed(), "not a readable PDF: it is a picture"),
    Hostile(
        "lingkaran.pdf",
        lambda: pdf_of({1: CATALOG, 2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"}),
        "not a readable PDF",
    ),
    Hostile(
        "hitungan.pdf",
        lambda: pdf_of({1: CATALOG, 2: b"<< /Type /Pages /Kids [] /Count 999999999 >>"}),
        "not a readable PDF",
    ),
    Hostile("induk.pdf", lambda: pdf_of({1: b"1 0 R"}), "not a readable PDF"),
    Hostile("tanpa-akhir.pdf", lambda: many_pages(150_000), "more than 2,000 pages"),
    Hostile("bom.pdf", lambda: one_page(squeezed(b"0 0 m\n" * 14_000_000)), rf"{TOO_MUCH}|\A\Z"),
    Hostile("bom-berlapis.pdf", lambda: one_page(squeezed(bytes(60 * MEGABYTE), 3)), HARMLESS),
    Hostile(
        "saringan.pdf",
        lambda: one_page(stream(b"x", b"/Filter [%b]" % (b" /ASCIIHexDecode" * 5000))),
        HARMLESS,
    ),
    Hostile("bentuk.pdf", lambda: doubling_forms(12, 10), rf"{TOO_MUCH}|\A\Z"),
    Hostile(
        "diri.pdf",
        lambda: one_page(
            stream(b"/X Do"),
            {6: stream(b"/X Do", b"/Type /XObject /Subtype /Form /Resources << /XObject << /X 6 0 R >> >>")},
            b"/XObject << /X 6 0 R >>",
        ),
        HARMLESS,
    ),
    Hostile(
        "isi-ulang.pdf",
        lambda: one_page(b"[%b]" % (b"6 0 R " * 90_000), {6: stream(WORDS * 100)}),
        TOO_MUCH,
    ),
    Hostile("panjang.pdf", lambda: one_page(stream(WORDS, length=b"4 0 R")), HARMLESS),
    Hostile(
        "xref.pdf", lambda: pdf_of({1: CATALOG, 2: b"<< /Type /Pages /Kids [] >>"}, b"/Prev 10"), "not a readable PDF"
    ),
    Hostile("kurung.pdf", lambda: one_page(stream(b"[" * 200_000)), HARMLESS),
    Hostile("kamus.pdf", lambda: pdf_of({1: b"<< /A " * 20_000}), "not a readable PDF"),
    Hostile(
        "huruf.pdf",
        lambda: one_page(
            stream(WORDS),
            {
                5: b"<< /Type /Font /Subtype /Type0 /BaseFont /A /ToUnicode 6 0 R /DescendantFonts [7 0 R] >>",
                6: stream(b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"),
                7: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /W [0 999999999 500] >>",
            },
        ),
        HARMLESS,
    ),
    Hostile(
        "skrip.pdf",
        lambda: one_page(
            stream(WORDS),
            catalog=b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>",
        ),
        HARMLESS,
    ),
    Hostile(
        "perintah.pdf",
        lambda: one_page(
            stream(WORDS), catalog=b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (rm) >> >>"
        ),
        HARMLESS,
    ),
)
