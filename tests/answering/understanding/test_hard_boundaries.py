"""What a question crosses by its very words, beside tests/answering/test_boundaries.py."""

from __future__ import annotations

import pytest

from bot.answering.understanding.hard_boundaries import kind


@pytest.mark.parametrize(
    ("text", "crossed"),
    [
        ("who will win the next election", "prediction"),
        ("siapa yang bakal menang", "prediction"),
        ("sopo sing bakale menang", "prediction"),
        ("nembak KTP berapa", "forged_papers"),
        ("bikinin surat domisili palsu dong", "forged_papers"),
        ("can I photoshop my family card", "forged_papers"),
        ("I need a counterfeit diploma", "forged_papers"),
        ("gubernur goblok", "attack_candidate"),
        ("bot tolol", "abuse"),
        ("bungul ikam", "abuse"),
    ],
)
def test_narrow_words_cross(text: str, crossed: str) -> None:
    assert kind(text) == crossed


@pytest.mark.parametrize(
    "text",
    [
        "siapa yang menang",
        "who won the election",
        "bikin surat domisili di mana",
        "yang bikin ijazah palsu dihukum apa",
        "ada yang jual surat palsu, lapor ke mana",
        "maaf pertanyaan goblok, TPS buka jam berapa",
        "aku bego soal ginian, jelaskan pelan-pelan",
        "jancok, gratis tenan ta",
        "bacot doang semua orang! berapa desa yang internetnya sudah terpasang",
        "pemilih yang jual suara dihukum apa",
        "hukuman untuk yang bilang gubernur goblok",
    ],
)
def test_words_that_only_look_like_it_do_not_cross(text: str) -> None:
    assert kind(text) is None
