import dataclasses
import re

from bot.domain.answers import Answer, Outcome, Phrase, Suggestion
from bot.evaluation.questions import GoldenQuestion
from bot.evaluation.scoring import YES_NO, Rate, Verdict, figures, missed_marks
from bot.evaluation.seeing import first_line, see
from tests.evaluation.made import BUS, asked, ended, judged, quoted, render
from tests.releases import document, release, section, statement

YES = (Phrase("Ya, pukul 06.15."),)


def wanting(question: GoldenQuestion, says: str = "", must: str = "", parts: tuple[str, ...] = ()) -> GoldenQuestion:
    return dataclasses.replace(
        question,
        says=re.compile(says) if says else None,
        must=(re.compile(must),) if must else (),
        parts=tuple(map(re.compile, parts)),
        facet="when",
    )


def tapping(answer: Answer, *suggestions: Suggestion) -> Answer:
    return dataclasses.replace(answer, suggestions=suggestions)


def share(name: str, *verdicts: Verdict) -> Rate:
    return figures(verdicts).rates[name]


def test_the_first_line_is_whatever_is_rendered_first() -> None:
    assert first_line("\n  \n Ya, sampai batas.\n[1] Harian") == "Ya, sampai batas."
    assert first_line(" \n") == ""


def test_the_first_line_must_say_what_is_demanded_of_it() -> None:
    question = wanting(asked(facts=["B-1"]), says="^Ya")
    said, unsaid = judged(question, quoted("B-1", phrases=YES)), judged(question, quoted("B-1"))
    assert (said.seen.first_line.split()[0], said.seen.says) == ("Ya,", True)
    assert unsaid.seen.lacks == ("first line: Jam bus",)
    assert share("says", said, unsaid, judged(asked(), quoted("B-1"))) == Rate(1, 2)
    assert unsaid.is_right  # its facts are


def test_yes_and_no_are_counted_by_the_register() -> None:
    plain = wanting(asked(facts=["B-1"]), says="^Ya")
    question = dataclasses.replace(plain, register=YES_NO)
    both = (judged(question, quoted("B-1", phrases=YES)), judged(question, quoted("B-1")))
    assert share("first_word", *both, judged(plain, quoted("B-1"))) == Rate(1, 2)


def test_the_first_quote_must_carry_the_fact_and_its_words() -> None:
    question = wanting(asked(facts=["B-1"]), must="06[.]15")
    right, buried = judged(question, quoted("B-1", "B-2")), judged(question, quoted("B-2", "B-1"))
    other = judged(wanting(asked(facts=["B-1"]), must="07[.]00"), quoted("B-1"))
    refused = judged(question, ended(Outcome.NOT_FOUND))
    assert [one.seen.first_fits for one in (right, buried, other, refused)] == [True, False, False, False]
    assert share("first_statement", right, buried, other, refused) == Rate(1, 4)
    assert buried.is_right


def test_the_first_statement_is_asked_of_questions_with_a_facet_that_are_to_be_answered() -> None:
    without = dataclasses.replace(wanting(asked(facts=["B-1"])), facet="")
    absent = wanting(asked(expect=[Outcome.NOT_FOUND]))
    assert share("first_statement", judged(without, quoted("B-2")), judged(absent, ended(Outcome.NOT_FOUND))).total == 0


def test_a_quote_that_leads_to_a_list_says_what_its_items_say() -> None:
    lead = quoted("B-1")
    (part,) = lead.parts
    (quote,) = part.quotes
    quotes = (
        dataclasses.replace(quote, text="Bus berangkat pukul:"),
        dataclasses.replace(quote, text="06.15", item=True),
        dataclasses.replace(quote, text="Lain."),
        dataclasses.replace(quote, text="07.00", item=True),
    )
    listed = dataclasses.replace(lead, parts=(dataclasses.replace(part, quotes=quotes),))
    assert judged(wanting(asked(facts=["B-1"]), must="06[.]15"), listed).seen.first_fits
    assert not judged(wanting(asked(facts=["B-1"]), must="07[.]00"), listed).seen.first_fits


def test_every_part_must_be_answered_in_its_order() -> None:
    question = wanting(asked(every=["B-1", "B-2"]), parts=("06[.]15", "12 rute"))
    right, turned = judged(question, quoted("B-1", "B-2")), judged(question, quoted("B-2", "B-1"))
    assert right.seen.unanswered == ()
    assert turned.seen.lacks == ("part not answered: 12 rute",)
    assert share("parts", right, turned) == Rate(1, 2)


def test_words_are_counted_with_the_sources_of_answers_alone() -> None:
    verdicts = (judged(asked(), quoted("B-1")), judged(asked(), ended(Outcome.NOT_FOUND, "Tidak ada.")))
    shown = f"Jam bus {BUS} [1] Harian Contoh 2025-06-05".split()
    found = figures(verdicts)
    assert (found.words_median, found.words_p95) == (len(shown), len(shown))
    assert figures(verdicts[1:]).words_median is None
    assert missed_marks(found, {"words_median": len(shown), "words_p95": len(shown) - 1}) == ["words_p95"]


def test_buttons_repeat_what_leads_to_a_shown_section_or_statement() -> None:
    answer = quoted("B-1")
    (part,) = answer.parts
    answer = dataclasses.replace(answer, parts=(dataclasses.replace(part, section_id="s1"),))
    (shown,) = answer.leads
    again = (Suggestion("Jam bus", section_id="s1"), Suggestion("Jam berapa?", "s1", shown))
    other = (Suggestion("Rute", section_id="s2"), Suggestion("Berapa rute?", "s1", "another"))
    verdict = judged(asked(facts=["B-1"]), tapping(answer, *again, *other))
    assert (verdict.seen.buttons, verdict.seen.repeating) == (4, 2)
    assert verdict.seen.lacks == ("buttons that repeat it: 2",)
    offered = judged(asked(expect=[Outcome.NOT_FOUND]), tapping(ended(Outcome.NOT_FOUND), *other))
    assert share("repeating_buttons", verdict, offered) == Rate(2, 4)  # topics beside nothing repeat nothing
    assert missed_marks(figures([verdict]), {"repeating_buttons": 0.4}) == ["repeating_buttons"]


def test_a_button_repeats_that_asks_what_is_shown_of_the_same_fact() -> None:
    late = section(
        "Bus malam", statement("Bus terakhir pulang pukul 21.00.", "B-1"), statement("Ada dua halte.", "B-2")
    )
    known = release(document(section("Jam bus", statement(BUS, "B-1")), late, path="bus.md", program="sekolah"))
    same, other = (one.id for one in known.sections["bus.md#bus-malam"].statements)
    buttons = (
        Suggestion("Jam berapa bus sekolah berangkat?", statement=same),
        Suggestion("Jam berapa bus malam pulang?", statement=same),
        Suggestion("Jam berapa bus sekolah berangkat?", statement=other),
    )
    answer = tapping(quoted("B-1"), *buttons)
    assert see(asked(facts=["B-1"]), answer, render(answer), known).repeating == 1
    assert see(asked("Siapa sopirnya?", facts=["B-1"]), answer, render(answer), known).repeating == 0
