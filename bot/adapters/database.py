"""Records that outlive the process, over SQLAlchemy Core: SQLite now, PostgreSQL by another URL."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from filelock import FileLock

from bot.adapters.schema import (
    ABOUT_PEOPLE,
    AUDIT,
    EXPIRING,
    FEEDBACK,
    GAPS,
    POINTER,
    PREFERENCES,
    RELEASES,
    UNANSWERED,
)
from bot.adapters.upserts import upsert
from bot.domain.errors import ConfigError, ProgramError, Unreachable
from bot.domain.ids import normalise
from bot.domain.ports import Action, Feedback, Unanswered

MIGRATIONS = Path(__file__).parent / "migrations"
LIVE = 1  # id of the one row of `live`
SECRET_BYTES = 32

Result = TypeVar("Result")


class SqlDatabase:
    """The Database port: brings its tables up to date when made, then answers from threads."""

    def __init__(self, url: str, patience: float = 10.0) -> None:
        """Open the database at a SQLAlchemy URL; `patience` is how many seconds to wait for another writer.

        Raises Unreachable if it can't be opened, ProgramError if a newer program has made it.
        """
        self._engine = _engine(url, patience)
        try:
            with _failing_clearly(self._engine.url), _alone(self._engine.url):
                self._transact(_migrate, writes=True)
        except ProgramError:
            self.close()
            raise

    async def live_release(self) -> str | None:
        """Return the id of the release to serve, None before the first ingest."""
        return await self.read(lambda connection: connection.scalar(sa.select(POINTER.c.release)))

    async def published(self) -> frozenset[str]:
        """Return the ids of all releases that ever were live: any other was built and never published."""
        return await self.read(lambda connection: frozenset(connection.scalars(sa.select(RELEASES.c.id))))

    async def publish(self, release_id: str, at: datetime, action: Action | None = None) -> None:
        """Point every process to this release and note who did it, in one transaction; an older one is a roll back."""

        def move(connection: sa.Connection) -> None:
            upsert(connection, RELEASES, {"id": release_id, "published_at": at})
            upsert(connection, POINTER, {"id": LIVE, "release": release_id})
            if action:
                connection.execute(AUDIT.insert(), asdict(action))

        await self.write(move)

    async def note(self, action: Action) -> None:
        """Keep an entry of the audit log by itself."""
        await self.write(lambda connection: connection.execute(AUDIT.insert(), asdict(action)))

    async def actions(self, count: int, skip: int = 0) -> list[Action]:
        """Return entries of the audit log, the newest first, after the `skip` newest."""
        columns = [AUDIT.c[field.name] for field in fields(Action)]
        query = sa.select(*columns).order_by(AUDIT.c.id.desc()).limit(count).offset(skip)
        return await self.read(lambda connection: [Action(*row) for row in connection.execute(query)])

    async def language(self, person: str) -> str | None:
        """Return the language that a person chose with /bahasa."""
        query = sa.select(PREFERENCES.c.language).where(PREFERENCES.c.person == person)
        return await self.read(lambda connection: connection.scalar(query))

    async def choose_language(self, person: str, language: str, at: datetime) -> None:
        """Remember a person's language."""
        row = {"person": person, "language": language, "at": at}
        await self.write(lambda connection: upsert(connection, PREFERENCES, row))

    async def note_unanswered(self, unanswered: Unanswered) -> None:
        """Keep a scrubbed question for the campaign's gap list."""
        row = {name: getattr(unanswered, name) for name in ("text", "language", "release", "person", "at")}
        await self.write(lambda connection: connection.execute(UNANSWERED.insert(), row))

    async def note_feedback(self, feedback: Feedback) -> None:
        """Keep a verdict; a later one of the same person on the same statements replaces it."""
        row = {name: getattr(feedback, name) for name in ("person", "good", "release", "reason", "text", "at")}
        row["statements"] = " ".join(feedback.statements)
        await self.write(lambda connection: upsert(connection, FEEDBACK, row))

    async def held(self, person: str) -> dict[str, int]:
        """Return how many records are held about a person, by table, tables with none included."""

        def count(connection: sa.Connection) -> dict[str, int]:
            rows = {table: sa.select(sa.func.count()).where(table.c.person == person) for table in ABOUT_PEOPLE}
            return {table.name: connection.scalar(query) or 0 for table, query in rows.items()}

        return await self.read(count)

    async def forget(self, person: str) -> None:
        """Delete everything held about a person."""

        def delete(connection: sa.Connection) -> None:
            for table in ABOUT_PEOPLE:
                connection.execute(table.delete().where(table.c.person == person))
            _drop_orphans(connection)

        await self.write(delete)
        await asyncio.to_thread(self._empty_log)

    async def expire(self, before: datetime) -> int:
        """Delete unanswered questions, texts of feedback, gaps, counts, and who shared what, older than `before`.

        Return how many texts.
        """

        def delete(connection: sa.Connection) -> int:
            questions = connection.execute(UNANSWERED.delete().where(UNANSWERED.c.at < before))
            old = (FEEDBACK.c.at < before) & FEEDBACK.c.text.is_not(None)
            texts = connection.execute(FEEDBACK.update().where(old).values(text=None))
            gaps = _drop_orphans(connection)
            for since in EXPIRING:
                limit = before.date() if isinstance(since.type, sa.Date) else before
                connection.execute(sa.delete(since.table).where(since < limit))
            return questions.rowcount + texts.rowcount + gaps

        deleted = await self.write(delete)
        await asyncio.to_thread(self._empty_log)
        return deleted

    def close(self) -> None:
        """Give back files and connections."""
        self._engine.dispose()

    async def read(self, work: Callable[[sa.Connection], Result]) -> Result:
        """Return what work reads, done in a thread and in one transaction."""
        return await asyncio.to_thread(self._transact, work, writes=False)

    async def write(self, work: Callable[[sa.Connection], Result]) -> Result:
        """Return what work returns, done in a thread and in one transaction that may write."""
        return await asyncio.to_thread(self._transact, work, writes=True)

    def _transact(self, work: Callable[[sa.Connection], Result], *, writes: bool) -> Result:
        engine = self._engine.execution_options(writes=writes)
        with _failing_clearly(engine.url), engine.begin() as connection:
            return work(connection)

    def _empty_log(self) -> None:
        """Move SQLite's write-ahead log into the file, so that what was deleted is left in neither."""
        if self._engine.dialect.name != "sqlite":
            return
        connection = self._engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def secret(path: Path, random_bytes: Callable[[int], bytes], given: str | None = None) -> bytes:
    """Return the secret under which people are hashed: the given one, else the file's, which is made if missing.

    The file is readable by its owner only and appears whole, whoever else makes it at the same moment.
    Raises ConfigError if it is there but can't be the secret.
    """
    if given:
        return given.encode()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(path.with_name(f"{path.name}.lock")):
            if not path.exists():
                _write_whole(path, random_bytes(SECRET_BYTES).hex().encode())
            found = path.read_bytes().strip()
    except OSError as error:
        raise ConfigError(f"{path}: the secret can't be read or made: {error}") from error
    if len(found) < SECRET_BYTES:
        raise ConfigError(f"{path}: is too short for a secret; put it back from a backup, or delete it to begin anew")
    return found


