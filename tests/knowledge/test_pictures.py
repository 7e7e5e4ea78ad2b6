"""Every letter of the delivered documents, and of what says their kind, can be drawn on a share card."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from bot.adapters.fonts import drawable
from bot.domain.documents import Kind
from bot.locales import LANGUAGES, say

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = sorted(path for path in (ROOT / "knowledge").rglob("*") if path.is_file())


def test_every_letter_of_the_documents_can_be_drawn() -> None:
    letters = {
        letter for path in DOCUMENTS for letter in unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    }
    assert len(letters) > 80
    assert [letter for letter in letters if not letter.isspace() and drawable(letter) != letter] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_drawn_with_its_sign(language: str) -> None:
    for kind in Kind:
        shown = say(language, f"kind-{kind}").replace("\ufe0f", "")
        assert drawable(shown) == shown
