"""Which list comes with a statement when all of something is asked for."""

from __future__ import annotations

import pytest

from bot.answering.selection.lists import with_lists
from bot.domain.documents import Statement
from tests.releases import document, release, section, statement

DEFINED, LEAD, ITEM, AFTER, CONTENT, *_ = (
    KNOWN := release(
        document(
            section(
                "Program",
                "Paket adalah tiga program yang diluncurkan Maret.",
                statement("Program dalam paket itu:", group=1),
                statement("Bus sekolah.", group=1),
                "Paket dimulai di kota.",
            ),
            section("Isi", "Isinya tas, sepatu, dan topi.", statement("Lain:", group=1), statement("Kaos.", group=1)),
        )
    )
).statements.values()


def texts(question: str, *chosen: Statement) -> list[str]:
    return [one.text for one in with_lists(chosen, KNOWN, question)]


@pytest.mark.parametrize("question", ["tiga programnya apa saja", "sebutkan programnya", "programnya di-list dong"])
def test_the_list_whose_lead_says_it_comes_with_the_statement_beside_it(question: str) -> None:
    assert texts(question, DEFINED) == [DEFINED.text, LEAD.text, ITEM.text]


@pytest.mark.parametrize("question", ["program itu diluncurkan kapan", "syaratnya apa saja"])
def test_no_list_comes_where_all_is_not_asked_or_no_lead_says_what_for(question: str) -> None:
    assert texts(question, DEFINED) == [DEFINED.text]


def test_a_sentence_that_tells_all_needs_no_list() -> None:
    assert texts("isinya apa saja, ada lain?", CONTENT) == [CONTENT.text]
