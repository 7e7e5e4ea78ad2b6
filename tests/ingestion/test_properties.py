"""Front matter: what may stand in it, and what is said about what may not."""

import datetime as dt

import pytest

from bot.domain.documents import Kind
from bot.ingestion.properties import Properties, read_properties


def errors(text: str) -> list[str]:
    properties, found = read_properties(text, "a.md", first_line=2)
    assert (properties is None) == bool(found)
    return [str(error) for error in found]


def test_every_key_is_read() -> None:
    text = (
        "title: Kuliah   gratis\nprogram: pendidikan\nkind: pelaksanaan # janji | pelaksanaan\nlanguage: id\n"
        "date: 2025-06-19\nlatest: https://contoh.id/kabar\nreview_by: '2026-12-31'\n"
    )
    properties, found = read_properties(text, "a.md")
    assert found == []
    assert properties == Properties(
        "Kuliah gratis",
        "pendidikan",
        Kind.PELAKSANAAN,
        "id",
        dt.date(2025, 6, 19),
        "https://contoh.id/kabar",
        dt.date(2026, 12, 31),
    )


def test_an_empty_value_is_as_good_as_none() -> None:
    properties, _ = read_properties("title: A\nprogram:\nkind:\ndate:\n", "a.md")
    assert properties == Properties("A")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 'a.md:2: front matter has no "title"'),
        ("title:", 'a.md:2: front matter has no "title"'),
        (
            "title: A\nwarna: biru",
            'a.md:3: unknown key "warna"; known are title, program, kind, language, date, source, latest',
        ),
        ("title: A\ntitle: B", 'a.md:3: "title" is given twice'),
        ("title: [A, B]", 'a.md:2: "title" must be one line of text'),
        ("title: 2024", 'a.md:2: "title" must be text; write title: "2024"'),
        ("title: A\nkind: jani", 'a.md:3: "kind" is "jani"; it must be one of janji'),
        ("title: A\nlanguage: jv", 'a.md:3: "language" is "jv"; it must be one of id, en'),
        ("title: A\nreview_by: akhir tahun", 'a.md:3: "review_by" is "akhir tahun"; it must be a date like 2026-12-31'),
        ("title: A\ndate: 2026-02-30", 'a.md:3: "date" is "2026-02-30"; it must be a date'),
        ("title: A\nlatest: situs kami", 'a.md:3: "latest" must be a link'),
        ('title: "a\\ud800b"', 'a.md:2: "title" holds characters that can\'t be shown'),
        ("title: A\nkind: 'janji", "a.md:3: broken front matter: found unexpected end of stream"),
        ("title: Kuliah: gratis", "a.md:2: broken front matter: mapping values are not allowed here"),
        ("hanya teks", 'a.md:2: broken front matter: expected lines of "key: value"'),
        ("title: " + "[" * 15_000, "a.md:2: broken front matter: "),
        ("title: A\nprogram: " + "x" * 30_000, "a.md:2: broken front matter: longer than 20000 characters"),
        ("a: &a [x, x]\ntitle: [*a, *a, *a]", "a.md:2: unknown key"),
        ("<<: {title: A}", "a.md:2: unknown key"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, expected: str) -> None:
    assert errors(text)[0].startswith(expected)


def test_all_mistakes_are_told_at_once() -> None:
    assert len(errors("warna: biru\nkind: x\nlanguage: y")) == 3
