"""Places beyond the campaign's own: its names or documents say which that are, for any campaign."""

from __future__ import annotations

import pytest

from bot.answering.constraints.beyond import own_places
from bot.domain.documents import Release
from bot.language.gazetteer import Kind, gazetteer
from tests.answering.constraints.test_recognisers import lacking
from tests.releases import document, release, section

WAGE = document(section("Upah", "UMP 2026 naik menjadi Rp4 juta."), title="UMP")
PROVINCES = [place for place in gazetteer().places.values() if place.kind is Kind.PROVINCE]


def campaign(*names: str) -> Release:
    return release(WAGE, names={names[0]: names[1:]} if names else {})


@pytest.mark.parametrize("own", ["jawa tengah", "jakarta", "bali"])
def test_the_wage_of_every_other_province_is_missing_and_its_own_is_not(own: str) -> None:
    known = campaign(own.title())
    for place in PROVINCES:
        expected = None if own in place.names else "place"
        constraint = lacking(f"Berapa UMP {place.names[0].title()} 2026?", known)
        assert (constraint and constraint[0]) == expected, place.names


def test_what_lies_in_the_own_province_is_not_beyond_it() -> None:
    assert lacking("UMP 2026 di Semarang berapa", campaign("Jawa Tengah")) is None
    assert lacking("UMP 2026 di Bandung berapa", campaign("Jawa Tengah")) == ("place", "Bandung")


def test_without_names_the_province_that_documents_name_most_is_the_own_one() -> None:
    known = release(document(section("Upah", "UMP Jawa Barat naik.", "UMK Bandung naik.", "Kementerian di Jakarta.")))
    assert [place.names[0] for place in own_places(known)] == ["jawa barat"]
