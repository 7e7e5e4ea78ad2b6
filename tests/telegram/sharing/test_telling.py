"""What those read who shared an answer that has changed since."""

from __future__ import annotations

from bot.domain.answers import Answer, Outcome, Part, Quote
from bot.domain.documents import Kind
from bot.domain.sharing import Checked, Fate, Said, Shared, Verdict
from bot.domain.withdrawals import Withdrawal
from bot.locales import LANGUAGES, say
from bot.telegram.delivery.packing import plain
from bot.telegram.sharing.telling import notice
from tests.fakes import NOW, STATEMENT

CODE = "K7M2R9XW4TAB"


def taken_back(reason: str) -> Checked:
    part = Part("bus.md#jam", "sectiona", "Jam bus", Kind.UMUM, None, "id", (Quote(STATEMENT, "Pukul 6.", ()),))
    shared = Shared(CODE, "id", Answer(Outcome.QUOTED, "id", parts=(part,)), (), (), "Pukul 6.", "r1", NOW)
    old = Said(STATEMENT, "sectiona", "Jam bus", Kind.UMUM, "Pukul 6.", "", (), (), ())
    withdrawal = Withdrawal(STATEMENT, "bus.md#jam", "Pukul 6.", reason, NOW, "p1")
    return Checked(Verdict.WITHDRAWN, shared, (Fate(old, None, withdrawal),))


def test_a_tapped_reason_is_read_in_the_readers_language_and_a_typed_one_as_typed() -> None:
    tapped = {language: say(language, "withdraw-reason-wrong") for language in LANGUAGES}
    for language in LANGUAGES:
        (text,) = notice([taken_back(tapped["id"])], language).messages
        assert tapped[language] in plain(text)
    (typed,) = notice([taken_back("jadwalnya salah ketik")], "en").messages
    assert "jadwalnya salah ketik" in plain(typed)
