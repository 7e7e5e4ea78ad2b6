"""Share cards and posters: nothing overlaps or runs over, whatever is in them, and their codes can be read."""

from __future__ import annotations

import io
from itertools import combinations

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.adapters import posters
from bot.adapters.cards import FOOT, HEIGHT, KINDS, MARGIN, WIDTH, PillowCardPainter, compose
from bot.adapters.fitting import SIZES
from bot.adapters.sheets import Sheet
from bot.domain.documents import Kind
from bot.domain.pictures import Card, CardPainter, Poster
from tests.adapters.made_cards import CODE, LINK, MORE, made, part, quote

WORD = "Pneumonoultramikroskopisilikovolkanokoniosis" * 4
URL = "https://contoh.id/dokumen/panjang?bagian=" + "nilai%20" * 40
SENTENCE = "Penerima beasiswa Sari–Wira berusia paling tinggi 25 tahun untuk S1, menurut panduan resmi 2025."
LIST = [quote("Syaratnya:", 1), *(quote(f"Butir {n} yang agak panjang.", n, item=True) for n in range(1, 41))]
TABLE = [quote(f"Kabupaten {n} | Rp{n}.000.000", 1, item=True, headers="Wilayah | Upah") for n in range(1, 13)]
PAIR = (part(quote("Dijanjikan. " * 60, 1), kind=Kind.JANJI), part(quote("Diberikan. " * 60, 2), title="Lain"))
POSTER = Poster("Beasiswa", "Pindai dengan kamera HP.", LINK, "Bot Sari–Wira", "Dijalankan oleh tim Sari–Wira")

CARDS = {
    "short": made(part(quote(SENTENCE, 1))),
    "list": made(part(*LIST), sources=tuple(f"Harian {n}, 17 Apr 2025" for n in range(1, 41))),
    "table": made(part(*TABLE)),
    "long row": made(part(quote(f"{SENTENCE * 3} | {SENTENCE * 3}", 1, headers="A | B"))),
    "three columns": made(part(quote("Satu | Dua | Tiga", 1, headers="A | B | C", item=True))),
    "long word": made(part(quote(WORD, 1, 2, 3), title=WORD, label=WORD), title=WORD, sources=(WORD, WORD, URL)),
    "address": made(part(quote(URL, 1), title=URL, label=URL), title=URL, notes=(URL,)),
    "endless statement": made(part(quote(SENTENCE * 60, 1))),
    "both kinds": made(*PAIR, sources=("Harian", "Mingguan")),
    "all kinds": made(*(part(quote(SENTENCE * 9, 1), title=SENTENCE, kind=kind) for kind in Kind)),
    "many parts": made(*(part(quote(SENTENCE, n), title=f"Bagian {n}") for n in range(1, 13))),
    "long title": made(part(quote(SENTENCE, 1)), title=SENTENCE * 5),
    "no sources": made(part(quote(SENTENCE)), sources=()),
    "nothing": made(part(quote("")), title="", sources=("",), campaign="", run_by=""),
    "notes": made(part(quote(SENTENCE, 1)), notes=(SENTENCE, SENTENCE)),
    "long names": made(part(quote(SENTENCE, 1)), campaign=SENTENCE, run_by=SENTENCE * 4, link=LINK + "x" * 60),
    "emoji": made(part(quote("👨‍👩‍👧 🇮🇩 👍🏽 ✅ 漢字", 1)), title="📌 Hore 🎉"),
}
TEXTS = st.text(st.sampled_from("abcm W–/.’é👍9"), max_size=200)
QUOTES = st.builds(
    lambda text, marks, item, headers: quote(text, *marks, item=item, headers=headers),
    TEXTS,
    st.lists(st.integers(1, 30), max_size=3),
    st.booleans(),
    st.sampled_from(["", "", "A | B", "A | B | C"]),
)
PARTS = st.builds(
    lambda quotes, title, kind, label: part(*quotes, title=title, kind=kind, label=label),
    st.lists(QUOTES, min_size=1, max_size=12),
    TEXTS,
    st.sampled_from(Kind),
    TEXTS,
)
ANY_CARD = st.builds(
    lambda parts, title, sources, notes: made(*parts, title=title, sources=tuple(sources), notes=tuple(notes)),
    st.lists(PARTS, min_size=1, max_size=5),
    TEXTS,
    st.lists(TEXTS, max_size=30),
    st.lists(TEXTS, max_size=3),
)


def said(sheet: Sheet) -> str:
    return "\n".join("".join(span.text for span in text.line) for text in sheet.texts)


def assert_nothing_overlaps(sheet: Sheet, margin: int) -> None:
    boxes = [text.box for text in sheet.texts if text.line]
    code = sheet.code
    boxes.append((code.left, code.top, code.left + code.side, code.top + code.side))
    for left, top, right, bottom in boxes:
        assert margin <= left
        assert right <= sheet.width - margin + 1
        assert top >= 0
        assert bottom <= sheet.height
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, f"{one} and {other} overlap in\n{said(sheet)}"


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_nothing_on_a_card_overlaps_or_runs_over(card: Card) -> None:
    assert_nothing_overlaps(compose(card), MARGIN)


