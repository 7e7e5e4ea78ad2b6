"""phrasings.toml, names.toml, intents.toml, absent.toml and clarify.toml."""

from collections.abc import Sequence

import pytest

from bot.domain.documents import Boundary, Sort
from bot.domain.errors import KnowledgeErrors
from bot.domain.ids import asked_of
from bot.ingestion.campaign import Campaign, attach, home_of, labels_of, merge, read_campaign, read_intent
from bot.ingestion.folder import Snapshot
from bot.ingestion.reading import read
from tests.ingestion.fakes import Folder, document, markdown

BODY = "Usia 25 tahun.[^A] Biaya nol.[^A][^B]\n## Daftar\nDi kampus.[^B]\n\n[^A]: J, X.\n[^B]: J, X.\n"


def campaign(files: dict[str, str], general: Sequence[Boundary] = ()) -> tuple[Campaign, list[str]]:
    folder = Snapshot(Folder({"a.md": markdown(BODY), **files}))
    found, errors = read_campaign(folder, read(folder).documents, general)
    return found, [str(error) for error in errors]


def test_without_files_a_campaign_has_nothing_of_its_own() -> None:
    assert campaign({}) == (Campaign(), [])


def test_aliases_names_boundaries_and_topics_are_read() -> None:
    found, errors = campaign(
        {
            "phrasings.toml": '"A" = ["batas  usia?", "umur brp", "umur brp"]\n"a.md#daftar" = ["cara daftar"]',
            "names.toml": '"Budi Contoh" = ["budi", "pak budi"]',
            "intents.toml": '[[boundary]]\nkind = "uang"\nexamples = ["minta uang"]\ninstead = "Tidak."\ncite = ["B"]',
            "absent.toml": '[[topic]]\nname = "kelak"\nphrasings = ["2030?"]\nask.id = "Belum."\nask.en = "Not yet."',
            "clarify.toml": '"umr" = ["a.md#daftar", "a.md#kuliah-gratis"]',
        }
    )
    assert errors == []
    assert found == Campaign(
        {"A": ("batas usia?", "umur brp"), "a.md#daftar": ("cara daftar",)},
        {"Budi Contoh": ("budi", "pak budi")},
        (
            Boundary("uang", ("minta uang",), (), {"id": "Tidak.", "en": "Tidak."}, ("B",)),
            Boundary("kelak", ("2030?",), (), {"id": "Belum.", "en": "Not yet."}, sort=Sort.UNKNOWN),
        ),
        {"umr": ("a.md#daftar", "a.md#kuliah-gratis")},
    )


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("phrasings.toml", '\n"Q" = ["x"]', 'phrasings.toml:2: no statement carries the footnote "Q"'),
        ("phrasings.toml", '"a.md#x" = ["x"]', 'phrasings.toml:1: there is no section "a.md#x"'),
        ("phrasings.toml", '"A: mars" = ["x"]', 'phrasings.toml:1: no statement is meant by "A: mars"'),
        ("phrasings.toml", 'A = "x"', 'phrasings.toml:1: "A" must be a list of texts'),
        ("phrasings.toml", "A = ['x', 3]", 'phrasings.toml:1: "A" must be a list of texts'),
        ("phrasings.toml", "A = ['x']\nB = ['y' 'z']", "phrasings.toml:2: not valid TOML"),
        ("clarify.toml", '"umr" = ["a.md#daftar"]', 'clarify.toml:1: "umr" needs two sections that it may mean'),
        ("clarify.toml", '"umr" = [\n"a.md#daftar", "a.md#x"]', 'clarify.toml:2: there is no section "a.md#x"'),
        ("names.toml", "\n[tabel]\nx = 1", 'names.toml:2: "tabel" must be a list of texts'),
        ("intents.toml", "boundary = 1", "intents.toml:1: write [[boundary]], in double brackets"),
        (
            "intents.toml",
            '[[bounds]]\nkind="x"',
            'intents.toml:1: unknown "bounds"; this file holds [[boundary]]',
        ),
        (
            "intents.toml",
            '[[boundary]]\nkind="x"\nexamples=["y"]\ninstead="z"\n\n[[boundary]]\nkind="x"\nexamples=["y"]\ninstead="z"',
            'intents.toml:6: the kind "x" is given twice',
        ),
        (
            "intents.toml",
            '[[boundary]]\nkind="x"\nexamples=["y"]\ninstead="z"\ncite=["Q"]',
            'intents.toml:5: "x" cites "Q", but no statement carries that footnote',
        ),
        (
            "intents.toml",
            '[[boundary]]\nkind="x"\nexamples=["y"]\ncite=["A: mars"]',
            'intents.toml:4: "x" cites "A: mars", but no statement has these words',
        ),
        ("people_first.toml", '[[people]]\nkind="x"', 'people_first.toml:1: unknown kind "x"; known are distress,'),
        (
            "people_first.toml",
            '[[people]]\nkind="distress"\ncite=["Q"]',
            'people_first.toml:3: "distress" cites "Q", but no statement carries that footnote',
        ),
        ("intents.toml", '[[boundary]]\nkind="x"', 'intents.toml:1: give "examples", "counter_examples" or both'),
        (
            "intents.toml",
            '[[boundary]]\nkind="x"\nexamples=["y"]\ninstead=3',
            'intents.toml:1: "instead" must be a text, or',
        ),
        ("absent.toml", '[[topic]]\nphrasings=["y"]\nask="z"', 'absent.toml:1: "name" must be a text'),
        (
            "absent.toml",
            '[[topic]]\nname="x"\nphrasings=["y"]\nask={jv="z"}',
            'absent.toml:1: "ask" must be a text, or',
        ),
        (
            "absent.toml",
            '[[topic]]\nname="x"\nphrasings=["y"]\nask="z"\nwarna=1',
            'absent.toml:1: unknown key "warna"',
        ),
        (
            "absent.toml",
            '[[topic]]\nname="umum"\nphrasings=["y"]\nask="z"',
            'absent.toml:1: the name "umum" is given',
        ),
    ],
)
def test_a_mistake_is_named_with_file_and_line(name: str, content: str, expected: str) -> None:
    _, errors = campaign({name: content}, [Boundary("umum", ("x",))])
    assert [error[: len(expected)] for error in errors] == [expected]


