from bot.domain.answers import Answer, Branch, Outcome
from bot.domain.documents import Kind
from bot.telegram.delivery import menu
from bot.telegram.delivery.buttons import Act, Tap, decode
from bot.telegram.delivery.replies import Reply
from tests.telegram.answers import part, quote, quoted

SECTIONS = tuple(Branch(f"section{letter}", f"Bagian {letter}", Kind.JANJI) for letter in "abcdefghijklmnopqrst")
DOCUMENT = Branch("d1", "Kuliah gratis", None, SECTIONS)
TREE = (Branch("p1", "Pendidikan", None, (DOCUMENT,)), Branch("d2", "Rumah", None, SECTIONS[:1]))


def taps(reply: Reply) -> list[Tap]:
    found = [decode(button.data) for row in reply.keyboard for button in row]
    assert None not in found
    return [tap for tap in found if tap]


def test_the_first_level_lists_programs_and_documents_without_one() -> None:
    reply = menu.root(TREE, "id")
    assert [button.text for row in reply.keyboard for button in row] == ["Pendidikan", "Rumah"]
    assert taps(reply) == [Tap(Act.BRANCH, "id", ("p1", "0")), Tap(Act.BRANCH, "id", ("d2", "0"))]


def test_an_empty_menu_says_so() -> None:
    assert "belum ada topik" in menu.root((), "id").messages[0]


def test_sections_are_listed_eight_a_page_with_their_kind() -> None:
    reply = menu.branch(TREE, "d1", "id", 1)
    assert reply is not None
    assert reply.keyboard[0][0].text == "📌 Bagian i"
    assert sum(tap.act is Act.READ for tap in taps(reply)) == menu.MOST_BUTTONS
    assert taps(reply)[-3:] == [
        Tap(Act.BRANCH, "id", ("d1", "0")),
        Tap(Act.BRANCH, "id", ("d1", "2")),
        Tap(Act.BRANCH, "id", ("p1", "0")),
    ]
    assert reply.messages[0].startswith("<b>Pendidikan</b>\n<b>Kuliah gratis</b>")
    assert "Halaman 2 dari 3" in reply.messages[0]


def test_a_page_that_is_gone_becomes_the_last_one() -> None:
    reply = menu.branch(TREE, "d1", "id", 99)
    assert reply is not None
    assert "Halaman 3 dari 3" in reply.messages[0]


def test_a_document_that_is_gone_has_no_page() -> None:
    assert menu.branch(TREE, "d9", "id") is None


def test_a_document_on_the_first_level_leads_back_to_it() -> None:
    reply = menu.branch(TREE, "d2", "id")
    assert reply is not None
    assert taps(reply)[-1] == Tap(Act.MENU, "id", ("0",))


def test_a_section_shows_what_it_says_its_sources_and_the_way_back_to_its_page() -> None:
    reply = menu.section(TREE, "sectioni", quoted(part("Bagian i", quote("Isi.", 1))))
    assert "Isi. [1]" in reply.messages[0]
    assert [tap.act for tap in taps(reply)] == [Act.SOURCES, Act.BRANCH]
    assert taps(reply)[-1].values == ("d1", "1")


def test_a_long_section_is_turned_page_by_page() -> None:
    answer = quoted(part("Bagian a", *(quote("kata " * 500 + str(n), n) for n in range(1, 6))))
    first, last = menu.section(TREE, "sectiona", answer, 0), menu.section(TREE, "sectiona", answer, 99)
    assert len(first.messages) == len(last.messages) == 1
    assert taps(first)[0] == Tap(Act.READ, "id", ("sectiona", "1"))
    assert "[1]" in first.messages[0]
    assert "[5]" in last.messages[0]


def test_a_section_that_may_not_be_shown_now_still_leads_back() -> None:
    quiet = Answer(Outcome.QUIET, "id", text="Masa tenang.")
    reply = menu.section((), "sectiona", quiet)
    assert reply.messages == ("Masa tenang.",)
    assert [tap.act for tap in taps(reply)] == [Act.MENU]
