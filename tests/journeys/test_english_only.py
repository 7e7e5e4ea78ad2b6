"""A campaign whose documents, voters and team know English only: nobody meets a word of Indonesian."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import pytest

from bot.config import Config, load
from bot.language.normalise import leaning
from bot.language.tokens import words
from bot.telegram.commands import introduce
from tests.fakes import Call
from tests.journeys.conftest import Bot, ingest, running
from tests.vectors import KeptVectors

CAMPAIGN = Path(__file__).parents[1] / "campaigns" / "port_elsin"
OWNER = 7
ASKED = {
    "What time does the ferry leave Old Quay?": "06:40 every working day",
    "How many routes do the ferries have?": "5 routes since April 2025",
    "Who rides for free?": "People over 65 years of age",
    "How do I get a ferry pass?": "the harbour office on Mill Street",
    "How long is a ferry pass valid?": "valid for 2 years",
    "What did Mara Quill promise for the libraries?": "open until 21:00",
    "How much do the evening libraries cost?": "1.5 million crowns",
    "Who won the election?": "won the mayoral election with 48,210 votes",
    "How many votes did Joss Tarn get?": "39,875 votes",
    "Where can I register to vote?": "register to vote at the town hall",
}
ADDRESS = re.compile(r"https?://\S+|\b[\w.]+\.example\b|/\w+|\S+\.md\b|<[^>]+>")

NAMES = {"contoh", "uu"}


def indonesian(texts: Iterable[str]) -> list[str]:
    """All words that Indonesian uses some ten times as often as English, but for the tests' bot and a law's name."""
    said = [word for text in texts for word in words(ADDRESS.sub(" ", text))]
    return [word for word in said if leaning(word) == "id" and word not in NAMES]


def shown(calls: Iterable[Call]) -> list[str]:
    """All that somebody reads of what the bot sends, buttons among it."""
    return [text for call in calls for text in (call.text, *(str(one["text"]) for one in call.buttons))]


@pytest.fixture(scope="module")
def english(kept: KeptVectors, tmp_path_factory: pytest.TempPathFactory) -> Config:
    folder = tmp_path_factory.mktemp("english")
    shutil.copytree(CAMPAIGN, folder, dirs_exist_ok=True)
    config = load(folder / "config.toml", {})
    with kept.at(config.paths.data / "vectors.db", CAMPAIGN.name, "campaign"):
        asyncio.run(ingest(config))
    return config


@pytest.fixture
async def bot(english: Config) -> AsyncIterator[Bot]:
    async with running(english) as one:
        yield one


def test_the_words_of_the_other_language_are_told() -> None:
    assert indonesian(["The ferry leaves Old Quay, see /program and bus-sekolah.md"]) == []
    assert indonesian(["Pilih yang mana?"]) == ["pilih", "yang", "mana"]


async def test_ten_plain_questions_are_answered(bot: Bot) -> None:
    person = bot.person(language_code="id")
    for question, told in ASKED.items():
        calls = await person.write(question)
        assert told in calls[-1].text, question
        assert indonesian(shown(calls)) == [], question


async def test_a_greeting_thanks_and_what_is_no_word_are_met_in_english(bot: Bot) -> None:
    person = bot.person(language_code="id")
    for said, met in {
        "hello": "Ask anything about our programs",
        "thanks!": "You're welcome",
        "👍": "put it in words",
    }.items():
        calls = await person.write(said)
        assert met in calls[-1].text
        assert indonesian(shown(calls)) == [], said


async def test_what_is_not_held_is_declined_or_means_several_things_is_told_in_english(bot: Bot) -> None:
    person = bot.person()
    (missing,) = await person.write("What is the recipe for chicken soup?")
    assert "our documents don't answer that yet" in missing.text
    (declined,) = await person.write("Who should I vote for?")
    assert "Whom you vote for is yours to decide" in declined.text
    (asked_back,) = await person.write("hours?")
    assert "Which one do you mean?" in asked_back.text
    assert len(asked_back.buttons) >= 2
    assert indonesian(shown([missing, declined, asked_back])) == []


async def test_the_ways_around_the_bot_are_english_whatever_the_app_speaks(bot: Bot) -> None:
    person = bot.person(language_code="id")
    calls = [
        call for command in ("/start", "/help", "/bahasa", "/privasi", "/hapus") for call in await person.write(command)
    ]
    (menu,) = await person.write("/program")
    (document,) = await person.press(menu, "Free harbour ferries")
    (section,) = await person.press(
        document, next(str(one["text"]) for one in document.buttons if "Applying" in one["text"])
    )
    assert "A ferry pass is valid for 2 years. [1]" in section.text
    (answer,) = await person.write("Who won the election?")
    (sources,) = await person.press(answer, "📄 Sources")
    (why,) = await person.press(answer, "👎", person.written[-1])
    assert "Final Count" in sources.text
    assert indonesian(shown([*calls, menu, document, section, answer, sources, why])) == []


async def test_the_commands_in_telegrams_menu_are_english_in_every_app(bot: Bot) -> None:
    await introduce(bot.application.bot, bot.config.campaign.languages)
    menus = [call.params for call in bot.telegram.made("setMyCommands")]
    assert {str(menu.get("language_code", "")) for menu in menus} == {"", "en"}
    assert all("delete" in str(menu["commands"]) and "hapus" not in str(menu["commands"]) for menu in menus)


async def test_an_owner_is_spoken_to_in_english(bot: Bot) -> None:
    calls = await bot.person(OWNER, language_code="id").write("/team")
    assert "• owner" in calls[-1].text
    assert indonesian(shown(calls)) == []


def test_the_terminal_answers_in_english(english: Config) -> None:
    asked = ["Who won the election?", "hello", "Is there a new swimming pool?"]
    for question in asked:
        command = [sys.executable, "-m", "bot", "ask", "--config", str(english.file), question]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=CAMPAIGN.parents[2])
        assert done.stdout.strip()
        assert indonesian([done.stdout]) == [], question
