"""Greetings, thanks and other small talk, told from questions by taking away the words that ask nothing."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from bot.language.tokens import words


class SmallTalk(StrEnum):
    """What a message is that asks nothing of the documents; the locale files answer it under smalltalk-<kind>."""

    BLANK = "blank"
    EMOJI = "emoji"
    GREETING = "greeting"
    THANKS = "thanks"
    BYE = "bye"
    OK = "ok"
    WHO = "who"
    HOW = "how"
    HELP = "help"


_THANKS = frozenset(
    """makasih makasi mksih mksh mkasih trims tq thx thanks thank ty terimakasih terima tarima kasih tengkyu suwun
    nuwun matur maturnuwun hatur syukron thankyou appreciated""".split()
)
_BYE = frozenset("dadah dah bye goodbye babay babai see you later jumpa selamat tinggal tidur pamit sampai".split())
_GREETING = frozenset(
    """halo hallo hai hay hi hello helo hey hei hoi woi oi p ping assalamualaikum assalamu assalam alaikum
    asalamualaikum samlekum askum ass waalaikumsalam walaikumsalam wassalam salam wr wb warahmatullahi
    warahmatulah wabarakatuh wabarokatuh wa shalom swastiastu sejahtera sampurasun selamat met
    pagi siang sore malam petang subuh morning afternoon evening
    greetings permisi punten misi kulonuwun sewu sugeng enjing dalu spada horas""".split()
)
_OK = frozenset(
    """ok oke okey okay okie sip siap mantap mantab noted baik baiklah ya iya yes yap yup yoi inggih nggih enggih
    ayo jos keren bagus good great nice cool fine paham mengerti ngerti understood got it alright sudah udah
    cukup tidak no nope enggak nggak gak ga ndak kada endik ora hehe haha hihi wkwk wkwkwk lol hmm oh oalah
    begitu gitu o oo ooh hoo ih wah waduh aduh ah ehm hm iyakah
    bujur beneh jiwa mantul laksanakan sama maaf sorry lucu pintar pinter hebat baik love""".split()
)
_ASKING = frozenset(
    """tanya nanya bertanya takon batakun takun ask question questions something tes test testing cek coba help
    bantu tolong""".split()
)
_CALLED = frozenset(  # how people call whom they write to
    """min mimin admin kak kakak ka mas mba mbak bang abang bg om tante pak bapak bu ibu gan agan bro sis bos guys
    acil paman julak sob sobat bestie team all gaes gais bot botnya""".split()
)
_KIN_TOLD_OF = re.compile(  # "bapak (saya) kena PHK" tells of a father, "bapak, saya …" and "pak, …" call somebody
    r"\s*(?:bapak|ibu|kakak|abang|om|tante|paman|acil|julak)(?: (?:saya|aku|ulun))?\s*$", re.IGNORECASE
)
_PARTICLES = frozenset("dong sih deh nih tuh ya yah yaa lah kok kan loh lho ding to a".split())
_PADDING = frozenset(
    """banyak byk banget bgt sekali semua semuanya atas untuk infonya jawabannya bantuannya informasinya penjelasannya
    info mau ingin numpang izin ijin ulun saya aku sy gue gw etam so very much the for your again there dulu lot
    helpful membantu bermanfaat sangat ini itu i have can boleh bisa lagi handak umpat arep nak pengen kamu salah kirim
    ketik ada jadi sehat selalu semoga moga lancar sukses berkah barokah amin aamiin stay healthy always""".split()
)
_OPENING = (
    _GREETING
    | _CALLED - {"bot", "botnya"}
    | _PARTICLES
    | _ASKING - frozenset("tes test testing".split())  # "tes masuk kapan" asks about one
    | frozenset("mau ingin numpang izin ijin ulun saya aku sy".split())
)
_EDGES = (_GREETING | _CALLED | _PARTICLES) - _BYE - {"bot", "botnya"}
_COURTESY = _THANKS | _BYE | _GREETING | _OK | _ASKING
_WORDS = _COURTESY | _CALLED | _PARTICLES | _PADDING
_REPEATED = re.compile(r"(.)\1+")

_LONGEST = 8  # words of a question about the bot itself; longer ones are about something else
_YOU = r"(?:kamu|anda|lu|lo|elu|pian|ikam|sampeyan|kowe|awak|you|u)"
_THIS = r"(?:bot|akun|layanan)(?: ini| nih| iki)?"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_USING = r"(?:pakai|pake|nganggo|tanya|bertanya|menggunakan|gunakan|memakai|mamakai)(?:nya|ne)?"
_HELP = _any(
    r"^(?:kamu |bot |anda |pian )(?:ini )?(?:bisa|dapat) (?:ngapain|jawab apa|bantu apa|apa)(?: (?:saja|aja))?$",
    r"^(?:bisa|dapat) (?:ngapain|jawab apa|bantu apa|apa)(?: (?:saja|aja))?(?: kamu| bot| anda)?$",
    rf"^apa (?:saja |aja )?yang (?:bisa|dapat) (?:{_YOU} )?(?:jawab|lakukan|bantu|dijawab|ditanyakan)$",
    r"^(?:what can you do|how does (?:this|it) work|how do i use (?:this|it|you)(?: bot)?|what can i ask(?: you| here)?"
    r"|menu|bantuan|what is this(?: bot)? for|ada yang bisa dibantu)$",
    rf"^(?:gimana |bagaimana |kayapa )?(?:cara(?:nya|ne)? )?{_USING}(?: (?:bot|ini|nih|nya|kamu))*"
    r"(?: (?:gimana|bagaimana|piye))?$",
    r"^(?:saya |aku )?(?:boleh |bisa )?(?:tanya|nanya) apa(?: (?:saja|aja))?(?: (?:di )?sini)?$",
    rf"^(?:fungsi|kegunaan|gunanya) {_THIS} apa$",
    rf"^(?:ini )?{_THIS} (?:buat|untuk) apa$",
    rf"^(?:buat|untuk) apa {_THIS}$",
    rf"^(?:{_YOU} |bot )?(?:bisa|ngerti|paham) (?:bahasa|basa|boso) \w+(?: ?kah)?$",
    r"^can you speak \w+$",
)


def match(text: str) -> SmallTalk | None:
    """Return what sort of small talk a message is, None if it asks, or may ask, something of the documents."""
    found = [_calm(word) for word in words(text)]
    if not found:
        return SmallTalk.EMOJI if any(unicodedata.category(letter) == "So" for letter in text) else SmallTalk.BLANK
    line = _core(found)
    if len(found) <= _LONGEST and _HELP.search(line):
        return SmallTalk.HELP
    return _courtesy(frozenset(found))


def question(text: str) -> str:
    """Return a question without the greeting it opens with: "halo min, mau tanya syaratnya" → "syaratnya"."""
    start, greeted = 0, False
    for piece in re.finditer(r"[\w'’]+", text):
        word = _calm(piece.group().lower())
        if word not in _OPENING:
            start = piece.start()
            break
        greeted = greeted or word in _GREETING | _CALLED | _ASKING
    return text[start:] if greeted and start and not _KIN_TOLD_OF.match(text[:start]) else text


def _courtesy(found: frozenset[str]) -> SmallTalk | None:
    """Return the kind of a message of nothing but polite words, the weightiest of them first."""
    if not found <= _WORDS:
        return None
    if found <= _CALLED | _PARTICLES - {"ya"}:
        return SmallTalk.GREETING
    kinds = (
        (SmallTalk.THANKS, _THANKS - {"terima", "matur", "hatur"}),
        (SmallTalk.BYE, _BYE - {"selamat", "you", "see", "sampai"}),
        (SmallTalk.HELP, _ASKING),
        (SmallTalk.GREETING, _GREETING),
        (SmallTalk.OK, _OK),
    )
    return next((kind for kind, telling in kinds if found & telling), None)


def _core(found: list[str]) -> str:
    """Return the words without the greetings and particles around them."""
    inside = [place for place, word in enumerate(found) if word not in _EDGES]
    return " ".join(found[inside[0] : inside[-1] + 1]) if inside else ""


def _calm(word: str) -> str:
    calm = _REPEATED.sub(r"\1", word)
    return calm if word not in _WORDS and calm in _WORDS else word
