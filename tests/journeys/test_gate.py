"""The gate in front of voters: a release that answers worse than the live one does not reach them."""

from __future__ import annotations

from contextlib import closing

import pytest

from bot.adapters.database import SqlDatabase
from bot.app import open_ingestion
from bot.config import Config, load
from tests.journeys.conftest import ingest as publish
from tests.journeys.test_release import change, ingesting, leave_earlier, releases, serves
from tests.processes import run

NOT_PASSED = 4
LEAVES = '{"text": "Jam berapa bus sekolah berangkat?", "expect": ["QUOTED"], "facts": ["B-1"], "must": ["06[.]15"]}\n'
MORE = '{{"text": "Bus sekolah rute {} lewat mana?", "expect": ["QUOTED", "NOT_FOUND"]}}\n'


def asks(config: Config, training: str, held_out: str = "") -> None:
    """Let a campaign ask these questions."""
    for folder, text in ((config.paths.training, training), (config.paths.exam / "held_out", held_out)):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "questions.jsonl").write_text(text, encoding="utf-8")


@pytest.fixture
def examined(own_campaign: Config) -> Config:
    """A campaign that asks when the school bus leaves."""
    asks(own_campaign, LEAVES)
    return own_campaign


def marked(config: Config, right: float) -> Config:
    with config.file.open("a", encoding="utf-8") as file:
        file.write(f"\n[marks]\nright = {right}\n")
    return load(config.file, {})


async def test_a_regression_is_stopped_and_named_and_a_reason_lets_it_through_on_record(examined: Config) -> None:
    leave_earlier(examined)
    command = ("ingest.py", "--config", str(examined.file))
    stopped = run(*command)
    assert stopped.returncode == NOT_PASSED, stopped.stderr
    lines = stopped.stderr.decode().splitlines()
    assert lines[:2] == [
        'answered right before, wrong now: "Jam berapa bus sekolah berangkat?"',
        "    expected: QUOTED; from B-1; saying 06[.]15",
    ]
    assert "06.15" in lines[2]
    assert "05.45" in lines[3]
    assert "nothing was published" in lines[4]
    await serves(examined, "06.15")
    assert len(releases(examined)) == 1

    forced = run(*command, "--force", "the timetable is new")
    assert forced.returncode == 0, forced.stderr
    await serves(examined, "05.45")
    with closing(SqlDatabase(f"sqlite:///{examined.paths.data / 'bot.db'}")) as database:
        (last,) = await database.actions(1)
        assert last.after
        assert last.after["release"] == await database.live_release()
    assert (last.what, last.who, last.reason) == ("publish", None, "the timetable is new")
    assert last.after["broken"] == ["Jam berapa bus sekolah berangkat?"]


async def test_a_dry_run_shows_the_answers_that_would_change_and_leaves_no_trace_but_vectors(examined: Config) -> None:
    asks(examined, LEAVES.replace("06[.]15", "0[56][.]"))
    before = releases(examined)
    leave_earlier(examined)
    async with open_ingestion(examined) as ingestion:
        report = await ingestion.rehearse(lambda step, done, total: None)
    assert report.may_be_published
    assert report.examination
    (turn,) = report.examination.changed
    assert "06.15" in turn.before.answer
    assert "05.45" in turn.now.answer
    assert releases(examined) == before
    await serves(examined, "06.15")


async def test_below_the_mark_nothing_is_published_and_the_mark_is_named(examined: Config) -> None:
    asks(examined, LEAVES.replace("06[.]15", "07[.]30"))
    change(examined, "janji.md", "---\n", "---\nreview_by: 2030-01-01\n")
    async with open_ingestion(marked(examined, 0.9)) as ingestion:
        report = await ingestion.publish(lambda step, done, total: None)
    assert (report.release, report.may_be_published) == (None, False)
    assert report.examination
    assert report.examination.broken == ()
    assert report.examination.candidate.missed == ("right is 0.0% in 1 questions, wanted ≥ 90.0%",)


async def test_a_campaign_with_marks_and_no_exam_is_published(own_campaign: Config) -> None:
    leave_earlier(own_campaign)
    await publish(marked(own_campaign, 0.9))
    await serves(own_campaign, "05.45")


async def test_an_ingest_killed_in_the_exam_leaves_the_live_release_and_the_next_run_cleans_up(
    examined: Config,
) -> None:
    more = "".join(MORE.format(number) for number in range(80))
    asks(examined, LEAVES.replace("06[.]15", "0[56][.]"), more)
    before = releases(examined)
    leave_earlier(examined)
    async with ingesting(examined) as run_to_kill:
        await run_to_kill.until("sitting the exam")
        await run_to_kill.kill()
    assert not any("asking the live release" in line for line in run_to_kill.said)
    (left_over,) = releases(examined) - before
    await serves(examined, "06.15")
    await publish(examined)
    assert left_over not in releases(examined)
    assert len(releases(examined)) == 2
    await serves(examined, "05.45")
