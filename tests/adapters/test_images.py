"""Charts: PNG of a phone's width, whatever there is to show."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.adapters.images import MatplotlibPainter
from bot.domain.pictures import Bars, Columns, Picture

DAYS = tuple(f"{day} Nov" for day in range(1, 31))
TWO = Columns("Pertanyaan sehari", DAYS, {"dijawab": tuple(range(30)), "tidak": (1,) * 30})
NAMES = Bars("Topik", (("Mas’ud–Aji é $x$ 🙏 " + "panjang " * 30, 3), ("b\nc", 0)), (1, 2))
NOTHING = (Columns("Pertanyaan sehari", DAYS[:1], {"dijawab": (0,)}), Bars("Topik", ()), Columns("Suka", (), {}))


async def painted(*panels: Columns | Bars) -> Image.Image:
    data = await MatplotlibPainter().paint(Picture("Statistik 📊", panels, "belum ada", ("kini", "dulu")))
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("panels", [(TWO,), (NAMES,), (TWO, NAMES), NOTHING, (TWO, *NOTHING)])
async def test_a_picture_is_as_wide_as_a_phone_and_draws_every_letter(panels: tuple[Columns | Bars, ...]) -> None:
    picture = await painted(*panels)  # a letter that the font lacks is a warning, and warnings are errors
    assert (picture.format, picture.width) == ("PNG", 1080)
    assert picture.getcolors(maxcolors=1 << 20) != [(picture.width * picture.height, (255, 255, 255, 255))]


async def test_a_panel_with_nothing_to_show_takes_little_room() -> None:
    assert (await painted(NOTHING[0])).height < (await painted(TWO)).height / 1.5
