"""short.toml: what may be said first of a statement."""

import pytest

from bot.ingestion.campaign import read_campaign
from bot.ingestion.folder import Snapshot
from bot.ingestion.reading import read
from bot.ingestion.short_forms import shortened, unsaid
from tests.ingestion.fakes import Folder, markdown

BODY = "Bantuan paling banyak Rp9 juta untuk S2.[^A] Biaya kos tidak ditanggung Pemprov Contoh.[^A]\n\n[^A]: J, X.\n"
TWIN = "Help is at most Rp9 million for S2.[^A] Rent is not covered by Contoh.[^A]\n\n[^A]: J, X.\n"


def read_with(short: str, **files: str) -> tuple[list[str], list[str]]:
    """Return the short forms of the statements, in reading order, and what is told of those that are not used."""
    folder = Snapshot(Folder({"a.md": markdown(BODY), "short.toml": short, **files}))
    documents = read(folder).documents
    campaign, errors = read_campaign(folder, documents)
    assert not errors
    found = shortened(documents, campaign.shorts)
    told = [f"{one.phrase.key} {dict(one.phrase.values)}" for one in campaign.warnings]
    return [one.short for document in found for one in document.statements], told


def test_a_statement_has_the_short_form_that_points_at_it() -> None:
    assert read_with('"A: kos" = { id = "Kos tidak ditanggung." }') == (["", "Kos tidak ditanggung."], [])


def test_each_language_has_its_own() -> None:
    said = '"A: kos" = { id = "Kos tidak ditanggung.", en = "Rent is not covered." }'
    folder = Snapshot(Folder({"a.md": markdown(BODY), "a.en.md": markdown(TWIN), "short.toml": said}))
    documents = read(folder).documents
    campaign, errors = read_campaign(folder, documents)
    (found,) = shortened(documents, campaign.shorts)
    assert not errors
    assert [one.shown_in("en").short for one in found.statements] == ["", "Rent is not covered."]


@pytest.mark.parametrize(
    ("said", "lacking"),
    [
        ("Paling banyak Rp10 juta.", "10"),
        ("Paling banyak sembilan juta, tiga kali.", "tiga"),
        ("Kata Pemprov, Bupati setuju.", "Bupati"),
    ],
)
def test_what_says_a_number_or_name_that_its_statement_lacks_is_not_used(said: str, lacking: str) -> None:
    shorts, (told,) = read_with(f'"A: Rp9" = {{ id = "{said}" }}')
    assert shorts == ["", ""]
    assert told.startswith("finding-short-unsaid")
    assert lacking in told


def test_what_takes_too_many_words_is_not_used() -> None:
    shorts, (told,) = read_with(f'"A: kos" = {{ id = "{"kos " * 16}" }}')
    assert shorts == ["", ""]
    assert told.startswith("finding-short-long")


@pytest.mark.parametrize(("owner", "count"), [("A", 2), ("A: kuliah", 0), ("Q", 0)])
def test_what_points_at_none_or_several_is_not_used(owner: str, count: int) -> None:
    shorts, (told,) = read_with(f'"{owner}" = {{ id = "Kos." }}')
    assert shorts == ["", ""]
    assert f"'count': '{count}'" in told


def test_what_is_no_text_is_refused_with_its_line() -> None:
    folder = Snapshot(Folder({"a.md": markdown(BODY), "short.toml": '\n"A: kos" = 3'}))
    _, errors = read_campaign(folder, read(folder).documents)
    assert [str(one) for one in errors] == ['short.toml:2: "A: kos" must be a text, or { id = "…", en = "…" }']


def test_a_capital_that_begins_a_sentence_is_no_name() -> None:
    assert [*unsaid("Tidak. Hanya uang kuliah.", "hanya uang kuliah yang ditanggung, lainnya tidak", "id")] == []


def test_a_name_with_an_apostrophe_is_one_and_whose_something_is_does_not_count() -> None:
    told = "Camat Sa'ad Wulan menetapkannya; Contoh's office said so."
    assert [*unsaid("Oleh Sa'ad Wulan, kata Contoh.", told, "en")] == []
    assert [*unsaid("Oleh Sa'ud Wulan.", told, "id")] == ["Sa'ud"]
