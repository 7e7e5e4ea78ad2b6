from dataclasses import replace

import pytest

from bot.domain.answers import Answer, Outcome, Phrase, Suggestion
from bot.domain.documents import Kind, Source
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Act, decode
from bot.telegram.delivery.packing import LIMIT, units
from tests.telegram.answers import part, quote, quoted

TOPICS = replies.topics_button("id")


def text(answer: Answer) -> str:
    return replies.plainly(answer)


def acts(reply: replies.Reply) -> list[list[Act | None]]:
    taps = [[decode(button.data) for button in row] for row in reply.keyboard]
    return [[tap.act if tap else None for tap in row] for row in taps]


def test_every_quote_stands_under_its_heading_kind_and_date_with_its_numbers() -> None:
    answer = quoted(
        part("Janji <2024>", quote("Kuliah gratis & merata.", 1, 2), kind=Kind.JANJI, as_of="23 Okt 2024"),
        part("Pelaksanaan", quote("Berlaku sejak 2025.", 3), as_of="19 Jun 2025"),
    )
    (message,) = replies.answer(answer).messages
    assert message.startswith(
        "<b>Janji &lt;2024&gt;</b>\n📌 Janji kampanye · 23 Okt 2024\nKuliah gratis &amp; merata. [1][2]\n\n"
        "<b>Pelaksanaan</b>\n✅ Pelaksanaan · per 19 Jun 2025\nBerlaku sejak 2025. [3]\n\n"
    )


def test_kind_is_shown_even_without_a_date() -> None:
    assert "ℹ️ General\n" in text(quoted(part("A", quote("B."), kind=Kind.UMUM), language="en"))


def test_items_have_bullets_and_rows_stand_below_their_headers_word_for_word() -> None:
    answer = quoted(
        part(
            "Usia",
            quote("Syaratnya:", 1),
            quote("Warga Kaltara.", 1, item=True),
            quote("S1 | 25 tahun", 2, item=True, headers="Jenjang | Usia"),
            quote("S2 | 35 tahun", 2, item=True, headers="Jenjang | Usia"),
        )
    )
    assert ("Syaratnya: [1]\n• Warga Kaltara. [1]\nJenjang | Usia\n• S1 | 25 tahun [2]\n• S2 | 35 tahun [2]\n") in text(
        answer
    )


def test_phrases_come_first_and_closing_words_last() -> None:
    answer = quoted(
        part("A", quote("Isi.", 1)),
        phrases=[Phrase("answer-docs-say")],
        closing=[Phrase("answer-after-vote", (("date", "2024-11-27"),))],
    )
    shown = text(answer)
    assert shown.startswith("Ini yang tertulis di dokumen:\n\nA\n")
    assert "Isi. [1]\n\nPemungutan suara sudah berlangsung pada 27 Nov 2024.\n\nSumber:" in shown


def test_the_link_to_newer_facts_is_shown_once() -> None:
    parts = [part(title, quote(f"Isi {title}."), latest="https://www.contoh.id/baru") for title in "AB"]
    (message,) = replies.answer(quoted(*parts)).messages
    assert message.count('Yang terbaru: <a href="https://www.contoh.id/baru">contoh.id</a>') == 1


def test_a_short_line_names_publisher_and_date_of_each_number() -> None:
    assert text(quoted(part("A", quote("Isi.", 1, 2)))).endswith(
        "Sumber: [1] Harian 1, 17 Apr 2025 · [2] Harian 2, 17 Apr 2025"
    )


def test_numbers_of_the_same_source_share_their_name() -> None:
    same = [Source("Judul", "Harian", "2025")]
    assert text(quoted(part("A", quote("Isi.", 1, 2)), sources=same)).endswith("Sumber: [1][2] Harian, 2025")


def test_many_sources_are_one_tap_away_instead() -> None:
    answer = quoted(part("A", *(quote(f"Isi {n}.", n) for n in range(1, 20))))
    assert text(answer).endswith("Sumber [1]–[19]: ketuk 📄.")


def test_a_document_without_footnotes_is_its_own_source() -> None:
    answer = quoted(part("A", quote("Isi.", 1)), sources=[], page=3)
    assert text(answer).endswith("Sumber: [1] contoh.md, halaman 3")


def test_an_answer_offers_its_sources_a_verdict_sharing_and_related_questions() -> None:
    suggestions = [Suggestion("Kalau S2?", statement="abcdefghij"), Suggestion("Syarat", section_id="abcdefgh")]
    reply = replies.answer(quoted(part("A", quote("Isi.", 1)), suggestions=suggestions), TOPICS)
    assert acts(reply) == [[Act.SOURCES, Act.GOOD, Act.BAD, Act.SHARE], [Act.STATEMENT], [Act.SECTION]]
    assert [button.text for button in reply.keyboard[0]] == ["📄 Sumber", "👍", "👎", "↗️"]


