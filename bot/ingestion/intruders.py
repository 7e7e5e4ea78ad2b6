"""What does not belong into a document that voters read: people's private data, and words that command the bot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.documents import Document, Statement
from bot.domain.findings import Finding, finding
from bot.domain.privacy import ADDRESS, EMAIL, FAIR, NEIGHBOURHOOD, NUMBERS, STREET
from bot.ingestion.contradictions import about

_MOBILE = re.compile(r"\(?\+?\s?(?:00)?(?:62\)?|0)[\s.\-–()_]*8")
_OFFICE = re.compile(
    r"\b(?:hotline|call ?cent(?:er|re)|pusat (?:panggilan|layanan|informasi|bantuan)|layanan|pengaduan|posko|kantor"
    r"|sekretariat|dinas|biro|badan|balai|bawaslu|kpu|resmi|helpdesk|helpline|admin|customer service|office|official"
    r"|service|kampus|universitas|sekolah|rumah sakit|puskesmas|redaksi|humas)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?i:pak|bu|bapak|ibu|mas|mbak|bang|kak|sdr|saudara|saudari|mr|mrs|ms)\.? [A-Z]")

_BOT = r"\b(?:bot|asisten|chatbot|chatgpt|ai|llm|assistant|model bahasa)"
_SAY = r"(?:jawab|balas|katakan|bilang|sebutkan|answer|reply|respond|say|tell)(?:lah)?\b"
# Words of which an order holds one (found faster than a pattern), and the order.
_ORDERS = tuple(
    (tuple(marks.split()), re.compile(pattern, re.IGNORECASE))
    for marks, pattern in (
        (
            "abaikan lupakan hiraukan kesampingkan",
            (
                r"(?<!jangan )(?<!tidak )(?<!boleh )\b(?:abaikan|lupakan|hiraukan|kesampingkan)(?:lah)?\b[^.!?]{0,40}\b"
                r"(?:instruksi|prompt|perintah"
                r"|(?:aturan|petunjuk|arahan|pedoman|batasan)(?:nya|mu)? (?:(?:yang|di) )?"
                r"(?:sebelum|atas|sistem|awal|lain|bot))"
            ),
        ),
        (
            "ignore disregard forget override bypass",
            (
                r"\b(?:ignore|disregard|forget|override|bypass)\b[^.!?]{0,30}\b(?:instructions?|prompts?"
                r"|(?:previous|prior|above|earlier|your|system) (?:rules?|guidelines?|directions?|documents?))\b"
            ),
        ),
        ("sekarang ini", r"\b(?:mulai|sejak) (?:sekarang|saat ini),? (?:kamu|anda|engkau|bot|asisten)\b"),
        (
            "kamu anda engkau bot",
            (
                r"\b(?:kamu|anda|engkau) sekarang (?:adalah|menjadi)\b"
                r"|\b(?:kamu|anda|engkau|bot ini) (?:adalah|menjadi) (?:bot|asisten|ai|model|chatbot|admin)\b"
            ),
        ),
        (
            "pura bertindak berperan bersikap",
            (
                r"\b(?:berpura-pura|bertindak|berperan|bersikap)(?:lah)? (?:jadi|menjadi|sebagai|seolah)\b[^.!?]{0,40}"
                r"\b(?:bot|asisten|ai|admin|pengembang|model|tanpa)\b"
            ),
        ),
        (
            "you act",
            (
                r"\b(?:you are now|from now on,? you|pretend (?:to be|you)|act as (?:an? |if you)"
                r"|you (?:must|should|will) (?:now |always |only )?(?:answer|reply|respond|say|tell|recommend))\b"
            ),
        ),
        (
            "bot asisten gpt ai llm assistant model",
            (
                rf"{_BOT}[,:] (?:harus|wajib|jangan|selalu|tolong|must|should|always|never|please|{_SAY})\b"
                rf"|{_BOT} (?:harus|wajib|selalu|must|should|always) (?:selalu |always )?"
                r"(?:(?:men)?(?:jawab|yebut|gatakan|dukung|yarankan)|answer|say|reply|respond|recommend|tell|support)"
            ),
        ),
        (
            "tanya ask",
            (
                r"\b(?:kalau|jika|bila|setiap kali|ketika|saat|if|when(?:ever)?)\b[^.!?]{0,40}"
                rf"\b(?:ditanya|bertanya|asked|asks)\b[^.!?]{{0,60}}\b{_SAY}"
            ),
        ),
        (
            "jawab balas answer reply respond",
            r"\b(?:jawab|balas|answer|reply|respond)(?:lah)? (?:semua|setiap|selalu|hanya|all|every|only|always)\b",
        ),
        (
            "system sistem mode jailbreak",
            r"\b(?:system prompt|system message|prompt sistem|pesan sistem|developer mode|mode pengembang|jailbreak)\b",
        ),
        (
            "< [ system: assistant:",
            r"<\|?(?:im_start|im_end|system|assistant|user|endoftext)\|?>|\[/?INST\]|^\W{0,5}(?:system|assistant) ?:",
        ),
    )
)
_FEWEST_DIGITS = 7  # of a phone number
_WIDTH = 80  # characters shown


def private_data(document: Document) -> Iterator[Finding]:
    """Yield the statements that seem to hold somebody's private data; what is certain and what may be an office's."""
    for statement in document.statements:
        for text in _texts(statement):
            if found := private_sort(text):
                yield about(statement, f"private-{found}")
                break


def commands(document: Document) -> Iterator[Finding]:
    """Yield the texts that try to instruct the bot: it only quotes, so it would not obey, but it would pass them on."""
    for section in document.sections:
        for text in (section.title, section.twin_title or ""):
            if found := _order(text):
                yield finding("order", document.path, section.line, section.page, words=found)
                break
        for statement in section.statements:
            notes = [source.title for note in statement.footnotes for source in note.sources]
            if found := next(filter(None, map(_order, (*_texts(statement), *notes))), None):
                yield about(statement, "order", words=found)


def _texts(statement: Statement) -> tuple[str, ...]:
    shown = (f"{statement.headers} {statement.text}".strip(),)
    return (*shown, f"{statement.twin.headers} {statement.twin.text}".strip()) if statement.twin else shown


def private_sort(text: str) -> str | None:
    """Return what sort of private data a text seems to hold, None if it holds none or speaks of an office."""
    digits = sum(map(text.count, "0123456789"))
    numbers = NUMBERS.finditer(text) if digits >= _FEWEST_DIGITS else ()
    sorts = [(match.lastgroup or "", match[0]) for match in numbers if match.lastgroup not in FAIR]
    if any(sort == "nik" for sort, _ in sorts):
        return "nik"
    is_mobile = any(sort == "phone" and _MOBILE.match(number) for sort, number in sorts)
    if _OFFICE.search(text) and not (is_mobile and _SOMEBODY.search(text)):
        return None
    for sort, number in sorts:
        return "mobile" if sort == "phone" and _MOBILE.match(number) else sort.replace("_", "-")
    if EMAIL.search(text):
        return "email"
    return "address" if any(pattern.search(text) for pattern in (ADDRESS, STREET, NEIGHBOURHOOD)) else None


def _order(text: str) -> str | None:
    """Return the first order to the bot in a text, None if there is none."""
    lower = text.lower()
    for marks, pattern in _ORDERS:
        if any(mark in lower for mark in marks) and (match := pattern.search(text)):
            return f"{match[0]:.{_WIDTH}}"
    return None
