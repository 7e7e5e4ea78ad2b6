"""What a question pins down: years, places, levels, offices, groups, programs and details that the documents lack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.pinned import Pin, choose, missing
from bot.answering.retrieval import Findings, Found
from bot.domain.documents import Release
from tests.releases import document, footnote, release, section, statement


def lacking(question: str, known: Release) -> tuple[str, str] | None:
    pin = missing(question, tuple(known.statements.values()), known)
    return (pin.kind, pin.said) if pin else None


def test_a_year_that_no_statement_is_about_is_missing() -> None:
    known = release(document(section("Upah", statement("UMP 2026 naik."), statement("UMP 2025 naik.")), title="UMP"))
    assert lacking("UMP 2027 berapa", known) == ("year", "2027")
    assert lacking("UMP 2025 berapa", known) is None
    assert lacking("UMP berapa", known) is None


def test_the_date_a_fact_holds_for_counts() -> None:
    dated = replace(statement("Penerima 21.903 mahasiswa."), footnotes=(footnote("G-18", "31 Jan 2026"),))
    known = release(document(section("Penerima", dated)))
    assert lacking("berapa penerima 2026", known) is None
    assert lacking("berapa penerima 2028", known) == ("year", "2028")


def test_a_heading_s_year_counts() -> None:
    known = release(document(section("Gugatan", statement("Putusan 5 Februari 2025.")), title="Hasil Pilgub 2024"))
    assert lacking("apa putusan atas hasil Pilgub 2024", known) is None


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("seragam gratis di Makassar isinya apa", ("place", "Makassar")),
        ("seragam gratis di contoh utara kapan", ("place", "Contoh Utara")),
        ("seragam gratis di Contoh Timur kapan", None),
        ("kursus gratis kapan", ("level", "kursus")),
        ("siapa bupati yang membagikannya", ("office", "bupati")),
        ("siapa ketua panitia seragam", ("office", "ketua panitia seragam")),
        ("siapa ketua dari yayasan", None),
        ("ketua panitia memakai seragam apa", None),
        ("bantuan untuk nelayan berapa", ("group", "nelayan")),
        ("saya nelayan, anak saya dapat seragam?", None),
        ("seragam lewat PKH kapan", ("topic", "pkh")),
        ("merek sepatunya apa", ("topic", "merek")),
        ("berapa gaji gubernur", ("topic", "gaji gubernur")),
        ("tipe sepatunya apa", ("topic", "tipe")),
        ("jam berapa seragam dibagi", ("topic", "jam")),
        ("nomor rekening yayasan berapa", ("topic", "nomor rekening yayasan")),
        ("pilwali kapan", ("topic", "pilwali")),
    ],
)
def test_what_no_statement_is_about_is_missing(question: str, found: tuple[str, str] | None) -> None:
    known = release(
        document(
            section("Seragam", "Seragam untuk siswa SMA di Contoh Timur berisi tas dan sepatu."),
            section("Yayasan", "Ketua yayasan adalah Ibu Sari."),
        )
    )
    assert lacking(question, known) == found


def test_the_campaign_s_own_place_is_no_place_to_look_for() -> None:
    known = release(document(section("Seragam", "Seragam dibagi.")), names={"Contoh Timur": ("contim",)})
    assert lacking("seragam di Contoh Timur kapan", known) is None


def test_the_year_of_a_vote_is_not_that_of_an_office() -> None:
    known = release(document(section("Pilgub", statement("Gubernur 2018–2023 ikut Pilgub 2024.")), title="Pilgub"))
    assert lacking("pilgub 2018 siapa menang", known) == ("year", "2018")
    assert lacking("gubernur 2018 siapa", known) is None


def test_a_place_asked_for_by_itself_must_be_named_by_what_answers() -> None:
    known = release(
        document(section("Guru", statement("Guru di Tanjung berjumlah 31."), statement("Ada 9.")), title="G")
    )
    assert lacking("jumlah guru khusus di kota Melati", known) == ("place", "Melati")
    assert lacking("jumlah guru khusus di Tanjung", known) is None


def test_what_is_said_of_outside_is_said_of_every_place() -> None:
    known = release(document(section("Kuliah", "Kuliah di luar daerah mendapat bantuan.")))
    assert lacking("kuliah di Jogja dapat bantuan?", known) is None


def test_the_year_of_a_vote_that_the_documents_are_about_only_names_it() -> None:
    known = release(document(section("Visi", "Visi pada Pilgub 2024: maju.")), document(section("Suara", "Sah 10.")))
    votes = tuple(known.statements.values())[1:]
    assert missing("berapa suara sah Pilgub 2024", votes, known) is None
    pin = missing("berapa suara sah Pilgub 2029", votes, known)
    assert pin is not None
    assert pin.said == "2029"


def test_what_is_for_one_level_is_not_for_another() -> None:
    known = release(document(section("Seragam", "Seragam untuk siswa SMA.", "Seragam dibagi bulan Mei.")))
    assert lacking("seragam anak smp apa", known) == ("level", "SMP")
    assert lacking("seragam anak SMA apa", known) is None


def test_a_span_of_levels_holds_those_between() -> None:
    known = release(document(section("Guru", "Insentif untuk guru PAUD sampai SMP.")))
    assert lacking("insentif guru TK berapa", known) is None
    assert lacking("insentif dosen S2 berapa", known) == ("level", "S2")
    assert lacking("iuran BPJS TK berapa", known) is None


def test_what_names_no_level_is_about_all_of_them() -> None:
    known = release(document(section("Syarat", "Penerima ber-KTP setempat.")))
    assert lacking("syarat untuk D4 apa", known) is None


WAGES = release(
    document(
        section("Upah di kota", "Upah di kota 100."), section("Upah di luar", "Upah di luar daerah 90."), title="U"
    )
)


def chosen(question: str, *scores: float, settles: bool = False) -> tuple[list[str], Pin | None]:
    found = [Found(one, score, 0.9) for one, score in zip(WAGES.statements.values(), scores, strict=True)]
    statements, pin = choose(question, Findings(tuple(found)), WAGES, settles=settles)
    return [one.text for one in statements], pin


def test_what_is_about_it_and_fits_nearly_as_well_is_chosen_first() -> None:
    assert chosen("upah di Jambi berapa", 1.0, 0.6) == (["Upah di luar daerah 90."], None)


def test_what_fits_much_less_is_not_chosen_for_it() -> None:
    texts, pin = chosen("upah di Jambi berapa", 1.0, 0.3)
    assert texts == ["Upah di kota 100."]
    assert pin is not None
    assert (pin.kind, pin.said) == ("place", "Jambi")


def test_a_question_to_be_settled_may_name_what_is_not_so() -> None:
    assert chosen("upah di Jambi 100 kan", 1.0, 0.3, settles=True)[1] is None
    pin = chosen("upah 2019 di kota 100 kan", 1.0, 0.3, settles=True)[1]
    assert pin is not None
    assert pin.said == "2019"


@pytest.mark.parametrize("span", ["PAUD sampai SMP", "PAUD–SMP", "PAUD s/d SMP", "PAUD-SMP"])
def test_a_stage_within_a_span_is_told_however_the_span_is_written(span: str) -> None:
    known = release(document(section("Insentif", f"Insentif untuk guru {span}.")))
    assert lacking("insentif guru SD berapa", known) is None
    assert lacking("insentif guru S2 berapa", known) == ("level", "S2")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("debat ketiga kapan", ("topic", "debat ketiga")),
        ("debat publik kedua kapan", ("topic", "debat publik kedua")),
        ("when is the third debate", ("topic", "third debate")),
        ("debat pertama kapan", None),
        ("anggaran debat berapa", ("topic", "anggaran")),
        ("janji untuk petani apa", ("group", "petani")),
    ],
)
def test_which_of_a_series_a_budget_or_a_group_must_be_told(question: str, found: tuple[str, str] | None) -> None:
    known = release(document(section("Debat", "Pada debat pertama calon menjanjikan dua hal bagi guru.")))
    assert lacking(question, known) == found


def test_a_count_of_a_town_must_be_that_town_s_own() -> None:
    votes = section("Suara", "Pasangan itu meraih 900 suara.")
    known = release(document(votes, section("UMK", "UMK Kota Contoh Baru (Cobar) 3 juta.")))
    chosen = tuple(one for one in known.statements.values() if one.section.endswith("#suara"))
    pins = [missing(text, chosen, known) for text in ("berapa suara di Cobar", "suara itu gimana di cobar")]
    assert [pin.said if pin else None for pin in pins] == ["Cobar", None]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Laptop anak saya rusak. Berapa desa dapat internet gratis?", None),
        ("berapa desa dapat internet gratis? saya terima PKH", None),
        ("laptop gratis ada?", ("topic", "laptop")),
        ("istri saya sakit, internet gratis ada?", None),
        ("istri gubernur siapa", ("topic", "istri")),
        ("istri Ani Susi siapa", ("topic", "istri")),
    ],
)
def test_what_only_tells_a_story_is_nothing_that_the_answer_must_be_about(
    question: str, found: tuple[str, str] | None
) -> None:
    known = release(document(section("Internet", "Internet gratis di 80 desa.")), names={"Ani Susi": ("ani",)})
    assert lacking(question, known) == found


@pytest.mark.parametrize(
    "question",
    [
        "saya dari Makassar, internet desa sudah berapa",
        "keturunan Toraja boleh pakai internet desa",
        "saya baru pindah dari Malang internet desa sudah berapa",
        "tetangga saya di Malang tanya internet desa sudah berapa",
        "I moved from Surabaya two years ago, how many villages have internet?",
        "my cousin in Makassar wants to know how many villages have internet",
        "saya kuliah bahasa Jepang, internet desa sudah berapa",
        "tinggal di Jalan Jakarta, internet desa sudah berapa",
        "saya lulus SMA 2019, internet desa sudah berapa",
        "suami saya karyawan PLN, internet desa sudah berapa",
        "internet desa bisa dipakai lewat laptop",
        "bahan skripsi: internet desa sudah berapa",
        "paslon nomor 2 menjanjikan internet di berapa desa",
        "siapa yang bayar internet kalau istri pindah",
        "bapak saya petani, insentif guru internet desa berapa",
        "operator alat berat di Malang nih, internet desa sudah berapa",
        "internet desa secepat kayak di Korea, sudah berapa desa",
    ],
)
def test_what_somebody_tells_of_themselves_is_nothing_that_the_answer_must_be_about(question: str) -> None:
    known = release(document(section("Internet", "Internet gratis di 80 desa, juga bagi guru.")))
    assert lacking(question, known) is None


@pytest.mark.parametrize(
    "question",
    [
        "internet desa di Makassar sudah berapa, saya mau pindah ke sana",
        "saya mau tanya internet desa di Makassar, naik berapa persen",
        "saya di Makassar, internet sini berapa",
        "internet desa 2019 berapa, saya guru",
        "saya petani, ada bantuan apa dari kantor",
        "saya mau pindah kerja ke Malang. Internet desa di sana berapa?",
        "berapa anak di Surabaya yang dapat internet",
        "berapa orang Jakarta yang dapat internet",
        "internet desa seperti Jakarta berapa",
        "internet desa sejak 2019 berapa",
        "internet desa khusus kecamatan Mawar berapa",
    ],
)
def test_what_is_asked_still_is_beside_a_story(question: str) -> None:
    known = release(document(section("Internet", "Internet gratis di 80 desa.")))
    assert lacking(question, known) is not None


def test_a_town_is_not_told_of_by_a_longer_name_that_holds_its_own() -> None:
    towns = section("UMK", "UMK Kabupaten Contoh 3 juta.", "UMK Kabupaten Muara Contoh Utara 4 juta.")
    known = release(document(towns, section("Guru", "Di Muara Contoh Utara ada 40 guru.")))
    teachers = tuple(known.statements.values())[2:]
    assert missing("berapa guru di Contoh", teachers, known) is not None
    assert missing("berapa guru di Muara Contoh Utara", teachers, known) is None


def test_a_town_in_a_sentence_that_does_not_ask_is_no_place_to_count_in() -> None:
    known = release(document(section("Upah", "UMK Kota Contoh naik."), section("Desa", "Internet di 80 desa.")))
    village = tuple(known.statements.values())[1:]
    assert missing("Berapa desa dapat internet? Di Contoh sini sinyal susah.", village, known) is None
    assert missing("Berapa desa di Contoh dapat internet?", village, known) is not None


@pytest.mark.parametrize("question", ["tahun 2018 Ani dapat berapa suara", "Ani menang pemilihan 2018 berapa persen"])
def test_who_held_office_in_a_year_says_nothing_about_the_votes_of_that_year(question: str) -> None:
    known = release(document(section("Ani", "Ani adalah gubernur 2018–2023.", "Ani mendapat 800 suara.")))
    assert lacking(question, known) == ("year", "2018")
    assert lacking("tahun 2018 gubernurnya siapa", known) is None


def test_a_sector_is_told_of_by_its_name() -> None:
    known = release(document(section("Upah sektor", "Upah sektor sawit Rp3,8 juta.", "Upah sektor migas Rp3,9 juta.")))
    assert lacking("upah sektor perkebunan sawit berapa", known) is None
    assert lacking("upah sektor mana yang tertinggi", known) is None
    assert lacking("upah sektor kehutanan berapa", known) == ("topic", "sektor kehutanan")
    assert lacking("wage in the construction sector", known) == ("topic", "construction sector")


def test_what_is_said_of_other_provinces_is_not_said_of_other_countries() -> None:
    known = release(document(section("Luar", "Bantuan untuk kuliah di luar daerah Rp17 juta."), title="Kuliah"))
    assert lacking("kuliah di Bandung dapat berapa", known) is None
    assert lacking("kuliah di Jerman dapat berapa", known) == ("place", "Jerman")
    assert lacking("kuliah di luar negeri dapat berapa", known) == ("place", "Luar Negeri")
    wider = release(document(section("Jalur", "Ada jalur luar daerah dan luar negeri."), title="Kuliah"))
    assert lacking("kuliah di Jerman bisa", wider) is None