def test_at_most_three_related_questions_are_offered() -> None:
    many = [Suggestion(str(n), section_id="abcdefgh") for n in range(9)]
    assert len(replies.answer(quoted(part("A", quote("B.", 1)), suggestions=many)).keyboard) == 4


def test_a_question_asked_back_offers_four_choices_and_all_topics() -> None:
    choices = tuple(Suggestion(f"Syarat {n}", section_id="abcdefgh") for n in range(4))
    answer = Answer(Outcome.CLARIFY, "id", (Phrase("clarify"),), suggestions=choices)
    reply = replies.answer(answer, TOPICS)
    assert reply.messages[0].startswith("Maksudnya yang mana?")
    assert acts(reply) == [[Act.SECTION]] * 4 + [[Act.TOPICS]]
    assert replies.plainly(answer).endswith("\n• Syarat 0\n• Syarat 1\n• Syarat 2\n• Syarat 3")


def test_not_found_offers_the_nearest_topics_and_all_of_them() -> None:
    answer = Answer(Outcome.NOT_FOUND, "id", suggestions=(Suggestion("Syarat", section_id="abcdefgh"),))
    reply = replies.answer(answer, TOPICS)
    assert "belum memuat jawaban" in reply.messages[0]
    assert "topik" in reply.messages[0]
    assert acts(reply) == [[Act.SECTION], [Act.TOPICS]]
    assert replies.plainly(answer).endswith("\n• Syarat")


@pytest.mark.parametrize("outcome", [Outcome.NOT_FOUND, Outcome.FAILED, Outcome.DECLINED, Outcome.SMALL_TALK])
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_outcome_leaves_a_person_without_a_word(outcome: Outcome, language: str) -> None:
    assert text(Answer(outcome, language))


def test_a_failure_never_looks_like_an_answer_that_is_missing() -> None:
    assert "coba lagi" in text(Answer(Outcome.FAILED, "id"))
    assert text(Answer(Outcome.FAILED, "id")) != text(Answer(Outcome.NOT_FOUND, "id"))


def test_the_words_of_the_campaign_are_shown_as_they_are() -> None:
    answer = Answer(Outcome.DECLINED, "id", text="Lapor ke Bawaslu: <https://bawaslu.go.id>.", boundary="money")
    assert replies.answer(answer, TOPICS).messages == ("Lapor ke Bawaslu: &lt;https://bawaslu.go.id&gt;.",)


def test_statements_are_packed_whole_into_messages() -> None:
    quotes = [quote(f"{n} " + "kata " * 150 + "akhir.", n, item=True) for n in range(1, 20)]
    reply = replies.answer(quoted(part("Panjang", *quotes)))
    assert 1 < len(reply.messages) <= replies.MOST_MESSAGES
    assert all(units(message) <= LIMIT for message in reply.messages)
    lines = "\n".join(reply.messages).split("\n")
    assert [line for line in lines if line.startswith("• ")] == [f"• {one.text} [{one.marks[0]}]" for one in quotes]


def test_a_statement_longer_than_a_message_is_split_and_keeps_its_numbers() -> None:
    reply = replies.answer(quoted(part("Halaman", quote(("a < b & c " * 600).strip(), 1))))
    assert all(units(message) <= LIMIT for message in reply.messages)
    assert reply.messages[0].startswith("<b>Halaman</b>\n✅ Pelaksanaan\na &lt; b &amp; c")
    assert reply.messages[-1].partition("\n")[0].endswith("a &lt; b &amp; c [1]")


def test_a_very_long_answer_can_be_read_page_by_page() -> None:
    reply = replies.answer(quoted(part("Semua", *(quote("kata " * 700 + str(n), n) for n in range(1, 30)))))
    assert len(reply.messages) == replies.MOST_MESSAGES + 1
    assert acts(reply)[0] == [Act.OPEN]


def test_a_button_stands_for_up_to_three_statements_all_of_them_if_possible() -> None:
    answer = quoted(part("A", quote("Satu.", 1), quote("Dua.", 2)), part("B", quote("Tiga.", 3)))
    assert replies.leads(answer) == answer.leads


def test_a_list_is_named_by_what_stands_above_it_and_every_part_is_named() -> None:
    answer = quoted(
        part("A", quote("Syarat:", 1), *(quote(f"Butir {n}.", 1, item=True) for n in range(5))),
        part("B", quote("Dua.", 2), quote("Tiga.", 3)),
    )
    assert replies.leads(answer) == (answer.leads[0], answer.leads[6], answer.leads[7])
    assert decode(replies.sources_button(answer).data) is not None
    assert replies.sources_button(answer).data.startswith(Act.LIST_SOURCES)


def test_the_words_are_those_of_the_answers_language() -> None:
    english = replace(quoted(part("Age", quote("Up to 25.", 1))), language="en")
    assert "✅ Delivered" in text(english)
    assert text(english).endswith("Sources: [1] Harian 1, 17 Apr 2025")
    assert replies.answer(english).keyboard[0][0].text == "📄 Sources"
