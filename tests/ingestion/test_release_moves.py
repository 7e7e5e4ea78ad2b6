"""Which releases there are, and every move of the live pointer."""

import pytest

from bot.domain.errors import ReleaseError
from bot.domain.releases import Author, Place
from bot.ingestion.ingestion import Report
from tests.ingestion.fakes import Bench, markdown

ANI = Author("hash", "Ibu Ani")


async def published(*prices: str, keep: int = 5) -> tuple[Bench, list[str]]:
    """A campaign with a release for each price; the last one is live."""
    bench = Bench({}, keep=keep)
    for price in prices:
        bench.folder.files["a.md"] = markdown(f"Harga {price}.")
        await bench.publish()
    return bench, bench.store.list()


async def candidate(bench: Bench, price: str = "baru") -> tuple[str, Report]:
    """One that waits."""
    bench.folder.files["a.md"] = markdown(f"Harga {price}.")
    report = await bench.ingestion.prepare(lambda step, done, total: None)
    assert report.candidate
    return report.candidate.id, report


async def test_the_list_tells_the_live_release_earlier_ones_and_what_waits_the_newest_first() -> None:
    bench, (one, two) = await published("satu", "dua")
    waiting, _ = await candidate(bench)
    bench.database.live = one
    bench.candidates.kept.clear()
    newest, _ = await candidate(bench)
    listed = await bench.releases.list()
    assert [(each.manifest.id, each.place, each.exam) for each in listed] == [
        (newest, Place.WAITING, None),
        (two, Place.EARLIER, (3, 4)),
        (one, Place.LIVE, (3, 4)),
    ]
    assert waiting not in bench.store.list()


async def test_the_list_tells_which_candidate_does_not_pass_its_exam() -> None:
    bench = Bench({"a.md": markdown("Harga satu.")}, exam="harga? = satu")
    await bench.publish()
    await candidate(bench)
    assert [each.is_passed for each in await bench.releases.list()] == [False, True]


async def test_the_list_tells_what_can_not_serve_and_why() -> None:
    bench, (one, two) = await published("satu", "dua")
    bench.store.damaged.add(one)
    assert [each.obstacle for each in await bench.releases.list()] == [None, f"release {one} is damaged"]
    bench.embedder.fingerprint = "other"
    assert (await bench.releases.list())[0].obstacle == f"release {two} was made with another embedding model"


async def test_a_roll_back_points_to_the_release_before_and_is_noted() -> None:
    bench, (one, two, three) = await published("satu", "dua", "tiga")
    moved = await bench.releases.roll_back(author=ANI)
    assert (moved.before, moved.after, bench.database.live) == (three, two, two)
    noted = bench.database.actions[-1]
    assert (noted.what, noted.who, noted.label) == ("rollback", "hash", "Ibu Ani")
    assert (noted.before, noted.after) == ({"release": three}, {"release": two})
    assert (await bench.releases.roll_back()).after == one
    with pytest.raises(ReleaseError, match="there is no earlier release that can serve"):
        await bench.releases.roll_back()
    assert (await bench.releases.roll_back(three)).after == bench.database.live == three


async def test_a_roll_back_passes_over_what_can_not_serve() -> None:
    bench, (one, two, _) = await published("satu", "dua", "tiga")
    bench.store.damaged.add(two)
    assert (await bench.releases.roll_back()).after == one


async def test_a_roll_back_to_what_is_live_gone_damaged_foreign_or_never_published_changes_nothing() -> None:
    bench, (one, two) = await published("satu", "dua")
    waiting, _ = await candidate(bench)
    bench.store.damaged.add(one)
    for release, reason in ((two, "is live already"), ("x", "no earlier"), (one, "damaged"), (waiting, "no earlier")):
        with pytest.raises(ReleaseError, match=reason):
            await bench.releases.roll_back(release)
    bench.store.damaged.clear()
    bench.embedder.fingerprint = "other"
    with pytest.raises(ReleaseError, match="another embedding model"):
        await bench.releases.roll_back(one)
    assert (bench.database.live, len(bench.database.actions)) == (two, 2)


