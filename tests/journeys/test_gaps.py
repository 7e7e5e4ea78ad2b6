"""The circle of a gap, all of it real but Telegram: asked in vain, seen, ruled out in chat, published, ticked off."""

from __future__ import annotations

from dataclasses import replace

from bot.config import Admins, Config
from tests.fakes import NOW
from tests.journeys.conftest import ingest, running

OWNER = 500
QUESTIONS = ("apakah ada bantuan kapal nelayan?", "bantuan kapal buat nelayan ada gak?")


async def test_what_was_asked_in_vain_is_ruled_out_in_chat_and_ticked_off_once_it_is_live(own_campaign: Config) -> None:
    config = replace(own_campaign, admins=Admins((OWNER,)))
    async with running(config, NOW) as bot:
        owner, voter = bot.person(OWNER), bot.person(1)
        for question in QUESTIONS:
            (asked,) = await voter.write(question)
            assert "belum memuat" in asked.text
        (listed,) = await owner.write("/celah")
        assert "bantuan kapal" in listed.text
        assert "2×" in listed.text
        await owner.press(listed, "📊 Grafik")
        assert bot.telegram.made("sendPhoto")
        (gap,) = await owner.press(listed, "1")
        (places,) = await owner.press(gap, "🔗 Sambungkan ke fakta/bagian")
        assert len(places.buttons) > 1
        await owner.press(gap, "🚫 Di luar cakupan")
        (done,) = await owner.write("Tanyakan ke Dinas Perikanan Kota Contoh.")
        assert "absent.toml" in done.text
        (waiting,) = await owner.write("/celah")
        assert "✓ terjawab" not in waiting.text
        await ingest(config)
        (told,) = await voter.write(QUESTIONS[0])
        assert "Dinas Perikanan Kota Contoh" in told.text
        (ticked,) = await owner.write("/celah")
        assert "✓ terjawab" in ticked.text
        assert "kapal" not in (await owner.write("/catatan"))[0].text


async def test_figures_and_gaps_are_of_voters_only(own_campaign: Config) -> None:
    config = replace(own_campaign, admins=Admins((OWNER,)))
    async with running(config, NOW) as bot:
        owner, voter = bot.person(OWNER), bot.person(1)
        for question in QUESTIONS:
            (asked,) = await owner.write(question)
            assert "belum memuat" in asked.text
        (none,) = await owner.write("/celah")
        assert "Tidak ada pertanyaan yang belum terjawab" in none.text
        await voter.write(QUESTIONS[0])
        (listed,) = await owner.write("/celah")
        assert "1×" in listed.text


async def test_a_gap_that_has_an_answer_since_closes_by_itself(own_campaign: Config) -> None:
    config = replace(own_campaign, admins=Admins((OWNER,)))
    async with running(config, NOW) as bot:
        owner, voter = bot.person(OWNER), bot.person(1)
        await voter.write(QUESTIONS[0])
        (listed,) = await owner.write("/celah")
        assert "nelayan" in listed.text
        (config.paths.knowledge / "nelayan.md").write_text(
            "---\ntitle: Bantuan kapal nelayan\n---\n## Bantuan kapal\nAda bantuan kapal untuk nelayan.[^N-1]\n\n"
            "[^N-1]: Kapal, Dinas Perikanan.\n"
        )
        await ingest(config)
        (closed,) = await owner.write("/celah")
        assert "nelayan" not in closed.text
