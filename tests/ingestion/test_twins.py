"""English twins: paired by position, and refused where they say something else."""

import pytest

from tests.ingestion.fakes import complaints, markdown, reading, told

NOTES = "\n[^A]: per 2025\n    Judul, Harian. <https://a.id>\n"
ENGLISH_NOTES = "\n[^A]: per 2025\n    Title, Daily. <https://a.id>\n"
BODY = "Rp1.500.000 per orang.[^A] Dibayar pukul 08.00.\n## Janji {kind=janji}\n"
BODY += "| Jenjang | Usia |\n|---|---|\n| S1 | 25 |\n"
TWIN = "Rp1,500,000 per person.[^A] It is paid at 8:00.\n## Promise\n| Level | Age |\n|---|---|\n| S1 | 25 |\n"


def folder(twin: str, extra: str = "") -> dict[str, str]:
    return {"a.md": markdown(BODY + NOTES), "a.en.md": markdown(twin + ENGLISH_NOTES, "Free study", extra)}


def test_a_twin_gives_each_statement_and_heading_its_english_words() -> None:
    found = reading(folder(TWIN))
    assert found.errors == ()
    (document,) = found.documents
    assert (document.twin_path, document.twin_title, document.language) == ("a.en.md", "Free study", "id")
    assert [section.twin_title for section in document.sections] == ["Free study", "Promise"]
    assert [section.kind for section in document.sections] == ["umum", "janji"]
    first, _, row = document.statements
    assert first.twin
    assert row.twin
    assert first.twin.document == "a.en.md"
    assert first.twin.text == "Rp1,500,000 per person."
    assert first.twin.footnotes[0].sources[0].title == "Title"
    assert (row.twin.text, row.twin.headers) == ("S1 | 25", "Level | Age")


def test_a_changed_twin_changes_the_digest_of_the_document() -> None:
    digests = {reading(folder(twin)).documents[0].digest for twin in (TWIN, TWIN.replace("paid", "given"))}
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("twin", "expected"),
    [
        (TWIN.replace("## Promise", ""), "a.en.md: a.md has 1 headings, its twin 0"),
        (TWIN.replace("## Promise", "# More\n## Promise"), "a.en.md: a.md has 1 headings, its twin 2"),
        (
            TWIN.replace(" It is paid at 8:00.", ""),
            'a.en.md: section "Kuliah gratis" of a.md: 2 statements there, 1 in its twin',
        ),
        (
            TWIN.replace("[^A]", "") + "\n- x[^A]",
            'a.en.md:4: section "Kuliah gratis" of a.md: line 4 there has [^A], its twin no footnote',
        ),
        (
            TWIN.replace("8:00", "9:00"),
            'a.en.md:4: section "Kuliah gratis" of a.md: line 4 there: the numbers differ: 800 there, 900 in its twin',
        ),
        (
            TWIN.replace("| 25 |", "| old |"),
            'a.en.md:8: section "Janji" of a.md: line 8 there: the numbers differ: 25 there, nothing in its twin',
        ),
    ],
)
def test_a_twin_that_does_not_match_is_an_error_with_section_and_line(twin: str, expected: str) -> None:
    assert complaints(folder(twin))[0] == expected


def test_a_twin_must_be_english_and_its_original_must_not() -> None:
    assert complaints(folder(TWIN, "language: id\n")) == ["a.en.md: it must be English, and a.md must not"]


def test_a_broken_twin_is_reported_and_its_original_not_read_without_it() -> None:
    found = reading(folder(TWIN.replace("[^A]", "[^Z]")))
    assert [str(error) for error in found.errors] == ["a.en.md:4: footnote [^Z] has no definition"]
    assert found.documents == ()


def test_a_twin_of_nothing_is_an_english_document_of_its_own() -> None:
    found = reading({"b.en.md": markdown("Free.", "Study")})
    assert [(each.path, each.language) for each in found.documents] == [("b.en.md", "en")]
    assert told(found.warnings) == ["b.en.md: no b.md beside it: read as an English document of its own"]
