"""A shared answer goes around, the documents change, and somebody wants to know what it is worth."""

from __future__ import annotations

from bot.config import Config
from bot.domain.sharing import PAYLOAD
from tests.fakes import Person
from tests.journeys.conftest import button, ingest, running
from tests.processes import run


async def code_of(person: Person, question: str) -> str:
    """Ask, tap ↗️, and return the code of what is shared."""
    (answer,) = await person.write(question)
    (ways,) = await person.press(answer, button(answer, "↗️"))
    return next(str(one["url"]) for one in ways.buttons if "share" in one.get("url", "")).partition(PAYLOAD)[2][:12]


async def test_what_was_shared_is_held_against_what_the_documents_say_after_a_real_ingest(own_campaign: Config) -> None:
    file = own_campaign.paths.knowledge / "bus-sekolah.md"
    async with running(own_campaign) as bot:
        voter, neighbour = bot.person(), bot.person(2)
        leaves, deputy = (
            await code_of(voter, "jam berapa bus sekolah berangkat?"),
            await code_of(voter, "siapa wakil wali kota?"),
        )
        (valid,) = await neighbour.write(f"/start {PAYLOAD}{leaves}")
        file.write_text(file.read_text("utf-8").replace("06.15", "05.45"), "utf-8")
        twin = own_campaign.paths.knowledge / "bus-sekolah.en.md"
        twin.write_text(twin.read_text("utf-8").replace("06:15", "05:45"), "utf-8")
        planned = run("ingest.py", "--dry-run", "--config", str(own_campaign.file))
        await ingest(own_campaign)
        (updated,) = await neighbour.write(f"/cek {leaves}")
        (untouched,) = await neighbour.write(f"/cek {deputy}")
    assert valid.text.startswith("✅ Masih berlaku")
    assert "shared answers that would change: 1" in planned.stdout.decode()
    assert "opened 1 time: updated" in planned.stdout.decode()
    assert updated.text.startswith("🔄 Sudah diperbarui")
    assert "berangkat pukul 06.15 setiap hari sekolah. [1]" in updated.text
    assert "Sekarang: Bus sekolah gratis Kota Contoh berangkat pukul 05.45" in updated.text
    assert untouched.text.startswith("✅ Masih berlaku")
