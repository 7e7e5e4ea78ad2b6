"""Which statements are quoted, and how they are set out."""

from __future__ import annotations

from bot.answering.composing.quoting import quote
from bot.answering.retrieval.found import Findings, Found
from bot.answering.selection import select
from bot.answering.understanding.query import parse
from bot.domain.documents import Kind, Release, Statement
from bot.language.tokens import detect
from tests.releases import document, release, section, statement


def findings(known: Release, *scored: tuple[str, float]) -> Findings:
    """Findings by the beginning of each statement's text."""

    def named(start: str) -> Statement:
        return next(one for one in known.statements.values() if one.text.startswith(start))

    return Findings(tuple(Found(named(start), score, 0.8 + score / 10) for start, score in scored))


def choose(found: Findings, known: Release, question: str, *, is_whole: bool = True) -> tuple[Statement, ...]:
    return select.choose(found, known, parse(question, detect(question), known), is_whole=is_whole)


def texts(chosen: tuple[Statement, ...]) -> list[str]:
    return [one.text for one in chosen]


def everything(kind: Kind) -> bool:
    return True


def test_one_statement_is_enough_when_the_next_is_far_behind() -> None:
    known = release(document(section("A", "Satu ini.", "Dua itu.")))
    assert texts(choose(findings(known, ("Satu", 1.0), ("Dua", 0.4)), known, "?")) == ["Satu ini."]


def test_at_most_three_statements_are_quoted() -> None:
    known = release(document(section("A", "Pertama apel.", "Kedua jeruk.", "Ketiga mangga.", "Keempat salak.")))
    found = findings(known, ("Pertama", 1.0), ("Kedua", 0.99), ("Ketiga", 0.98), ("Keempat", 0.97))
    assert len(choose(found, known, "buah")) == 3


def test_two_that_say_the_same_are_not_both_quoted() -> None:
    known = release(document(section("A", "Batas usia S1 adalah 25 tahun.", "Adalah 25 tahun batas usia S1.", "Lain.")))
    found = findings(known, ("Batas", 1.0), ("Adalah", 0.99), ("Lain", 0.2))
    assert texts(choose(found, known, "usia")) == ["Batas usia S1 adalah 25 tahun."]


def test_a_promise_brings_what_was_delivered_on_the_subject_only_where_both_are_asked_for() -> None:
    known = release(
        document(
            section("Janji", "Insentif guru dijanjikan Rp1 juta.", kind=Kind.JANJI),
            section("Kini", "Insentif guru dibayar Rp500 ribu."),
        )
    )
    found = findings(known, ("Insentif guru dijanjikan", 1.0), ("Insentif guru dibayar", 0.78))
    assert len(choose(found, known, "insentif guru yang dijanjikan, dan realisasinya")) == 2
    assert len(choose(found, known, "insentif guru")) == 1


def test_a_far_away_delivery_does_not_come_with_a_promise() -> None:
    known = release(
        document(section("Janji", "Janji makan siang.", kind=Kind.JANJI), section("Kini", "Internet desa ada."))
    )
    found = findings(known, ("Janji", 1.0), ("Internet", 0.3))
    assert len(choose(found, known, "makan siang")) == 1


def listed() -> Release:
    items = [
        statement("Syaratnya:", "F-1", group=1),
        statement("Warga daerah.", "F-1", group=1),
        statement("Usia paling tua 25.", "F-1", group=1),
    ]
    return release(document(section("Syarat", *items, "Di luar daftar.")))


def test_a_list_is_quoted_whole_when_it_is_asked_for() -> None:
    known = listed()
    found = findings(known, ("Usia", 1.0), ("Di luar", 0.1))
    assert texts(choose(found, known, "apa syaratnya")) == ["Syaratnya:", "Warga daerah.", "Usia paling tua 25."]


def test_one_item_is_enough_when_only_it_is_asked_for() -> None:
    known = listed()
    assert texts(choose(findings(known, ("Usia", 1.0)), known, "umur maksimal")) == ["Usia paling tua 25."]


