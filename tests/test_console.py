import asyncio
import io
import os
import signal
import sys
from contextlib import closing
from pathlib import Path
from typing import TextIO

import pytest

from bot import console
from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.domain.ports import Action
from bot.domain.team import Closure, Feature
from bot.telegram.frontend import Settings
from tests.fakes import NOW, CannedAssistant
from tests.telegram.answers import part, quote, quoted
from tests.telegram.conftest import CAMPAIGN

SETTINGS = Settings(b"secret", CAMPAIGN)


async def chat_with(assistant: CannedAssistant, source: TextIO | None = None, target: TextIO | None = None) -> None:
    with closing(SqlDatabase("sqlite://")) as database:
        await console.chat(SETTINGS, assistant, SqlTeam(database), clock=lambda: NOW, source=source, target=target)


async def talk(source: str, assistant: CannedAssistant | None = None) -> str:
    target = io.StringIO()
    await chat_with(assistant or CannedAssistant(), io.StringIO(source), target)
    return target.getvalue()


async def test_every_line_is_answered_in_order_and_blank_ones_are_passed_over() -> None:
    assistant = CannedAssistant()
    shown = await talk("Satu?\n\n   \nDua?\n", assistant)
    assert [question.text for question in assistant.questions] == ["Satu?", "Dua?"]
    assert shown.count("25 tahun.") == 2
    assert "<" not in shown


async def test_more_lines_than_a_person_types_in_a_minute_are_answered() -> None:
    assert (await talk("Usia?\n" * 100)).count("25 tahun.") == 100


async def test_buttons_have_numbers_and_a_number_presses_one() -> None:
    shown = await talk("Usia?\n2\n5\n")
    assert "[1] 📄 Sumber   [2] 👍   [3] 👎   [4] ↗️\n[5] Kalau S2?\n" in shown
    assert "‹Terima kasih! 👍›" in shown
    assert shown.count("25 tahun.") == 2


async def test_a_number_without_a_button_is_a_message() -> None:
    assistant = CannedAssistant()
    await talk("7\n", assistant)
    assert assistant.questions[0].text == "7"


async def test_commands_work_and_edits_are_marked() -> None:
    shown = await talk("/program\n1\n1\n1\n2\n")
    assert "✎ Pendidikan\nKuliah" in shown
    assert "✎ Usia\nℹ️ Umum\n25 tahun." in shown


async def test_what_the_team_has_closed_is_closed_in_the_terminal_too() -> None:
    target, closed = io.StringIO(), Closure(Feature.ALL, "angka salah", NOW)
    with closing(SqlDatabase("sqlite://")) as database:
        await SqlTeam(database).close(closed, Action("close", NOW))
        source = io.StringIO("Usia?\n")
        await console.chat(
            SETTINGS, CannedAssistant(), SqlTeam(database), clock=lambda: NOW, source=source, target=target
        )
    assert "Alasannya: angka salah." in target.getvalue()
    assert "25 tahun." not in target.getvalue()


async def test_a_question_can_be_left_for_the_campaign_with_consent() -> None:
    assistant = CannedAssistant()
    shown = await talk("Berapa usia?\n3\n2\n1\n", assistant)
    assert "✎ Tersimpan." in shown
    assert assistant.ratings[-1].text == "Berapa usia?"


async def test_long_answers_are_printed_whole() -> None:
    assistant = CannedAssistant(quoted(part("A", *(quote("kata " * 400 + str(n), n) for n in range(1, 5)))))
    shown = await talk("Semua?\n", assistant)
    assert all(f"kata {n} [{n}]" in shown for n in range(1, 5))


async def test_a_failure_does_not_end_the_conversation() -> None:
    shown = await talk("gagal\nUsia?\n")
    assert "coba lagi" in shown
    assert "25 tahun." in shown


async def test_a_pipe_is_read_as_it_comes_and_its_end_ends_the_chat() -> None:
    read, write = os.pipe()
    target = io.StringIO()
    with os.fdopen(read, encoding="utf-8") as source:
        chat = asyncio.create_task(chat_with(CannedAssistant(), source, target))
        os.write(write, "Satu? é".encode()[:-1])
        await asyncio.sleep(0.05)
        assert target.getvalue() == ""
        os.write(write, "é".encode()[-1:] + b"\nDua?")
        os.close(write)
        async with asyncio.timeout(5):
            await chat
    assert target.getvalue().count("25 tahun.") == 2


async def test_a_file_is_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "questions.txt").write_text("Satu?\nDua?", encoding="utf-8")
    with (tmp_path / "questions.txt").open(encoding="utf-8") as source:
        assert [line.strip() async for line in console.lines(source)] == ["Satu?", "Dua?"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
async def test_in_a_terminal_it_introduces_itself_shows_a_prompt_and_ends_with_ctrl_c() -> None:
    master, slave = os.openpty()
    target = io.StringIO()
    with os.fdopen(slave, encoding="utf-8") as source:
        chat = asyncio.create_task(chat_with(CannedAssistant(), source, target))
        os.write(master, b"Usia?\n")
        async with asyncio.timeout(5):
            while target.getvalue().count(console.PROMPT) < 2:  # noqa: ASYNC110 - a terminal tells nobody
                await asyncio.sleep(0.01)
            os.kill(os.getpid(), signal.SIGINT)
            await chat
    os.close(master)
    shown = target.getvalue()
    assert shown.index("Kampanye Contoh") < shown.index("25 tahun.")


async def test_it_ends_when_nobody_reads_any_more() -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        await chat_with(CannedAssistant(), io.StringIO("Usia?\nUsia?\n"), Closed())
