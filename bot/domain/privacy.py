"""A person as a keyed hash, and texts without what tells who wrote them."""

from __future__ import annotations

import hashlib
import hmac
import re

# Digits, in all the ways people break them up. The first line that fits at a place decides, so that an amount or a
# date is kept whole before it could pass for the beginning of somebody's number.
NUMBERS = re.compile(
    r"""
    (?<!\d) (?:
      (?P<nik> \d(?:\ ?\d){15} (?!\d) | \d(?:\.?\d){15} (?!\d) | \d(?:-?\d){15} (?!\d) )
    | (?P<kept> Rp\.?\ ? (?: [1-9]\d{0,2} (?:\.\d{3})+ (?:,\d+)? | [1-9]\d{0,14} ) (?! [.-]?\d )    # Rp3.579.313,77
      | [0-3]?\d [-./] [01]?\d [-./] (?:19|20)\d\d (?! [-./]?\d )                                 # 27-11-2024
      | (?:19|20)\d\d [-/] [01]\d [-/] [0-3]\d (?! [-/]?\d )                                      # 2024-11-27
      | [0-2]?\d [.:] [0-5]\d \ ?[-–]\ ? [0-2]?\d [.:] [0-5]\d (?! [-.]?\d ) )                    # 08.15-16.00
    | (?P<phone> (?: \(?\+?\ ?62\)? | 0062 | 0 ) SEP{0,3} 8 (?: SEP{0,3} \d ){7,11} (?!\d)       # 0812-3456-7890
      | \+ (?: SEP{0,2} \d ){9,15} (?!\d)                                                         # +60 12-345 6789
      | \(? 0\d{2,3} \)? SEP{1,2} \d{3,4} SEP? \d{3,4} (?!\d) )                                   # (0541) 123456
    | (?P<amount> [1-9]\d{0,2} (?:\.\d{3})+ (?:,\d+)? (?! [.-]?\d )                               # 3.762.431
      | [1-9]\d{0,14} (?= \ ?(?:rupiah|suara)\b )
      | (?:19|20)\d\d (?= \  ) )                                                                  # 2025 3.579.313
    | (?P<nik_mixed> \d (?: [.\- ]? \d ){15} (?!\d) )
    | (?P<account> \d (?: [.-]? \d ){8,} | (?= (?:\ ?\d){10} ) \d{3,4} (?: \ \d{3,4} ){2,} )
    )
    """.replace("SEP", r"[ \xa0.\-–()_]"),
    re.IGNORECASE | re.VERBOSE,
)
FAIR = frozenset({"kept", "amount"})

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+ ?(?:@|[(\[]at[)\]]) ?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
BOT_TOKEN = re.compile(r"(?<!\d)\d+:[\w-]{30,}")
PRIVATE_LINK = re.compile(r"(https?://[^\s?#]+)[?#]\S+", re.IGNORECASE)  # what follows ? or # may open an account
ACCOUNT = re.compile(r"(?<!\w)@[a-z_]\w{2,}|\b(?:t\.me|instagram\.com|facebook\.com)/[\w.+]+", re.IGNORECASE)

OWN = r"(?:saya|sy|aku|ak|ku|gue|gw|ulun|kulo|kula|kami|kita|beliau|dia|etam)"
BE = r"\s*+(?:(?:adalah|ialah|yaitu|itu|is)\b|[:=,])?+\s*+"
KIN = r"(?:lengkap|asli|panggilan|ibu(?: kandung)?|ayah|bapak|anak|suami|istri|adik|kakak|orang tua)"
# What follows "nama saya" when the question is about a list ("kenapa nama saya belum muncul?") or goes on.
NOT_A_NAME = "|".join(
    """
    ada adalah agar aku alamat apa apakah asal atau bagaimana belum beda berapa berbeda berhak bisa blm bukan cek
    dan dapat dapet dari daftar dengan di dicatut dihapus dipakai ditolak gagal gak ga gimana harus hilang hp ikut
    ingin ini itu jadi juga kah kalau kalo kapan karena ke keluar kenapa kk kok ktp kuliah lahir lolos mahasiswa
    masih masuk mau mengapa mohon muncul namun nggak ngga nik no nomor padahal pada pelajar pernah program salah
    sama sampai saya sbg sdh sebagai sedang semester sesuai siapa siswa sudah sy tak tanggal tanya tapi telah
    tercantum tercatat terdaftar terhapus tetap tdk tidak tinggal udah umur untuk usia utk warga yang yg am and are
    at can how i is not on what when where
    """.split()
)
NAME_WORD = rf"(?!(?:{NOT_A_NAME})\b)(?:[^\W\d_]{{1,3}}\.|[^\W\d_]+(?:['’`-][^\W\d_]+)*)"
CALLED = r"(?:nama|jeneng|asma|ngaran)"  # Indonesian, Javanese, Banjar and Kutai
NAME = re.compile(
    rf"(\b{CALLED}(?: {KIN})? ?{OWN}\b{BE}|\b{CALLED}(?: {KIN})?\s*[:=]\s*|\b{OWN} bernama |\bpanggil {OWN} "
    rf"|\b(?:per)?kenalkan,? {OWN} |\b(?:atas nama|a\.n\.) |\b(?:my|his|her) (?:full )?name\b(?:'s)?{BE})"
    rf"(?:{NAME_WORD})(?: +{NAME_WORD}){{0,3}}",
    re.IGNORECASE,
)

