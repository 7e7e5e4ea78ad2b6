"""Places and bodies that a question asks about: what is counted there must be told of them in particular."""

from __future__ import annotations

import pytest

from bot.answering.constraints.recognisers import missing
from bot.domain.known_names import only_town
from tests.answering.constraints.test_recognisers import lacking, query
from tests.releases import document, release, section, statement

KNOWN = release(
    document(
        section("Internet", "Internet gratis di 80 desa dan 9 kampus, kata Dinas Kominfo."),
        section("Upah", "UMK Kota Contoh 3 juta.", "UMK Kota Lain Jaya 4 juta."),
        section("Guru", "Di Kota Contoh ada 31 guru."),
    )
)


def place(question: str, *sections: str) -> str | None:
    chosen = [one for one in KNOWN.statements.values() if not sections or one.section.split("#")[1] in sections]
    constraint = missing(query(question, KNOWN), chosen, KNOWN)
    return constraint.said if constraint else None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("berapa desa di Melatiwangi yang dapat internet", "Melatiwangi"),
        ("berapa desa di melatiwangi yang dapat internet", "melatiwangi"),
        ("berapa mahasiswa Widya Bahari dapat internet", "Widya Bahari"),
        ("desa di Melatiwangi yang dapat internet berapa", "Melatiwangi"),
        ("jumlah mahasiswa UMQX yang dapat internet?", "UMQX"),
        ("untaqx kebagian berapa miliar", "untaqx"),
        ("apakah kampus Bahari Jaya jadi mitra", "Bahari Jaya"),
        ("How many students at Widya Bahari have internet?", "Widya Bahari"),
        ("berapa dana untuk Melatiwangi, kebagian tidak", "Melatiwangi"),
        ("di Melatiwangi berapa jiwa yang dapat internet", "Melatiwangi"),
    ],
)
def test_what_a_place_or_body_has_that_no_document_knows_is_missing(question: str, said: str) -> None:
    assert place(question) == said


@pytest.mark.parametrize(
    "question",
    [
        "internet di Melatiwangi secepat apa",  # what is the same everywhere
        "Berapa Desa Di Kampus Yang Dapat Internet",  # capitals tell nothing here
        "saya mahasiswa UMQX. Berapa desa yang dapat internet gratis?",
        "saya pindah dari Melatiwangi, berapa desa dapat internet",
        "berapa desa non-Muslim yang dapat internet",
        "Kuwiq piro, berapa desa dapat internet",
        "berapa desa yang menurut Kominfo dapat internet",
        "siapa yang paling banyak dapat suara di Melatiwangi",
        "how many villages got internet by Feb",
    ],
)
def test_a_name_by_the_way_or_where_nothing_is_counted_is_no_place_to_look_for(question: str) -> None:
    assert place(question) is None


def test_a_body_that_the_documents_know_must_be_told_of_by_what_answers() -> None:
    assert place("berapa desa untuk Kominfo", "internet") is None
    assert place("berapa guru untuk Kominfo", "guru") == "Kominfo"
    assert place("berapa guru menurut Kominfo", "guru") is None


def test_a_town_is_also_known_by_its_first_word() -> None:
    known = release(document(section("Upah", "UMK Kabupaten Melati Raya 3 juta."), section("Guru", "Ada 31 guru.")))
    chosen = tuple(known.statements.values())[1:]
    constraint = missing(query("berapa guru di Melati", known), chosen, known)
    assert constraint is not None
    assert (constraint.kind, constraint.said) == ("place", "Melati")


def test_the_only_town_is_what_each_of_some_statements_names() -> None:
    own, other, both = (
        [one for one in KNOWN.statements.values() if name in one.text] for name in ("Kota Contoh", "Lain Jaya", "Kota")
    )
    assert only_town(own, KNOWN) == "Contoh"
    assert only_town(other, KNOWN) == "Lain Jaya"
    assert only_town(both, KNOWN) is None
    assert only_town([*own, *KNOWN.statements.values()][:3], KNOWN) is None
    assert only_town([], KNOWN) is None


