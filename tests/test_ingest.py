"""The ingest command: what it prints and how it ends."""

import io
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

import ingest
from bot.adapters.records import from_json
from bot.domain.errors import ConfigError, ReleaseError
from bot.domain.releases import Outline
from bot.ingestion.ingestion import Ingestion
from bot.progress import shown_progress
from tests.ingestion.fakes import Bench, markdown

ROOT = Path(__file__).resolve().parent.parent
PUBLISH = ingest.Wish()
REMEDY = 'correct the documents or the exam, or publish it all the same with --force "reason"'
DRY = ingest.Wish(dry_run=True)
IF_NEEDED = ingest.Wish(if_needed=True)


def ticking(seconds: float) -> Callable[[], float]:
    """A clock that is so many seconds later each time it is looked at."""
    times: Iterator[float] = (number * seconds for number in range(1_000_000))
    return lambda: next(times)


async def run(bench: Bench, wish: ingest.Wish = PUBLISH, seconds: float = 0.001) -> tuple[int, list[str], list[str]]:
    """Run the command; return its status and what it printed and complained of."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Ingestion]:
        yield bench.ingestion

    out, err = io.StringIO(), io.StringIO()
    status = await ingest.run(opened, wish, out, err, ticking(seconds))
    return status, out.getvalue().splitlines(), err.getvalue().splitlines()


NO_SOURCE = (
    '  a.md: no source for what it says: add the line source: "Title, Publisher, 2025-04-17. <https://…>" to a.md'
)


async def test_a_run_tells_its_steps_what_was_found_and_what_was_published() -> None:
    assert await run(Bench({"a.md": markdown("Usia 25 tahun.")})) == (
        ingest.OK,
        [
            "1 of 5 · reading the documents",
            "2 of 5 · loading the embedding model",
            "2 of 5 · embedding 0/3",
            "3 of 5 · writing the release",
            "1 document with 1 statement",
            "no release yet: all of it is new",
            "2 to look at:",
            NO_SOURCE,
            '  a.md:4: a number without a footnote: "Usia 25 tahun."',
            "there are no exam questions: no exam was sat",
            "published release 20261124-120000-abc",
        ],
        [],
    )


async def test_of_very_many_warnings_the_first_are_shown_and_the_rest_counted() -> None:
    _, out, _ = await run(Bench({"a.md": markdown("\n".join(f"- usia {number}" for number in range(250)))}))
    assert "251 to look at:" in out  # that many numbers without a footnote, and no source
    assert "  … and 151 more" in out
    assert len(out) < 120


async def test_if_needed_a_first_release_is_made_and_a_usable_one_is_left_alone() -> None:
    bench = Bench({"a.md": markdown("Gratis.")})
    assert (await run(bench, IF_NEEDED))[1][-1].startswith("published release")
    assert await run(bench, IF_NEEDED) == (ingest.OK, [], [])


async def test_if_needed_newer_knowledge_is_told_and_not_published() -> None:
    bench = Bench({"a.md": markdown("Gratis.")})
    await run(bench)
    live = bench.database.live
    bench.folder.files["a.md"] = markdown("Tidak gratis.")
    status, out, _ = await run(bench, IF_NEEDED)
    assert (status, bench.database.live) == (ingest.OK, live)
    assert out == ["the knowledge has changed since the last ingest: `make ingest` publishes it"]


async def test_a_dry_run_tells_what_would_change_and_publishes_nothing() -> None:
    bench = Bench({"a.md": markdown("Gratis.")}, exam="biaya? = ratis")
    status, out, err = await run(bench, DRY)
    assert (status, bench.database.live, err) == (ingest.OK, None, [])
    assert out[-2:] == [
        "exam: 1 of 1 questions answered right",
        "a new release would be published, as no documents have been ingested yet",
    ]
    assert "there are no exam questions: no exam was sat" not in out


async def regressed() -> Bench:
    """A campaign whose documents no longer hold what the live release answers right."""
    bench = Bench({"a.md": markdown("Bus gratis.")}, exam="biaya bus? = gratis")
    await run(bench)
    bench.folder.files["a.md"] = markdown("Bus berbayar.")
    return bench


async def test_a_release_that_fails_the_exam_is_not_published_and_each_failure_is_named() -> None:
    bench = await regressed()
    live = bench.database.live
    status, out, err = await run(bench)
    assert (status, bench.database.live) == (ingest.NOT_PASSED, live)
    assert "5 of 5 · sitting the exam 0/1" in out
    assert "5 of 5 · asking the live release the same 0/1" in out
    assert out[-1] == "exam: 0 of 1 questions answered right; 1 by the live release"
    assert err == [
        'answered right before, wrong now: "biaya bus?"',
        "    expected: gratis",
        "    before: Bus gratis.",
        "    now:    Bus berbayar.",
        f"the exam is not passed, nothing was published: {REMEDY}",
    ]


async def test_a_dry_run_of_it_shows_the_changed_answers_too_and_ends_the_same_way() -> None:
    bench = await regressed()
    status, out, err = await run(bench, DRY)
    assert status == ingest.NOT_PASSED
    begins = out.index("answers that would change: 1")
    assert out[begins : begins + 4] == [
        "answers that would change: 1",
        '  "biaya bus?" (right → wrong)',
        "    before: Bus gratis.",
        "    now:    Bus berbayar.",
    ]
    assert err[-1].startswith("the exam is not passed, nothing was published")


async def test_with_a_reason_it_is_published_and_still_each_failure_is_named() -> None:
    bench = await regressed()
    status, out, err = await run(bench, ingest.Wish(force="fares are back"))
    assert (status, bench.database.actions[-1].reason) == (ingest.OK, "fares are back")
    assert out[-1] == f"published release {bench.database.live}, although it does not pass the exam: fares are back"
    assert err[0] == 'answered right before, wrong now: "biaya bus?"'
    assert "nothing was published" not in "".join(err)


async def test_a_second_run_says_that_nothing_has_changed() -> None:
    bench = Bench({"a.md": markdown("Gratis.")})
    await run(bench)
    status, out, _ = await run(bench)
    assert (status, out[-1]) == (ingest.OK, "nothing has changed; the live release serves as it is")


async def test_mistakes_are_complained_of_line_by_line() -> None:
    assert await run(Bench({"a.md": markdown("Gratis.[^Q]"), "b.xyz": ""})) == (
        ingest.WRONG_KNOWLEDGE,
        ["1 of 5 · reading the documents"],
        [
            "a.md:4: footnote [^Q] has no definition",
            'b.xyz: unsupported type ".xyz"; supported are .md, .pdf, .docx, .html, .htm, .txt',
            "2 to correct; nothing was published",
        ],
    )


async def test_a_run_beside_another_ends_at_once_with_a_status_of_its_own() -> None:
    bench = Bench({"a.md": markdown("Gratis.")})
    bench.locked = True
    assert await run(bench) == (ingest.RUNNING, [], ["another ingest is running"])


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (ConfigError("config.toml: no"), ingest.WRONG_CONFIG, "config.toml: no"),
        (ReleaseError("disk full"), ingest.WRONG_KNOWLEDGE, "disk full"),
        (PermissionError("var"), ingest.WRONG_CONFIG, "the data folder can't be used: var; nothing was published"),
    ],
)
async def test_every_other_error_is_one_line_too(error: Exception, status: int, line: str) -> None:
    @asynccontextmanager
    async def opened() -> AsyncIterator[Ingestion]:
        raise error
        yield  # makes it a generator

    err = io.StringIO()
    assert await ingest.run(opened, PUBLISH, io.StringIO(), err, ticking(1)) == status
    assert err.getvalue() == f"{line}\n"


async def two_releases() -> Bench:
    bench = Bench({"a.md": markdown("Bus gratis.")})
    await run(bench)
    bench.folder.files["a.md"] = markdown("Bus berbayar.")
    await run(bench)
    return bench


async def test_the_list_marks_the_live_release_and_what_can_not_serve() -> None:
    bench = await two_releases()
    one, two = bench.store.list()
    bench.store.damaged.add(one)
    assert (await run(bench, ingest.Wish(listing=True)))[1] == [
        "   release              built (UTC)       documents  statements  exam",
        f"*  {two}  2026-11-24 12:01  1          1           3/4   live",
        f"   {one}  2026-11-24 12:00  1          1           3/4   can't serve: release {one} is damaged",
    ]
    assert (await run(Bench({}), ingest.Wish(listing=True)))[1] == ["there is no release yet"]
    status, (line,), _ = await run(bench, ingest.Wish(listing=True, as_json=True))
    assert (status, [each["place"] for each in json.loads(line)]) == (ingest.OK, ["live", "earlier"])


async def test_a_roll_back_says_what_is_live_again_or_why_not() -> None:
    bench = await two_releases()
    one, two = bench.store.list()
    assert await run(bench, ingest.Wish(back_to="")) == (
        ingest.OK,
        [f"release {one} is live again; before it was {two}"],
        [],
    )
    assert (await run(bench, ingest.Wish(back_to=two)))[1] == [f"release {two} is live again; before it was {one}"]
    assert await run(bench, ingest.Wish(back_to=two)) == (
        ingest.WRONG_KNOWLEDGE,
        [],
        [f"release {two} is live already"],
    )


async def test_pruning_says_what_is_removed() -> None:
    bench = await two_releases()
    one, _ = bench.store.list()
    assert (await run(bench, ingest.Wish(prune=1)))[1] == [f"removed: {one}"]
    assert (await run(bench, ingest.Wish(prune=1)))[1] == ["there is nothing to remove"]


async def test_a_candidate_waits_and_is_published_or_discarded_by_its_id() -> None:
    bench = await regressed()
    status, out, err = await run(bench, ingest.Wish(candidate=True))
    _, waiting = bench.store.list()
    assert (status, out[-1]) == (ingest.NOT_PASSED, f"candidate {waiting} waits for a day: --publish or --discard it")
    assert err[-1] == 'the exam is not passed: --publish takes --force "reason" too'
    refused = f"candidate {waiting} does not pass the exam: it takes a reason to publish it"
    assert (await run(bench, ingest.Wish(publish=waiting)))[2] == [refused]
    assert (await run(bench, ingest.Wish(publish=waiting, force="so")))[1] == [f"published release {waiting}"]
    assert bench.database.actions[-1].reason == "so"
    bench.folder.files["a.md"] = markdown("Bus murah.")
    await run(bench, ingest.Wish(candidate=True))
    last = bench.store.list()[-1]
    assert (await run(bench, ingest.Wish(discard=last)))[1] == [f"candidate {last} is removed"]
    assert last not in bench.store.list()


async def test_for_another_program_every_line_is_an_object() -> None:
    bench = await regressed()
    _, out, _ = await run(bench, ingest.Wish(candidate=True, as_json=True))
    *steps, report = [json.loads(line) for line in out]
    assert list(dict.fromkeys(one["step"] for one in steps)) == ["read", "load", "embed", "write", "exam", "compare"]
    assert steps[-1] == {"step": "compare", "done": 1, "total": 1}
    told = from_json(Outline, json.dumps(report["report"]).encode())
    assert (told.candidate, told.is_passed, report["published"]) == (bench.store.list()[-1], False, None)


def test_progress_without_a_terminal_is_a_line_now_and_then_with_the_stage_and_the_time_left() -> None:
    out = io.StringIO()
    with shown_progress(out, ticking(1), staged=True) as progress:
        for done in range(0, 121, 10):
            progress("embed", done, 120)
    assert out.getvalue().splitlines() == [
        "2 of 5 · embedding 0/120",
        "2 of 5 · embedding 30/120 · 18 s left",
        "2 of 5 · embedding 60/120 · 12 s left",
        "2 of 5 · embedding 90/120 · 6 s left",
        "2 of 5 · embedding 120/120 · 0 s left",
    ]


def test_a_long_time_left_is_told_in_minutes_and_what_is_known_before_is_skipped_with_a_word() -> None:
    out = io.StringIO()
    with shown_progress(out, ticking(1), staged=True) as progress:
        progress("embed", 9, 9)
        for done in range(4):
            progress("exam", done, 1000)
    assert out.getvalue().splitlines() == [
        "2 of 5 · embedding · known from before, skipped",
        "5 of 5 · sitting the exam 0/1000",
        "5 of 5 · sitting the exam 3/1000 · 33 min left",
    ]


def test_progress_in_a_terminal_is_a_bar() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    with shown_progress(out, ticking(1)) as progress:
        progress("read", 0, 0)
        progress("embed", 60, 120)
    assert "embedding" in out.getvalue()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--config", "nowhere.toml"], 2),
        (["--wrong"], 2),
        (["--force", " "], 2),
        (["--list", "--dry-run"], 2),
        (["20261124-120000-abc"], 2),
        (["--prune", "0"], 2),
        (["--help"], 0),
    ],
)
def test_the_command_itself_ends_with_a_clear_status(arguments: list[str], status: int) -> None:
    done = subprocess.run(
        [sys.executable, "ingest.py", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == status
    assert "Traceback" not in done.stderr
