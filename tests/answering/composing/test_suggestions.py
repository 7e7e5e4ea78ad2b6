"""What is offered to share where nothing was asked."""

from __future__ import annotations

from bot.answering.composing.suggestions import asked_about, popular
from bot.domain.documents import Kind
from tests.releases import document, release, section

BUS = document(section("Jam bus", "Bus berangkat pagi."), path="bus.md", title="Bus", program=None)
PARK = document(section("Luas taman", "Taman itu luas."), path="taman.md", title="Taman", program=None)
RULES = document(
    section("Sanksi", "Melanggar ada sanksinya.", kind=Kind.ATURAN), path="aturan.md", title="Aturan", program=None
)
CITY = release(BUS, PARK, RULES)


def test_topics_that_are_asked_about_come_first_and_are_told_apart_from_others() -> None:
    groups = popular(CITY, ["Taman"], lambda _: True, 3)
    assert CITY.statements[groups[0][0]].document == "taman.md"
    assert len(groups) == 3
    assert asked_about(groups, ["Taman"], CITY) == 1


def test_what_may_not_be_told_now_or_is_gone_counts_for_no_other_topic() -> None:
    groups = popular(CITY, ["Taman", "Pasar"], lambda kind: kind is Kind.ATURAN, 3)
    assert [CITY.statements[one].document for (one,) in groups] == ["aturan.md"]
    assert asked_about(groups, ["Taman", "Pasar"], CITY) == 0
