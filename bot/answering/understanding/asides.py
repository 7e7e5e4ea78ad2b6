"""What a question tells by the way (where somebody comes from, works, what they use) and asks nothing about."""

from __future__ import annotations

import re

from bot.answering.understanding.clauses import BREAK, asking_sentences, says_what_about
from bot.language.classes import pattern, spelled
from bot.language.matcher import between_blanks

_BREAK = pattern(BREAK + r"|:\s+|\s+(?={but}\s)", re.NOFLAG)
_ASKS = pattern(
    r"\b{interrogative}(?:kah)?\b|^\W*(?:{asks_if}|{auxiliary})\b|\b{asks_if}(?:kah| tidak)\b|\?|\b{inquires}\b"
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+")
_OF_SELF = pattern(
    r" (?:{self}|{self_being}|{kin}(?:ku)?|(?<! saja )(?<! only )nih) "
    r"|^ (?:kerja|bekerja|kerjo|begawi|tinggal|domisili|berdomisili|jualan|dagang|merantau|pindah|pindahan|perantau"
    r"|lulusan|alumni|asal|working|living|based) ",  # as in chats, where it goes without saying who
    re.NOFLAG,
)
_THERE = re.compile(r"\b(?:di sana|di situ|disana|disitu|nang kono|ning kono|di sia|there)\b", re.IGNORECASE)
_SELF, _KIN = spelled("(?:{self}|{self_being})"), spelled("{kin}")
_FROM = "dari|asal|soko|seko|saking|saka|matan|pole|from"
_IN = "di|in|at|near|dekat|nang|ning|neng"
_AREA = r"(?: (?:kota|kabupaten|kab|daerah|provinsi|pulau|the|central|east|west|north|south))?"
_ORIGIN = re.compile(
    rf" (?:asal|asalnya|asli|aslinya|keturunan|turunan|kelahiran|pindahan|perantau|perantauan|suku"
    r"|(?<!berapa )(?<!banyak )(?<!jumlah )(?:orang|urang|wong)"
    r"|(?:alumni|lulusan|jebolan|tamatan)(?: [^\W\d_]+){0,2}"
    r"|(?:pindah\w*(?: (?:kerja|tugas|sekolah|domisili|rumah|kuliah))?|merantau|berasal|asal\w*|datang|pulang|mudik"
    r"|hijrah|asli\w*|transmigran|eks|mutasi"
    rf"|moved?(?: \w+)?|c[ao]me|originally|hail|back|transferred|relocated) (?:{_FROM})"
    rf"|(?:lahir|besar|dibesarkan|dulunya?|lama|born|raised|grew up|used to live|lived) (?:{_IN})"
    rf"|(?:{_SELF}|{_KIN})(?: (?:saya|aku|kami|ini|itu|memang|baru|are|is|was))? (?:{_FROM})"
    r"|(?:liburan|berlibur|jalan jalan|wisata|turis|tamu|kunjungan|mampir|perjalanan|on holiday|on vacation|on a trip"
    r"|visiting|visitors?|tourists?|travell?ing|flew in|arrived|landed|here|over) (?:dari|from)"
    rf"|{_KIN}(?: (?:saya|aku|kami|ku|nya|yang|who|whos|is|lives?|living|tinggal|kerja|bekerja)){{1,3}} (?:{_IN})"
    rf"|(?:my|our) {_KIN} (?:{_IN})"
    rf"){_AREA}$"
)
_PAPERS = re.compile(  # where their papers are from, which is what a rule is asked for
    r" (?:e )?(?:ktp|kk|identitas|domisili)(?:nya|ku)?(?: (?:saya|aku|kami|dia|masih|luar|provinsi|asal|dari|di))*$"
)
_SEATED = re.compile(  # what has its seat there, and acts elsewhere
    r" (?:kementerian|kementrian|kemensos|menteri|pusat|pusatnya|istana|mk|mahkamah konstitusi|kantor pusat\w*"
    r"|markas\w*|ministry|minister|headquarters|headquartered|head office|capital)(?: (?:is|itu|ada))?"
    r"(?: (?:di|in|at))?$"
)
_NAMED_AFTER = re.compile(  # what bears the name of a place and is none: "bahasa Jepang", "nasi Padang"
    r" (?:bahasa|sastra|suku|adat|marga|logat|jalan|jl|jln|gang|nasi|masakan|kopi|batik|gereja|lagu|drama|film|mobil"
    r"|motor|(?:umrah|umroh|haji|ziarah)(?: [^\W\d_]+)? ke|komunitas|paguyuban|ikatan|street|mie|soto|sate)$"
)
_LIKENED = re.compile(
    r" (?:kayak|kaya|seperti|mirip|ala|bak|macam|koyo|like) (?:di|artis|aktor|aktris"
    r"|bintang|model|idol|boneka|orang|film|drama|in|an? actor|an? actress|an? star)$"
)
_COMPARED = pattern(  # behind what is asked: "UMP berapa, lebih tinggi dari Contoh?"
    r" {interrogative}\b.*"
    r" (?:lebih \w+ (?:dari|daripada|dibanding)|(?:higher|lower|more|less|better|bigger)(?: \w+)? than(?: in)?)$",
    re.NOFLAG,
)
_ASIDES = (_ORIGIN, _PAPERS, _SEATED, _NAMED_AFTER, _LIKENED, _COMPARED)
_SUPPOSED = pattern(  # a reason that is only supposed, where the reason is asked or is to be settled
    r"(?:\b(?:bukan|not) )?\b(?:karena|gara gara|gara-gara|because of|because|due to)"
    r"(?: (?!{interrogative})[^\W\d_]+)+"
)
_REASON = re.compile(
    r"\b(?:alasan\w*|kenapa|mengapa|sebab\w*|kan|bukan\w*|benar|betul|why|reason|right)\b", re.IGNORECASE
)


def asked(question: str) -> str:
    """Return the clauses of a question that ask, if they say what about; those that tell of the asker are left out.

    "Saya dari Malang, berapa upah minimum?" asks about no Malang, "Saya pindah ke Malang. Berapa upah di sana?" does.
    """
    if _THERE.search(question):
        return question
    asking = asking_sentences(question)
    clauses = _BREAK.split(asking)
    left = [clause for clause in clauses if _ASKS.search(clause) or not _OF_SELF.search(between_blanks(clause))]
    said = ", ".join(left)
    return said if len(left) < len(clauses) and says_what_about(said) else asking


def bare(question: str) -> str:
    """Return a question without the sentences that cry out or tell of the asker and ask nothing, if any other asks.

    "Sombong amat! Terus sisanya di mana?" goes on from an answer, "and how fast? I only found out yesterday" does, too.
    """
    if "!" not in question and "?" not in question.rstrip(" ?"):
        return question
    parts = _SENTENCE.split(question)
    asking = [one for one in parts if _ASKS.search(one)]
    if not asking or len(asking) == len(parts):
        return question
    kept = (one for one in parts if one in asking or not (one.endswith("!") or _OF_SELF.search(between_blanks(one))))
    return " ".join(kept)


def without_supposed(spoken: str) -> str:
    """Return words between blanks without a reason that is only supposed: "dicoret karena nilainya jelek kan?"."""
    left = _SUPPOSED.sub(" ", spoken)
    return left if _REASON.search(left) or (left != spoken and _REASON.search(spoken)) else spoken


def is_aside(spoken: str, place: str) -> bool:
    """Return whether a place is only named as what somebody comes from, where their family lives, or for a likeness."""
    heads = [spoken[: found.start()] for found in re.finditer(rf"(?= {re.escape(place)}(?:nya)? )", spoken)]
    return bool(heads) and all(any(one.search(head) for one in _ASIDES) for head in heads)
