"""Markdown, plain text, their front matter, names of files, and data files."""

from __future__ import annotations

from tests.ingestion.hostile.file import HARMLESS, MEGABYTE, TOO_MUCH, Hostile, markdown
from tests.ingestion.hostile.webpage import page
from tests.ingestion.hostile.word import zipped

TEXTS = (
    Hostile("nol.md", lambda: markdown("Isi\0."), "zero bytes"),
    Hostile("latin.md", lambda: markdown("Isi é.".encode("latin-1")), "not UTF-8"),
    Hostile("utf16.md", lambda: markdown("Isi.").decode().encode("utf-16-le"), "zero bytes"),
    Hostile("utf7.md", lambda: markdown("Isi +AGEAYgBj-."), HARMLESS),
    Hostile("kutip.md", lambda: markdown(">" * 30_000 + "Isi."), "nested too deeply"),
    Hostile("daftar.md", lambda: markdown("- " * 15_000 + "Isi."), "nested too deeply"),
    Hostile("kutip-besar.md", lambda: markdown((">" * 200 + "a\n") * 5000), "nested too deeply"),
    Hostile("catatan.md", lambda: markdown("".join(f"a[^{n}]\n\n[^{n}]: J, X.\n\n" for n in range(200_000))), TOO_MUCH),
    Hostile("label.md", lambda: markdown("[^" * 15_000), "a footnote label of more than"),
    Hostile("kurung.md", lambda: markdown("[" * 30_000), HARMLESS),
    Hostile("tekanan.md", lambda: markdown("*a **b " * 4000), HARMLESS),
    Hostile("titik.md", lambda: markdown("." * 30_000), HARMLESS),
    Hostile("kalimat.md", lambda: markdown("A. " * 10_000), HARMLESS),
    Hostile("kepala.md", lambda: markdown("# " + "a" * 15_000 + "\n" + "## b\nIsi.\n" * 1000), HARMLESS),
    Hostile("kepala-banyak.md", lambda: markdown("## b\nIsi.\n" * 15_000), TOO_MUCH),
    Hostile(
        "catatan-panjang.md",
        lambda: markdown("a[^A]\n\n" * 1000 + "[^A]: " + "J " * 9000),
        "longer than 5000 characters",
    ),
    Hostile(
        "tanda.md",
        lambda: markdown(
            "Isi" + "".join(f"[^{n}]" for n in range(60)) + "\n\n" + "".join(f"[^{n}]: J, X.\n" for n in range(60))
        ),
        "more than 50 footnotes",
    ),
    Hostile("arah.md", lambda: markdown("Gra\u202etis\u200b.\U000e0041"), HARMLESS),
    Hostile("layar.md", lambda: markdown("Isi.", 'title: A\n"\\e[31m": x'), r"unknown key \"\?\[31m\""),
    Hostile("halaman.md", lambda: page("Isi."), "but it is a web page"),
    Hostile("gambar.md", lambda: b"\x89PNG\r\n\x1a\n", "but it is a picture"),
    Hostile("kosong.md", lambda: b"", "front matter is missing"),
    Hostile("tak-tutup.md", lambda: b"---\ntitle: A\n" + b"a: b\n" * 5000, "has no closing line"),
    Hostile(
        "anjangan.md",
        lambda: markdown(
            "Isi.", "\n".join(["title: A", "a0: &a0 x"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)])
        ),
        "unknown key",
    ),
    Hostile("diri.md", lambda: markdown("Isi.", "title: &a [*a]"), "one line of text"),
    Hostile(
        "python.md", lambda: markdown("Isi.", "title: !!python/object/apply:os.system ['touch x']"), "one line of text"
    ),
    Hostile("python-nama.md", lambda: markdown("Isi.", "title: !!python/name:os.system x"), "must be text"),
    Hostile("ganda.md", lambda: markdown("Isi.", "title: A\ntitle: B"), "given twice"),
    Hostile("gabung.md", lambda: markdown("Isi.", "<<: {title: A}"), "unknown key"),
    Hostile("sarang-yaml.md", lambda: markdown("Isi.", "title: " + "[" * 19_000), "broken front matter"),
    Hostile("besar-yaml.md", lambda: markdown("Isi.", "title: " + "a" * 2 * MEGABYTE), "longer than 20000"),
    Hostile("angka.md", lambda: markdown("Isi.", "title: 2024"), "must be text"),
    Hostile("tanggal.md", lambda: markdown("Isi.", "title: 2024-11-27"), "must be text"),
    Hostile("ya.md", lambda: markdown("Isi.", "title: yes"), "must be text"),
    Hostile("judul.md", lambda: markdown("Isi.", 'title: "A\\u202eB"'), "can't be shown"),
    Hostile("besar.md", lambda: markdown("a" * 21 * MEGABYTE), "larger than 20 MB"),
    Hostile("satu-kata.md", lambda: markdown("a" * 200_000), HARMLESS),
    Hostile("satu-baris.txt", lambda: b"Gratis. " * 250_000, "a paragraph of more than 50,000"),
    Hostile("gzip.txt", lambda: b"\x1f\x8b\x08" + bytes(100), "but it is an archive"),
    Hostile("program.txt", lambda: b"\x7fELF" + bytes(100), "but it is a program"),
    Hostile("baris.txt", lambda: b"a.\n\n" * 200_000, TOO_MUCH),
    Hostile("nol.txt", lambda: b"Isi\0", "zero bytes"),
    Hostile("lain.zip", lambda: zipped({"a": "a"}), "unsupported type"),
    Hostile("lain.exe", lambda: b"MZ", "unsupported type"),
)
NAMES = tuple(
    Hostile(path, lambda: markdown("Isi."), said)
    for path, said in {
        "nul.md": "can't be used on Windows",
        "CON.txt": "can't be used on Windows",
        "a\x1b[31m.md": r"^a\?\[31m\.md: its name holds characters",
        "a\nb.md": "its name holds characters",
        "a\u202edm.txt": "its name holds characters",
        "a\\..\\x.md": "its name holds",
        "c:x.md": "its name holds",
        "a#b.md": "its name holds",
        "spasi.md ": "can't be used on Windows",
        "a" * 200 + ".md": "longer than 180 bytes",
        "d/" * 15 + "a.md": "more than 12 folders",
    }.items()
)
DATA = (
    Hostile("phrasings.toml", lambda: b"a = " + b"[" * 50_000, "not valid TOML"),
    Hostile("names.toml", lambda: b"a." * 20_000 + b"a = 1", "more than 200 full stops"),
    Hostile("absent.toml", lambda: b"a = " + b"1" * 5000, "not valid TOML"),
    Hostile("intents.toml", lambda: b"".join(b"a%d = 1\n" % n for n in range(20_000)), "and 19900 more mistakes"),
    Hostile("bus/phrasings.toml", lambda: b"[" + b"a." * 20_000 + b"a]", "more than 200 full stops"),
)
