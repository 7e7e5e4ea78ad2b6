"""What has become of a statement's words."""

from bot.domain.succession import compare
from bot.ingestion.edits import marked, rewording
from tests.ingestion.fakes import statements


def test_words_that_go_and_come_stand_where_they_stood() -> None:
    assert marked(compare("Usia paling tinggi 25 tahun.", "Usia paling tinggi 26 tahun, untuk S1.")) == (
        "Usia paling tinggi [-25 tahun.-] {+26 tahun, untuk S1.+}"
    )
    assert marked(compare("a b", "b c")) == "[-a-] b {+c+}"
    assert marked(compare("", "baru")) == "{+baru+}"


def test_of_what_stays_only_what_stands_near_a_change_is_shown() -> None:
    old, new = (
        statements(f"{'kata ' * 20}{price} {'lalu ' * 20}selesai.[^A]\n\n[^A]: J, X.\n")[0]
        for price in ("lima", "enam")
    )
    near = " ".join(["kata"] * 6), " ".join(["lalu"] * 6)
    assert marked(rewording(old, new)) == f"… {near[0]} [-lima-] {{+enam+}} {near[1]} …"


def test_another_date_or_source_is_shown_behind_the_text() -> None:
    body = "Gratis.[^A]\n\n[^A]: per {}\n    J, {}. <https://contoh.id>\n"
    old, new = (statements(body.format(*each))[0] for each in (("2025", "X"), ("2026", "Y")))
    assert marked(rewording(old, new)) == "Gratis. | [A] [-2025-] {+2026+} | J, [-X,-] {+Y,+} https://contoh.id"