def _engine(url: str, patience: float) -> sa.Engine:
    """Return an engine whose errors don't quote what was to be stored."""
    address = sa.make_url(url)
    if address.get_backend_name() != "sqlite":
        return sa.create_engine(address, hide_parameters=True)
    lasting = _file(address)
    # A database in memory lives in one connection, which its users take in turn.
    pool: dict[str, Any] = {} if lasting else {"poolclass": sa.QueuePool, "pool_size": 1, "max_overflow": 0}
    arguments = {"timeout": patience, "check_same_thread": False}
    engine = sa.create_engine(address, hide_parameters=True, connect_args=arguments, **pool)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # Python's driver would begin transactions late, and never for CREATE TABLE
    connection.execute("PRAGMA journal_mode = WAL")  # readers and a writer don't wait for each other
    connection.execute("PRAGMA secure_delete = ON")  # deleted texts are overwritten


def _begin_sqlite(connection: sa.Connection) -> None:
    # A transaction that reads first and writes later fails at once beside another writer; one that says so early waits.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _file(url: sa.URL) -> Path | None:
    """Return where a SQLite database lies, None for one in memory or of another kind."""
    lasting = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if lasting else None


@contextmanager
def _alone(url: sa.URL) -> Iterator[None]:
    """Keep other processes from making the same tables meanwhile, and the file from other people's eyes."""
    file = _file(url)
    if file is None:
        yield
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(file.with_name(f"{file.name}.lock")):
        file.touch(0o600)  # opening and closing it would give up the locks that this process has on it
        yield


@contextmanager
def _failing_clearly(url: sa.URL) -> Iterator[None]:
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise Unreachable(f"the database {url} does not answer: {error.orig}") from error
    except (sa.exc.TimeoutError, OSError) as error:
        raise Unreachable(f"the database {url} does not answer: {error}") from error


def _migrate(connection: sa.Connection) -> None:
    """Bring the tables up to date, all in the connection's transaction."""
    from alembic import command, util  # takes as long to import as all the rest of this module
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except util.CommandError as error:
        remedy = "update the program, or put an older copy of the database back"
        raise ProgramError(f"the database {connection.engine.url} was made by a newer version: {remedy}") from error


def _drop_orphans(connection: sa.Connection) -> int:
    """Delete the gaps whose question nobody's record holds any more, so that no copy outlives it; return how many."""
    kept = (sa.select(UNANSWERED.c.text), sa.select(FEEDBACK.c.text).where(FEEDBACK.c.text.is_not(None)))
    known = {normalise(text) for query in kept for text in connection.scalars(query)}
    rows = connection.execute(sa.select(GAPS.c.id, GAPS.c.question)).all()
    orphans = [key for key, question in rows if question not in known]
    for key in orphans:
        connection.execute(GAPS.delete().where(GAPS.c.id == key))
    return len(orphans)


def _write_whole(path: Path, content: bytes) -> None:
    """Make a file that is never seen half written, nor by others."""
    draft = path.with_name(f"{path.name}.new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
