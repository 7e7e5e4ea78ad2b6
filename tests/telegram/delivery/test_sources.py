from bot.domain.documents import Source
from bot.telegram.delivery import sources
from bot.telegram.delivery.packing import LIMIT, plain, units
from tests.telegram.answers import part, quote, quoted


def test_each_number_shows_title_publisher_date_link_and_document() -> None:
    answer = quoted(part("A", quote("Isi.", 1, 2), as_of="19 Jun 2025"))
    (message,) = sources.messages(answer)
    assert message == (
        "<b>📄 Sumber</b>\n\n"
        '[1] <a href="https://contoh.id/1">Judul 1</a> (Harian 1, 17 Apr 2025)\nper 19 Jun 2025\nDokumen: contoh.md\n\n'
        '[2] <a href="https://contoh.id/2">Judul 2</a> (Harian 2, 17 Apr 2025)\nper 19 Jun 2025\nDokumen: contoh.md'
    )


def test_a_footnote_on_several_statements_is_listed_once() -> None:
    (message,) = sources.messages(quoted(part("A", quote("Isi.", 1), quote("Lagi.", 1))))
    assert message.count("[1]") == 1


def test_all_sources_of_a_fact_are_listed() -> None:
    two = [Source("Satu", "Harian", "2025-04", "https://contoh.id/1"), Source("Dua", "Mingguan")]
    (message,) = sources.messages(quoted(part("A", quote("Isi.", 1)), sources=two))
    assert plain(message).startswith("📄 Sumber\n\n[1] Satu (https://contoh.id/1) (Harian, Apr 2025)\nDua (Mingguan)\n")


def test_the_line_under_an_answer_says_if_there_are_sources_beside_the_first() -> None:
    three = [Source("Satu", "Harian", "2025-04", None), Source("Dua", "Mingguan"), Source("Tiga", "Bulanan")]
    assert sources.summary(quoted(part("A", quote("Isi.", 1)), sources=three)) == "Sumber: [1] Harian, Apr 2025 dkk."


def test_a_document_is_named_with_its_page_where_it_has_no_footnotes() -> None:
    (message,) = sources.messages(quoted(part("A", quote("Isi.", 1)), sources=[], page=2, language="en"))
    assert message == "<b>📄 Sources</b>\n\n[1] Document: contoh.md, page 2"


def test_long_lists_and_absurd_titles_fit_into_messages() -> None:
    absurd = [Source("&" * 3000, "P" * 3000, "2025", "https://x.id/?" + "&" * 3000)]
    messages = sources.messages(quoted(part("A", *(quote(f"Isi {n}.", n) for n in range(1, 60))), sources=absurd))
    assert all(units(message) <= LIMIT for message in messages)


def test_an_answer_without_quotes_says_so() -> None:
    assert sources.messages(quoted()) == ("Jawaban itu tidak mengutip dokumen.",)


def test_sources_of_some_statements_are_numbered_as_if_nothing_else_had_been_quoted() -> None:
    answer = quoted(part("A", quote("Satu.", 1), quote("Dua.", 2), quote("Tiga.", 3, 2)))
    kept = sources.only(answer, answer.leads[1:])
    assert [(one.n, one.label) for one in kept.citations] == [(1, "G-2"), (2, "G-3"), (1, "G-2")]
