"""A language is a folder: one more of them is one more language, without a line of code."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.language.registry import CODES, DEFAULT, HERE, LANGUAGES

XX = Path(__file__).parents[1] / "languages" / "xx"
ASKED = """
import json, logging
from bot.language.quantities import dates, quantities
from bot.language.registry import CODES
from bot.language.tokens import asks_yes_or_no, detect, terms
from bot.locales import LANGUAGES, say
text = "kiom kostas la busoj por tri tagoj en junio 2026"
print(json.dumps({
    "codes": CODES, "spoken": LANGUAGES, "language": detect(text), "terms": terms(text, "xx"),
    "number": [[int(one.value), one.unit] for one in quantities(text, "xx")],
    "months": [one.month for one in dates(text)],
    "yes": asks_yes_or_no("ĉu la buso venas"), "others": [detect("berapa biaya kuliah"), detect("how much is the bus")],
    "said": say("xx", "language-en") == say("en", "language-en"),
}))
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, object], str]:
    """Return what a program with one folder more answers, and what it logs."""
    place = tmp_path_factory.mktemp("program")
    root = HERE.parent
    for folder in ("language", "locales", "domain"):
        shutil.copytree(root / folder, place / "bot" / folder)
    shutil.copy(root / "__init__.py", place / "bot")
    shutil.copytree(XX, place / "bot" / "language" / "xx")
    done = subprocess.run([sys.executable, "-c", ASKED], cwd=place, capture_output=True, text=True, check=True)
    return json.loads(done.stdout), done.stderr


def test_a_third_folder_is_a_third_language(asked: tuple[dict[str, object], str]) -> None:
    found, _ = asked
    assert found["codes"] == found["spoken"] == ["id", "en", "xx"]
    assert found["language"] == "xx"
    assert found["others"] == ["id", "en"]


def test_its_stop_words_stems_numbers_and_months_are_its_own(asked: tuple[dict[str, object], str]) -> None:
    found, _ = asked
    assert found["terms"] == ["kostas", "buso", "tri", "tagoj", "junio", "2026"]
    assert found["number"] == [[3, "hari"]]
    assert found["months"] == [6]
    assert found["yes"]


def test_without_sentences_of_its_own_it_speaks_english_and_the_log_says_so(
    asked: tuple[dict[str, object], str],
) -> None:
    found, log = asked
    assert found["said"]
    assert "xx.ftl is missing" in log


def test_indonesian_is_what_is_spoken_if_nothing_tells_another() -> None:
    assert DEFAULT == CODES[0] == "id"


@pytest.mark.parametrize("code", CODES)
def test_every_delivered_language_names_twelve_months_and_its_numbers_to_twelve(code: str) -> None:
    numbers = LANGUAGES[code].numbers
    assert len(numbers.months) == 12
    assert set(range(1, 13)) <= set(numbers.words.values())
