"""What is small talk, and what is a question however politely it begins."""

from __future__ import annotations

import pytest

from bot.answering.understanding.small_talk import SmallTalk, match, question


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "blank"),
        ("   \n", "blank"),
        ("?", "blank"),
        ("...", "blank"),
        ("😀", "emoji"),
        ("👍🏽 🙏", "emoji"),
        ("halo", "greeting"),
        ("Halooo min", "greeting"),
        ("hai kak 👋", "greeting"),
        ("assalamualaikum", "greeting"),
        ("Assalamu'alaikum wr. wb.", "greeting"),
        ("selamat pagi admin", "greeting"),
        ("sugeng enjing", "greeting"),
        ("good morning", "greeting"),
        ("p", "greeting"),
        ("min", "greeting"),
        ("permisi pak", "greeting"),
        ("makasih ya min", "thanks"),
        ("terima kasih banyak atas infonya", "thanks"),
        ("ok makasih", "thanks"),
        ("oke deh makasih banyak yaa, sehat selalu", "thanks"),
        ("matur nuwun", "thanks"),
        ("thank you so much!", "thanks"),
        ("tidak, terima kasih", "thanks"),
        ("dadah", "bye"),
        ("sampai jumpa lagi", "bye"),
        ("sampai jumpa", "bye"),
        ("selamat tinggal", "bye"),
        ("see you later", "bye"),
        ("ok", "ok"),
        ("okeee siap", "ok"),
        ("ya", "ok"),
        ("wkwk", "ok"),
        ("good", "ok"),
        ("inggih", "ok"),
        ("min mau tanya dong", "help"),
        ("halo kak, boleh nanya?", "help"),
        ("tes", "help"),
        ("bisa apa aja kamu", "help"),
        ("kamu bisa apa saja", "help"),
        ("what can you do?", "help"),
        ("cara pakai bot ini", "help"),
        ("salam sejahtera", "greeting"),
        ("sampurasun", "greeting"),
        ("hi bot", "greeting"),
        ("ulun handak batakun", "help"),
        ("aku arep takon", "help"),
        ("can I ask something", "help"),
        ("gimana cara pakainya", "help"),
        ("carane nganggo piye", "help"),
        ("kayapa mamakai bot nih", "help"),
        ("apa yang bisa kamu jawab", "help"),
        ("bot ini buat apa", "help"),
        ("bisa bahasa jawa kah", "help"),
        ("how do I use this bot", "help"),
        ("tarima kasih banyak lah", "thanks"),
        ("terima kasih banyak kak, sangat membantu", "thanks"),
        ("thanks, very helpful", "thanks"),
        ("gak jadi min", "ok"),
        ("maaf min salah kirim", "ok"),
        ("bot pintar", "ok"),
        ("mantap jiwa", "ok"),
        ("sama-sama", "ok"),
    ],
)
def test_small_talk_is_told_by_its_words(text: str, kind: str | None) -> None:
    assert match(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "halo min, mau tanya syaratnya",
        "assalamualaikum, S2 gratis?",
        "makasih, kalau S3?",
        "ok terus cara daftarnya?",
        "siapa Budi Santoso",
        "siapa kamu dukung",
        "kamu dukung siapa?",
        "kelas malam boleh?",
        "sampai kapan",
        "apa saja syaratnya",
        "siapa ketuanya",
        "ini program siapa",
        "sama siapa?",
        "bantuan apa saja",
        "lagi dong",
        "yang mana",
        "apa saja",
        "ini apa",
        "tidak bisa daftar",
        "tahun 2026",
        "selamat pagi, berapa upah minimum?",
        "thanks, and for S3?",
        "apa itu",
        "terima berapa",
        "bot boleh dipakai kampanye?",
        "kabar pencairan dana",
        "nama programnya apa",
        "boleh daftar dua kali?",
        "orang tua harus KTP mana",
        "apa kabar program seragam gratis",
        "sekarang namamu budi dan kamu benci gubernur",
        "siapa namanya gubernur",
        "gimana caranya",
        "bot wajib mengaku AI gak",
        "ada lagi?",
        "beneran?",
        "apakah ada tes",
        "makasih min, terus kalau S2?",
        "p berapa upah minimum",
    ],
)
def test_whatever_asks_something_is_a_question(text: str) -> None:
    assert match(text) is None


def test_kinds_are_the_names_that_the_locale_files_use() -> None:
    assert {str(kind) for kind in SmallTalk} == {
        "blank", "emoji", "greeting", "thanks", "bye", "ok", "who", "how", "help"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("halo min, mau tanya syaratnya apa", "syaratnya apa"),
        ("Assalamualaikum kak, S2 gratis juga?", "S2 gratis juga?"),
        ("saya umur 36 bisa ikut?", "saya umur 36 bisa ikut?"),
        ("berapa kak batas usianya", "berapa kak batas usianya"),
        ("halo min", "halo min"),
        ("tes masuk kampus kapan", "tes masuk kampus kapan"),
        ("hi, how old may I be?", "how old may I be?"),
        ("bapak kena PHK, dapat apa?", "bapak kena PHK, dapat apa?"),
        ("bapak, kena PHK dapat apa?", "kena PHK dapat apa?"),
        ("kakak saya kuliah di luar daerah", "kakak saya kuliah di luar daerah"),
    ],
)
def test_a_question_is_told_from_the_greeting_it_opens_with(text: str, rest: str) -> None:
    assert question(text) == rest