async def test_after_a_roll_back_the_next_ingest_publishes_what_the_folder_holds() -> None:
    bench, (_, two) = await published("satu", "dua")
    await bench.releases.roll_back()
    assert await bench.ingestion.newer()
    report = await bench.publish()
    assert report.release == bench.database.live not in (None, two)
    assert [change.text for change in report.plan.added] == ["Harga dua."]


async def test_pruning_keeps_the_newest_the_live_one_and_what_waits() -> None:
    bench, (one, two, three, four) = await published("satu", "dua", "tiga", "empat")
    await bench.releases.roll_back(one)
    waiting, _ = await candidate(bench)
    assert await bench.releases.prune(2) == (two, three)
    assert bench.store.list() == [one, four, waiting]
    assert await bench.releases.prune(1) == (four,)


async def test_a_candidate_waits_and_that_very_one_is_published_by_who_says_so() -> None:
    bench, (one,) = await published("satu")
    waiting, report = await candidate(bench)
    assert (report.release, bench.database.live) == (None, one)
    bench.folder.files["a.md"] = markdown("Harga lain lagi.")
    await bench.releases.publish(bench.releases.waiting(waiting), ANI)
    assert [statement.text for statement in bench.live.release.statements.values()] == ["Harga baru."]
    assert (bench.database.live, bench.database.actions[-1].label) == (waiting, "Ibu Ani")
    with pytest.raises(ReleaseError, match="no candidate"):
        bench.releases.waiting(waiting)


async def test_a_candidate_that_fails_the_exam_takes_a_reason_which_is_noted_with_what_failed() -> None:
    bench = Bench({"a.md": markdown("Harga satu.")}, exam="harga? = satu")
    await bench.publish()
    waiting, report = await candidate(bench)
    assert not report.may_be_published
    with pytest.raises(ReleaseError, match="does not pass the exam"):
        await bench.releases.publish(bench.releases.waiting(waiting))
    await bench.releases.publish(bench.releases.waiting(waiting), ANI, force="harganya memang baru")
    noted = bench.database.actions[-1]
    assert (noted.reason, noted.after) == (
        "harganya memang baru",
        {"release": waiting, "broken": ["harga?"], "missed": []},
    )


async def test_a_waiting_candidate_outlives_other_runs_for_a_day() -> None:
    bench, (one,) = await published("satu")
    waiting, _ = await candidate(bench)
    await bench.rehearse()
    assert bench.store.list() == [one, waiting]
    bench.days = 1
    found = bench.releases.waiting(waiting)
    with pytest.raises(ReleaseError, match="of another day"):
        await bench.releases.publish(found)
    await bench.rehearse()
    assert (bench.store.list(), bench.candidates.kept) == ([one], {})


async def test_a_candidate_is_superseded_when_another_release_has_become_live() -> None:
    bench, (one,) = await published("satu")
    first, _ = await candidate(bench, "baru")
    second, _ = await candidate(bench, "terbaru")
    await bench.releases.publish(bench.releases.waiting(second))
    with pytest.raises(ReleaseError, match="another live release"):
        await bench.releases.publish(bench.releases.waiting(first))
    await bench.releases.sweep()
    assert bench.store.list() == [one, second]


async def test_an_ingest_under_way_does_not_undo_a_roll_back() -> None:
    bench, (one, two) = await published("satu", "dua")
    bench.folder.files["a.md"] = markdown("Harga tiga.")

    def roll_back_meanwhile(step: str, done: int, total: int) -> None:
        if step == "write":
            bench.database.live = one

    with pytest.raises(ReleaseError, match="another live release"):
        await bench.ingestion.publish(roll_back_meanwhile)
    assert (bench.database.live, bench.store.list()) == (one, [one, two])


async def test_a_discarded_candidate_is_gone_and_nothing_else_can_be_discarded() -> None:
    bench, (one,) = await published("satu")
    waiting, _ = await candidate(bench)
    await bench.releases.discard(waiting, ANI)
    assert bench.store.list() == [one]
    noted = bench.database.actions[-1]
    assert (noted.what, noted.label, noted.before) == ("discard", "Ibu Ani", {"release": waiting})
    for release in (waiting, one):
        with pytest.raises(ReleaseError, match="no candidate"):
            await bench.releases.discard(release)
