import pytest

from bot.telegram.delivery.buttons import MOST_BYTES, Act, Tap, button, decode, encode, shortened

STATEMENTS = ["abcdefghij", "klmnopqrst", "uvwxyz2345"]


@pytest.mark.parametrize(
    ("act", "values"),
    [
        (Act.SECTION, ("abcdefgh",)),
        (Act.SOURCES, (STATEMENTS,)),
        (Act.REASON, ("w", STATEMENTS)),
        (Act.BRANCH, ("p123456789", 9999)),
        (Act.READ, ("abcdefgh", 0)),
        (Act.DELETE, ()),
    ],
)
def test_what_a_button_carries_comes_back_as_it_was(act: Act, values: tuple[str | int | list[str], ...]) -> None:
    data = encode(act, "en", *values)
    assert len(data.encode()) <= MOST_BYTES
    expected = tuple(",".join(value) if isinstance(value, list) else str(value) for value in values)
    assert decode(data) == Tap(act, "en", expected)


def test_a_tap_names_the_statements_of_its_answer() -> None:
    tap = decode(encode(Act.KEEP, "id", "u", STATEMENTS))
    assert tap is not None
    assert tap.ids == tuple(STATEMENTS)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "s",
        "s:id",
        "s:fr:abcdefgh",
        "s:id:ABCDEFGH",
        "s:id:abcdefg",
        "s:id:abcdefgh:0",
        "c:id:abcdefghij,",
        "c:id:" + ",".join(["abcdefghij"] * 4),
        "z:id:abcdefgh",
        "section=12",
        "m:id:-1",
        "s:id:" + "a" * 200,
        "🙂",
    ],
)
def test_data_that_no_button_of_ours_carries_mean_nothing(data: str) -> None:
    assert decode(data) is None


def test_a_button_that_could_not_be_read_again_is_not_made() -> None:
    with pytest.raises(ValueError, match="no button can carry"):
        encode(Act.SECTION, "id", "Not An Id")


def test_long_texts_are_cut_at_a_word() -> None:
    assert shortened("Berapa batas usia penerima kuliah gratis?", 25) == "Berapa batas usia…"
    assert shortened("x" * 100, 10) == "x" * 9 + "…"
    assert button("kata " * 50, Act.TOPICS, "id").text.endswith("kata…")
    assert shortened("  Apa \n itu?  ") == "Apa itu?"
