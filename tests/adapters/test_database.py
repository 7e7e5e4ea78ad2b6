"""What the records keep, give back and delete; and that they survive updates, crowds and locks."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.adapters.database import SqlDatabase, secret
from bot.adapters.schema import TABLES
from bot.domain.errors import ConfigError, ProgramError, Unreachable
from bot.domain.ports import Action, Database, Feedback, Unanswered

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2030, 11, 20, 12, 0, tzinfo=UTC)
NOBODY = dict.fromkeys(("preferences", "unanswered", "feedback", "members", "sharers", "addresses", "scores"), 0)


@pytest.fixture(params=["memory", "file"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlDatabase]:
    """The port's contract holds in memory and on disk."""
    opened = SqlDatabase("sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path / 'bot.db'}")
    yield opened
    opened.close()


def question(text: str = "apakah ada bantuan kapal?", person: str = "p1", at: datetime = NOW) -> Unanswered:
    return Unanswered(text, "id", "r1", person, at)


def verdict(good: bool = False, person: str = "p1", at: datetime = NOW, text: str | None = None) -> Feedback:
    return Feedback(good, ("s1", "s2"), "r1", person, at, "wrong", text)


async def test_before_the_first_ingest_there_is_no_live_release(database: Database) -> None:
    assert await database.live_release() is None


async def test_publishing_moves_the_pointer_and_rolling_back_moves_it_back(database: SqlDatabase) -> None:
    for release in ("r1", "r2", "r1"):
        await database.publish(release, NOW)
        assert await database.live_release() == release


async def test_a_release_that_was_ever_live_counts_as_published(database: SqlDatabase) -> None:
    assert await database.published() == frozenset()
    for release in ("r1", "r2", "r1"):
        await database.publish(release, NOW)
    assert await database.published() == {"r1", "r2"}


FORCED = Action(
    "publish", NOW, "p1", "Ibu Ani", "the register is late", {"release": "r1"}, {"release": "r2", "missed": ["right"]}
)


async def test_what_admins_did_is_kept_word_for_word_the_newest_first(database: SqlDatabase) -> None:
    await database.publish("r1", NOW, Action("publish", NOW))
    await database.publish("r2", NOW, FORCED)
    assert await database.actions(10) == [FORCED, Action("publish", NOW)]
    assert await database.actions(1) == [FORCED]


@pytest.mark.parametrize("change", ["UPDATE audit SET reason = NULL", "DELETE FROM audit"])
async def test_nobody_changes_or_deletes_what_stands_in_the_audit_log(tmp_path: Path, change: str) -> None:
    database = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")
    await database.publish("r2", NOW, FORCED)
    with sqlite3.connect(tmp_path / "bot.db") as other, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(change)
    other.close()
    await database.forget("p1")
    assert await database.actions(10) == [FORCED]
    database.close()


async def test_a_chosen_language_is_remembered_until_another_is_chosen(database: Database) -> None:
    assert await database.language("p1") is None
    await database.choose_language("p1", "en", NOW)
    await database.choose_language("p1", "id", NOW)
    assert await database.language("p1") == "id"
    assert await database.language("p2") is None


async def test_a_later_verdict_on_the_same_statements_replaces_the_first(database: Database) -> None:
    await database.note_feedback(verdict(text="kurang jelas"))
    await database.note_feedback(verdict(good=True))
    assert (await database.held("p1"))["feedback"] == 1
    await database.note_feedback(Feedback(True, ("s1",), "r1", "p1", NOW))
    assert (await database.held("p1"))["feedback"] == 2


async def test_what_is_held_about_a_person_is_counted_and_deleted_and_nobody_elses(database: Database) -> None:
    for person in ("p1", "p2"):
        await database.choose_language(person, "en", NOW)
        await database.note_unanswered(question(person=person))
        await database.note_unanswered(question(person=person))
        await database.note_feedback(verdict(person=person))
    assert await database.held("p1") == NOBODY | {"preferences": 1, "unanswered": 2, "feedback": 1}
    await database.forget("p1")
    assert await database.held("p1") == NOBODY
    assert await database.held("p2") == NOBODY | {"preferences": 1, "unanswered": 2, "feedback": 1}
    assert await database.language("p1") is None


async def test_old_questions_and_texts_expire_and_verdicts_stay(database: Database) -> None:
    old = NOW - timedelta(days=90, seconds=1)
    await database.note_unanswered(question(at=old))
    await database.note_unanswered(question(at=NOW - timedelta(days=90)))
    await database.note_feedback(verdict(at=old, text="kurang jelas"))
    await database.note_feedback(verdict(at=old, person="p2"))
    assert await database.expire(NOW - timedelta(days=90)) == 2
    assert await database.held("p1") == NOBODY | {"unanswered": 1, "feedback": 1}
    assert await database.expire(NOW - timedelta(days=90)) == 0


