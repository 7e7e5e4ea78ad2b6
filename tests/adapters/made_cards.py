"""Share cards to draw: `made(part(quote("Isi.", 1)))`."""

from __future__ import annotations

from bot.domain.answers import Quote
from bot.domain.documents import Kind
from bot.domain.pictures import Card, CardPart, CardSource

LINK = "https://t.me/tanya_contoh_bot?start=a_K7M2R9XW4TAB"
CODE = "K7M2-R9XW-4TAB"
MORE = "Selengkapnya: pindai kode QR di bawah"


def quote(text: str, *marks: int, item: bool = False, headers: str = "") -> Quote:
    return Quote(text, text, marks, headers, item)


def part(*quotes: Quote, title: str = "Beasiswa", kind: Kind = Kind.PELAKSANAAN, label: str = "✅ Isi") -> CardPart:
    return CardPart(title, kind, label, quotes)


def made(
    *parts: CardPart,
    title: str = "Beasiswa",
    sources: tuple[str, ...] = ("Harian Contoh, 17 Apr 2025",),
    link: str = LINK,
    notes: tuple[str, ...] = (),
    campaign: str = "Bot Sari–Wira",
    run_by: str = "Dijalankan oleh tim Sari–Wira; bukan layanan pemerintah",
) -> Card:
    return Card(
        title=title,
        parts=parts,
        sources=tuple(CardSource((n,), text) for n, text in enumerate(sources, start=1)),
        campaign=campaign,
        run_by=run_by,
        link=link,
        code=CODE,
        check="Cek keasliannya: pindai QR, atau kirim kode ini ke t.me/tanya_contoh_bot",
        sources_title="Sumber",
        more=MORE,
        notes=notes,
    )
