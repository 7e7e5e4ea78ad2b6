"""Unanswered questions → groups of about the same meaning, counted and compared with the period before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np

from bot.domain.gaps import AskedInVain, Dealt, Gap, text_id
from bot.domain.ids import normalise
from bot.domain.ports import Matrix
from bot.language.tokens import detect, terms

# Questions farther apart than this, on average, are not of one group. A distance is half of meaning (the cosine
# distance of their vectors, stretched so that the median of unrelated questions is 1) and half of words (idf-weighted).
# On 300 phrasings of 50 facts about one campaign, two of a group are of one fact in .47, by vectors alone in .3.
APART = 0.78
STRETCH = 7.0  # 1 / the median cosine distance of unrelated questions with the bundled model
MOST_TEXTS = 2000  # that are compared with one another: memory and time grow with the square; the most frequent count


def distinct(asked: Sequence[AskedInVain]) -> list[str]:
    """Return the texts to be grouped, each once, the most frequent first, at most MOST_TEXTS."""
    return [text for text, _ in Counter(normalise(one.text) for one in asked).most_common(MOST_TEXTS)]


def group(asked: Sequence[AskedInVain], texts: Sequence[str], vectors: Matrix, since: datetime) -> list[Gap]:
    """Return the groups that were asked for since a moment, the most frequent first.

    What was asked earlier counts as the period before. `vectors` follow `texts` row by row.
    """
    by_text: dict[str, list[AskedInVain]] = {}
    for one in asked:
        by_text.setdefault(normalise(one.text), []).append(one)
    found = []
    for members in _clusters(_distances(texts, vectors)):
        counts = [len(by_text[texts[member]]) for member in members]
        ordered = [texts[members[place]] for place in _central(vectors[members], counts)]
        gap = _gap(ordered, [one for text in ordered for one in by_text[text]], since)
        if gap.count:
            found.append(gap)
    return sorted(found, key=lambda gap: (-gap.count, -gap.before, gap.question))


def _gap(texts: Sequence[str], asked: Sequence[AskedInVain], since: datetime) -> Gap:
    now = [one for one in asked if one.at >= since]
    language = Counter(one.language for one in asked).most_common(1)[0][0]
    disliked = sum(one.disliked for one in now)
    return Gap(texts[0], language, tuple(texts), len(now), len(asked) - len(now), disliked)


def with_remedies(gaps: Sequence[Gap], dealt: Mapping[str, Dealt]) -> Iterator[Gap]:
    """Yield the gaps, each with what was done about any of its questions."""
    for gap in gaps:
        known = [dealt[key] for key in map(text_id, gap.texts) if key in dealt]
        last = max(known, key=lambda one: one.at, default=None)
        yield replace(gap, dealt=last)


def _distances(texts: Sequence[str], vectors: Matrix) -> Matrix:
    """Return how far apart each two texts are in meaning and words; 0 for a text and itself."""
    held = [set(terms(text, detect(text))) for text in texts]
    places = {term: place for place, term in enumerate(dict.fromkeys(term for one in held for term in one))}
    weights = np.zeros((len(texts), max(len(places), 1)), dtype=np.float32)
    for row, one in enumerate(held):
        weights[row, [places[term] for term in one]] = 1
    weights *= np.log1p(len(texts) / np.maximum(weights.sum(axis=0), 1))
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)
    distances = (STRETCH * (1 - vectors @ vectors.T) + 1 - weights @ weights.T) / 2
    np.fill_diagonal(distances, 0)
    return np.maximum(distances, 0).astype(np.float32)


def _clusters(distances: Matrix) -> Iterator[list[int]]:
    """Yield the rows of each group: agglomerative clustering with average linkage."""
    if len(distances) < 2:
        yield from ([row] for row in range(len(distances)))
        return
    from sklearn.cluster import AgglomerativeClustering

    fitted = AgglomerativeClustering(n_clusters=None, metric="precomputed", linkage="average", distance_threshold=APART)
    labels = fitted.fit_predict(distances)
    yield from ([int(row) for row in np.flatnonzero(labels == label)] for label in range(int(labels.max()) + 1))


def _central(vectors: Matrix, counts: Sequence[int]) -> list[int]:
    """Return the rows of a group, the one with the greatest mean cosine to all that was asked first."""
    nearness = vectors @ (np.array(counts, dtype=np.float32) @ vectors)
    return [int(row) for row in np.argsort(-nearness, kind="stable")]
