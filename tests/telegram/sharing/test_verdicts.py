"""What whoever checks a shared answer reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.answering.composing.composer import Composer
from bot.domain.alterations import Alteration, Comparison, Likeness
from bot.domain.answers import Phrase
from bot.domain.calendar import Calendar
from bot.domain.documents import Footnote, Kind, Release, Source
from bot.domain.sharing import Checked, Shared, Verdict, worst
from bot.domain.withdrawals import Withdrawal, Withdrawals
from bot.sharing.sharing import fates_of
from bot.telegram.delivery.buttons import Button
from bot.telegram.delivery.packing import plain
from bot.telegram.delivery.replies import Reply
from bot.telegram.sharing import verdicts
from bot.telegram.sharing.handover import text
from tests.releases import NOW, document, release, section, statement

AGE, MONEY = statement("Paling tua 25 tahun untuk S1.", "A"), statement("Uang kuliahnya <5 juta>.", "B")
FIRST = release(document(section("Usia", AGE), section("Biaya", MONEY), latest="https://www.contoh.id/baru"))
TOPICS = Button("Topik", "t:id")


def share(known: Release = FIRST) -> Shared:
    statements = tuple(known.statements.values())
    answer = Composer(known, "id", Calendar(), NOW).quoted(statements)
    return Shared("K7F29RXM4RTA", "id", answer, statements, (), text(answer), known.id, NOW)


def check(live: Release, withdrawals: Withdrawals | None = None) -> Checked:
    fates = fates_of(share(), live, withdrawals or {})
    return Checked(worst(fates), share(), fates)


def read(checked: Checked, comparison: Comparison | None = None, language: str = "id") -> Reply:
    assert checked.shared
    return verdicts.known(checked, checked.shared, language, dt.UTC, comparison, TOPICS)


def html(*args: object) -> str:
    return "\n\n".join(read(*args).messages)  # type: ignore[arg-type]


def test_a_valid_answer_is_shown_as_it_was_with_its_code_and_the_day_it_was_shared_first() -> None:
    (message,) = read(check(FIRST)).messages
    assert plain(message).startswith("✅ Masih berlaku\n")
    assert "Kode K7F2-9RXM-4RTA · dibagikan pertama kali 24 Nov 2026" in message
    assert "Paling tua 25 tahun untuk S1. [1]\n" in plain(message)
    assert "Uang kuliahnya &lt;5 juta&gt;. [2]" in message


def test_what_has_changed_stands_side_by_side_with_the_words_that_differ_marked() -> None:
    reworded = statement("Paling tua 27 tahun untuk S1.", "A")
    shown = html(check(release(document(section("Usia", reworded), section("Biaya", MONEY)))))
    assert shown.startswith("<b>🔄 Sudah diperbarui</b>")
    assert "Dulu: Paling tua <s>25</s> tahun untuk S1. [1]\n👉 Sekarang: Paling tua <b>27</b> tahun untuk S1." in shown
    assert "✅ Tetap: Uang kuliahnya &lt;5 juta&gt;." in shown


def test_another_heading_kind_date_and_source_are_told_where_the_words_are_the_same() -> None:
    source = Source("Judul <baru>", "Koran Lain", "2026-01-02", "https://lain.id")
    other = replace(AGE, footnotes=(Footnote("A", "2026", (source,)),))
    shown = html(check(release(document(section("Umur", other, kind=Kind.JANJI), section("Biaya", MONEY)))))
    assert "🔄 Kalimatnya tetap: Paling tua 25 tahun untuk S1." in shown
    assert "Judul: <s>Usia</s> → <b>Umur</b>" in shown
    assert "Jenis: <s>✅ Pelaksanaan · per 19 Jun 2025</s> → <b>📌 Janji kampanye · 2026</b>" in shown
    assert 'Sumber sekarang: <a href="https://lain.id">Judul &lt;baru&gt;</a> (Koran Lain, 2 Jan 2026)' in shown


def test_a_source_of_which_only_the_link_is_another_is_told_by_its_address() -> None:
    source = Source("Judul A", "Harian Contoh", "2025-06-19", "https://lain.id/baru")
    other = replace(AGE, footnotes=(Footnote("A", "19 Jun 2025", (source,)),))
    shown = plain(html(check(release(document(section("Usia", other), section("Biaya", MONEY))))))
    assert "(Harian Contoh, 19 Jun 2025) contoh.id/A\n" in shown
    assert "(Harian Contoh, 19 Jun 2025) lain.id/baru" in shown


def test_the_worst_comes_first() -> None:
    live = release(document(section("Usia", AGE)))
    shown = plain(html(check(live)))
    assert shown.startswith("➖ Tidak lagi ada di dokumen")
    assert shown.index("➖ Tidak ada lagi: Uang kuliahnya") < shown.index("✅ Tetap: Paling tua 25")


def test_a_withdrawn_statement_is_struck_through_below_day_and_reason() -> None:
    age = next(iter(FIRST.statements.values()))
    taken = {age.id: Withdrawal(age.id, age.section, age.text, "salah <hitung>", NOW, "who")}
    shown = html(check(FIRST, taken))
    assert shown.startswith("<b>⛔ Ditarik</b>")
    assert "⛔ Ditarik 24 Nov 2026. Alasannya: salah &lt;hitung&gt;\n<s>Paling tua 25 tahun untuk S1.</s>" in shown


def test_an_altered_text_is_the_first_thing_they_read_numbers_before_words() -> None:
    changes = (Alteration("Rp5 juta", "Rp2 juta"), Alteration("", "tidak"), Alteration("Kirim <KTP>.", ""))
    shown = html(check(FIRST), Comparison(Likeness.ALTERED, changes, ("Sebarkan!",)))
    assert shown.startswith("<b>⚠️ DIUBAH: pesan itu berbeda dari yang kami bagikan!</b>\n")
    assert "• «<b>Rp5 juta</b>» → aslinya «<b>Rp2 juta</b>»\n• dihilangkan: «<b>tidak</b>»" in shown
    assert "• ditambahkan: «<b>Kirim &lt;KTP&gt;.</b>»\n⚠️ Di pesan itu ada juga teks" in shown
    assert "<b>Jawaban yang asli: ✅ Masih berlaku</b>" in shown


def test_many_alterations_are_counted() -> None:
    changes = tuple(Alteration(f"{n}", "x") for n in range(9))
    assert "… dan 4 perubahan lain" in html(check(FIRST), Comparison(Likeness.ALTERED, changes))


def test_a_question_around_a_code_is_no_fake_and_a_whole_other_text_is() -> None:
    few, many = (Comparison(Likeness.OTHER, around=("kata " * count,)) for count in (4, 12))
    assert html(check(FIRST), few).startswith("<b>✅ Masih berlaku</b>")
    assert html(check(FIRST), many).startswith("<b>⚠️ Isi pesan itu bukan jawaban kami.")


def test_in_the_quiet_period_nothing_is_shown_that_may_not_be_said_not_even_as_an_alteration() -> None:
    hidden = replace(share(), answer=replace(share().answer, parts=(), citations=()))
    checked = Checked(Verdict.UPDATED, hidden, (), Phrase("quiet", (("until", "2026-11-27"),)))
    reply = read(checked, Comparison(Likeness.ALTERED, (Alteration("Rp5 juta", "Rp2 juta"),)))
    shown = "\n".join(reply.messages)
    assert "DIUBAH" in shown
    assert "masa tenang" in shown
    assert "juta" not in shown
    assert reply.keyboard == ((TOPICS,),)


def test_below_stand_its_sources_what_can_be_shared_now_and_the_topic_now() -> None:
    labels = [[one.text for one in row] for row in read(check(FIRST)).keyboard]
    assert labels == [["📄 Sumber", "↗️"], ["📖 Topik ini sekarang"]]
    gone = read(check(release(document(section("Lain", "Lain.")))))
    assert [[one.text for one in row] for row in gone.keyboard] == [["📄 Sumber"], ["Topik"]]


def test_nothing_is_confirmed_of_a_code_that_is_none_or_not_ours() -> None:
    mistyped = verdicts.unknown(Checked(Verdict.MISTYPED), "k7f2-9qxm-4rtb<", "id", TOPICS)
    foreign = verdicts.unknown(Checked(Verdict.FOREIGN), "C48F39STP4VK", "en", TOPICS)
    assert "“k7f2-9qxm-4rtb&lt;” bukan kode dari bot ini" in mistyped.messages[0]
    assert "with the code C48F-39ST-P4VK" in foreign.messages[0]
    assert mistyped.keyboard == foreign.keyboard == ((TOPICS,),)


def test_a_table_row_is_shown_with_its_columns() -> None:
    row = statement("Surakarta | 12", "A", headers="Kota | Bus")
    live = release(document(section("Bus", statement("Surakarta | 15", "A", headers="Kota | Bus"))))
    known = release(document(section("Bus", row)))
    fates = fates_of(share(known), live, {})
    shown = html(Checked(worst(fates), share(known), fates))
    assert "<i>Kota | Bus</i>\n🔄 Dulu: Surakarta | <s>12</s> [1]\n👉 Sekarang: Surakarta | <b>15</b>" in shown


def test_what_travels_around_a_text_is_known() -> None:
    lines = verdicts.frame(share(), "contoh_bot", {"campaign": "Kampanye", "run_by": "Tim"})
    assert "https://t.me/contoh_bot?start=a_K7F29RXM4RTA" in lines
    assert "Yang terbaru: contoh.id" in lines
    assert "K7F2-9RXM-4RTA" in lines
