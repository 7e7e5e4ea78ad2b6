"""Word documents: archives that unfold, hold what they should not, or are none."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from functools import partial

from tests.ingestion.hostile.file import HARMLESS, MEGABYTE, TOO_MUCH, Hostile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def paragraphs(body: str) -> str:
    return f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(document: str | bytes, more: Mapping[str, str | bytes] = {}, types: str = TYPES) -> bytes:
    """A Word document of this XML, with further files in its archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {"[Content_Types].xml": types, "_rels/.rels": RELATIONS, "word/document.xml": document, **more}
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def related(sort: str, target: str) -> dict[str, str]:
    """The relations of a Word document's settings, with one to something outside."""
    relations = RELATIONS.replace('Target="word/document.xml"', f'TargetMode="External" Target="{target}"')
    return {"word/_rels/settings.xml.rels": relations.replace('officeDocument"/>', f'{sort}"/>')}


def zipped(names: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return buffer.getvalue()


GOOD_WORDS = paragraphs(paragraph("Isi."))


def stored_small(size: int) -> bytes:
    """A DOCX whose document.xml unpacks to so many megabytes, while its directory says that it has 100 bytes."""
    data = bytearray(docx(paragraphs(" " * size * MEGABYTE)))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[entry + 24 : entry + 28] = struct.pack("<I", 100)
    return bytes(data)


def locked() -> bytes:
    data = bytearray(docx(GOOD_WORDS))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[entry + 8] |= 1
    return bytes(data)


def one_for_all(copies: int) -> bytes:
    """A DOCX whose directory names the same megabytes again and again."""
    inner = docx(GOOD_WORDS, {"word/media/a.bin": b" " * 900_000})
    start, end = inner.index(b"PK\x01\x02"), inner.rindex(b"PK\x05\x06")
    last = inner.rindex(b"PK\x01\x02")
    record = inner[last:end]
    body = inner[:end] + b"".join(record.replace(b"a.bin", b"%05d" % number) for number in range(copies))
    count = 4 + copies
    return body + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(body) - start, start, 0)


def cell_of(columns: int) -> str:
    return paragraphs(
        f'<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>'
        f"{paragraph('Isi.')}</w:tc></w:tr></w:tbl>"
    )


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
BILLION_LAUGHS = (
    f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>' + paragraphs(paragraph("&a11;")).partition("?>")[2]
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + paragraphs(paragraph("&a;")).partition("?>")[2]
)


