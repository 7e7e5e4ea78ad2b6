"""/statistik and /celah in chat: what the team reads, and what its taps lead to."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import pytest

from bot.adapters.counters import SqlFigures
from bot.adapters.database import SqlDatabase
from bot.adapters.team_records import SqlTeam
from bot.domain.answers import Outcome
from bot.domain.errors import KnowledgeError
from bot.domain.figures import Tally
from bot.domain.gaps import Dealt, Gap, Place, Remedy
from bot.domain.pictures import Picture
from bot.domain.ports import Action
from bot.telegram.abilities import Abilities, Views
from tests.fakes import NOW, Call, Person
from tests.telegram.conftest import House, house
from tests.telegram.membership import joined
from tests.telegram.team.test_publishing import Bench, until

BOATS = Gap("ada bantuan kapal?", "id", ("ada bantuan kapal?", "kapal <nelayan>"), 3, 1, 1)
PLACES = (Place("statementa", "B-1", "Armada", "60 bus."), Place("sectiona", "bus.md#rute", "Rute"))


@dataclass
class FakeInsight:
    """One gap, and a record of what was done about it."""

    found: tuple[Gap, ...] = (BOATS,)
    done: list[tuple[str, ...]] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    new: int = 2  # phrasings that are not known yet
    fails: bool = False

    async def gaps(self, days: int) -> tuple[Gap, ...]:
        return self.found

    async def find(self, gap_id: str) -> Gap | None:
        return next((gap for gap in self.found if gap.id == gap_id), None)

    async def places(self, gap: Gap) -> Sequence[Place]:
        return PLACES

    async def alias(self, gap: Gap, place: Place, action: Action) -> int:
        if self.fails:
            raise KnowledgeError("planned", file="phrasings.toml")
        return self._do(("alias", place.key), action)

    async def rule_out(self, gap: Gap, ask: str, action: Action) -> int:
        return self._do(("topic", ask), action)

    async def await_statement(self, gap: Gap, action: Action) -> None:
        self._do(("statement",), action)

    async def check(self) -> list[Dealt]:
        return [Dealt("x", "beras?", "id", Remedy.TOPIC, "beras", NOW, "r1", True)]

    def _do(self, what: tuple[str, ...], action: Action) -> int:
        self.done.append(what)
        self.actions.append(action)
        return self.new


class FakePainter:
    async def paint(self, picture: Picture) -> bytes:
        return b"png"


@pytest.fixture
def insight() -> FakeInsight:
    return FakeInsight()


@pytest.fixture
async def seeing(insight: FakeInsight) -> AsyncIterator[House]:
    database = SqlDatabase("sqlite://")
    figures = SqlFigures(database)
    await figures.add([Tally(NOW.date(), Outcome.QUOTED, "id", "sekolah", 50, 4)])
    home = house(Abilities(views=Views(figures, insight, FakePainter())), records=SqlTeam(database))
    async with home.application:
        await home.application.start()
        home.telegram.calls.clear()
        yield home
        await home.application.stop()
    database.close()


async def test_figures_come_as_text_and_picture_and_another_period_is_a_tap_away(seeing: House) -> None:
    (shown,) = await seeing.owner().write("/statistik")
    assert "Pertanyaan: 4" in shown.text
    assert [button["text"] for button in shown.buttons] == ["7 hari", "30 hari", "90 hari"]
    (week,) = await seeing.owner().press(shown, "7 hari")
    first = (NOW.date() - dt.timedelta(days=6)).day
    assert (week.method, f"Statistik {first} Nov 2026 – 24 Nov 2026" in week.text) == ("editMessageText", True)
    assert len(seeing.telegram.made("sendPhoto")) == 2


async def test_gaps_are_listed_opened_and_drawn(seeing: House) -> None:
    (listed,) = await seeing.owner().write("/celah")
    assert "1. ada bantuan kapal? · 3× (sebelumnya ↑ 1) · 👎 1" in listed.text
    assert "misalnya: kapal <nelayan>" in listed.text
    assert "✓ terjawab: beras?" in listed.text
    await seeing.owner().press(listed, "📊 Grafik")
    assert len(seeing.telegram.made("sendPhoto")) == 1
    (gap,) = await seeing.owner().press(listed, "1")
    (similar,) = await seeing.owner().press(gap, "🔎 Tampilkan yang mirip")
    assert similar.text == "• ada bantuan kapal?\n• kapal <nelayan>"
    (again,) = await seeing.owner().press(similar, "‹ Semua celah")
    assert again.text == listed.text


async def test_a_gap_leads_to_a_fact_by_one_tap(seeing: House, insight: FakeInsight) -> None:
    (listed,) = await seeing.owner().write("/celah")
    (gap,) = await seeing.owner().press(listed, "1")
    (choose,) = await seeing.owner().press(gap, "🔗 Sambungkan ke fakta/bagian")
    assert [button["text"] for button in choose.buttons] == ["60 bus.", "Rute", "‹ Semua celah"]
    (done,) = await seeing.owner().press(choose, "60 bus.")
    assert "2 cara bertanya ditambahkan ke phrasings.toml untuk “60 bus.”" in done.text
    assert "/ingest" in done.text  # there is no workshop here: somebody else has the documents read again
    assert insight.done == [("alias", "B-1")]
    assert "kapal" not in str(dataclasses.asdict(insight.actions[0]))
    insight.fails = True
    (refused,) = await seeing.owner().press(choose, "Rute")
    assert "Berkas tidak bisa diubah: phrasings.toml: planned" in refused.text


async def test_a_gap_is_ruled_out_with_a_sentence_or_left_to_a_writer(seeing: House, insight: FakeInsight) -> None:
    (listed,) = await seeing.owner().write("/celah")
    (gap,) = await seeing.owner().press(listed, "1")
    await seeing.owner().press(gap, "🚫 Di luar cakupan")
    (done,) = await seeing.owner().write("Tanyakan ke\nDinas Perikanan.")
    assert "absent.toml" in done.text
    (told,) = await seeing.owner().press(gap, "✍️ Tulis pernyataan")
    assert "folder knowledge" in told.text
    assert insight.done == [("topic", "Tanyakan ke Dinas Perikanan."), ("statement",)]


async def test_what_is_gone_or_empty_is_said(seeing: House, insight: FakeInsight) -> None:
    (listed,) = await seeing.owner().write("/celah")
    insight.found = ()
    (gone,) = await seeing.owner().press(listed, "1")
    assert "tidak ada lagi" in gone.text
    (empty,) = await seeing.owner().write("/gaps 7d")
    assert "No question went without an answer" in empty.text


@pytest.fixture
async def planning(insight: FakeInsight) -> AsyncIterator[tuple[House, Bench]]:
    """A house where gaps are seen and releases made."""
    database, bench = SqlDatabase("sqlite://"), Bench()
    views = Views(SqlFigures(database), insight, FakePainter())
    home = house(Abilities(views=views, workshop=bench), records=SqlTeam(database))
    async with home.application:
        await home.application.start()
        yield home, bench
        await home.application.stop()
    database.close()


async def test_the_tap_that_leads_a_gap_to_a_fact_begins_the_plan_of_it(planning: tuple[House, Bench]) -> None:
    home, bench = planning
    bench.finish.clear()
    done = await _led(home.owner())
    assert "rencananya diterbitkan" in done.text
    assert bench.planned == [None]
    bench.finish.set()
    await until(home, lambda call: call.text.startswith("📦"))
    await home.owner().press(done, "🔁 Buat rencananya lagi")  # for when somebody else was at it
    assert bench.planned == [None, None]


async def test_what_was_added_before_can_still_be_planned(planning: tuple[House, Bench], insight: FakeInsight) -> None:
    home, bench = planning
    insight.new = 0
    done = await _led(home.owner())
    assert ("sudah tercatat" in done.text, bench.planned) == (True, [])
    await home.owner().press(done, "🔁 Buat rencananya lagi")
    assert bench.planned == [None]


async def test_a_reviewer_reads_that_an_admin_has_to_make_the_plan(planning: tuple[House, Bench]) -> None:
    home, bench = planning
    done = await _led(await joined(home, 7, "peninjau"))
    assert "Berlaku setelah admin membaca ulang" in done.text
    assert [button["text"] for button in done.buttons] == ["‹ Semua celah"]
    assert bench.planned == []


async def _led(someone: Person) -> Call:
    """The answer to the tap that leads the first gap to a fact."""
    (listed,) = await someone.write("/celah")
    (gap,) = await someone.press(listed, "1")
    (choose,) = await someone.press(gap, "🔗 Sambungkan ke fakta/bagian")
    return next(call for call in await someone.press(choose, "60 bus.") if call.method == "editMessageText")


async def test_reviewers_see_them_and_nobody_else_does(seeing: House) -> None:
    reviewer = await joined(seeing, 7, "peninjau")
    assert "Pertanyaan: 4" in (await reviewer.write("/statistik"))[0].text
    for command in ("/statistik", "/celah"):
        assert "belum kami kenal" in (await seeing.person(9).write(command))[0].text
