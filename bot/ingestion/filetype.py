"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re

from bot.ingestion.folder import suffix

_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file, or one that is protected by a password"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x1f\x8b", "an archive"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"Rar!", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"SQLite format 3", "a database"),
)
_ARCHIVES = frozenset(what for _, what in _BEGINNINGS if "archive" in what)
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_PDF_WITHIN = 1024  # bytes: readers of PDF accept something in front of it, and some printers put it there
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # with which UTF-16 and UTF-32 begin
_NAMES = {".pdf": "PDF", ".docx": "DOCX file"}


def sniff(data: bytes) -> str:
    """Return what the first bytes say, as words that go on "it is …"."""
    for beginning, what in _BEGINNINGS:
        if data.startswith(beginning):
            return what
    if data[257:262] == b"ustar":
        return "an archive"
    if _WEB_PAGE.match(data[:2000]):
        return "a web page"
    if not data.strip():
        return "empty"
    return "text" if b"\0" not in data[:2000] or data.startswith(_MARKS) else "of no known type"


def is_archive(data: bytes) -> bool:
    """Whether a file holds other files."""
    return sniff(data) in _ARCHIVES


def mismatch(data: bytes, file: str) -> str | None:
    """Return why a file can't be what its name says, None if it can."""
    what, ending = sniff(data), suffix(file)
    match ending:
        case ".pdf":
            begun = data.startswith(b"%PDF-")
            fits = begun or (what in ("text", "of no known type") and b"%PDF-" in data[:_PDF_WITHIN])
        case ".docx":
            fits = what == "a ZIP archive or an Office file"
        case ".html" | ".htm":
            fits = what in ("text", "a web page", "empty", "of no known type")
        case _:
            fits = what in ("text", "empty", "of no known type")
    if fits:
        return None
    if ending in _NAMES:
        return f"not a readable {_NAMES[ending]}: it is {what}"
    return f'its name ends in "{ending}", but it is {what}; save it as what it is, and name it so'
