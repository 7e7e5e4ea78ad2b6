"""What the reading says is wrong, in the language of those who read it in chat."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.locales import LANGUAGES
from bot.locales.faults import say_fault

BOT = Path(__file__).parents[1] / "bot"
SAID_BY = {"KnowledgeError", "error", "ValueError", "_Unusable", "_Died", "_errors"}  # first argument: the reason
MODULES = [
    *sorted(BOT.glob("ingestion/*.py")),
    BOT / "domain" / "paths.py",
    BOT / "evaluation" / "questions.py",
    *(BOT / "adapters" / f"{name}.py" for name in ("file_edits", "files", "proposal_folders", "sandbox")),
]
# Sentences that end in a form that asks again, and frames of those that are made of two (they are tried below).
ELSEWHERE = ("a sentence has 1 to 7 characters", "neither a title nor an address")
FRAMES = ('7 "7"', "front matter 7", "7: the numbers differ: 7")


def sentences(module: Path) -> Iterator[str]:
    """What a module says is wrong, with 7 for each value."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in SAID_BY and node.args:
            yield from _texts(node.args[0])
        elif (
            isinstance(node, ast.Assign)
            and any(isinstance(one, ast.Name) and one.id == "reason" for one in node.targets)
        ) or (isinstance(node, (ast.Yield, ast.Return)) and module.stem in ("package", "paths", "twins", "filetype")):
            yield from _texts(node.value)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _texts(node: ast.expr | None) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
        if " " in text:
            yield text
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, (ast.BoolOp, ast.Tuple)):
        for one in node.values if isinstance(node, ast.BoolOp) else node.elts:
            yield from _texts(one)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_whatever_the_reading_says_is_wrong_can_be_said_in_every_language(module: Path) -> None:
    unknown = [
        text for text in sentences(module) if say_fault("id", text) == text and text not in (*ELSEWHERE, *FRAMES)
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("footnote [^G-5] is empty", "catatan kaki [^G-5] kosong"),
        ('"kind" is "janjiku"; it must be one of janji, umum', '"kind" berisi "janjiku"; pilihannya: janji, umum'),
        (
            'section "Usia" of a.md: line 3 there: the numbers differ: 25 there, nothing in its twin',
            'bagian "Usia" dari a.md: baris 3 di sana: angkanya berbeda: di sana 25, di versi Inggrisnya tidak ada',
        ),
        ('no statement is meant by "A-9: umur"', 'tidak ada kalimat yang dimaksud "A-9: umur"'),
        ('no statement carries the footnote "A-9"', 'tidak ada kalimat dengan catatan kaki "A-9"'),
        ('there is no section "bus.md#x"', 'tidak ada bagian "bus.md#x"'),
        ("front matter has no closing line ---", "keterangan di awal berkas tidak ditutup dengan baris ---"),
        (
            "front matter is missing: begin the file with the lines ---, title: …, ---",
            "keterangan di awal berkas tidak ada: awali berkasnya dengan baris ---, title: …, ---",
        ),
        ("not a readable PDF: it is a picture", "tidak terbaca sebagai PDF: ini gambar"),
        ("not a readable DOCX file: it is an Excel file", "tidak terbaca sebagai DOCX file: ini berkas Excel"),
        ('"must" must be a text', '"must" harus berupa teks'),
        (
            "of an earlier layout: a.toml, b.toml; `x --y` puts what they hold where it is read now",
            "dari susunan lama: a.toml, b.toml; `x --y` memindahkan isinya ke tempat yang sekarang dibaca",
        ),
        ("what a library says", "what a library says"),
    ],
)
def test_what_is_wrong_is_said_with_its_values(english: str, indonesian: str) -> None:
    assert say_fault("id", english) == indonesian
    assert [say_fault("en", english)] == [english] * (len(LANGUAGES) - 1)