async def test_the_time_zone_of_a_moment_does_not_change_when_it_expires(database: Database) -> None:
    east = timezone(timedelta(hours=8))
    await database.note_unanswered(question(at=NOW.astimezone(east)))
    assert await database.expire(NOW.astimezone(timezone(-timedelta(hours=9)))) == 0
    assert await database.expire((NOW + timedelta(seconds=1)).astimezone(east)) == 1


async def test_a_moment_without_a_time_zone_is_not_stored(database: Database) -> None:
    with pytest.raises(sa.exc.StatementError, match="time zone"):
        await database.choose_language("p1", "id", NOW.replace(tzinfo=None))


async def test_many_conversations_write_and_read_at_once(database: Database) -> None:
    await asyncio.gather(*(database.note_unanswered(question(person=f"p{n % 5}")) for n in range(100)))
    counts = await asyncio.gather(*(database.held(f"p{n}") for n in range(5)))
    assert [count["unanswered"] for count in counts] == [20] * 5


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_deleted_texts_are_left_in_no_file(tmp_path: Path) -> None:
    database = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")
    await database.note_unanswered(question("apakah-bantuan-kapal"))
    assert b"apakah-bantuan-kapal" in on_disk(tmp_path)
    await database.note_feedback(verdict(text="kurang-jelas", person="p2", at=NOW - timedelta(days=91)))
    await database.forget("p1")
    await database.expire(NOW - timedelta(days=90))
    assert b"apakah-bantuan-kapal" not in on_disk(tmp_path)
    assert b"kurang-jelas" not in on_disk(tmp_path)
    database.close()


def test_the_migrations_make_the_tables_that_the_program_knows(tmp_path: Path) -> None:
    SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}").close()
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), TABLES) == []
    engine.dispose()


# What the first version of the program made, as SQLite dumps it: written here once and never changed.
FIRST_VERSION = """
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO alembic_version VALUES('0001');
CREATE TABLE releases (id VARCHAR NOT NULL, published_at DATETIME NOT NULL, PRIMARY KEY (id));
INSERT INTO releases VALUES('r1','2030-11-20 12:00:00.000000');
CREATE TABLE live (id INTEGER NOT NULL, release VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(release) REFERENCES releases (id));
INSERT INTO live VALUES(1,'r1');
CREATE TABLE preferences (person VARCHAR NOT NULL, language VARCHAR NOT NULL, at DATETIME NOT NULL,
    PRIMARY KEY (person));
INSERT INTO preferences VALUES('p1','en','2030-11-20 12:00:00.000000');
CREATE TABLE unanswered (id INTEGER NOT NULL, text TEXT NOT NULL, language VARCHAR NOT NULL, release VARCHAR NOT NULL,
    person VARCHAR NOT NULL, at DATETIME NOT NULL, PRIMARY KEY (id));
INSERT INTO unanswered VALUES(1,'apakah ada bantuan kapal?','id','r1','p1','2030-11-20 12:00:00.000000');
CREATE TABLE feedback (person VARCHAR NOT NULL, statements VARCHAR NOT NULL, good BOOLEAN NOT NULL,
    release VARCHAR NOT NULL, reason VARCHAR, text TEXT, at DATETIME NOT NULL, PRIMARY KEY (person, statements));
INSERT INTO feedback VALUES('p1','s1 s2',0,'r1','wrong',NULL,'2030-11-20 12:00:00.000000');
CREATE INDEX ix_unanswered_at ON unanswered (at);
CREATE INDEX ix_unanswered_person ON unanswered (person);
CREATE INDEX ix_feedback_at ON feedback (at);
"""


async def test_a_database_of_the_first_version_survives_an_update(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "bot.db") as old:
        old.executescript(FIRST_VERSION)
    old.close()
    database = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")
    assert await database.live_release() == "r1"
    assert await database.published() == {"r1"}
    assert await database.actions(1) == []
    assert await database.language("p1") == "en"
    assert await database.held("p1") == NOBODY | {"preferences": 1, "unanswered": 1, "feedback": 1}
    assert await database.expire(NOW + timedelta(seconds=1)) == 1
    database.close()


async def test_records_outlive_the_process(tmp_path: Path) -> None:
    for _ in range(2):
        database = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")
        await database.note_unanswered(question())
        database.close()
    database = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")
    assert (await database.held("p1"))["unanswered"] == 2
    database.close()


def test_a_database_of_a_newer_version_is_refused_with_what_to_do(tmp_path: Path) -> None:
    SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}").close()
    with sqlite3.connect(tmp_path / "bot.db") as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    with pytest.raises(ProgramError, match="newer version: update the program"):
        SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_text("not a database at all, " * 100)
    with pytest.raises(Unreachable, match=r"bot\.db does not answer: file is not a database"):
        SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unreachable, match="does not answer"):
        SqlDatabase(f"sqlite:///{tmp_path / 'file' / 'bot.db'}")