def test_the_wage_of_a_town_counts_nobody_in_it() -> None:
    assert place("berapa guru di Kota Contoh", "upah", "guru") is None
    assert place("berapa guru di Kota Contoh", "upah", "internet") == "Contoh"


def test_the_campaign_s_own_place_is_no_place_to_look_for() -> None:
    known = release(document(section("Seragam", "Seragam dibagi.")), names={"Contoh Timur": ("contim",)})
    assert lacking("seragam di Contoh Timur kapan", known) is None
    known = release(document(section("Seragam", "Seragam dibagi.")), names={"Solo": ()})
    assert lacking("seragam di Solo kapan", known) is None  # which the program's list calls Surakarta first


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("seragam yang pemerintah tengah siapkan kapan", None),
        ("seragam di Tapanuli Tengah kapan", ("place", "Tapanuli Tengah")),
    ],
)
def test_what_somebody_is_doing_is_no_point_of_the_compass(question: str, found: tuple[str, str] | None) -> None:
    known = release(document(section("Seragam", "Seragam dibagi.")), names={"Contoh Timur": ("contim",)})
    assert lacking(question, known) == found


def test_a_place_asked_for_by_itself_must_be_named_by_what_answers() -> None:
    known = release(
        document(section("Guru", statement("Guru di Tanjung berjumlah 31."), statement("Ada 9.")), title="G")
    )
    assert lacking("jumlah guru khusus di kota Melati", known) == ("place", "Melati")
    assert lacking("jumlah guru khusus di Tanjung", known) is None


def test_what_is_said_of_outside_is_said_of_every_place() -> None:
    known = release(document(section("Kuliah", "Kuliah di luar daerah mendapat bantuan.")))
    assert lacking("kuliah di Jogja dapat bantuan?", known) is None


def test_a_count_of_a_town_must_be_that_town_s_own() -> None:
    votes = section("Suara", "Pasangan itu meraih 900 suara.")
    known = release(document(votes, section("UMK", "UMK Kota Contoh Baru (Cobar) 3 juta.")))
    chosen = tuple(one for one in known.statements.values() if one.section.endswith("#suara"))
    recognised = [
        missing(query(text, known), chosen, known) for text in ("berapa suara di Cobar", "suara itu gimana di cobar")
    ]
    assert [constraint.said if constraint else None for constraint in recognised] == ["Cobar", None]


def test_a_town_is_not_told_of_by_a_longer_name_that_holds_its_own() -> None:
    towns = section("UMK", "UMK Kabupaten Contoh 3 juta.", "UMK Kabupaten Muara Contoh Utara 4 juta.")
    known = release(document(towns, section("Guru", "Di Muara Contoh Utara ada 40 guru.")))
    teachers = tuple(known.statements.values())[2:]
    assert missing(query("berapa guru di Contoh", known), teachers, known) is not None
    assert missing(query("berapa guru di Muara Contoh Utara", known), teachers, known) is None


def test_a_town_in_a_sentence_that_does_not_ask_is_no_place_to_count_in() -> None:
    known = release(document(section("Upah", "UMK Kota Contoh naik."), section("Desa", "Internet di 80 desa.")))
    village = tuple(known.statements.values())[1:]
    assert missing(query("Berapa desa dapat internet? Di Contoh sini sinyal susah.", known), village, known) is None
    assert missing(query("Berapa desa di Contoh dapat internet?", known), village, known) is not None


def test_what_is_said_of_other_provinces_is_not_said_of_other_countries() -> None:
    known = release(document(section("Luar", "Bantuan untuk kuliah di luar daerah Rp17 juta."), title="Kuliah"))
    assert lacking("kuliah di Bandung dapat berapa", known) is None
    assert lacking("kuliah di Jerman dapat berapa", known) == ("place", "Jerman")
    assert lacking("kuliah di luar negeri dapat berapa", known) == ("place", "Luar Negeri")
    wider = release(document(section("Jalur", "Ada jalur luar daerah dan luar negeri."), title="Kuliah"))
    assert lacking("kuliah di Jerman bisa", wider) is None


