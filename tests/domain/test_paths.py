"""Which names a document may have."""

import re

import pytest

from bot.domain.paths import fault


@pytest.mark.parametrize(
    "path", ["a.md", "pendidikan/kuliah-gratis.en.md", "Apa itu? (2).pdf", "ä b.txt", "console.md", "a/b/c/d.md"]
)
def test_ordinary_names_are_good(path: str) -> None:
    assert fault(path) is None


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../a.md", "leads out"),
        ("a/../../b.md", "leads out"),
        ("/etc/passwd", "leads out"),
        ("a//b.md", "leads out"),
        ("", "can't|leads out"),
        ("..\\a.md", 'holds "\\\\"'),
        ("C:a.md", 'holds ":"'),
        ("a#b.md", 'holds "#"'),
        ("a\0.md", "can't be shown"),
        ("a\n.md", "can't be shown"),
        ("a\u202e.md", "can't be shown"),
        ("a\u200b.md", "can't be shown"),
        ("a\udce9.md", "can't be shown"),
        ("aux.md", "Windows"),
        ("x/LPT1.en.md", "Windows"),
        ("nul", "Windows"),
        ("a.md.", "Windows"),
        ("a /b.md", "Windows"),
        ("ä" * 90 + ".md", "longer than 180 bytes"),
        ("a/" * 13 + "b.md", "more than 12 folders"),
    ],
)
def test_a_name_that_could_do_harm_is_refused_with_a_reason(path: str, reason: str) -> None:
    assert re.search(reason, fault(path) or "")
