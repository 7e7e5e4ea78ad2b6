"""What a question crosses by its very words: rules so narrow that no fair question meets them."""

from __future__ import annotations

import re

_STEERING = re.compile(
    r"(?:^|[.,;:!?\n]|\b(?:tolong|coba|sekarang|please|now))\s*(?:abaikan|hiraukan|lupakan|ignore|disregard|forget)\b"
    r"[^.?!\n]{0,25}\b(?:instruksi|perintah|aturan|prompt|instructions?|rules|prompts?)(?:mu\b|nya\b|\b)"
    r"(?!\W+(?:dari |the |of )?(?:partai|pusat|dpp|ketua|pimpinan|party|kpu|bawaslu)\b)"
    r"|\b(?:system|sistem|developer) ?prompt\b|\bprompt (?:sistem|system|rahasia)"
    r"|\b(?:kasih|minta|bocorkan|sebutkan|tampilkan|berapa|give|show|print|reveal|what'?s|what is)\b"
    r"(?:(?!\b(?:aturan|soal|tentang|kenapa|rules?|about|an?)\b)[^.?!\n]){0,20}"
    r"\b(?:token bot|bot token|api[ -]?key|password server)\b"
    r"|\bjailbreak\b|\bdeveloper mode\b|\bmode developer\b",
    re.IGNORECASE,
)
_NUMBER_OF_SOMEONE = re.compile(r"(?<!\d)(?:\d{16}|(?:\+?62|0)8\d{7,11})(?!\d)")
_WHOSE = re.compile(r"\b(?:siapa|sapa|punya|pemilik|milik|lacak|whose|who|owner|alamat|datanya|trace)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:saya|aku|sy|gw|gue|ulun|my|mine|i)\b", re.IGNORECASE)
_PRICE_OF_A_VOTE = re.compile(
    r"\b(?:jual|beli|tukar|bayar|sell|buy)(?:ing)?\W+(?:my |your |a )?(?:suara|votes?)\b|\bwani piro\b"
    r"|\b(?:coblos|nyoblos|mencoblos|mancoblos)\b[^.?!\n]{0,40}"
    r"\b(?:dapat|dapet|dpt|dibayar|dikasih|dibari|oleh|imbalan)\b[^.?!\n]{0,25}\b(?:uang|duit|amplop|juta|jt|ribu|sembako)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:no|nomor|nmr|nomer)\W*(?:hp|hape|handphone|wa|whatsapp|telp|telepon|telpon|rekening|ktp|nik)(?:-?(?:nya|ne))?\b"
    r"|\b(?:phone|whatsapp|id|bank account) number\b|\b(?:alamat rumah|home address|nik|kontak pribadi)(?:nya)?\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:pak|bapak|bu|ibu|gubernur(?:nya|e)?|wakil(?:nya|e)?|wagub|bupati|wali ?kota|ketua(?:nya|ne)?|calon(?:nya)?"
    r"|paslon|kades|lurah|istri(?:nya)?|suami(?:nya)?|anak(?:nya)?|tetangga|mantan|teman|orang itu|mahasiswa itu"
    r"|wartawan|hakim|governor|deputy|chairman|candidate|neighbou?r|wife|husband)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:(?:men|pen)?daftar\w*|syarat\w*|pakai|pake|wajib|harus|perlu|isi|diisi|(?:me|di)?simpan|menyimpan|resmi|admin"
    r"|kantor|layanan|pengaduan|lapor\w*|hukum\w*|dipidana|urut|boleh\w*|kenapa|kalau|bagaimana|gimana"
    r"|office|register|official|required|need(?:ed)?|why|how)\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:(?:di)?hukum\w*|sanksi\w*|pidana\w*|penjara|dipenjara|denda\w*|pasal|lapor\w*|melapor\w*|adukan|mengadu|larang\w*"
    r"|dilarang|boleh\w*|langgar\w*|melanggar|dosa|haram|akibat\w*|diapakan|bawaslu|panwas\w*"
    r"|legal|illegal|ilegal|crime|punish\w*|penalty|report\w*|law|jail|prison)\b",
    re.IGNORECASE,
)
# No curses that people say out of surprise ("jancok, tenan gratis ta"), only what calls somebody names.
_INSULT = re.compile(
    r"\b(?:goblo[gk]|tolo+l|be+go|dungu|pambungul|bungul|tambuk|ndas|cocot|bacot|idiot|moron)(?:nya|mu|lah|e|ne)?\b",
    re.IGNORECASE,
)
_ASKING = re.compile(  # who swears at the world, and asks
    r"\b(?:(?:per)?tanya(?:an)?|nanya|question|berapa|brp|brapa|barapa|piro|kapan|kpn|how (?:many|much)|when|where)\b",
    re.IGNORECASE,
)
_FORGERY = re.compile(
    r"\bnembak\W+(?:ktp|sim|ijazah|skck)\b"
    r"|\b(?:edit|photoshop)\w*\W+(?:\w+\W+)?"
    r"(?:ktp|kk|ijazah|slip gaji|akt[ae]|transkrip|krs|id card|family card|payslip)\b"
    r"|\b(?:(?:di|me|mem)?(?:bikin|buat|beli|cetak|pesan)(?:in|kan|nya)?|jasa|need|buy|make|get)\b[^.?!\n]{0,30}"
    r"\b(?:(?:ktp|kk|ijazah|surat|slip gaji|akt[ae]|sertifikat)\b[^.?!\n]{0,20}\b(?:palsu|abal\W?abal|aspal)"
    r"|(?:fake|forged|counterfeit)\W+(?:id|diploma|documents?|papers?|certificate|payslip|ktp))\b",
    re.IGNORECASE,
)
_WHO_WILL_WIN = re.compile(
    r"\bwho(?:'?ll| will| is going to| do you think (?:will|would))\b[^.?!\n]{0,20}"
    r"\b(?:win|be (?:the )?(?:next )?governor)\b"
    r"|\b(?:siapa|sapa|sopo)\W+(?:yang|yg|nang|sing)?\W*(?:bakal|bakalan|akan|bakale)\W+(?:menang|manang)\b",
    re.IGNORECASE,
)


def kind(text: str) -> str | None:
    """Return the kind of boundary that a question as typed crosses by its very words, None if by none."""
    if _STEERING.search(text):
        return "steer_bot"
    if _asks_for_a_person(text):
        return "personal_data"
    if _WHO_WILL_WIN.search(text):
        return "prediction"
    if _LAW.search(text):
        return None
    if _PRICE_OF_A_VOTE.search(text):
        return "money_for_votes"
    if _FORGERY.search(text):
        return "forged_papers"
    if _INSULT.search(text) and not (_OWN.search(text) or _ASKING.search(text)):
        return "attack_candidate" if _PERSON.search(text) else "abuse"
    return None


def _asks_for_a_person(text: str) -> bool:
    if _OWN.search(text):
        return False
    number = _NUMBER_OF_SOMEONE.search(text) and _WHOSE.search(text)
    return bool(number or (_CONTACT.search(text) and _PERSON.search(text) and not _OFFICIAL.search(text)))