@given(ANY_CARD)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_overlaps_whatever_an_answer_holds(card: Card) -> None:
    assert_nothing_overlaps(compose(card), MARGIN)


@pytest.mark.parametrize("title", ["", "Beasiswa", SENTENCE * 4, WORD])
def test_nothing_on_a_poster_overlaps_or_runs_over(title: str) -> None:
    assert_nothing_overlaps(posters.compose(POSTER), posters.MARGIN)
    assert_nothing_overlaps(posters.compose(Poster(title, title, LINK + "x" * 30, title, title)), posters.MARGIN)


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
async def test_a_card_is_a_png_whose_edges_stay_free(card: Card) -> None:
    image = Image.open(io.BytesIO(await PillowCardPainter().card(card)))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    left, right = (image.crop((edge, 30, edge + 50, HEIGHT - FOOT)).getcolors() for edge in (8, WIDTH - 58))
    assert left is not None
    assert right is not None
    assert len(left) == len(right) == 1


async def test_the_same_card_is_the_same_picture_every_time() -> None:
    one: CardPainter = PillowCardPainter()
    assert await one.card(CARDS["both kinds"]) == await PillowCardPainter().card(CARDS["both kinds"])


def read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def squeezed(image: Image.Image, quality: int = 60) -> Image.Image:
    target = io.BytesIO()
    image.save(target, "JPEG", quality=quality)
    return Image.open(target)


@pytest.mark.parametrize("link", [LINK, "https://t.me/" + "a" * 32 + "?start=" + "b" * 64])
async def test_the_code_can_be_read_at_half_the_size_and_after_a_chat_has_squeezed_it(link: str) -> None:
    painter = PillowCardPainter()
    for data in (
        await painter.card(made(part(quote(SENTENCE, 1)), link=link)),
        await painter.poster(Poster("Beasiswa", "Pindai.", link, "Bot", "")),
    ):
        whole = Image.open(io.BytesIO(data))
        half = whole.resize((whole.width // 2, whole.height // 2))
        for image in (whole, half, squeezed(whole), squeezed(half), squeezed(whole.resize((720, 900)), 40)):
            assert read(image) == [link]


def test_the_code_stands_in_letters_beside_what_to_do_with_it() -> None:
    text = said(compose(CARDS["short"]))
    assert CODE in text
    assert "Cek keasliannya" in text


def test_a_whole_answer_is_on_the_card_with_its_sources() -> None:
    text = said(compose(CARDS["short"])).replace("\n", " ")
    assert SENTENCE in text
    assert "Sumber: [1]\u00a0Harian Contoh, 17 Apr 2025" in text
    assert MORE not in text


def test_a_short_answer_is_larger_than_a_long_one_and_none_is_too_small_for_a_phone() -> None:
    def size(card: Card) -> int:
        return max(span.style.size for text in compose(card).texts for span in text.line if "Penerima" in span.text)

    assert size(CARDS["short"]) == SIZES[0]
    assert 30 <= size(CARDS["endless statement"]) < SIZES[0]


def test_a_long_list_is_cut_between_its_items_and_says_where_the_rest_is() -> None:
    text = said(compose(CARDS["list"]))
    assert MORE in text
    assert "Butir 3 yang agak panjang." in text
    assert "Butir 40" not in text
    assert "panjang…" not in text
    assert text.count("• …") == 1


def test_a_sentence_that_leads_to_a_list_never_stands_as_if_that_were_all() -> None:
    items = (quote("Butir yang agak panjang. " * 20, 1, item=True) for _ in range(3))
    text = said(compose(made(part(quote("Ada tiga syarat:", 1), *items), part(quote("Kota lain. " * 40, 1)))))
    lead = text.partition("Ada tiga syarat:")[2]
    assert "•" in lead.partition("Kota lain")[0]


def test_sources_of_what_was_cut_are_not_named() -> None:
    text = said(compose(CARDS["list"]))
    assert "[1]\u00a0Harian 1," in text
    assert "[40]" not in text


def test_a_statement_that_no_card_holds_is_cut_and_says_so() -> None:
    text = said(compose(CARDS["endless statement"]))
    assert "…" in text
    assert MORE in text


def test_promise_and_delivery_stay_side_by_side_however_long_they_are() -> None:
    text = said(compose(CARDS["both kinds"]))
    assert "Dijanjikan." in text
    assert "Diberikan." in text


def test_a_promise_looks_unlike_a_delivery() -> None:
    promise, delivery = (compose(made(part(quote("Isi.", 1), kind=kind))) for kind in (Kind.JANJI, Kind.PELAKSANAAN))
    tags = [next(box for box in sheet.boxes if box.radius > 20) for sheet in (promise, delivery)]
    assert tags[0].fill != tags[0].outline == KINDS[Kind.JANJI]
    assert tags[1].fill == tags[1].outline == KINDS[Kind.PELAKSANAAN]
    assert len(set(KINDS.values())) == len(Kind)


def test_a_table_stands_in_two_columns() -> None:
    texts = compose(CARDS["table"]).texts
    values = [text for text in texts if text.line and text.line[0].text.startswith("Rp")]
    assert len(values) >= 8
    assert {round(text.box[2]) for text in values} == {WIDTH - MARGIN}
    assert "|" not in said(compose(CARDS["table"]))
