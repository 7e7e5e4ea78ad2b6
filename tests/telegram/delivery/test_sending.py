from bot.telegram.delivery.sending import Recent


def test_what_is_remembered_is_forgotten_after_a_while() -> None:
    now = 0.0
    recent: Recent[str] = Recent(lambda: now, seconds=10)
    recent.keep((1, 1), "a")
    now = 10.0
    assert recent.get((1, 1)) == "a"
    now = 10.1
    assert recent.get((1, 1)) is None


def test_no_more_than_so_many_are_remembered_and_the_oldest_go_first() -> None:
    recent: Recent[str] = Recent(lambda: 0.0, most=2)
    for number in (1, 2, 1, 3):
        recent.keep((1, number), str(number))
    assert [recent.get((1, number)) for number in (1, 2, 3)] == ["1", None, "3"]


def test_a_chat_can_be_forgotten() -> None:
    recent: Recent[str] = Recent(lambda: 0.0)
    recent.keep((1, 1), "a")
    recent.keep((2, 1), "b")
    recent.forget_chat(1)
    assert recent.get((1, 1)) is None
    assert recent.get((2, 1)) == "b"
