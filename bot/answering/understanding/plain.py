"""A question in plain spelling: without a greeting, slang folded, names and levels as the documents write them."""

from __future__ import annotations

from bot.answering.understanding.small_talk import question
from bot.domain.documents import Release
from bot.language.levels import name_levels
from bot.language.names import canonical
from bot.language.registry import DEFAULT
from bot.language.tokens import fold


def plain(text: str, language: str, release: Release) -> str:
    """Return a question as the documents would write it; an English one is not folded."""
    folded = question(fold(text, release.vocabulary, release.glossaries) if language == DEFAULT else text)
    return name_levels(canonical(folded, release.names))
