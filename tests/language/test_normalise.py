"""What slang, regional words and typing errors stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import tokens
from bot.language.registry import LANGUAGES, REGIONAL, Glossary, glossaries
from bot.language.tokens import words

INDONESIAN = LANGUAGES["id"]
SPOKEN = glossaries(("banjar", "kutai", "javanese"))

VOCABULARY = frozenset(
    words(
        """Bantuan biaya kuliah gratis untuk mahasiswa S1, S2 dan S3 dari keluarga di kabupaten, dibayar per semester ke
        kampus. Batas usia penerima, syarat KTP, pendaftaran, pencairan, insentif guru, marbot, politik uang, hukuman,
        Bawaslu, Surabaya, DPT, umur, janji, persyaratan, seragam sekolah, upah minimum, kuota, hasil pemilihan"""
    )
)


def fold(text: str, vocabulary: frozenset[str]) -> str:
    return tokens.fold(text, vocabulary, SPOKEN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmn cara dftr kuliah gratisss?", "bagaimana cara daftar kuliah gratis?"),
        ("brp batas umur s2 kl mau dpt bantuan", "berapa batas umur s2 kalau mau dapat bantuan"),
        ("syaratny apa aja sih", "syaratnya apa saja sih"),
        ("syaratx apaaa", "syaratnya apa"),
        ("aq mhs smstr 4 blm dpt knp ya", "saya mahasiswa semester 4 belum dapat kenapa ya"),
        ("kuliah2 utk anak2", "kuliah-kuliah untuk anak-anak"),
        ("5jt per smt, 100rb/bln", "5 juta per semester, 100 ribu/bulan"),
        ("No urut brp? no 2?", "nomor urut berapa? nomor 2?"),
        ("strata dua sama s 3", "S2 sama S3"),
        ("ngajuin keberatan, bisa dilaporin", "mengajukan keberatan, bisa dilaporkan"),
        ("nyebarin dan nglanggar", "menyebarkan dan melanggar"),
        ("sisanya sapa yg bayar", "sisanya siapa yang bayar"),
        ("jadi tinggal brp, smp kpn", "jadi berapa, sampai kapan"),
        ("s1 ditanggung smp smt brp", "s1 ditanggung sampai semester berapa"),
        ("SMP kapan daftarnya, anak smp bulan depan?", "SMP kapan daftarnya, anak smp bulan depan?"),
        ("vitamin d gratis", "vitamin d gratis"),
        ("yg d kampus", "yang di kampus"),
        ("ogah ikut, kapan kelar", "tidak mau ikut, kapan selesai"),
        ("nyobek baliho dibui lama", "merobek baliho dipenjara lama"),
        ("kedaftar dan kepilih, udh diumumin", "terdaftar dan terpilih, sudah diumumkan"),
        ("adek tuna netra dpt cuma-cuma", "adek disabilitas dapat gratis"),
        ("uangnya dikasih ke siapa, duit siapa", "uangnya diberi ke siapa, uang siapa"),
    ],
)
def test_slang_and_abbreviations_become_standard_words(typed: str, meant: str) -> None:
    assert fold(typed, VOCABULARY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pndftran kapan", "pendaftaran kapan"),
        ("hukuman politk uang", "hukuman politik uang"),
        ("persyrtan insntif", "persyaratan insentif"),
        ("prsyratannya", "persyaratannya"),
        ("pencarian dana", "pencarian dana"),  # a word of its own, however near "pencairan" is
        ("penciaran dana", "pencairan dana"),
        ("bagaiaman caranya", "bagaimana caranya"),
        ("bantuan sebulan", "bantuan sebulan"),
        ("warga Surabya", "warga Surabaya"),
        ("warga Suarbaya", "warga Surabaya"),
        ("brp samistir", "berapa semester"),  # the same consonants
        ("PDI Perjuangan dan pdi-p", "PDIP dan PDIP"),
        ("tgal brp kouta unag", "tanggal berapa kuota uang"),  # neighbours that have changed places
    ],
)
def test_typing_errors_lead_to_words_of_the_documents_but_common_words_are_left_alone(typed: str, meant: str) -> None:
    assert fold(typed, VOCABULARY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kuliahe gratis ora?", "kuliahnya gratis tidak?"),
        ("piro bantuane saiki", "berapa bantuannya sekarang"),
        ("diundakke dadi loro setengah yuta, wetengku loro", "dinaikkan jadi dua setengah juta, wetengku sakit"),
        ("opo S2 iso gratis", "apa S2 bisa gratis"),
        ("neng ndi mbayar", "di mana bayar"),
        ("barapa umur paling tinggi gasan S3", "berapa umur paling tinggi untuk S3"),
        ("ulun handak bakuliah kawa kada", "saya mau kuliah bisa tidak"),
        ("wayah apa pencairan", "kapan pencairan"),
        ("mun S3 endik bise kah", "kalau S3 tidak bisa kah"),
        ("koyok apa syaratnye", "bagaimana syaratnya"),
        ("nek ning njaba kota iso ora", "kalau di luar kota bisa tidak"),
        ("ulun handak barubat kawalah", "saya mau berobat bisa"),
        ("kuliah gratis. Piye carane", "kuliah gratis. Bagaimana caranya"),
        ("sdh dijalanakan", "sudah dijalankan"),
        ("wis diserahke opo durung", "sudah diserahkan apa belum"),
        ("kawa bakampanye", "bisa kampanye"),
        ("nyuwun sewu, badhe prikso, cekap mbeto KTP mawon", "permisi, mau memeriksa, cukup membawa KTP saja"),
        ("mungsuhe oleh pirang swara", "lawan dapat berapa suara"),
        ("isinya apa maha, tegak apa syaratnya", "isinya apa saja, bagaimana syaratnya"),
        ("sadurunge tuku, sing rabi paling dhuwur piro", "sebelum membeli, yang menikah paling tinggi berapa"),
        ("dipun paringi wonten pundi, dinten nopo", "diberi di mana, hari apa"),
        ("ijin wong tuwane, oleh opo ora", "izin orang tuanya, boleh apa tidak"),
        ("nang maambung duit, barapa dandanya", "yang menebar uang, berapa dendanya"),
        ("barapa ikung urang, siapa ngaran katuanya", "berapa orang, siapa nama ketuanya"),
        ("taon ini sida bejanji, lebih besak endik", "tahun ini mereka berjanji, lebih besar tidak"),
        ("nang manjaga mesjid umpat umroh", "yang menjaga masjid ikut umrah"),
    ],
)
def test_javanese_banjar_and_kutai_become_indonesian(typed: str, meant: str) -> None:
    assert fold(typed, VOCABULARY) == meant


def test_a_word_with_another_meaning_in_indonesian_is_regional_only_in_regional_company() -> None:
    assert fold("sapa warga", VOCABULARY) == "sapa warga"
    assert fold("sapa urang nang manang", VOCABULARY) == "siapa orang yang menang"
    assert fold("sapa ketua yayasan", VOCABULARY) == "siapa ketua yayasan"


def test_a_word_of_the_documents_is_never_taken_for_regional_or_wrong() -> None:
    assert fold("handak ora", VOCABULARY | {"handak", "ora"}) == "handak ora"
    assert fold("politk", VOCABULARY | {"politk"}) == "politk"


def test_an_abbreviation_that_the_documents_use_is_kept() -> None:
    assert fold("faskes", VOCABULARY) == "fasilitas kesehatan"
    assert fold("faskes", VOCABULARY | {"faskes"}) == "faskes"


def test_dpt_is_the_voter_roll_in_capitals_and_beside_its_words() -> None:
    assert fold("jumlah dpt brp", VOCABULARY) == "jumlah dpt berapa"
    assert fold("DPT brp", VOCABULARY) == "DPT berapa"
    assert fold("sy dpt brp", VOCABULARY) == "saya dapat berapa"


def test_case_and_punctuation_stay() -> None:
    assert fold("Gmn, klo BATAL?", VOCABULARY) == "Bagaimana, kalau BATAL?"
    assert fold("GMN CARA DFTR?", VOCABULARY) == "BAGAIMANA CARA DAFTAR?"


@pytest.mark.parametrize(
    "text",
    [
        "https://contoh.go.id/brp?gmn=1",
        "tulis ke brp@gmn.id",
        "@gmn_bot /gmn",
        "S2 D3 G20",
        "Jum'at",
        "dr. Ani",
        "3.762.431",
    ],
)
def test_addresses_commands_levels_titles_and_names_with_apostrophes_stay(text: str) -> None:
    assert fold(text, VOCABULARY) == text


def test_a_name_in_the_middle_is_corrected_only_towards_the_documents() -> None:
    assert fold("kenapa Wong dan Memagn hadir di Surabya", VOCABULARY) == "kenapa Wong dan Memagn hadir di Surabaya"


@given(st.text())
def test_any_text_can_be_folded(text: str) -> None:
    assert isinstance(fold(text, VOCABULARY), str)


@given(
    st.lists(st.sampled_from([*INDONESIAN.slang.words, *VOCABULARY, *INDONESIAN.stop_words]), max_size=8).map(" ".join)
)
def test_what_was_folded_once_has_nothing_left_to_fold(text: str) -> None:
    once = fold(text, VOCABULARY)
    assert fold(once, VOCABULARY) == once


def test_every_standard_word_is_itself_no_slang() -> None:
    standard = {word for phrase in INDONESIAN.slang.words.values() for word in phrase.lower().split()}
    assert not standard & INDONESIAN.slang.words.keys()


def test_there_are_enough_entries_and_none_is_a_function_word_of_standard_indonesian() -> None:
    assert len(INDONESIAN.slang.words) >= 250
    informal = {"gimana", "ngapain", "aku", "nanya", "makasih", "kemana", "darimana", "dimana"}
    assert INDONESIAN.slang.words.keys() & INDONESIAN.stop_words <= informal


@pytest.mark.parametrize("glossary", glossaries(REGIONAL))
def test_no_regional_word_that_tells_the_language_is_a_function_word_of_indonesian(glossary: Glossary) -> None:
    assert not glossary.sure.keys() & INDONESIAN.stop_words


def test_what_is_only_said_loudly_is_understood_and_an_acronym_stays() -> None:
    assert fold("yang NERIMA kena juga?", frozenset({"menerima"})) == "yang MENERIMA kena juga?"
    assert fold("pakai DTSEN atau SINTAK?", frozenset({"sintang"})) == "pakai DTSEN atau SINTAK?"


PATTERNS = [*INDONESIAN.slang.patterns, *(one for glossary in glossaries(REGIONAL) for one in glossary.patterns)]


@pytest.mark.parametrize(("letters", "look"), [(letters, look.pattern) for letters, look, _ in PATTERNS])
def test_the_letters_that_tell_a_pattern_not_to_be_there_stand_in_it(letters: str, look: str) -> None:
    assert letters == letters.lower()
    assert letters in look


def test_only_the_regional_languages_of_a_campaign_are_folded() -> None:
    assert tokens.fold("sabaraha biaya kuliah", VOCABULARY) == "sabaraha biaya kuliah"
    assert tokens.fold("sabaraha biaya kuliah", VOCABULARY, glossaries(("sundanese",))) == "berapa biaya kuliah"
    assert tokens.fold("syaratnye ape aje", VOCABULARY, glossaries(("betawi",))) == "syaratnya apa saja"


def test_a_standard_word_is_not_taken_for_a_regional_one() -> None:
    for text in ("wisata bahari", "kawasan bahari", "bahari itu apa"):
        assert fold(text, VOCABULARY) == text
    assert fold("kada bahari", VOCABULARY) == "tidak dulu"


def test_a_regional_language_that_nobody_knows_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(LookupError, match=r"klingon.*banjar.*sundanese"):
        glossaries(("klingon",))
