"""Changes of TOML files: what is added can be read, and all else stands as it stood."""

from __future__ import annotations

import tomllib

import pytest

from bot.domain.errors import KnowledgeError
from bot.ingestion.data_edits import with_aliases, with_topic

ALIASES = """# how people ask
"B-1" = [
  "Apa saja?",  # formal
  "jam brp",
]
# by section
"bus.md#rute" = ["satu", "dua"]  # short
"""


@pytest.mark.parametrize(
    ("owner", "all_of_it"),
    [
        ("B-1", ["Apa saja?", "jam brp", 'kata "baru"', "lagi"]),
        ("bus.md#rute", ["satu", "dua", 'kata "baru"', "lagi"]),
        ("B-9", ['kata "baru"', "lagi"]),
    ],
)
def test_phrasings_are_added_and_comments_stay(owner: str, all_of_it: list[str]) -> None:
    text, new = with_aliases(ALIASES, owner, ['kata "baru"', "lagi"], "phrasings.toml")
    assert (tomllib.loads(text)[owner], new) == (all_of_it, 2)
    kept = [line for line in ALIASES.splitlines() if line not in ("]",) and not line.startswith('"bus')]
    assert [line for line in text.splitlines() if line in kept] == kept
    assert "# short" in text
    assert "\n\n" not in text


def test_what_is_there_already_changes_nothing() -> None:
    assert with_aliases(ALIASES, "B-1", ["APA  saja?"], "phrasings.toml") == (ALIASES, 0)


def test_a_topic_comes_last_under_a_name_of_its_own() -> None:
    text, name = with_topic("", "kapal", ["ada kapal?"], "Tanya dinas.", "absent.toml")
    text, second = with_topic(f"# unknown\n{text}\n", "kapal", ["kapal\\perahu"], 'Tanya "dinas".', "absent.toml")
    assert (name, second, text.startswith("# unknown\n")) == ("kapal", "kapal_2", True)
    assert tomllib.loads(text)["topic"] == [
        {"name": "kapal", "phrasings": ["ada kapal?"], "ask": "Tanya dinas."},
        {"name": "kapal_2", "phrasings": ["kapal\\perahu"], "ask": 'Tanya "dinas".'},
    ]


@pytest.mark.parametrize("text", ['"B-1" = [', '"B-1" = 3', "a." * 300 + "b = 1"])
def test_a_file_that_is_broken_is_refused_and_named(text: str) -> None:
    with pytest.raises(KnowledgeError, match=r"phrasings\.toml"):
        with_aliases(text, "B-1", ["x"], "phrasings.toml")
    with pytest.raises(KnowledgeError, match=r"absent\.toml"):
        with_topic(f"{text}\n" if text != '"B-1" = 3' else "topic = 3", "x", ["x"], "y", "absent.toml")
