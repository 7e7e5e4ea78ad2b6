"""What people in need, critics and the afraid are told, on their whole way through the pipeline."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.answering.composing.citing import cited
from bot.answering.composing.composer import Composer
from bot.answering.composing.heard import Help
from bot.answering.pipeline import Pipeline
from bot.answering.turn import Setting, Turn
from bot.answering.understanding.boundaries import Boundaries
from bot.domain.answers import Answer, Outcome, Question
from bot.domain.calendar import Calendar
from bot.domain.documents import Boundary, Kind, Sort
from tests.answering.fakes import FakeEmbedder, FakeIndex
from tests.releases import document, release, section, statement

NOW = dt.datetime(2026, 11, 26, tzinfo=dt.UTC)
QUIET = Calendar(quiet_start=dt.date(2026, 11, 25), quiet_end=dt.date(2026, 11, 27))
LINE = statement("Garis Dengar melayani siang malam.", "T-1")
FORCE = statement("Memaksa pemilih dilarang.", "L-6")
INSULT = statement("Menghina suku dilarang.", "L-6")
FIRST = statement("Kampanye dilarang mempersoalkan dasar negara.", "L-6")
BUDGET = statement("Anggaran bus sekolah gratis 2026 Rp3 miliar.", "B-1")
DOCUMENTS = (
    document(section("Pertolongan", LINE, kind=Kind.UMUM), path="bantuan.md"),
    document(section("Larangan", FIRST, INSULT, FORCE, kind=Kind.ATURAN), path="aturan.md"),
    document(section("Bus sekolah", BUDGET, "Bus sekolah gratis untuk semua murid."), path="bus.md"),
)


def said_to(kind: str, *cite: str, instead: str = "") -> Boundary:
    return Boundary(kind, (), cite=cite, sort=Sort.PEOPLE_FIRST, instead={"id": instead} if instead else {})


RELEASE = release(
    *DOCUMENTS,
    boundaries=(
        said_to("distress", "T-1"),
        said_to("victim", "L-6: memaksa"),
        said_to("insinuation", instead="Bus ini untuk semua."),
        said_to("critic_money", "B-1"),
    ),
)


async def answer(
    text: str, language: str = "id", lines: Help | None = None, calendar: Calendar | None = None
) -> Answer:
    composer = Composer(RELEASE, language, calendar or Calendar(), NOW)
    setting = Setting(FakeIndex(RELEASE), composer, Boundaries(RELEASE.boundaries), FakeEmbedder(), help=lines or {})
    turn = await Pipeline(lambda: 0.0, {}).run(Turn(Question(text, NOW), language, setting))
    assert turn.answer is not None
    return turn.answer


def quoted(given: Answer) -> list[str]:
    return [quote.text for part in given.parts for quote in part.quotes]


def keys(given: Answer) -> list[str]:
    return [phrase.key for phrase in given.phrases]


@pytest.mark.parametrize("calendar", [Calendar(), QUIET])
async def test_who_wants_to_die_is_told_who_helps_at_any_time(calendar: Calendar) -> None:
    given = await answer("saya mau mati saja", calendar=calendar)
    assert (given.outcome, keys(given), quoted(given)) == (Outcome.SMALL_TALK, ["people-distress"], [LINE.text])
    assert not given.suggestions


async def test_the_operators_own_lines_take_the_place_of_what_is_cited() -> None:
    given = await answer("saya mau mati saja", lines={"id": ("Posko: 0541-000000",), "en": ("Post: 0541-000000",)})
    assert (given.text, given.parts) == ("Posko: 0541-000000", ())


async def test_where_a_campaign_has_nothing_no_number_is_made_up() -> None:
    given = await answer("saya dipukuli suami saya")
    assert (given.outcome, keys(given), given.text, given.parts) == (Outcome.SMALL_TALK, ["people-violence"], "", ())


async def test_who_is_threatened_is_shown_what_protects_them() -> None:
    given = await answer("saya dipaksa bos pilih calonnya")
    assert (given.outcome, quoted(given)) == (Outcome.QUOTED, [FORCE.text])


async def test_a_campaigns_words_take_the_place_of_the_programs() -> None:
    given = await answer("yang tidak milih dia tidak dapat bantuan ya?")
    assert (given.text, given.phrases) == ("Bus ini untuk semua.", ())


async def test_a_bare_suspicion_is_shown_what_is_known_of_the_money() -> None:
    given = await answer("duitnya kemana?")
    assert (given.outcome, keys(given)[0], quoted(given)) == (Outcome.QUOTED, "people-critic-money", [BUDGET.text])


async def test_what_the_documents_do_not_deal_with_is_neither_confirmed_nor_denied() -> None:
    given = await answer("dinasti kan?")
    assert (given.outcome, keys(given), given.parts) == (Outcome.NOT_FOUND, ["people-critic-kin"], ())


async def test_a_pasted_number_is_warned_of_and_the_question_beside_it_goes_on() -> None:
    alone = await answer("NIK saya 6472010101900001")
    assert (alone.outcome, keys(alone)) == (Outcome.SMALL_TALK, ["people-pasted"])
    asking = await answer("NIK saya 6472010101900001, bus sekolah gratis untuk siapa?")
    assert keys(asking)[0] == "people-pasted"
    assert asking.outcome is not Outcome.SMALL_TALK


@pytest.mark.parametrize("text", ["asdkjh qweoiu zxmcnb", "SELECT * FROM users WHERE 1=1;", "if (a < b) { return; }"])
async def test_noise_is_not_found_and_nothing_is_quoted_or_offered(text: str) -> None:
    given = await answer(text)
    assert (given.outcome, keys(given), given.parts, given.suggestions) == (
        Outcome.NOT_FOUND,
        ["people-noise"],
        (),
        (),
    )


@pytest.mark.parametrize(
    "text", ["wkwkwk", "yoi mantappp", "brp btas umur", "bus?", "hmmmm", "https://contoh.id/qxzvbn"]
)
async def test_what_people_write_in_a_hurry_is_no_noise(text: str) -> None:
    assert "people-noise" not in keys(await answer(text))


def test_a_label_with_words_cites_the_statements_that_hold_them() -> None:
    assert [one.text for one in cited(("L-6: menghina",), RELEASE)] == [INSULT.text]
    assert [one.text for one in cited(("L-6",), RELEASE)] == [FIRST.text, INSULT.text]
    assert cited(("L-6: nothing like it", "X-1"), RELEASE) == ()
