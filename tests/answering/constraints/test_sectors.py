"""The sectors of which a wage is asked: it is told of each by its name."""

from __future__ import annotations

import pytest

from tests.answering.constraints.test_recognisers import lacking
from tests.releases import document, release, section

KNOWN = release(
    document(section("UMSP", "UMSP 2026 sektor sawit Rp3 juta.", "UMSP 2026 sektor batu bara Rp4 juta."), title="UMSP"),
    names={"Contim": ()},
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("upah sektoral karet berapa", "karet"),
        ("UMSP Contim 2026 konstruksi berapa", "konstruksi"),
        ("upah minimum sektoral provinsi untuk pekerja kayu lapis", "kayu lapis"),
        ("the sectoral minimum wage for construction?", "construction"),
        ("upah sektor karet berapa", "sektor karet"),
        ("upah sektoral sawit berapa", None),
        ("upah sektoral perkebunan kelapa sawit berapa", None),
        ("upah sektoral anak tambang batu bara", None),
        ("UMSP Contim 2026 berapa", None),
        ("UMSP naik berapa", None),
        ("upah sektoral paling tinggi", None),
    ],
)
def test_a_sector_that_the_documents_do_not_tell_of_is_missing(question: str, said: str | None) -> None:
    assert lacking(question, KNOWN) == (("topic", said) if said else None)
