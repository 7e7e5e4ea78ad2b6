"""Web pages that nest, unfold or name encodings that are none."""

from __future__ import annotations

from tests.ingestion.hostile.file import HARMLESS, TOO_MUCH, Hostile
from tests.ingestion.hostile.pdf import printed
from tests.ingestion.hostile.word import LAUGHS


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


PAGES = (
    Hostile("biner.html", lambda: bytes(range(256)) * 40, "not UTF-8|zero bytes"),
    Hostile("pdf.html", printed, "but it is a PDF"),
    Hostile("rtf.html", lambda: b"{\\rtf1 x}", "but it is a rich text file"),
    Hostile("sarang.html", lambda: page("<div>" * 20_000 + "Isi."), HARMLESS),
    Hostile("tabel.html", lambda: page("<table><tr><td>" * 3000 + "Isi."), HARMLESS),
    Hostile("tawa.html", lambda: f"<!DOCTYPE html [<!ENTITY a0 'ha'>{LAUGHS}]><p>&a11; Isi.</p>".encode(), HARMLESS),
    Hostile("luar.html", lambda: b"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a; Isi.</p>", HARMLESS),
    Hostile(
        "sandi.html", lambda: page("Isi.", '<meta charset="rot13">'), 'encoding "rot13" that it names is not known'
    ),
    Hostile("zip.html", lambda: page("Isi.", '<meta charset="zip">'), "is not known"),
    Hostile("entah.html", lambda: page("Isi.", '<meta charset="undefined">'), "is not known"),
    Hostile("skrip.html", lambda: page("<script>while(true){}</script>"), "empty"),
    Hostile("tanda.html", lambda: page("<a " * 2_000_000), "empty"),
    Hostile("sifat.html", lambda: page("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">Isi.</p>"), HARMLESS),
    Hostile("butir.html", lambda: page("<ul><li>Isi" * 200 + "<p>x" * 100_000), TOO_MUCH),
    Hostile("arah.html", lambda: page("<p>Gra\u202etis.</p>", "<meta charset=utf-8>"), HARMLESS),
)