NOT_A_STREET = r"(?:pasangan|paslon|calon|urut|program|janji|yang|yg|dari|apa|mana|untuk)"
STREET = re.compile(
    rf"\b(?:jl|jln|jalan|gg|gang|perum|perumahan|kompleks?)\b\.? *(?:(?!{NOT_A_STREET}\b)[\w.'’/-]+,? +){{1,6}}?"
    r"(?:no|nomor|blok|rt)\b\.? *[a-z]?-?\d+[a-z]?\b",
    re.IGNORECASE,
)
NEIGHBOURHOOD = re.compile(
    r"\brt *[/.]? *rw *[.:]? *\d{1,3} *[/-] *\d{1,3}\b"
    r"|\brt\.? *\d{1,3}\b(?! *(?:rb|ribu|jt|juta|m|miliar|triliun|persen|orang|unit)\b| *%)"
    r"(?: *[,/]? *rw\.? *\d{1,3}\b)?",
    re.IGNORECASE,
)
NOT_AN_ADDRESS = r"(?:(?:di )?luar|tidak|tdk|gak?|nggak|bukan|beda|berbeda|pindah|sesuai|sudah|belum|masih|harus|salah)"
NEXT_CLAUSE = r"[,.]? +(?:apa|apakah|mau|bisa|bagaimana|gimana|kenapa|kapan|tapi|dan|can|how|is|am|do)\b"
ADDRESS = re.compile(
    rf"(\balamat(?: (?:rumah|lengkap|ktp))?(?: ?{OWN}\b{BE}|\s*[:=]\s*)|\bmy address\b{BE})"
    rf"(?!{NOT_AN_ADDRESS}\b)(?:(?!{NEXT_CLAUSE})[^?!;\n]){{3,80}}",
    re.IGNORECASE,
)

WORDED = (
    (EMAIL, "[email]"),
    (BOT_TOKEN, "[rahasia]"),
    (PRIVATE_LINK, r"\1?[rahasia]"),
    (ACCOUNT, "[akun]"),
    (ADDRESS, r"\1[alamat]"),
    (STREET, "[alamat]"),
    (NEIGHBOURHOOD, "[alamat]"),
    (NAME, r"\1[nama]"),
)


def person_hash(secret: bytes, *ids: int | str) -> str:
    """Return 32 hexadecimal digits (HMAC-SHA256) that stand for a person, or for a person in a chat.

    Raises ValueError if the secret is empty: such hashes could be undone by trying every id.
    """
    if not secret:
        raise ValueError("a person can't be hashed with an empty secret")
    message = "\x00".join(str(part) for part in ids).encode()
    return hmac.new(secret, message, hashlib.sha256).hexdigest()[:32]


def scrub(text: str) -> str:
    """Return a text with personal data replaced by [nomor], [nama], [alamat], [email], [akun] or [rahasia].

    It rather takes a word too many than one too few; amounts, dates, ages, votes and rules keep their numbers.
    """
    for pattern, placeholder in WORDED:
        text = pattern.sub(placeholder, text)
    return NUMBERS.sub(lambda found: found[0] if found.lastgroup in FAIR else "[nomor]", text)
