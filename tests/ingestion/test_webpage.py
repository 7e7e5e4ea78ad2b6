"""HTML: headings, paragraphs, items and rows, as a visitor reads them."""

from tests.ingestion.fakes import complaints, reading

PAGE = """<!doctype html><html><head><title>Tak dibaca</title><style>p{}</style></head><body>
<nav><a href=/>Beranda</a></nav><script>var a = "x";</script><!-- catatan -->
<h1>Kuliah gratis</h1>Teks <b>lepas</b>.
<p>Rp5&nbsp;juta &amp; gratis. Untuk S<sub>1</sub>.<br>Baris baru.</p>
<div>Dalam <span>div</span>.<p>Lalu p. Syarat:</p></div>
<ul><li>Punya KTP. Asli.<ul><li>anak</li></ul></li><li><p>Sehat</p><p>jasmani</p></li></ul>
<h2>Besaran</h2>
<table><tr><th>Jenjang<th>Rp</tr><tr><td>S1<td></td></tr><tr><td><p>S2</p><p>penuh</p></td><td>7</td></tr></table>
</body></html>"""


def test_a_page_becomes_sections_and_statements_in_reading_order() -> None:
    found = reading({"a.html": PAGE, "a.html.yaml": "title: Kuliah gratis\nkind: janji"})
    assert found.errors == ()
    lead, amounts = found.documents[0].sections
    assert (lead.slug, lead.kind, amounts.slug, amounts.path) == ("kuliah-gratis", "janji", "besaran", ())
    assert [(each.text, each.group) for each in lead.statements] == [
        ("Teks lepas.", None),
        ("Rp5 juta & gratis.", None),
        ("Untuk S1.", None),
        ("Baris baru.", None),
        ("Dalam div.", None),
        ("Lalu p.", None),
        ("Syarat:", 1),
        ("Punya KTP. Asli.", 1),
        ("anak", 1),
        ("Sehat jasmani", 1),
    ]
    assert [(each.text, each.headers, each.group) for each in amounts.statements] == [
        ("S1 |", "Jenjang | Rp", 1),
        ("S2 penuh | 7", "Jenjang | Rp", 1),
    ]


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = '<meta charset="windows-1252"><p>Caf\xe9.</p>'.encode("cp1252")
    found = reading({"a.htm": page, "a.htm.yaml": "title: A"})
    assert [each.text for each in found.documents[0].statements] == ["Café."]


def test_an_undeclared_or_unknown_encoding_is_an_error() -> None:
    yaml = {"a.html.yaml": "title: A"}
    assert complaints({"a.html": b"<p>x\n<p>Caf\xe9", **yaml})[0].startswith("a.html:2: not UTF-8: byte 11")
    assert complaints({"a.html": '<meta charset="klingon"><p>x', **yaml}) == [
        'a.html: the encoding "klingon" that it names is not known'
    ]


def test_deep_nesting_does_no_harm() -> None:
    page = "<div>" * 3000 + "<p>Isi.</p>" + "</div>" * 3000
    found = reading({"a.html": page, "a.html.yaml": "title: A"})
    assert [each.text for each in found.documents[0].statements] == ["Isi."]


def test_a_page_without_text_is_an_error() -> None:
    assert complaints({"a.html": "<script>1</script>", "a.html.yaml": "title: A"}) == [
        "a.html: empty: there is nothing in it to quote"
    ]
