import pytest

from bot.telegram.delivery.packing import LIMIT, Block, escape, link, pack, plain, split, units


def test_an_emoji_counts_as_two_units() -> None:
    assert units("a😀") == 3


def test_blocks_stay_whole_and_in_order() -> None:
    blocks = [Block(f"{n} " + "x" * 1000) for n in range(9)]
    messages = pack(blocks)
    assert len(messages) == 3
    assert all(units(message) <= LIMIT for message in messages)
    assert "\n".join(messages) == "\n".join(block.html for block in blocks)


def test_a_heading_never_ends_a_message() -> None:
    messages = pack([Block("x" * 4000), Block("<b>Judul</b>", "\n\n", leads=True), Block("y" * 200)])
    assert messages == ("x" * 4000, "<b>Judul</b>\n" + "y" * 200)


def test_a_heading_stands_alone_if_its_text_fills_a_message() -> None:
    assert pack([Block("<b>Judul</b>", leads=True), Block("y" * LIMIT)]) == ("<b>Judul</b>", "y" * LIMIT)


def test_a_block_too_long_for_any_message_is_refused() -> None:
    with pytest.raises(ValueError, match="fits into no message"):
        pack([Block("x" * (LIMIT + 1))])


def test_short_blocks_are_spread_before_telegram_drops_their_formatting() -> None:
    assert len(pack([Block("<b>x</b>")] * 100)) == 3


@pytest.mark.parametrize("text", ["kata " * 2000, "x" * 9000, "😀" * 5000, "a & b < c " * 900, "satu\ndua " * 1000])
def test_long_texts_are_split_so_that_each_piece_fits_once_escaped(text: str) -> None:
    pieces = list(split(text, LIMIT))
    assert len(pieces) > 1
    assert all(units(escape(piece)) <= LIMIT for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_words_are_not_torn_apart() -> None:
    assert list(split("satu dua tiga", 8)) == ["satu dua", "tiga"]


def test_markup_of_a_text_is_shown_and_not_obeyed() -> None:
    assert escape("1 < 2 & <b>\x00") == "1 &lt; 2 &amp; &lt;b&gt;"
    assert plain(escape("1 < 2 & <b>")) == "1 < 2 & <b>"


def test_only_web_addresses_become_links() -> None:
    assert link("a&b", 'https://x.id/?a="1"&b') == '<a href="https://x.id/?a=&quot;1&quot;&amp;b">a&amp;b</a>'
    assert link("judul", "javascript:alert(1)") == "judul"
    assert link("judul", None) == "judul"
    assert link("judul", "https://x.id/" + "y" * 2000) == "judul"


def test_plain_text_names_the_addresses() -> None:
    assert plain('<b>A</b> <a href="https://x.id/?a&amp;b">judul</a> [1]') == "A judul (https://x.id/?a&b) [1]"
