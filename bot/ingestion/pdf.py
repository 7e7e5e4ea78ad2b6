"""PDF → draft: each page is a section, its sentences are the statements."""

from __future__ import annotations

import io
import re

from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import Block, Draft, Form, Text, collapse

_LONGEST = 600  # characters: tables and headings come out of a PDF without full stops, as one long "sentence"
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")  # left behind by fonts without a character map


def read_pdf(data: bytes, file: str) -> Draft:
    """Return the draft of a PDF, with a warning for each page without text.

    Raises KnowledgeError if it is broken or needs a password.
    """
    draft = Draft(file)
    for number, text in enumerate(_pages(data, file), start=1):
        draft.add(Block(Form.HEADING, Text(f"Halaman {number}"), page=number, level=1))
        if text.plain:
            draft.add(Block(Form.PARAGRAPH, text, longest=_LONGEST))
        else:
            draft.warn("no text on this page: scanned?", page=number)
    return draft


def _pages(data: bytes, file: str) -> list[Text]:
    from pypdf import PasswordType, PdfReader

    page = None
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise KnowledgeError("protected by a password; save it without one", file=file)
        texts: list[Text] = []
        for page in range(1, len(reader.pages) + 1):
            texts.append(collapse(_UNPRINTABLE.sub("", reader.pages[page - 1].extract_text())))
    except KnowledgeError:
        raise
    except Exception as error:  # a hostile PDF makes the library raise anything
        raise KnowledgeError(f"not a readable PDF: {error!r:.200}", file=file, page=page) from error
    return texts
