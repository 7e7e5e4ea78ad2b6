from bot.telegram.access import TAPS_A_QUESTION, Access, Admission


def test_the_first_question_too_many_is_told_and_the_others_are_refused() -> None:
    access = Access(2)
    assert [access.question("ani") for _ in range(5)] == [
        Admission.ADMITTED,
        Admission.ADMITTED,
        Admission.TOLD,
        Admission.REFUSED,
        Admission.REFUSED,
    ]
    assert access.question("budi") is Admission.ADMITTED


def test_taps_are_counted_apart_and_more_generously() -> None:
    access = Access(1)
    access.question("ani")
    taps = [access.tap("ani") for _ in range(TAPS_A_QUESTION + 1)]
    assert taps == [Admission.ADMITTED] * TAPS_A_QUESTION + [Admission.TOLD]


def test_owners_are_known_by_their_hash() -> None:
    access = Access(1, owners=["hash"])
    assert access.is_owner("hash")
    assert not access.is_owner("other")
