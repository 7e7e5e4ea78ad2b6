"""PDF → draft: each page is a section, its sentences are the statements."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import Block, Draft, Form, Text, collapse

_LONGEST = 600  # characters: tables and headings come out of a PDF without full stops, as one long "sentence"
_ACTIONS = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile)\b")


def read_pdf(data: bytes, file: str) -> Draft:
    """Return the draft of a PDF, with a warning for each page without text.

    Raises KnowledgeError if it is broken or needs a password, MemoryError as it comes.
    """
    draft = Draft(file)
    if _ACTIONS.search(data):
        draft.warn("scripts")
    for number, raw in enumerate(_pages(data, file), start=1):
        draft.warn_of_misleading(raw, page=number)
        draft.add(Block(Form.HEADING, Text(f"Halaman {number}"), page=number, level=1))
        text = collapse(raw)
        if text.plain:
            draft.add(Block(Form.PARAGRAPH, text, longest=_LONGEST))
        else:
            draft.warn("scanned-page", page=number)
    return draft


def _pages(data: bytes, file: str) -> Iterator[str]:
    """Yield the text of each page."""
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    page = None
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise KnowledgeError("protected by a password; save it without one", file=file)
        for page in range(1, len(reader.pages) + 1):
            yield reader.pages[page - 1].extract_text()
    except (KnowledgeError, MemoryError):
        raise
    except DependencyError:
        raise KnowledgeError("encrypted in a way that can't be read; save it without protection", file=file) from None
    except Exception as error:  # a hostile PDF makes the library raise anything
        raise KnowledgeError(f"not a readable PDF: {error!r:.200}", file=file, page=page) from error
