"""Ids made of texts: the same as long as the words are, however they are spaced or composed."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata


def normalise(text: str) -> str:
    """Return text with Unicode composed (NFC) and white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def statement_id(document: str, section: str, text: str, occurrence: int = 0) -> str:
    """Return 10 characters that stay the same as long as document, section and words do.

    A sentence that stands twice in one section gets its occurrence counted in, so that ids stay unique.
    """
    parts = [document, section, normalise(text).casefold()] + ([str(occurrence)] if occurrence else [])
    return short_id(parts, 10)


def asked_of(statement: str) -> str:
    """Return what owns the questions that people ask for a statement alone, by the statement's id."""
    return f"{statement}?"


def section_id(document: str, section: str) -> str:
    """Return 8 characters that name a section in buttons and deep links."""
    return short_id([document, section], 8)


def slug(heading: str) -> str:
    """Return a heading as lower-case words joined by hyphens, "bagian" if no letter or digit is left."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "bagian"


def short_id(parts: list[str], length: int) -> str:
    """Return letters and digits, as many as `length`, that name a sequence of texts."""
    return base64.b32encode(hashlib.sha256("\x00".join(parts).encode()).digest()).decode().lower()[:length]
