"""The level that a question is about, and that what is asked must be told of it."""

from __future__ import annotations

import pytest

from tests.answering.constraints.test_recognisers import lacking
from tests.releases import document, release, section

KNOWN = release(
    document(
        section("Lama", "Lama bantuan S1 8 semester.", "Lama bantuan S2 4 semester."),
        section("Usia", "Paling tua 25 tahun untuk D3 dan S1.", "Guru dikecualikan dari batas usia S2."),
        section("Besar", "Bantuan spesialis Rp9 juta."),
    )
)


@pytest.mark.parametrize(
    ("question", "level"),
    [
        ("D3 berapa semester", "D3"),  # of which only the age is told
        ("S2 berapa semester", None),
        ("D3 umur maksimalnya berapa", None),
        ("umur maksimal spesialis berapa", "SPESIALIS"),
        ("spesialis dapat berapa", None),
        ("istri saya mengajar di SMP, adakah pengecualian umur guru untuk S2?", None),
        ("ibu saya guru SD. batas usianya berapa?", None),
        ("anak saya SD. bantuannya berapa?", "SD"),
        ("insentif guru SD berapa", "SD"),
    ],
)
def test_how_long_and_how_old_is_told_of_the_level_that_is_asked_about(question: str, level: str | None) -> None:
    assert lacking(question, KNOWN) == (("level", level) if level else None)