def test_the_file_is_its_owners_only(tmp_path: Path) -> None:
    SqlDatabase(f"sqlite:///{tmp_path / 'var' / 'bot.db'}").close()
    assert stat.S_IMODE((tmp_path / "var" / "bot.db").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


@pytest.mark.parametrize(("patience", "fails"), [(10.0, False), (0.1, True)])
async def test_a_write_waits_for_another_writer_as_long_as_its_patience_lasts(
    tmp_path: Path, patience: float, fails: bool
) -> None:
    database = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}", patience)
    other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    assert await database.live_release() is None  # reading goes on meanwhile
    release = threading.Timer(1.0, lambda: other.execute("COMMIT"))
    release.start()
    if fails:
        with pytest.raises(Unreachable, match="locked"):
            await database.note_unanswered(question())
    else:
        await database.note_unanswered(question())
    assert (await database.held("p1"))["unanswered"] == (0 if fails else 1)
    release.join()
    other.close()
    database.close()


async def test_an_error_does_not_quote_what_was_to_be_stored(tmp_path: Path) -> None:
    database = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")
    with sqlite3.connect(tmp_path / "bot.db") as other:
        other.execute("DROP TABLE unanswered")
    other.close()
    with pytest.raises(Unreachable) as caught:
        await database.note_unanswered(question())
    assert "kapal" not in f"{caught.value} {caught.value.__cause__}"
    database.close()


AT_ONCE = """
import alembic.command  # before the start, so that all arrive together
import asyncio, os, sys, time
from datetime import UTC, datetime
from pathlib import Path
from bot.adapters.database import SqlDatabase, secret
from bot.domain.ports import Unanswered

folder, start, person = Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
"""
WRITE = """
async def write(database):
    for n in range(25):
        await database.note_unanswered(Unanswered(f"question {n}", "id", "r1", person, datetime.now(UTC)))
        await database.publish(f"{person}-{n}", datetime.now(UTC))

time.sleep(max(0.0, start - time.time()))
database = SqlDatabase(f"sqlite:///{folder / 'bot.db'}")
asyncio.run(write(database))
database.close()
"""
MAKE_SECRET = """
time.sleep(max(0.0, start - time.time()))
print(secret(folder / "secret", os.urandom).hex())
"""


def run_at_once(script: str, folder: Path) -> list[str]:
    """Run a script in three processes that begin at the same moment; return what they print."""
    command = [sys.executable, "-c", AT_ONCE + script, str(folder), str(datetime.now(UTC).timestamp() + 2.0)]
    children = [
        subprocess.Popen([*command, f"p{n}"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for n in range(3)
    ]
    ends = [(*child.communicate(timeout=60), child.returncode) for child in children]
    assert [(errors, code) for _, errors, code in ends] == [("", 0)] * 3
    return [output for output, _, _ in ends]


def test_processes_that_start_at_once_agree_on_the_tables_and_lose_no_row(tmp_path: Path) -> None:
    run_at_once(WRITE, tmp_path)
    database = SqlDatabase(f"sqlite:///{tmp_path / 'bot.db'}")
    assert [asyncio.run(database.held(f"p{n}"))["unanswered"] for n in range(3)] == [25] * 3
    assert (asyncio.run(database.live_release()) or "").endswith("-24")
    database.close()


def test_processes_that_start_at_once_agree_on_the_secret(tmp_path: Path) -> None:
    assert len(set(run_at_once(MAKE_SECRET, tmp_path))) == 1


def test_a_secret_is_made_once_and_is_its_owners_only(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret"
    made = secret(path, os.urandom)
    assert secret(path, os.urandom) == made
    assert len(made) == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_given_secret_wins_and_nothing_is_made(tmp_path: Path) -> None:
    assert secret(tmp_path / "secret", os.urandom, "given") == b"given"
    assert list(tmp_path.iterdir()) == []


def test_the_file_of_an_old_machine_can_be_given_as_the_secret_of_a_new_one(tmp_path: Path) -> None:
    made = secret(tmp_path / "secret", os.urandom)
    assert secret(tmp_path / "other", os.urandom, (tmp_path / "secret").read_text()) == made


def test_a_cut_off_secret_is_refused_instead_of_replaced(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("abc")
    with pytest.raises(ConfigError, match="too short"):
        secret(tmp_path / "secret", os.urandom)
    assert (tmp_path / "secret").read_text() == "abc"


def test_a_secret_that_can_not_be_made_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="secret can't be read or made"):
        secret(tmp_path / "file" / "secret", os.urandom)


async def test_a_second_opening_takes_no_locks_from_the_first_so_that_another_process_leaves_its_log_alone(
    tmp_path: Path,
) -> None:
    file = tmp_path / "bot.db"
    first, second = SqlDatabase(f"sqlite:///{file}"), SqlDatabase(f"sqlite:///{file}")
    await first.choose_language("one", "id", NOW)
    writes = f"c = sqlite3.connect({str(file)!r}); c.execute('DELETE FROM feedback'); c.commit(); c.close()"
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", f"import sqlite3; {writes}")
    assert await other.wait() == 0
    assert file.with_name("bot.db-wal").exists()
    await first.choose_language("two", "en", NOW)
    assert await second.language("two") == "en"
