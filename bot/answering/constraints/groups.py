"""Which groups of people a question asks for in particular: not whose who asks is, nor one that is an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.language import specifics
from bot.language.classes import spelled
from bot.language.matcher import between_blanks, named_in

_LEVELS = tuple(name for names in specifics.STAGE_NAMES.values() for name in names if " " in name)
_CLAUSES = re.compile(r"[,.;:?!\n]+")
_BENEFIT = rf"(?:{'|'.join(sorted(specifics.BENEFITS))})(?:nya)?"
_FOR = "untuk|buat|bagi|kepada|khusus|for|to"
_GETS = "dapat|dapatkan|didapat|menerima|terima|kebagian|memperoleh|diberi|dikasih|dijanjikan|gets?|receives?"
_TELLS_WHO = spelled(  # what follows is no benefit's
    "{self}|{self_being}|{kin}|yang|jadi|menjadi|ikut|kayak|seperti|who|that|like|mau|ingin"
)
_BETWEEN = rf"(?:(?!(?:{_TELLS_WHO}) )[^\W\d_]+ )"  # a word of no such kind
_MEMBER = (  # a group of those who are in a program: the program is asked about
    r"(?!(?:yang|who|that) (?:sudah |mau |ingin |akan |is |are )?"
    r"(?:ikut|jadi|menjadi|terdaftar|daftar|peserta|punya|beli|membeli|kuliah|masuk|join|insured|buy|study))"
)


def groups(asking: str) -> Iterator[tuple[str, ...]]:
    """Yield the groups of people for which a question asks what they are given or promised, the said name first.

    "Insentif bidan berapa" asks for midwives; "saya bidan, upah minimum berapa" and "kalau bidan yang ikut BPJS
    meninggal, santunannya berapa" ask what holds for everybody. `asking` is what asks of what is said.
    """
    clauses = [_without_levels(between_blanks(one)) for one in _CLAUSES.split(asking)]
    for names in named_in(_without_levels(between_blanks(asking)), specifics.GROUPS):
        if any(map(_given_to(names[0]).search, clauses)):
            yield names


def _without_levels(spoken: str) -> str:
    """Return words between blanks without the levels of education that begin as groups do: "dokter spesialis"."""
    for level in _LEVELS:
        spoken = spoken.replace(f" {level} ", " ")
    return spoken


@cache
def _given_to(name: str) -> re.Pattern[str]:
    """Return what finds a benefit of a group in words between blanks; all names come from `specifics`."""
    group = rf"{name}(?:nya)? {_MEMBER}"
    return re.compile(
        rf" {_BENEFIT} {_BETWEEN}{{0,3}}{group}"
        rf"| (?:{_FOR}) {_BETWEEN}?{group}{_BETWEEN}{{0,2}}{_BENEFIT} "
        rf"| {group}{_BETWEEN}{{0,2}}(?:{_GETS}) {_BETWEEN}{{0,2}}(?:{_BENEFIT}|apa|berapa) "
    )
