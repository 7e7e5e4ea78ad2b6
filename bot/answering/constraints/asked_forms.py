"""What a question asks for by its form (a time of day, a number, an amount), told by what looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from bot.answering.constraints.constraint import Constraint, Reading
from bot.domain.context import own

_MONEY = r"\brp|\b(?:juta|miliar|triliun|million|billion|trillion)\b"
_HOW_MUCH = (
    r"(?<=\bberapa )(?:rupiah|uang|duit)\b|(?<=\bhow much )money\b"
    r"|\b(?:denda|uang saku|harga|tarif|honor|gaji|biaya|ongkos|santunan)(?:nya)?(?= (?:itu |tuh? )?berapa\b)"
)
_HOW_LONG = r"(?<=\bberapa )(?:lama|hari|minggu|jam)\b(?! sekali)|\bhow long\b|(?<=\bhow many )(?:days|weeks|hours)\b"
_TIME_SPENT = (  # or from when to when
    r"\b(?:\d+|satu|dua|tiga|empat|lima|enam|delapan|one|two|three|four|five|six|eight)[ ×x\d–-]*"
    r"(?:jam|hari|minggu|bulan|tahun|semester|hours?|days?|weeks?|months?|years?|semesters?)\b"
    r"|\bse(?:hari|minggu|bulan|tahun)\b|\b(?:sejak|sampai|hingga|until|since)\b|\d [^\W\d_]*[–-]\d?"
)
_AWAITED = (  # so that it has no number yet
    r"\b(?:menunggu|belum (?:ada|(?:di)?terbit\w*|ditetapkan|keluar)|awaits?|awaiting|waiting for|not yet)\b"
)
_FORMS = tuple(  # what is asked for by its form, and how that form looks
    (re.compile(asked, re.IGNORECASE), re.compile(given, re.IGNORECASE))
    for asked, given in (
        (
            r"\b(?:jam|pukul)(?= berapa\b)|(?<=\bwhat )time\b",
            r"\b(?:jam|pukul|at) \d|\d[.:]\d\d (?:wita|wib|wit|am|pm)\b",
        ),
        (r"\bhari(?= apa\b)", r"\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|day\b"),
        (r"(?<=\bwhat )day\b", r"\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|day\b|\b\d{1,2} [A-Z]"),
        (
            r"\b(?:nomor|no)(?! (?:urut )?(?:\d|satu|dua|tiga)\b)(?: \w+){0,4}(?= berapa\b)|(?<=\bberapa )nomor\b",
            rf"(?:nomor|no\.?)(?: urut)? \d|\d+/|\b(?:uu|pp|pasal) \d|{_AWAITED}",
        ),
        (
            r"(?<=\bberapa )anggaran(?:nya)?\b|(?<!tahun )\banggaran(?:nya)?\b(?=.*\bberapa\b)|\bbudget\b",
            _MONEY,
        ),
        (_HOW_MUCH, rf"{_MONEY}|\b(?:ribu|rupiah|thousand)\b"),
        (_HOW_LONG, _TIME_SPENT),
    )
)
_UNTOLD = re.compile(  # that the number is not known is told, too
    r"\b(?:angka|besaran|jumlah|nilai|nominal|figures?|amounts?|number|sum)\b[^.:]*"
    r"\b(?:tidak (?:ada|di\w+|ter\w+|menyebut)|not|no)\b|\b(?:tidak menyebut|not (?:say|state|give)|gives? no)\b"
    r"[^.:]*\b(?:angka|besaran|jumlah|nilai|figures?|amounts?|number)\b",
    re.IGNORECASE,
)


def forms(reading: Reading) -> Iterator[Constraint]:
    """Yield the form of what is asked for, which a statement itself must have."""
    for form, given in _FORMS:
        if found := form.search(reading.query.said):
            yield Constraint("topic", found[0].lower(), partial(_gives, given), own)


def _gives(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None or _UNTOLD.search(text) is not None
