"""The ways in which a shared answer leaves a chat."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

from bot.domain.answers import Answer, Citation, Outcome, Part, Quote
from bot.domain.documents import Kind, Source
from bot.domain.sharing import Shared
from bot.telegram.delivery.packing import plain as unmarked
from bot.telegram.delivery.packing import units
from bot.telegram.sharing import handover, inline
from tests.fakes import NOW

CAMPAIGN = {"campaign": "Kampanye Contoh", "run_by": "Tim Contoh"}
CODE = "K7M2R9XW4TAB"
LINK = f"https://t.me/contoh_bot?start=a_{CODE}"


def shared(*texts: str) -> Shared:
    quotes = tuple(Quote(f"statement{n}", text, (n,)) for n, text in enumerate(texts, start=1))
    part = Part("bus.md#jam", "sectiona", "Bus sekolah", Kind.JANJI, "2024", "id", quotes)
    source = Source("Berita", "Kabar Contoh", "2024-10-01", "https://contoh.id/berita")
    citations = tuple(
        Citation(n, "bus.md", "bus.md#jam", one.statement, f"A-{n}", Kind.JANJI, "2024", one.text, sources=(source,))
        for n, one in enumerate(quotes, start=1)
    )
    answer = Answer(Outcome.QUOTED, "id", parts=(part,), citations=citations)
    return Shared(CODE, "id", answer, (), (), handover.text(answer), "r1", NOW)


SHORT = shared("Bus sekolah gratis untuk semua murid.")


def test_an_inserted_answer_is_cited_signed_and_verifiable() -> None:
    text = unmarked(handover.message(SHORT, "contoh_bot", CAMPAIGN))
    for words in ("Bus sekolah gratis untuk semua murid. [1]", "Kabar Contoh", "Tim Contoh", "K7M2-R9XW-4TAB", LINK):
        assert words in text
    assert text.index("Janji") < text.index("gratis")


def test_a_long_answer_is_cut_between_statements_and_says_so() -> None:
    long = shared(*(f"Pernyataan nomor {n} " + "panjang sekali " * 20 + "selesai." for n in range(30)))
    html = handover.message(long, "contoh_bot", CAMPAIGN)
    text = unmarked(html)
    assert units(html) <= 4096
    assert "Selengkapnya" in text
    assert text.count("Pernyataan nomor") == text.count("selesai.") < 30
    assert "Kabar Contoh" in text


def test_even_a_statement_that_no_message_holds_leaves_room_for_source_and_link() -> None:
    html = handover.message(shared("sangat panjang " * 600), "contoh_bot", CAMPAIGN)
    assert units(html) <= 4096
    assert LINK in html


def test_for_whatsapp_an_answer_is_complete_without_telegram_and_short_enough_for_a_link() -> None:
    (row_chat, row_away, row_picture) = handover.ways(SHORT, "contoh_bot", CAMPAIGN, inline=True, drawn=True)
    whatsapp = row_away[0].url
    text = parse_qs(urlsplit(whatsapp).query)["text"][0]
    assert text == handover.plain(SHORT, "contoh_bot", CAMPAIGN)
    for words in ("Bus sekolah gratis untuk semua murid. [1]", "Kabar Contoh", "Tim Contoh", LINK, "K7M2-R9XW-4TAB"):
        assert words in text
    assert "<" not in text
    assert row_chat[0].query == "K7M2-R9XW-4TAB"
    assert row_picture[0].data == f"i:id:{CODE}"


def test_a_long_answer_for_whatsapp_keeps_whole_statements_sources_and_link() -> None:
    long = shared(*(f"Pernyataan nomor {n} " + "panjang sekali " * 8 + "selesai." for n in range(30)))
    whatsapp = handover.ways(long, "contoh_bot", CAMPAIGN, inline=False, drawn=False)[1][0].url
    assert len(whatsapp) <= handover.LONGEST_ADDRESS + len("https://wa.me/?text=")
    text = handover.plain(long, "contoh_bot", CAMPAIGN)
    assert 0 < text.count("Pernyataan nomor") == text.count("selesai.") < 30
    assert "Selengkapnya" in text
    assert LINK in text


def test_what_is_copied_fits_telegrams_button_and_ends_with_the_link() -> None:
    long = replace(SHORT, answer=replace(SHORT.answer, parts=(replace(SHORT.answer.parts[0], title="Judul " * 60),)))
    for one in (SHORT, long):
        copied = handover.ways(one, "contoh_bot", CAMPAIGN, inline=False, drawn=False)[1][1].copied
        assert 1 <= len(copied) <= 256
        assert copied.endswith(LINK)


def test_the_way_to_a_chat_is_offered_only_where_inline_mode_is_on() -> None:
    rows = handover.ways(SHORT, "contoh_bot", CAMPAIGN, inline=False, drawn=False)
    assert not any(one.query for row in rows for one in row)
    assert unquote(rows[0][0].url).startswith(f"https://t.me/share/url?url={LINK}&text=Bus sekolah")


def test_where_a_statement_only_leads_to_a_list_the_line_tells_the_items_too() -> None:
    quotes = tuple(Quote(f"s{n}", text, (1,), item=n > 0) for n, text in enumerate(("Syaratnya:", "KTP.", "KK.")))
    listed = replace(SHORT, answer=replace(SHORT.answer, parts=(replace(SHORT.answer.parts[0], quotes=quotes),)))
    card = inline.card(listed, "contoh_bot", CAMPAIGN)
    assert (card.description or "").endswith("\nSyaratnya: KTP; KK")
    (_, forward), (_, copy) = handover.ways(listed, "contoh_bot", CAMPAIGN, inline=True, drawn=False)
    assert unquote(forward.url).endswith("Syaratnya: KTP; KK")
    assert f"Syaratnya: KTP; KK\n{LINK}" in copy.copied


def test_a_card_says_first_whether_it_is_a_promise_and_of_when() -> None:
    card = inline.card(SHORT, "contoh_bot", CAMPAIGN)
    assert (card.id, card.title) == (CODE, "Bus sekolah")
    kind, quote = (card.description or "").split("\n")
    assert "Janji" in kind
    assert "2024" in kind
    assert quote == "Bus sekolah gratis untuk semua murid."