def test_a_table_row_stays_a_row() -> None:
    rows = [statement(f"{town} | {wage}", "F-1", group=1, headers="Kota | Upah") for town, wage in (("A", 1), ("B", 2))]
    known = release(document(section("Upah", *rows)))
    assert texts(choose(findings(known, ("A |", 1.0), ("B |", 0.5)), known, "daftar upah A")) == ["A | 1"]


def test_of_a_table_that_names_what_is_asked_no_other_row_is_quoted_however_near() -> None:
    towns = ("Melati", 31), ("Kenanga", 47), ("Cempaka", 52)
    rows = [statement(f"Upah {town} | {wage}", "F-1", group=1, headers="Kota | Upah") for town, wage in towns]
    known = release(document(section("Upah", *rows)))
    found = findings(known, ("Upah Melati", 1.0), ("Upah Kenanga", 0.98), ("Upah Cempaka", 0.97))
    assert texts(choose(found, known, "upah melati")) == ["Upah Melati | 31"]
    assert texts(choose(found, known, "upah melati dan kenanga")) == ["Upah Melati | 31", "Upah Kenanga | 47"]
    assert len(choose(found, known, "upah")) == 3


def test_a_table_is_quoted_whole_when_it_is_asked_what_is_most() -> None:
    rows = [statement(f"{town} | {wage}", "F-1", group=1, headers="Kota | Upah") for town, wage in (("A", 1), ("B", 2))]
    known = release(document(section("Upah", *rows)))
    found = findings(known, ("A |", 1.0), ("B |", 0.5))
    assert texts(choose(found, known, "upah kota mana yang paling tinggi")) == ["A | 1", "B | 2"]


def test_what_is_so_now_comes_before_what_was_promised() -> None:
    known = release(
        document(
            section("Janji", "Guru dijanjikan Rp1 juta.", kind=Kind.JANJI), section("Kini", "Guru dibayar Rp500 ribu.")
        )
    )
    found = findings(known, ("Guru dijanjikan", 0.9), ("Guru dibayar", 0.85))
    assert texts(choose(found, known, "guru dapat apa sekarang"))[0] == "Guru dibayar Rp500 ribu."
    assert texts(choose(found, known, "guru dapat apa"))[0] == "Guru dijanjikan Rp1 juta."


def test_quotes_carry_one_number_a_footnote_and_one_citation_a_statement_and_footnote() -> None:
    known = release(
        document(section("Usia", statement("Satu.", "F-1", "F-2"), statement("Dua.", "F-2"), statement("Tiga.")))
    )
    parts, citations = quote(known.statements.values(), known, "id", everything)
    assert [one.marks for one in parts[0].quotes] == [(1, 2), (2,), (3,)]
    assert [(one.n, one.label) for one in citations] == [(1, "F-1"), (2, "F-2"), (2, "F-2"), (3, None)]


def test_quotes_of_a_section_stand_in_reading_order_under_its_heading() -> None:
    known = release(document(section("Usia", "Satu.", "Dua."), section("Biaya", "Tiga."), latest="https://contoh.id"))
    one, two, three = known.statements.values()
    parts, _ = quote([three, two, one], known, "id", everything)
    assert [(part.title, [each.text for each in part.quotes]) for part in parts] == [
        ("Biaya", ["Tiga."]),
        ("Usia", ["Satu.", "Dua."]),
    ]
    assert parts[0].latest == "https://contoh.id"
    assert parts[0].as_of == "19 Jun 2025"


def test_english_answers_quote_the_twin_and_name_its_file() -> None:
    known = release(document(section("Usia", statement("Paling tua 25.", "F-1", english="At most 25."), english="Age")))
    parts, citations = quote(known.statements.values(), known, "en", everything)
    assert (parts[0].title, parts[0].language, parts[0].quotes[0].text) == ("Age", "en", "At most 25.")
    assert (citations[0].document, citations[0].quote) == ("contoh.en.md", "At most 25.")
    assert citations[0].section == "contoh.md#usia"


def test_without_a_twin_an_english_answer_quotes_the_original() -> None:
    known = release(document(section("Usia", statement("Paling tua 25.", "F-1"))))
    parts, citations = quote(known.statements.values(), known, "en", everything)
    assert (parts[0].language, citations[0].document) == ("id", "contoh.md")


