from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot import locales
from bot.domain.answers import Phrase
from bot.domain.documents import Kind

FOLDER = Path(locales.__file__).parent


class Placeables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Key → the values its sentence needs."""
    resource = FluentParser().parse((FOLDER / f"{language}.ftl").read_text(encoding="utf-8"))
    broken = [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not broken, f"{language}.ftl: {broken[0].content if broken else ''}"
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{language}.ftl holds {entry.id.name} twice"
            placeables = Placeables()
            placeables.visit(entry)
            found[entry.id.name] = placeables.names
    return found


def test_both_languages_hold_the_same_sentences_with_the_same_values() -> None:
    assert messages("id") == messages("en")


@pytest.mark.parametrize("language", locales.LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    for key, names in messages(language).items():
        text = locales.say(language, key, **{name: f"<{name}>" for name in names})
        assert text.strip()
        assert "{" not in text
        assert all(f"<{name}>" in text for name in names)


@pytest.mark.parametrize("language", locales.LANGUAGES)
def test_every_kind_has_a_name(language: str) -> None:
    assert all(locales.knows(language, f"kind-{kind}") for kind in Kind)


def test_an_unknown_sentence_or_a_missing_value_is_an_error() -> None:
    with pytest.raises(LookupError):
        locales.say("id", "tidak-ada")
    with pytest.raises(Exception, match="date"):
        locales.say("id", "answer-after-vote")


def test_dates_are_written_as_the_language_writes_them() -> None:
    assert locales.show_date("2025-05-07", "id") == "7 Mei 2025"
    assert locales.show_date("2025-05-07", "en") == "7 May 2025"
    assert locales.show_date("2025-10", "id") == "Okt 2025"
    assert locales.show_date("2025", "en") == "2025"


def test_what_is_no_date_stays_as_it_is() -> None:
    assert locales.show_date("19 Jun 2025", "en") == "19 Jun 2025"
    assert locales.show_date("2025-02-30", "en") == "2025-02-30"


def test_dates_within_a_phrase_follow_the_language() -> None:
    phrase = Phrase("answer-after-vote", (("date", "2024-11-27"),))
    assert locales.say_phrase("en", phrase) == "The vote was held on 27 Nov 2024."


def test_a_boundary_that_a_campaign_drew_itself_is_declined_in_general_words() -> None:
    assert locales.say_phrase("id", Phrase("boundary-cuaca")) == locales.say("id", "boundary-general")


def test_a_reason_that_was_tapped_is_read_in_every_language_and_a_written_one_as_it_is() -> None:
    tapped = locales.say("id", "withdraw-reason-changed")
    told = Phrase("withdrawn-here", (("count", "1"), ("date", "2026-11-24"), ("reason", tapped)))
    assert locales.say("en", "withdraw-reason-changed") in locales.say_phrase("en", told)
    closed = [locales.say(language, "close-default-reason") for language in locales.LANGUAGES]
    assert locales.say_reason("en", closed[0]) == closed[1]
    assert locales.say_reason("en", "banjir di gudang") == "banjir di gudang"
