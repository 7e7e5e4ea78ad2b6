from bot.telegram.access import BROWSING, Access, Admission


def test_the_first_question_too_many_is_told_and_the_others_are_refused() -> None:
    access = Access(2)
    assert [access.asks("ani") for _ in range(5)] == [
        Admission.ADMITTED,
        Admission.ADMITTED,
        Admission.TOLD,
        Admission.REFUSED,
        Admission.REFUSED,
    ]
    assert access.asks("budi") is Admission.ADMITTED


def test_browsing_is_counted_apart_and_more_generously() -> None:
    access = Access(1)
    access.asks("ani")
    browsing = [access.browses("ani") for _ in range(BROWSING + 1)]
    assert browsing == [Admission.ADMITTED] * BROWSING + [Admission.TOLD]
