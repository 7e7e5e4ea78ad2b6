"""Boundaries to test with, read from their files, and judges of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path

import numpy as np

from bot.domain.documents import Boundary, Sort
from bot.domain.judging import Judge, Weights
from bot.domain.ports import Vector
from bot.ingestion import judge_fitting
from bot.ingestion.campaign import read_intent
from bot.ingestion.judge_fitting import Lesson
from bot.language.registry import glossaries
from tests.releases import release

GLOSSARIES = glossaries(("banjar", "kutai", "javanese"))  # as the delivered campaign has them
ROOT = Path(__file__).resolve().parent.parent


def boundaries(*places: str) -> tuple[Boundary, ...]:
    """Return the kinds of folders of intents, and of data files with absent topics; those of one kind together."""
    found: dict[str, Boundary] = {}
    for one in (one for place in places for one in _read(ROOT / place)):
        known = found.get(one.kind, Boundary(one.kind, (), sort=one.sort))
        examples, fair = known.examples + one.examples, known.counter_examples + one.counter_examples
        found[one.kind] = Boundary(one.kind, examples, fair, sort=known.sort)
    return tuple(found.values())


def _read(place: Path) -> Iterator[Boundary]:
    if place.is_dir():
        sort = Sort.SMALL_TALK if place.name == "small_talk" else Sort.DECLINED
        for file in sorted(place.glob("*.toml")):
            yield read_intent(file.stem, file.read_text(encoding="utf-8"), file.name, sort)
        return
    content = tomllib.loads(place.read_text(encoding="utf-8"))
    for one in content.get("boundary", ()):
        yield Boundary(one["kind"], tuple(one.get("examples", ())), tuple(one.get("counter_examples", ())))
    for one in content.get("topic", ()):
        yield Boundary(one["name"], tuple(one["phrasings"]), sort=Sort.UNKNOWN)


def taught(
    known: Sequence[Boundary], asked: Sequence[str], vectors: dict[str, Vector], exam: Sequence[Lesson] = ()
) -> Judge:
    """Return the judge that boundaries, questions that the documents answer, and those of an exam make."""
    told = [*(Lesson(text, "", fair=True, sort=None) for text in asked), *exam]
    lessons = judge_fitting.lessons(release(boundaries=known), told)
    return judge_fitting.fit(lessons, np.stack([vectors[one.text] for one in lessons]), "", GLOSSARIES)


def biased(
    declined: Mapping[str, float],
    unknown: Mapping[str, float],
    similarity: Mapping[str, float] = {},
    small_talk: Mapping[str, float] = {},
) -> Judge:
    """Return a judge that says the same of every question: of each kind, and of the sort what the likeliest kind has.

    Its questions have the vector (1, 0); the examples of a kind have a cosine of .95 to them, unless told otherwise.
    """
    sorts = {Sort.DECLINED: declined, Sort.UNKNOWN: unknown, Sort.SMALL_TALK: small_talk}
    cosines = {**dict.fromkeys((*declined, *unknown, *small_talk), 0.95), **similarity}
    wholes = (max(said.values(), default=-1) for said in sorts.values())
    of_kinds = (evidence for said in sorts.values() for evidence in said.values())
    bias = np.array([*wholes, *of_kinds], dtype=np.float32)
    nothing = np.zeros((len(bias), 2), dtype=np.float32)
    return Judge(
        made_of="",
        centre=np.zeros(2, dtype=np.float32),
        axes=np.zeros((1, 2), dtype=np.float32),
        vocabulary={},
        sorts={sort: tuple(said) for sort, said in sorts.items()},
        weights=Weights(bias, nothing, nothing[:, :1], np.zeros((0, len(bias)), dtype=np.float32)),
        examples={kind: np.array([[near, sqrt(1 - near**2)]] * 2, np.float16) for kind, near in cosines.items()},
    )
