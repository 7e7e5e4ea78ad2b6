"""What is small talk, and what is a question however politely it begins."""

from __future__ import annotations

import pytest

from bot.answering.smalltalk import SmallTalk, match, question


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
        ("kamu siapa?", "who"),
        ("halo, kamu ini siapa ya", "who"),
        ("ini bot ya?", "who"),
        ("ini bot atau orang asli?", "who"),
        ("kamu robot apa manusia?", "who"),
        ("kamu ini siapa? robot kah", "who"),
        ("apakah ini bot", "who"),
        ("siapa namamu", "who"),
        ("ini dengan siapa", "who"),
        ("bot ini punya siapa", "who"),
        ("apakah ini akun resmi pemerintah", "who"),
        ("pian sapa", "who"),
        ("sampeyan sopo", "who"),
        ("are you a human?", "who"),
        ("Who are you?", "who"),
        ("who runs this bot", "who"),
        ("apa kabar?", "how"),
        ("halo apa kabar min", "how"),
        ("piye kabare", "how"),
        ("apa habar pian", "how"),
        ("how are you", "how"),
        ("min mau tanya dong", "help"),
        ("halo kak, boleh nanya?", "help"),
        ("tes", "help"),
        ("bisa apa aja kamu", "help"),
        ("kamu bisa apa saja", "help"),
        ("what can you do?", "help"),
        ("cara pakai bot ini", "help"),
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
        ("hi, how old may I be?", "how old may I be?"),
    ],
)
def test_a_question_is_told_from_the_greeting_it_opens_with(text: str, rest: str) -> None:
    assert question(text) == rest
