"""A text that only doubts the answer before it, or only asks for its source: "emang bener?", "kata siapa?"."""

from __future__ import annotations

from bot.domain.answers import Reason
from bot.language.tokens import words

_DOUBT = frozenset(
    "bener benar benarkah betul betulkah beneran bnr yakin serius masa sungguh sungguhan tenan temenan bujur hoaks "
    "hoax bohong true really sure seriously".split()
)
_AROUND_DOUBT = frozenset(
    "emang emangnya memang memangnya apa apakah sih itu ini gak ga gk ngga nggak tidak bukan kan ya yg yang nih tuh "
    "dong kok ah lah tah kah iya min is are you that it this not".split()
)
_SOURCE = frozenset(
    "sumber sumbernya sumbere sumberna source sources bukti buktinya buktine proof evidence link linknya tautan "
    "tautannya referensi referensinya reference references rujukan rujukannya citation citations".split()
)
_WHO_SAYS = (  # words that together ask for the source
    *({"siapa", word} for word in "kata katanya menurut bilang ngomong nulis menulis".split()),
    *({"sopo", word} for word in "jare ngomong".split()),
    *({"jar", word} for word in ("siapa", "sapa")),
    *({"mana", word} for word in "tahu tau info infonya data datanya berita beritanya kabar media koran".split()),
    *({"apa", word} for word in "media koran".split()),
    *({word, "says"} for word in ("who", "where")),
    {"how", "know"},
    {"where", "from"},
    {"according", "whom"},
)
_SAYS_WHO = frozenset().union(*_WHO_SAYS)
_AROUND_SOURCE = (
    _DOUBT
    | _AROUND_DOUBT
    | frozenset(
        "dari di ke ada mana ngendi endi kah dan soko saka teko boleh bisa minta lihat kasih kirim tolong coba mau nya "
        "tadi tersebut jawaban jawabannya kamu kalian lo lu pean pian ikam kak bang bu pak mas mbak kakak bot angka "
        "angkanya asal asalnya dapat dapet dapetnya aslinya resmi resminya jelas jelasnya to for a an any the what "
        "whats where can could please give me show see i do did does your get from there have one of".split()
    )
)


def about_the_answer(text: str) -> Reason | None:
    """Return whether a text only doubts the answer before it, or asks for its sources; None if it does neither."""
    if asks_to_confirm(text):
        return Reason.CONFIRMED
    return Reason.SOURCES if asks_for_source(text) else None


def asks_to_confirm(text: str) -> bool:
    """Return whether a text only doubts the answer before it: "emang bener?"."""
    spoken = set(words(text))
    return bool(spoken & _DOUBT) and spoken <= _DOUBT | _AROUND_DOUBT


def asks_for_source(text: str) -> bool:
    """Return whether a text only asks where the answer before it comes from: "sumbernya?", "kata siapa?"."""
    spoken = set(words(text))
    asked = spoken & _SOURCE or any(together <= spoken for together in _WHO_SAYS)
    return bool(asked) and spoken <= _SOURCE | _SAYS_WHO | _AROUND_SOURCE
