"""Passages and terms of documents."""

from bot.domain.documents import Document, PassageKind
from bot.ingestion.campaign import attach
from bot.ingestion.chunking import Measure, passages, terms
from tests.ingestion.fakes import WordEmbedder, document, markdown, reading

MEASURE = Measure(WordEmbedder().tokens, WordEmbedder.most_tokens)
TABLE = "Besarannya:\n\n| Jenjang | Besaran |\n|---|---|\n| S1[^A] | 5 juta |\n\n[^A]: J, X.\n"
ENGLISH = "The amounts:\n\n| Level | Amount |\n|---|---|\n| S1[^A] | 5 million |\n\n[^A]: T, X.\n"


def with_twin() -> Document:
    found = reading({"a.md": markdown(TABLE), "a.en.md": markdown(ENGLISH, "Free study")})
    assert found.errors == ()
    return found.documents[0]


def test_section_statements_and_twins_each_have_a_passage_with_the_headers_of_their_table() -> None:
    one = with_twin()
    lead, row = one.statements
    assert [(each.kind, each.owner, each.text, each.language) for each in passages([one], {}, MEASURE)] == [
        ("section", "a.md#kuliah-gratis", "Kuliah gratis\nBesarannya:\nJenjang | Besaran: S1 | 5 juta", "id"),
        ("statement", lead.id, "Besarannya:", "id"),
        ("twin", lead.id, "The amounts:", "en"),
        ("statement", row.id, "Jenjang | Besaran: S1 | 5 juta", "id"),
        ("twin", row.id, "Level | Amount: S1 | 5 million", "en"),
    ]


def test_an_alias_has_a_passage_for_its_fact_once_in_the_language_it_is_in() -> None:
    aliases = {"A": ("Berapa besarannya?", "What is the amount?", "berapa BESARANNYA?")}
    found = [each for each in passages([document(TABLE)], aliases, MEASURE) if each.kind is PassageKind.ALIAS]
    assert [(each.owner, each.text, each.language) for each in found] == [
        ("A", "berapa BESARANNYA?", "id"),
        ("A", "What is the amount?", "en"),
    ]


def test_an_alias_of_a_section_leads_to_each_of_its_statements() -> None:
    one = document("Satu kalimat. Dua kalimat.")
    aliases = {one.sections[0].key: ("cara daftar",)}
    found = [each for each in passages([one], aliases, MEASURE) if each.kind is PassageKind.ALIAS]
    assert [(each.owner, each.text) for each in found] == [(each.id, "cara daftar") for each in one.statements]


def test_ids_are_unique_and_stay_the_same() -> None:
    aliases = {"A": ("satu", "dua")}
    ids = [each.id for each in passages([with_twin()], aliases, MEASURE)]
    assert len(set(ids)) == len(ids) == 7
    assert ids == [each.id for each in passages([with_twin()], aliases, MEASURE)]


def test_only_what_is_too_long_is_cut_and_its_pieces_fit_and_lead_to_the_same_owner() -> None:
    one = document("- " + "kata " * 90 + "akhir\n- pendek\n")
    long, short = one.statements
    found = passages([one], {}, MEASURE)
    pieces = [each for each in found if each.owner == long.id]
    assert [each.text for each in found if each.owner == short.id] == ["pendek"]
    assert len(pieces) == 3
    assert " ".join(each.text for each in pieces) == long.text
    assert max(MEASURE.tokens(each.text) for each in found) <= MEASURE.most
    assert len({each.id for each in found}) == len(found)


def test_keyword_terms_are_of_the_text_its_headers_its_twin_and_its_aliases() -> None:
    (one,) = attach([with_twin()], {"A": ("duit kuliah",)})
    lead, row = one.statements
    assert terms([one]) == {
        lead.id: ["besar", "amount"],
        row.id: ["jenjang", "besar", "s1", "5", "juta", "level", "amount", "s1", "5", "million", "duit", "kuliah"],
    }