DOCXS = (
    Hostile("teks.docx", lambda: b"Bukan Word.", "not a readable DOCX file: it is text"),
    Hostile("kosong.docx", lambda: zipped({}), "not a readable DOCX file: it is an empty ZIP"),
    Hostile(
        "lama.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "old Office file, or one that is protected",
    ),
    Hostile("zip.docx", lambda: zipped({"a.txt": "a"}), "no Word document"),
    Hostile("tabel.docx", lambda: zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<a/>"}), "an Excel file"),
    Hostile("putus.docx", lambda: docx(GOOD_WORDS)[:300], "not a readable DOCX"),
    Hostile("bom.docx", lambda: docx(paragraphs(" " * 110 * MEGABYTE)), "unpacks to more than 100 MB"),
    Hostile(
        "bom-jumlah.docx",
        lambda: docx(GOOD_WORDS, {f"word/{n}.bin": bytes(70 * MEGABYTE) for n in range(3)}),
        "unpacks to more than 200 MB",
    ),
    Hostile("bom-kecil.docx", lambda: docx(paragraphs(" " * 20 * MEGABYTE)), "times its size"),
    Hostile("bohong.docx", lambda: stored_small(20), "not a readable DOCX"),
    Hostile(
        "berkas.docx", lambda: docx(GOOD_WORDS, {f"word/{n}.xml": "<a/>" for n in range(3000)}), "more than 2000 files"
    ),
    Hostile("tindih.docx", lambda: one_for_all(400), "unpacks to more than 200 MB"),
    Hostile("kembar.docx", lambda: one_for_all(2).replace(b"00001", b"00000"), "not a readable DOCX"),
    Hostile("tawa.docx", lambda: docx(BILLION_LAUGHS), "declares entities"),
    Hostile(
        "tawa16.docx",
        lambda: docx(BILLION_LAUGHS.replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")),
        "declares entities",
    ),
    Hostile("luar.docx", lambda: docx(OUTSIDE), "declares entities"),
    Hostile("makro.docx", lambda: docx(GOOD_WORDS, {"word/vbaProject.bin": b"x"}), "holds macros"),
    Hostile(
        "docm.docx",
        lambda: docx(
            GOOD_WORDS,
            types=TYPES.replace(
                "openxmlformats-officedocument.wordprocessingml.document", "ms-word.document.macroEnabled"
            ),
        ),
        "made for macros",
    ),
    Hostile("makro.docm", lambda: docx(GOOD_WORDS), "unsupported type"),
    Hostile("dalam.docx", lambda: docx(GOOD_WORDS, {"word/media/x.bin": zipped({"a": "a"})}), "an archive within"),
    Hostile("tanam.docx", lambda: docx(GOOD_WORDS, {"word/embeddings/x.zip": zipped({"a": "a"})}), "an archive within"),
    Hostile("grafik.docx", lambda: docx(GOOD_WORDS, {"word/embeddings/x.xlsx": zipped({"a": "a"})}), HARMLESS),
    Hostile("naik.docx", lambda: docx(GOOD_WORDS, {"../../etc/x.xml": "<a/>"}), "leads out of it"),
    Hostile("mutlak.docx", lambda: docx(GOOD_WORDS, {"/etc/x.xml": "<a/>"}), "leads out of it"),
    Hostile("sandi.docx", locked, "protected by a password"),
    Hostile("dalam-sekali.docx", lambda: docx(paragraphs("<w:p>" * 50_000 + "</w:p>" * 50_000)), "not a readable DOCX"),
    Hostile("kolom.docx", lambda: docx(cell_of(300_000_000)), TOO_MUCH),
    Hostile("alinea.docx", lambda: docx(paragraphs(paragraph("Isi.") * 30_000)), TOO_MUCH),
    Hostile("simpul.docx", lambda: docx(paragraphs("<w:p/>" * 3_000_000)), "times its size"),
    Hostile("atribut.docx", lambda: docx(paragraphs(f'<w:p a="{"x9" * 6_000_000}"/>')), "times its size"),
    Hostile(
        "templat.docx",
        lambda: docx(
            GOOD_WORDS,
            {
                "word/_rels/document.xml.rels": RELATIONS.replace(
                    'Target="word/document.xml"', 'Target="http://x.invalid/a.dotm" TargetMode="External"'
                )
            },
        ),
        "fetches a part of its text from elsewhere",
    ),
    *(
        Hostile(f"templat-{number}.docx", partial(docx, GOOD_WORDS, related("attachedTemplate", target)), said)
        for number, (target, said) in enumerate(
            {
                "https://x.invalid/a.dotm": "fetches its template from elsewhere",
                "file://server/a.dotx": "fetches its template from elsewhere",
                r"\\server\a.dotx": "fetches its template from elsewhere",
                "mhtml:https://x.invalid/a!x-usc:b": "fetches its template from elsewhere",
                "file:///C:/Users/A/Kantor.dotx": HARMLESS,
                r"C:\Users\A\Kantor.dotx": HARMLESS,
                "Normal.dotm": HARMLESS,
            }.items()
        )
    ),
    Hostile("bingkai.docx", lambda: docx(GOOD_WORDS, related("frame", "https://x.invalid")), "fetches a part of its"),
    Hostile("tautan.docx", lambda: docx(GOOD_WORDS, related("hyperlink", "https://x.invalid")), HARMLESS),
    Hostile("foto.docx", lambda: docx(GOOD_WORDS, related("image", "https://x.invalid/a.png")), HARMLESS),
)
