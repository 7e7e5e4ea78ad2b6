"""What a DOCX file is packed in, a ZIP archive: looked through before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from bot.ingestion.filetype import is_archive

_MOST_ENTRIES = 2000
_LARGEST_ENTRY = 100  # megabytes, unpacked: zipfile gives no more than an entry declares
_LARGEST = 200  # megabytes, all together
_MOST_PRESSED = 500  # times: XML shrinks to a tenth or twentieth, nothing but zeros to a thousandth
_SMALL = 1_000_000  # bytes that no ratio makes dangerous
_OTHER_OFFICE = {"xl/": "an Excel file", "ppt/": "a PowerPoint file", "META-INF/manifest.xml": "an OpenDocument file"}
_EMBEDDED = re.compile(r"word/embeddings/[^/]+\.(?:xlsx|docx|pptx)", re.IGNORECASE)  # behind charts: archives, not read
# What Word shows or offers without reading it into the document; anything else from outside becomes part of it.
_SHOWN_ONLY = ("/hyperlink", "/image", "/video", "/audio", "/media")
_OF_THIS_COMPUTER = re.compile(r"(?:file:/*)?[a-z]:[/\\]|(?![a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_DECLARATIONS = tuple(f"<!{word}".encode(code) for word in ("DOCTYPE", "ENTITY") for code in ("ascii", "utf-16-le"))


def obstacle(data: bytes) -> str | None:
    """Return why a DOCX file is refused, None if nothing speaks against it. Raises BadZipFile if it is damaged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return next((reason for reason in (*_of_sizes(archive), *_of_names(archive)) if reason), None) or next(
            _of_contents(archive), None
        )


def _of_sizes(archive: zipfile.ZipFile) -> Iterator[str]:
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        yield f"holds more than {_MOST_ENTRIES} files"
    if any(entry.file_size > _LARGEST_ENTRY * 1_000_000 for entry in entries):
        yield f"a part of it unpacks to more than {_LARGEST_ENTRY} MB"
    if sum(entry.file_size for entry in entries) > _LARGEST * 1_000_000:
        yield f"unpacks to more than {_LARGEST} MB"
    if any(entry.file_size > max(_SMALL, _MOST_PRESSED * entry.compress_size) for entry in entries):
        yield f"a part of it unpacks to more than {_MOST_PRESSED} times its size"


def _of_names(archive: zipfile.ZipFile) -> Iterator[str]:
    names = archive.namelist()
    if any(entry.flag_bits & 0x1 for entry in archive.infolist()):
        yield "protected by a password; save it without one"
    if any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names):
        yield "holds a file whose path leads out of it"
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        yield "holds macros; save it without them"
    if "[Content_Types].xml" not in names or not any(name.startswith("word/document") for name in names):
        known = (what for prefix, what in _OTHER_OFFICE.items() if any(name.startswith(prefix) for name in names))
        yield f"it is {next(known, 'a ZIP archive, no Word document')}"
    if len(set(names)) != len(names):
        yield "holds two files of one name"


def _of_contents(archive: zipfile.ZipFile) -> Iterator[str]:
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        yield "made for macros (.docm); save it as .docx without them"
    for entry in archive.infolist():
        is_xml = entry.filename.lower().endswith((".xml", ".rels"))
        if not is_xml and not _EMBEDDED.fullmatch(entry.filename):
            with archive.open(entry) as stream:
                if is_archive(stream.read(300)):
                    yield "holds an archive within the archive"
        if is_xml:
            content = archive.read(entry)
            if any(word in content for word in _DECLARATIONS):
                yield "its XML declares entities, which Word never does"
            if entry.filename.lower().endswith(".rels"):
                yield from _of_relations(content)


def _of_relations(content: bytes) -> Iterator[str]:
    """Yield what a document would fetch from elsewhere as a part of itself: its template, frames, other documents."""
    from docx.oxml.parser import parse_xml  # resolves no entities

    for relation in parse_xml(content).iter("{*}Relationship"):
        sort, target = relation.get("Type", ""), unquote(relation.get("Target", "")).strip()
        is_outside = relation.get("TargetMode", "").lower() == "external" and not sort.endswith(_SHOWN_ONLY)
        if is_outside and not _OF_THIS_COMPUTER.match(target):
            is_template = sort.endswith("/attachedTemplate")
            what = "its template" if is_template else "a part of its text"
            yield f"fetches {what} from elsewhere; save it without that link"
