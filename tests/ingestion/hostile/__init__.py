"""Files that want to harm whoever reads them, made in memory."""

from tests.ingestion.hostile.file import HARMLESS, Hostile
from tests.ingestion.hostile.pdf import PDFS
from tests.ingestion.hostile.text import DATA, NAMES, TEXTS
from tests.ingestion.hostile.webpage import PAGES
from tests.ingestion.hostile.word import DOCXS

ALL: tuple[Hostile, ...] = (*PDFS, *DOCXS, *PAGES, *TEXTS, *NAMES, *DATA)

__all__ = ["ALL", "HARMLESS", "Hostile"]
