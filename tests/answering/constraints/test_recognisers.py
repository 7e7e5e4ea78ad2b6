"""What a question demands: years, places, levels, offices, groups, programs and details that the documents lack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.constraints.constraint import Constraint
from bot.answering.constraints.recognisers import missing
from bot.answering.retrieval.found import Findings, Found
from bot.answering.understanding.query import Query, parse
from bot.domain.documents import Release
from bot.language.tokens import detect
from tests.answering.choosing import chosen_of
from tests.releases import document, footnote, release, section, statement


def query(question: str, known: Release) -> Query:
    return parse(question, detect(question), known)


def lacking(question: str, known: Release) -> tuple[str, str] | None:
    constraint = missing(query(question, known), tuple(known.statements.values()), known)
    return (constraint.kind, constraint.said) if constraint else None


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
        ("seragam gratis di Contoh Timur kapan", None),
        ("siapa bupati yang membagikannya", ("office", "bupati")),
        ("siapa ketua panitia seragam", ("office", "ketua panitia seragam")),
        ("siapa ketua dari yayasan", None),
        ("siapa ketua dari yayasn", None),  # misspelt
        ("ketua panitia memakai seragam apa", None),
        ("bantuan untuk nelayan berapa", ("group", "nelayan")),
        ("saya nelayan, anak saya dapat seragam?", None),
        ("seragam lewat PKH kapan", ("topic", "pkh")),
        ("sudah dapat PKH, boleh dobel dengan seragam?", None),  # what else is got is an example
        ("merek sepatunya apa", ("topic", "merek")),
        ("tipe sepatunya apa", ("topic", "tipe")),
        ("pilwali kapan", ("topic", "pilwali")),
        ("saya operator alat berat, seragam isinya apa", None),
        ("operator internetnya apa", ("topic", "operator")),
        ("klaim JKP lewat yayasan bagaimana", ("topic", "jkp")),
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


def test_the_year_of_a_vote_is_not_that_of_an_office() -> None:
    known = release(document(section("Pilgub", statement("Gubernur 2018–2023 ikut Pilgub 2024.")), title="Pilgub"))
    assert lacking("pilgub 2018 siapa menang", known) == ("year", "2018")
    assert lacking("gubernur 2018 siapa", known) is None


def test_the_year_of_a_vote_that_the_documents_are_about_only_names_it() -> None:
    known = release(document(section("Visi", "Visi pada Pilgub 2024: maju.")), document(section("Suara", "Sah 10.")))
    votes = tuple(known.statements.values())[1:]
    assert missing(query("berapa suara sah Pilgub 2024", known), votes, known) is None
    constraint = missing(query("berapa suara sah Pilgub 2029", known), votes, known)
    assert constraint is not None
    assert constraint.said == "2029"


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


def chosen(question: str, *scores: float, settles: bool = False) -> tuple[list[str], Constraint | None]:
    found = [Found(one, score, 0.9) for one, score in zip(WAGES.statements.values(), scores, strict=True)]
    statements, constraint = chosen_of(query(question, WAGES), Findings(tuple(found)), WAGES, settles=settles)
    return [one.text for one in statements], constraint


def test_what_is_about_it_and_fits_nearly_as_well_is_chosen_first() -> None:
    assert chosen("upah di Jambi berapa", 1.0, 0.6) == (["Upah di luar daerah 90."], None)


def test_what_fits_much_less_is_not_chosen_for_it() -> None:
    texts, constraint = chosen("upah di Jambi berapa", 1.0, 0.3)
    assert texts == ["Upah di kota 100."]
    assert constraint is not None
    assert (constraint.kind, constraint.said) == ("place", "Jambi")


def test_a_question_to_be_settled_may_name_what_is_not_so() -> None:
    assert chosen("upah di Jambi 100 kan", 1.0, 0.3, settles=True)[1] is None
    constraint = chosen("upah 2019 di kota 100 kan", 1.0, 0.3, settles=True)[1]
    assert constraint is not None
    assert constraint.said == "2019"


def test_a_question_to_be_settled_may_put_a_year_and_a_town_together_that_are_not() -> None:
    known = release(
        document(section("Rapat", "Rapat digelar di Contoh pada 9 Mei 2024.")),
        document(section("Pelantikan", "Gubernur dilantik di Jakarta pada 20 Februari 2025.")),
    )
    meeting, oath = known.statements.values()
    found = Findings((Found(oath, 1.0, 0.9), Found(meeting, 0.8, 0.9)))
    assert (
        chosen_of(query("gubernur dilantik 20 Februari 2025 di Contoh kan?", known), found, known, settles=True)[1]
        is None
    )


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
        ("janji untuk petani apa", ("group", "petani")),
    ],
)
def test_which_of_a_series_or_a_group_must_be_told(question: str, found: tuple[str, str] | None) -> None:
    known = release(document(section("Debat", "Pada debat pertama calon menjanjikan dua hal bagi guru.")))
    assert lacking(question, known) == found


@pytest.mark.parametrize("question", ["tahun 2018 Ani dapat berapa suara"])
def test_who_held_office_in_a_year_says_nothing_about_the_votes_of_that_year(question: str) -> None:
    known = release(document(section("Ani", "Ani adalah gubernur 2018–2023.", "Ani mendapat 800 suara.")))
    assert lacking(question, known) == ("year", "2018")
    assert lacking("tahun 2018 gubernurnya siapa", known) is None


def test_a_sector_is_told_of_by_its_name() -> None:
    wages = section("Upah sektor", "Pertama, upah sektor sawit Rp3,8 juta.", "Upah sektor migas dan kapal Rp3,9 juta.")
    known = release(document(wages))
    assert lacking("upah sektor perkapalan berapa", known) is None
    assert lacking("upah sektor pertanian berapa", known) == ("topic", "sektor pertanian")
    assert lacking("upah sektor perkebunan sawit berapa", known) is None
    assert lacking("upah sektor mana yang tertinggi", known) is None
    assert lacking("upah sektor kehutanan berapa", known) == ("topic", "sektor kehutanan")
    assert lacking("wage in the construction sector", known) == ("topic", "construction sector")


WAGES_BY_YEAR = release(
    document(
        section("Upah 2026", "Upah Kota Contoh 2026 adalah Rp4 juta.", "Upah Kota Lain 2026 adalah Rp5 juta."),
        section("Upah provinsi", "Upah provinsi 2024 adalah Rp3 juta."),
        section("Internet", "Pada 2026 ada 80 desa.", "Uang yang dipakai pada 2025 adalah Rp2 miliar."),
    )
)


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("upah Kota Contoh 2024 berapa", "2024"),
        ("upah Kota Contoh 2026 berapa", None),
        ("upah provinsi 2024 berapa", None),
        ("upah Kota Contoh dan Kota Lain 2026 tinggi mana", None),
        ("upah provinsi 2024 dan upah Kota Contoh 2026 berapa", None),
        ("uang internet 2025 berapa juta rupiah", None),
    ],
)
def test_a_year_and_a_town_are_told_together(question: str, year: str | None) -> None:
    assert lacking(question, WAGES_BY_YEAR) == (("year", year) if year else None)


def test_a_year_that_another_document_tells_of_with_the_town_is_not_that_of_what_is_asked() -> None:
    wages = document(section("Upah 2026", "Upah Kota Contoh 2026 adalah Rp4 juta."), path="upah.md")
    rules = document(section("Masa tenang", "Pada 2024 Kota Contoh melarang kampanye."), path="aturan.md")
    assert lacking("upah Kota Contoh 2024", release(wages, rules)) == ("year", "2024")


def test_a_year_is_told_with_what_is_asked_of_it() -> None:
    internet = [one for one in WAGES_BY_YEAR.statements.values() if one.section.endswith("#internet")]
    constraint = missing(query("anggaran internet 2026 berapa", WAGES_BY_YEAR), internet, WAGES_BY_YEAR)
    assert (constraint.kind, constraint.said) == ("year", "2026") if constraint else False
    assert missing(query("anggaran internet 2025 berapa", WAGES_BY_YEAR), internet, WAGES_BY_YEAR) is None


def test_the_day_of_a_report_is_no_year_that_it_tells_of() -> None:
    reported = replace(statement("Pada 2025 ada 90 peserta."), footnotes=(footnote("G-1", "31 Jan 2026"),))
    known = release(document(section("Peserta", reported)))
    assert lacking("peserta 2026 berapa orang", known) is None  # nothing counts persons: the report must do
    assert lacking("berapa peserta tahun 2026", known) == ("year", "2026")


def test_a_statement_that_names_who_heads_it_is_chosen_before_one_that_does_not() -> None:
    party = section("Dukungan", "Partai Contoh mendukung Ani Susi."), section("Ketua", "Bu Sari ketua Partai Contoh.")
    known = release(document(*party))
    found = tuple(Found(one, score, 0.9) for one, score in zip(known.statements.values(), (1.0, 0.55), strict=True))
    statements, constraint = chosen_of(query("siapa ketua Partai Contoh", known), Findings(found), known, settles=False)
    assert ([one.text for one in statements], constraint) == (["Bu Sari ketua Partai Contoh."], None)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("siapa pendiri Yayasan Contoh", None),  # who has founded it
        ("siapa yang memiliki KTP bisa daftar", None),  # everybody who has one
        ("who is the founder of Yayasan Contoh", None),
        ("siapa pemilik Yayasan Contoh", ("office", "pemilik")),
        ("siapa ketua Partai Sawah", None),  # a party is told by its name
        ("siapa ketua Partai Ladang", ("office", "ketua ladang")),
        ("siapa ketua Sawah sebelum Bu Sari", None),
    ],
)
def test_an_office_is_told_by_what_its_holder_has_done_too(question: str, found: tuple[str, str] | None) -> None:
    known = release(
        document(
            section("Yayasan", "Yayasan Contoh didirikan Pak Ani pada 2001."),
            section("Sawah", "Bu Sari menjadi ketua Sawah."),
        )
    )
    assert lacking(question, known) == found


def test_who_heads_something_in_a_town_is_told_of_that_town() -> None:
    wage = statement("Upah Kota Melati dan Kota Kenanga naik.")
    known = release(document(section("Ketua", statement("Bu Sari adalah ketua yayasan di Kota Melati."), wage)))
    assert lacking("siapa ketua yayasan Melati", known) is None
    assert lacking("siapa ketua yayasan Kenanga", known) == ("office", "ketua yayasan kenanga")
