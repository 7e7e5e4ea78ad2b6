"""A folder of an earlier layout, converted: everything is read as before, and nothing is lost."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest

import ingest
from bot import assembly
from bot.config import Config, load
from bot.converting import convert, parted_phrasings, parted_questions
from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.ingestion.knowledge import read_knowledge
from bot.question_files import questions_of

ALIASES = """# How people ask.

# --- Bus
"B-1" = [  # the hour
  "jam bus?",  # short
  "bus = [jam]",
]
"T-1" = ["taman?"]

# --- Sections
"bus/bus.md#jam" = ["kapan bus"]
"B-1: sore" = ["bus pulang"]
# the end
"""
GOLDEN = """# The exam.

# --- formal
[[question]]
text = "Jam berapa?"
expect = ["QUOTED"]
must = ['06[.]15']
register = "formal"
split = "tune"
[[question]]
turns = ["Jam?", "kalau sore?"]
expect = ["QUOTED"]
register = "followup"
split = "exam"

# --- What strangers asked, of 2026 ---
[[question]]
text = "Emas?"
expect = ["NOT_FOUND"]
register = "absent"
split = "tune"
"""
OLD = {
    "aliases.toml": ALIASES,
    "unknown.toml": '# absent\n[[topic]]\nname = "kelak"\nphrasings = ["2030?"]\nask = "Belum."\n',
    "boundaries.toml": '[[boundary]]\nkind = "uang"\nexamples = ["minta uang"]\n',
    "golden.toml": GOLDEN,
    "names.toml": '"Budi" = ["pak budi"]\n',
}
DOCUMENTS = {
    "bus/bus.md": "## Jam\nBus berangkat 06.15.[^B-1] Pulang sore hari.[^B-1]\n\n[^B-1]: J, X.\n",
    "taman.md": "Taman buka.[^T-1]\n\n[^T-1]: J, X.\n",
}


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A campaign of the earlier layout."""
    for path, text in (OLD | {path: f"---\ntitle: {path}\n---\n{text}" for path, text in DOCUMENTS.items()}).items():
        file = tmp_path / "knowledge" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    return load(tmp_path / "config.toml", {})


def files(folder: Path) -> dict[str, str]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in found}


def test_a_converted_folder_is_read_and_its_old_files_are_kept(config: Config, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeErrors, match=r"`python ingest\.py --convert`"):
        read_knowledge(assembly.knowledge(config), ())
    told = convert(config)
    found = read_knowledge(assembly.knowledge(config), ()).campaign
    assert [(owner, texts) for owner, texts in found.aliases.items() if owner[0] in "BT"] == [
        ("T-1", ("taman?",)),
        ("B-1", ("jam bus?", "bus = [jam]")),
    ]
    assert found.aliases["bus/bus.md#jam"] == ("kapan bus",)
    assert {one.kind for one in found.boundaries} == {"uang", "kelak"}
    assert found.names == {"Budi": ("pak budi",)}
    assert f"  {tmp_path / 'knowledge' / 'bus' / 'phrasings.toml'}" in told
    kept = files(config.paths.data / "backups").items()
    assert {name.split(".toml")[0] + ".toml": text for name, text in kept} == {
        name: text for name, text in OLD.items() if name != "names.toml"
    }
    assert not any((tmp_path / "knowledge" / name).exists() for name in OLD if name != "names.toml")


def test_questions_keep_their_order_and_get_an_origin(config: Config) -> None:
    convert(config)
    found = questions_of(config.paths.exam, config.paths.training)
    assert [(one.name, one.split.value, one.origin) for one in found] == [
        ("Jam? → kalau sore?", "exam", "formal"),
        ("Jam berapa?", "tune", "formal"),
        ("Emas?", "tune", "What strangers asked, of 2026"),
    ]
    assert found[1].must[0].pattern == "06[.]15"
    assert sorted(file.name for file in config.paths.training.iterdir()) == [
        "01-formal.jsonl",
        "02-what-strangers-asked-of-2026.jsonl",
    ]


def test_no_line_of_the_phrasings_is_lost_comments_included() -> None:
    parted = parted_phrasings(ALIASES, lambda owner: "taman" if owner.startswith("T") else "bus")
    lines = [line for text in parted.values() for line in text.splitlines() if line.strip()]
    assert sorted(lines) == sorted(line for line in ALIASES.splitlines() if line.strip())
    assert {key for text in parted.values() for key in tomllib.loads(text)} == set(tomllib.loads(ALIASES))
    assert parted["bus"].startswith("# How people ask.\n\n# --- Bus\n")


def test_questions_without_headings_of_their_own_are_one_file() -> None:
    text = 'question = [{text = "a", expect = ["QUOTED"], split = "tune"}, {text = "b", expect = ["QUOTED"]}]'
    assert parted_questions(text) == {
        "training/questions.jsonl": '{"text": "a", "expect": ["QUOTED"]}\n',
        "exam/questions.jsonl": '{"text": "b", "expect": ["QUOTED"]}\n',
    }


def test_a_file_that_is_there_already_is_never_written_over_and_nothing_changes(config: Config, tmp_path: Path) -> None:
    (tmp_path / "knowledge" / "absent.toml").write_text("# mine", encoding="utf-8")
    before = files(tmp_path)
    with pytest.raises(KnowledgeErrors, match=r"absent\.toml: is there already; move it away first"):
        convert(config)
    assert files(tmp_path) == before


@pytest.mark.parametrize(("name", "text"), [("golden.toml", "x = ["), ("aliases.toml", "\udcff")])
def test_a_file_that_is_no_toml_is_named_and_nothing_changes(
    config: Config, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / "knowledge" / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(KnowledgeError, match=f"{name}: can't be read as TOML"):
        convert(config)
    assert not (tmp_path / "exam").exists()
    assert (tmp_path / "knowledge" / "unknown.toml").exists()


def test_a_folder_of_todays_layout_is_left_alone(config: Config, tmp_path: Path) -> None:
    convert(config)
    before = files(tmp_path)
    assert convert(config) == ["nothing to convert: there is no file of an earlier layout"]
    assert files(tmp_path) == before


def test_the_command_says_what_it_did_or_what_is_wrong(config: Config, tmp_path: Path) -> None:
    out, err = io.StringIO(), io.StringIO()
    assert ingest.convert(config.file, out, err) == ingest.OK
    assert "aliases.toml →" in out.getvalue()
    (tmp_path / "knowledge" / "golden.toml").write_text(GOLDEN, encoding="utf-8")
    assert ingest.convert(config.file, out, err) == ingest.WRONG_KNOWLEDGE
    assert "01-formal.jsonl: is there already" in err.getvalue()