@pytest.mark.parametrize(
    "question",
    [
        "Im on holiday from Sabah, what is the village internet?",
        "lagi liburan dari Surabaya, internet desa itu apa",
        "the ministry in Jakarta cut my village internet, how do I get it back",
        "kementerian di Jakarta mematikan internet desa, bisa aktif lagi?",
        "kantor pusat di Surabaya, internet desa berapa",
        "kalau pindah kerja dari Jakarta, internet desa berapa",
        "internet desa mirip aktor India boleh?",
        "internet desa sudah berapa, lebih banyak dari Jakarta?",
        "internet desa boleh kalau KTP Jakarta?",
    ],
)
def test_where_somebody_visits_from_or_something_has_its_seat_is_no_place_that_is_asked_about(question: str) -> None:
    assert lacking(question, release(document(section("Internet", "Internet di 80 desa.")))) is None


def test_a_place_that_is_only_compared_is_asked_about() -> None:
    known = release(document(section("Internet", "Internet di 80 desa.")))
    assert lacking("internet desa lebih cepat dari Jakarta?", known) == ("place", "Jakarta")


def test_a_count_of_a_pair_with_a_number_must_be_the_town_s_own() -> None:
    towns = section("UMK", "UMK Kota Contoh naik.")
    known = release(document(towns, section("Suara", "Pasangan 1 meraih 900 suara.")))
    votes = tuple(known.statements.values())[1:]
    assert missing(query("di Contoh suara pasangan 1 berapa", known), votes, known) is not None


def test_a_town_is_known_by_its_english_name() -> None:
    known = release(document(section("Upah", "UMK Kabupaten Contoh Timur 3 juta."), section("Desa", "Ada 802 desa.")))
    assert lacking("how many villages in East Contoh alone", known) == ("place", "East Contoh")


def test_what_a_campus_is_paid_is_not_told_by_how_many_study_there() -> None:
    known = release(document(section("Dana", "Dana cair Rp44 miliar.", "Mahasiswa baru: Unko 7.714, Poltebo 997.")))
    assert lacking("Poltebo dapat berapa miliar", known) == ("place", "Poltebo")
    assert lacking("Poltebo dapat berapa mahasiswa", known) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("mahasiswa Poltebo: kampus kami kebagian uang berapa", "Poltebo"),
        ("mahasiswa Unko: kampus kami kebagian uang berapa", None),
        ("dari nelayan sini sudah berapa yang jadi peserta", "dari nelayan sini"),
        ("anak kampus kami tanya: kampus kami kebagian uang berapa", "kampus kami"),
        ("desa kami sinyalnya susah, berapa desa yang sudah dapat", None),
    ],
)
def test_what_is_counted_where_the_asker_belongs_to_must_be_told_of_that(question: str, said: str | None) -> None:
    known = release(
        document(section("Dana", "Kampus Unko mendapat Rp22 miliar.", "Mahasiswa baru Poltebo 997.", "Ada 9 desa."))
    )
    assert lacking(question, known) == (("place", said) if said else None)


def test_an_assembly_is_meant_by_the_name_of_its_seat() -> None:
    known = release(document(section("Kursi", "Golkar punya 15 kursi di dewan.")))
    assert lacking("Golkar punya berapa kursi di parlemen Karang Melati", known) is None
    assert lacking("Golkar punya berapa kursi di Karang Melati", known) is not None


def test_who_got_the_votes_of_a_town_is_no_count() -> None:
    known = release(document(section("Hasil", "Ani unggul di Kota Contoh.", "Ani mendapat 900 suara.")))
    first = [next(iter(known.statements.values()))]
    for question in ("Contoh's votes went to whom?", "Which pair got the most votes in Contoh?"):
        assert missing(query(question, known), first, known) is None
    assert missing(query("siapa yang dapat berapa suara di Contoh?", known), first, known)
