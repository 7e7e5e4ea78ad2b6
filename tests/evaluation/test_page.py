import dataclasses
import re
from html.parser import HTMLParser

from bot.domain.answers import Outcome
from bot.evaluation.page import html
from bot.evaluation.results import Results
from tests.evaluation.made import asked, ended, judged, quoted

VERDICTS = (
    judged(asked("jam bus?", facts=["B-1"]), quoted("B-1", retrieved=["bus.md#jam-bus"])),
    judged(asked("bus <malam> & sore?", facts=["B-2"], register="slang"), ended(Outcome.NOT_FOUND, "Tidak ada.")),
)
PAGE = html(Results("r-1", "exam", "2026-11-24", VERDICTS, {"right": 0.95}))


class Tags(HTMLParser):
    """Counts tags, and fails at what is closed in the wrong order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags() -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(PAGE)
    assert not parser.open
    return parser.seen


def test_the_page_is_whole_and_loads_nothing() -> None:
    for name, attributes in tags():
        assert name not in ("script", "link", "img", "iframe")
        assert "src" not in attributes
    assert "@import" not in PAGE
    assert "url(" not in PAGE


def test_the_page_fits_a_phone_and_draws_matrix_and_recall_by_register() -> None:
    assert ("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}) in tags()
    drawn = [attributes["aria-label"] or "" for name, attributes in tags() if name == "svg"]
    assert "Outcomes: expected and given" in drawn
    assert "recall@1 by register" in drawn


def test_a_failure_shows_what_was_asked_expected_and_answered() -> None:
    failures = PAGE.split("<h2>Failures</h2>")[1]
    assert "bus &lt;malam&gt; &amp; sore?" in failures
    assert "expected QUOTED (B-2); outcome NOT_FOUND" in failures
    assert "Tidak ada." in failures
    assert "jam bus?" not in failures


def test_what_a_voter_misses_in_a_right_answer_is_shown_apart() -> None:
    question = dataclasses.replace(VERDICTS[0].question, says=re.compile("^Ya"), facet="when")
    page = html(Results("r-1", "exam", "2026-11-24", (judged(question, VERDICTS[0].answer), VERDICTS[1]), {}))
    lacking = page.split("<h2>Right, and yet</h2>")[1]
    assert "first line: Jam bus" in lacking
    assert "malam" not in lacking
    assert "First statement by facet" in page
    assert "First statement by facet" not in PAGE


def test_a_mark_that_is_not_held_stands_out() -> None:
    assert '<span class="missed">Marks not held: right.</span>' in PAGE