def test_what_may_not_be_said_now_drops_out() -> None:
    known = release(
        document(section("Janji", "Dijanjikan.", kind=Kind.JANJI), section("Suara", "Hasil.", kind=Kind.PEMILU))
    )
    parts, citations = quote(known.statements.values(), known, "id", lambda kind: kind is Kind.PEMILU)
    assert [part.title for part in parts] == ["Suara"]
    assert [one.n for one in citations] == [1]


def test_an_asked_level_that_nothing_is_about_leaves_all_statements() -> None:
    known = release(document(section("Usia", "Usia S1 25.", "Usia S3 40.")))
    found = findings(known, ("Usia S1", 1.0), ("Usia S3", 0.99))
    assert len(choose(found, known, "umur D4 berapa")) == 2


def test_no_more_than_two_lists_are_quoted_whole() -> None:
    def a_list(name: str) -> list[Statement]:
        return [statement(f"{name} syaratnya:", "F-1", group=1), statement(f"{name} warga.", "F-1", group=1)]

    known = release(document(*(section(name, *a_list(name)) for name in ("Satu", "Dua", "Tiga"))))
    found = findings(known, ("Satu warga", 1.0), ("Dua warga", 0.99), ("Tiga warga", 0.98))
    assert texts(choose(found, known, "apa syaratnya")) == [
        "Satu syaratnya:",
        "Satu warga.",
        "Dua syaratnya:",
        "Dua warga.",
    ]


def test_promise_and_delivery_are_both_quoted_when_both_are_asked_for() -> None:
    known = release(
        document(
            section("Janji", "Insentif guru dijanjikan Rp1 juta.", kind=Kind.JANJI),
            section("Kini", "Insentif guru dibayar Rp500 ribu."),
        )
    )
    found = findings(known, ("Insentif guru dijanjikan", 1.0), ("Insentif guru dibayar", 0.3))
    assert len(choose(found, known, "insentif guru")) == 1
    assert len(choose(found, known, "insentif guru janji dan realisasinya")) == 2


def test_what_gives_the_wanted_number_comes_first() -> None:
    known = release(document(section("Insentif", "Insentif guru dibayar triwulanan.", "Insentif guru Rp500 ribu.")))
    found = findings(known, ("Insentif guru dibayar", 0.9), ("Insentif guru Rp500", 0.85))
    assert texts(choose(found, known, "insentif guru berapa"))[0] == "Insentif guru Rp500 ribu."


def test_what_holds_an_asked_word_that_the_best_lacks_is_quoted_though_it_says_nearly_the_same() -> None:
    giver = "Memberi uang kepada pemilih dipidana penjara 36 bulan dan denda Rp200 juta."
    taker = "Menerima uang kepada pemilih dipidana penjara 36 bulan dan denda Rp200 juta."
    known = release(document(section("Sanksi", giver, taker)))
    found = findings(known, ("Memberi", 1.0), ("Menerima", 0.95))
    assert texts(choose(found, known, "yang memberi uang dipidana apa")) == [giver]
    assert texts(choose(found, known, "yang memberi atau yang menerima uang dipidana")) == [giver, taker]


def test_what_is_far_is_not_lifted_for_what_a_question_wants_to_hear() -> None:
    known = release(
        document(section("Calon", "Ada dua calon.", "Calon diundi."), section("Lain", "Gagal karena telat."))
    )
    found = findings(known, ("Ada dua", 0.3), ("Calon diundi", 0.25), ("Gagal", 0.14))
    assert texts(choose(found, known, "kenapa cuma dua calon"))[0] == "Ada dua calon."


def test_a_neighbour_is_quoted_with_the_best_though_it_is_a_little_further_behind() -> None:
    known = release(document(section("A", "Pertama apel.", "Kedua jeruk."), section("B", "Ketiga mangga.")))
    found = findings(known, ("Pertama", 1.0), ("Ketiga", 0.8), ("Kedua", 0.8))
    assert texts(choose(found, known, "buah")) == ["Pertama apel.", "Kedua jeruk."]