def test_what_is_cited_for_people_may_be_one_statement_of_a_fact() -> None:
    found, errors = campaign({"people_first.toml": '[[people]]\nkind = "distress"\ncite = ["A: 25 tahun", "B"]'})
    assert errors == []
    assert found.boundaries == (Boundary("distress", (), cite=("A: 25 tahun", "B"), sort=Sort.PEOPLE_FIRST),)


def test_a_file_that_is_not_utf_8_is_an_error() -> None:
    folder = Snapshot(Folder({"names.toml": b'"A" = ["caf\xe9"]'}))
    _, errors = read_campaign(folder, None)
    assert [str(error)[:24] for error in errors] == ["names.toml:1: not UTF-8:"]


def test_references_are_not_checked_while_documents_are_broken() -> None:
    _, errors = read_campaign(Snapshot(Folder({"phrasings.toml": '"Q" = ["x"]'})), None)
    assert errors == []


def test_a_boundary_of_the_same_kind_adds_its_examples_and_its_words_win() -> None:
    general = [Boundary("uang", ("a", "b"), ("c",), {"id": "umum"}, ()), Boundary("pilih", ("d",))]
    own = [Boundary("uang", ("b", "e"), (), {"id": "khusus"}, ("L",)), Boundary("lain", ("f",))]
    assert merge(general, own) == (
        Boundary("uang", ("a", "b", "e"), ("c",), {"id": "khusus"}, ("L",)),
        Boundary("pilih", ("d",)),
        Boundary("lain", ("f",)),
    )


def test_a_kind_of_the_programs_own_is_a_file_of_examples() -> None:
    text = 'examples = ["y"]\ncounter_examples = ["w"]'
    assert read_intent("x", text, "x.toml", Sort.SMALL_TALK) == Boundary("x", ("y",), ("w",), sort=Sort.SMALL_TALK)
    with pytest.raises(KnowledgeErrors, match=r'x\.toml:1: "examples" must be a list of texts'):
        read_intent("x", 'examples = "y"', "x.toml", Sort.DECLINED)
    with pytest.raises(KnowledgeErrors, match=r'x\.toml:2: unknown key "instead"'):
        read_intent("x", 'examples = ["y"]\ninstead = ["z"]', "x.toml", Sort.DECLINED)


def test_phrasings_of_several_files_add_up_those_at_the_top_first() -> None:
    found, errors = campaign({"a/phrasings.toml": '"A" = ["dua", "satu"]', "phrasings.toml": '"A" = ["satu"]'})
    assert (found.aliases, errors) == ({"A": ("satu", "dua")}, [])


def test_a_mistake_in_a_programs_file_names_it_and_a_topic_stands_in_one_file_only() -> None:
    topic = '[[topic]]\nname = "kelak"\nphrasings = ["2030?"]\nask = "Belum."'
    _, errors = campaign({"bus/phrasings.toml": '"Q" = ["x"]', "absent.toml": topic, "bus/absent.toml": topic})
    assert errors == [
        'bus/phrasings.toml:1: no statement carries the footnote "Q"',
        'bus/absent.toml:1: the name "kelak" is given twice',
    ]


def test_phrasings_belong_beside_the_document_that_tells_a_fact_first() -> None:
    files = {"bus/a.md": markdown(BODY), "park/b.md": markdown(BODY.replace("[^A]", "[^C]"), "Taman")}
    documents = read(Snapshot(Folder(files | {"c.md": markdown("Tiga.[^D]\n\n[^D]: J, X.\n", "Lain")}))).documents
    homes = {owner: home_of(owner, documents) for owner in ("A: usia", "B", "C", "park/b.md#daftar", "D", "Q")}
    assert homes == {
        "A: usia": "bus/phrasings.toml",
        "B": "bus/phrasings.toml",
        "C": "park/phrasings.toml",
        "park/b.md#daftar": "park/phrasings.toml",
        "D": "phrasings.toml",
        "Q": "phrasings.toml",
    }


def test_an_alias_of_a_label_counts_for_every_statement_that_carries_it() -> None:
    (attached,) = attach([document(BODY)], {"A": ("satu", "dua"), "B": ("dua", "tiga"), "a.md#daftar": ("empat",)})
    assert [statement.aliases for statement in attached.statements] == [
        ("satu", "dua"),
        ("satu", "dua", "tiga"),
        ("dua", "tiga"),
    ]
    assert [section.aliases for section in attached.sections] == [(), ("empat",)]


def test_an_alias_of_words_counts_for_those_of_a_label_or_section_that_hold_them() -> None:
    one = document(BODY)
    first, second, _ = one.statements
    found, errors = campaign({"phrasings.toml": f'"A: usia" = ["satu"]\n"{second.section}: Biaya" = ["dua"]'})
    assert errors == []
    assert found.aliases == {asked_of(first.id): ("satu",), asked_of(second.id): ("dua",)}
    (attached,) = attach([one], {**found.aliases, "A": ("semua",)})
    assert [statement.aliases for statement in attached.statements] == [("semua", "satu"), ("semua", "dua"), ()]


def test_labels_come_in_reading_order() -> None:
    assert list(labels_of([document(BODY)])) == ["A", "B"]
