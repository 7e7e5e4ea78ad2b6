"""A statement is taken back: what voters read then, from the real Assistant with its model, Chroma and SQLite."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from bot import assembly
from bot.adapters.withdrawal_records import SqlWithdrawals
from bot.answering.assistant import Assistant
from bot.app import open_assistant
from bot.config import Config
from bot.domain.answers import Answer, Outcome, Question
from bot.domain.documents import Release
from bot.domain.ports import Action
from bot.domain.withdrawals import Withdrawal
from bot.locales import say_phrase
from bot.telegram.delivery.replies import plainly

NOW = dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)
DEPARTS = "Bus sekolah gratis Kota Contoh berangkat pukul 06.15 setiap hari sekolah."
ROUTES = "Bus sekolah gratis Kota Contoh melayani 12 rute sejak Maret 2025."
CARD = "Membawa kartu pelajar yang masih berlaku."
REASON = "menunggu kepastian"
LINE = f"ditarik tim kami pada 26 Nov 2026: {REASON}"


@dataclass
class Team:
    """Takes statements back in the process that answers voters; another one answers them, too."""

    voters: Assistant
    elsewhere: Assistant
    release: Release
    records: SqlWithdrawals

    async def take_back(self, *texts: str) -> None:
        for one in self.release.statements.values():
            if one.text in texts:
                made = Withdrawal(one.id, one.section, one.text, REASON, NOW, "hash")
                await self.records.withdraw(made, Action("withdraw", NOW))

    async def ask(self, text: str, conversation: str = "") -> Answer:
        return await self.voters.ask(Question(text, NOW, conversation=conversation, person=conversation))

    def id_of(self, text: str) -> str:
        return next(one.id for one in self.release.statements.values() if one.text == text)

    def section_of(self, text: str) -> str:
        return self.release.sections[self.release.statements[self.id_of(text)].section].id


@asynccontextmanager
async def _both(config: Config) -> AsyncIterator[Team]:
    async with (
        assembly.serving(config, assembly.answering_embedder(config)) as lent,
        open_assistant(config) as elsewhere,
    ):
        yield Team(lent.assistant, elsewhere, lent.release, lent.withdrawals)


@pytest.fixture
async def team(own_campaign: Config) -> AsyncIterator[Team]:
    async with _both(own_campaign) as both:
        yield both


async def test_a_question_whose_answer_is_withdrawn_is_not_answered_by_something_else(team: Team) -> None:
    await team.take_back(DEPARTS)
    answer = await team.ask("Jam berapa bus sekolah berangkat?")
    assert answer.outcome is Outcome.NOT_FOUND
    assert not answer.citations
    assert LINE in plainly(answer)
    assert "06.15" not in plainly(answer)


async def test_an_english_question_meets_no_twin_of_it(team: Team) -> None:
    await team.take_back(DEPARTS)
    answer = await team.ask("What time does the school bus leave?")
    assert "06:15" not in plainly(answer)
    assert "on 26 Nov 2026: waiting to be sure" in plainly(answer)


async def test_other_questions_are_answered_as_before(team: Team) -> None:
    before = await team.ask("Berapa rute bus sekolah?")
    await team.take_back(CARD)
    after = await team.ask("Berapa rute bus sekolah?")
    assert after.parts == before.parts
    assert not after.closing


async def test_a_list_that_has_lost_an_item_says_so(team: Team) -> None:
    await team.take_back(CARD)
    answer = await team.ask("Apa saja syarat naik bus sekolah?")
    assert answer.outcome is Outcome.QUOTED
    assert CARD not in plainly(answer)
    assert f"1 pernyataan di bagian ini {LINE}" in plainly(answer)


async def test_a_section_says_what_it_has_lost_and_one_with_nothing_left_says_why(team: Team) -> None:
    section = team.section_of(DEPARTS)
    await team.take_back(DEPARTS)
    some = await team.voters.section(section, "id", NOW)
    assert some.leads == (team.id_of(ROUTES),)
    assert [say_phrase("id", one) for one in some.closing] == [f"1 pernyataan di bagian ini {LINE}"]
    await team.take_back(ROUTES)
    none = await team.voters.section(section, "id", NOW)
    assert none.outcome is Outcome.NOT_FOUND
    assert [say_phrase("id", one) for one in none.phrases] == [
        f"2 pernyataan di bagian “Jam dan rute bus sekolah” {LINE}"
    ]


async def test_buttons_and_sources_of_old_answers_lead_to_the_reason(team: Team) -> None:
    await team.take_back(DEPARTS, CARD)
    gone = await team.voters.quote([team.id_of(DEPARTS)], "id", NOW)
    assert gone.outcome is Outcome.NOT_FOUND
    assert LINE in plainly(gone)
    listed = await team.voters.quote([team.id_of("Syarat naik bus sekolah gratis Kota Contoh ada tiga:")], "id", NOW)
    assert team.id_of(CARD) not in listed.leads
    assert f"di bagian ini {LINE}" in plainly(listed)


async def test_a_follow_up_does_not_say_it_and_who_doubts_it_reads_that_it_is_withdrawn(team: Team) -> None:
    assert (await team.ask("Jam berapa bus sekolah berangkat?", "c1")).outcome is Outcome.QUOTED
    await team.take_back(DEPARTS)
    doubt = await team.ask("emang bener?", "c1")
    assert "06.15" not in plainly(doubt)
    assert LINE in plainly(doubt)


async def test_lists_of_statements_do_without_it(team: Team) -> None:
    await team.take_back(DEPARTS)
    asked = Question("Jam berapa bus sekolah berangkat?", NOW)
    found = (*await team.voters.nearest(asked, 10), *await team.voters.search(asked, 10))
    assert DEPARTS not in {one.statement.text for one in found}


async def test_it_is_in_force_elsewhere_within_two_seconds_and_so_is_putting_it_back(team: Team) -> None:
    asked = Question("Jam berapa bus sekolah berangkat?", NOW)
    assert (await team.elsewhere.ask(asked)).outcome is Outcome.QUOTED
    await team.take_back(DEPARTS)
    await asyncio.sleep(1.1)
    assert (await team.elsewhere.ask(asked)).outcome is Outcome.NOT_FOUND
    assert await team.records.restore(team.id_of(DEPARTS), Action("restore", NOW))
    await asyncio.sleep(1.1)
    assert (await team.elsewhere.ask(asked)).outcome is Outcome.QUOTED


async def test_an_exam_is_about_the_release_as_it_was_made(team: Team, own_campaign: Config) -> None:
    await team.take_back(DEPARTS)
    async with assembly.examined(own_campaign, lambda index: index) as lent:
        answer = await lent.assistant.ask(Question("Jam berapa bus sekolah berangkat?", NOW))
    assert "06.15" in plainly(answer)