def test_a_promise_brings_what_its_own_document_says_is_so_where_both_are_asked_for() -> None:
    known = release(
        document(
            section("Janji", "Janji kuliah tanpa seleksi.", kind=Kind.JANJI), section("Kini", "Syaratnya warga kota.")
        )
    )
    found = findings(known, ("Janji", 1.0), ("Syaratnya", 0.4))
    assert len(choose(found, known, "janjinya tanpa seleksi, nyatanya sekarang bagaimana")) == 2
    assert len(choose(found, known, "janjinya bagaimana")) == 1


def test_what_settles_a_question_needs_nothing_of_other_sections() -> None:
    known = release(
        document(
            section("Program", "Paket Abadi punya enam program.", "Program Abadi mulai Maret."),
            section("Lain", "Makan siang bukan program Abadi."),
        ),
        names={"Abadi": ()},
    )
    found = findings(known, ("Paket", 1.0), ("Makan", 0.99))
    assert len(choose(found, known, "Abadi ada berapa program")) == 1
    assert len(choose(found, known, "Abadi ada berapa program", is_whole=False)) == 2


def test_both_sides_of_a_contest_bring_the_same_of_each() -> None:
    known = release(
        document(
            section(
                "Visi kita", "Visi pasangan Ani Susi–Budi Anto adalah Maju.", "Ani Susi–Budi Anto mendapat 900 suara."
            ),
            section(
                "Lawan", "Candra Tua–Dedi Muda mendapat 800 suara.", "Visi pasangan Candra Tua–Dedi Muda ialah Adil."
            ),
        )
    )
    found = findings(
        known, ("Visi pasangan Ani", 0.9), ("Candra", 0.5), ("Ani Susi", 0.4), ("Visi pasangan Candra", 0.3)
    )
    both = ["Visi pasangan Ani Susi–Budi Anto adalah Maju.", "Visi pasangan Candra Tua–Dedi Muda ialah Adil."]
    assert texts(choose(found, known, "beda visi kedua paslon apa")) == both
    assert texts(choose(found, known, "visi Ani apa")) == both[:1]


def test_what_else_is_asked_comes_from_the_same_section() -> None:
    wages = section("Upah", "Upah 2025 naik 6,5%.", "Upah 2025 diumumkan oleh Ani Contoh.", "Upah itu berlaku setahun.")
    known = release(document(wages))
    found = findings(known, ("Upah 2025 naik", 1.0), ("Upah itu", 0.5), ("Upah 2025 diumumkan", 0.3))
    both = choose(found, known, "upah 2025 naik berapa persen dan siapa yang mengumumkan?")
    assert texts(both) == ["Upah 2025 naik 6,5%.", "Upah 2025 diumumkan oleh Ani Contoh."]
    assert texts(choose(found, known, "upah 2025 naik berapa persen?")) == ["Upah 2025 naik 6,5%."]


def test_what_is_so_comes_before_what_is_still_under_way() -> None:
    known = release(
        document(
            section("Insentif", "Insentif guru Rp1 juta masih dalam proses.", "Insentif guru besarnya Rp500 ribu.")
        )
    )
    found = findings(known, ("Insentif guru Rp1", 1.0), ("Insentif guru besarnya", 0.95))
    assert texts(choose(found, known, "berapa insentif guru"))[0] == "Insentif guru besarnya Rp500 ribu."
    assert texts(choose(found, known, "insentif guru yang diproses berapa"))[0].startswith("Insentif guru Rp1 juta")


def test_each_of_two_questions_in_one_brings_what_holds_its_words() -> None:
    known = release(
        document(
            section("Penjaga", "Insentif penjaga Rp500 ribu.", "Penjaga yang terdaftar 3.629 orang, target 4.800.")
        )
    )
    found = findings(known, ("Insentif penjaga", 1.0), ("Penjaga yang", 0.3))
    both = ["Insentif penjaga Rp500 ribu.", "Penjaga yang terdaftar 3.629 orang, target 4.800."]
    assert texts(choose(found, known, "insentif penjaga berapa dan sudah berapa yang terdaftar")) == both
    assert texts(choose(found, known, "insentif penjaga berapa")) == both[:1]
