"""Boundaries to test with, read from their files, and judges of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from math import sqrt
from pathlib import Path

import numpy as np

from bot.domain.documents import Boundary, Sort
from bot.domain.judging import Judge, Weights
from bot.domain.ports import Vector
from bot.ingestion import judging
from bot.ingestion.judging import Lesson
from tests.releases import release

ROOT = Path(__file__).resolve().parent.parent


def boundaries(*files: str) -> tuple[Boundary, ...]:
    """Return the boundaries and unknown topics of data files, those of one kind together."""
    found: dict[str, Boundary] = {}
    for file in files:
        content = tomllib.loads((ROOT / file).read_text(encoding="utf-8"))
        for one in content.get("boundary", ()):
            known = found.get(one["kind"], Boundary(one["kind"], ()))
            examples = (*known.examples, *one.get("examples", ()))
            fair = (*known.counter_examples, *one.get("counter_examples", ()))
            sort = Sort.SMALL_TALK if file.endswith("small_talk.toml") else Sort.DECLINED
            found[one["kind"]] = Boundary(one["kind"], examples, fair, sort=sort)
        for one in content.get("topic", ()):
            found[one["name"]] = Boundary(one["name"], tuple(one["phrasings"]), sort=Sort.UNKNOWN)
    return tuple(found.values())


def taught(
    known: Sequence[Boundary], asked: Sequence[str], vectors: dict[str, Vector], exam: Sequence[Lesson] = ()
) -> Judge:
    """Return the judge that boundaries, questions that the documents answer, and those of an exam make."""
    told = [*(Lesson(text, "", fair=True, sort=None) for text in asked), *exam]
    lessons = judging.lessons(release(boundaries=known), told)
    return judging.fit(lessons, np.stack([vectors[one.text] for one in lessons]), "")


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
