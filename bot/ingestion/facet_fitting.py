"""The facets of a release: learned from general examples, told of its statements by their headings and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.directions import Floats, centred
from bot.domain.documents import Release, Role, Section
from bot.domain.facets import NO_FACETS, Classifier, Facets
from bot.domain.ports import Matrix
from bot.ingestion.judge_fitting import plain, shares
from bot.language.facets import Facet

_STRENGTH = 10.0  # inverse of the penalty on the weights' squares, of scikit-learn's LogisticRegression
_STEPS = 400  # of its solver; it needs fewer
_LEAST = 1e-6  # probability of a facet that an author did not write: to take its logarithm


@dataclass(frozen=True, slots=True)
class Texts:
    """What must be embedded to tell a release's facets."""

    facets: Sequence[Facet]
    release: Release

    @property
    def wanted(self) -> Mapping[Role, Sequence[str]]:
        """The texts, by the role in which each is embedded; none without facets."""
        if not self.facets:
            return {}
        asked = [text for facet in self.facets for text in facet.asked]
        told = [text for facet in self.facets for text in facet.told]
        return {
            Role.QUERY: [*asked, *(section.title for section in self._sections)],
            Role.PASSAGE: [*told, *(one.text for one in self.release.statements.values())],
        }

    @property
    def _sections(self) -> Sequence[Section]:
        return tuple(self.release.sections.values())

    def fit(self, vectors: Mapping[Role, Matrix]) -> Facets:
        """Return the facets of the release; `vectors` are those of the wanted texts.

        A statement tells what its heading and its own words say: the geometric mean of their probabilities, as both
        witnesses speak of the same. Where its author wrote facets at the heading, it tells these alone.
        """
        if not self.facets:
            return NO_FACETS
        names = tuple(facet.key for facet in self.facets)
        asked, titles = self._halves(Role.QUERY, vectors)
        told, statements = self._halves(Role.PASSAGE, vectors)
        questions, sentences = _fit(asked, names), _fit(told, names)
        of_title = {
            section.key: questions.probabilities(*pair)
            for section, pair in zip(self._sections, titles.pairs(), strict=True)
        }
        rows = [
            (np.log(of_title[one.section]) + np.log(sentences.probabilities(*pair))) / 2
            + self._written(one.section, names)
            for one, pair in zip(self.release.statements.values(), statements.pairs(), strict=True)
        ]
        scores = np.stack(rows)
        relative = np.exp(scores - scores.max(axis=1, keepdims=True)).astype(np.float32)
        return Facets(names, questions, {key: row for row, key in enumerate(self.release.statements)}, relative)

    def _halves(self, role: Role, vectors: Mapping[Role, Matrix]) -> tuple[_Known, _Known]:
        """Return the examples of a role and the release's own texts, with their vectors."""
        examples = [
            (text, facet.key) for facet in self.facets for text in (facet.asked if role is Role.QUERY else facet.told)
        ]
        texts, regional = self.wanted[role], self.release.glossaries
        spelled = [plain(text, regional) for text in texts]
        count = len(examples)
        known = _Known(spelled[:count], vectors[role][:count], [key for _, key in examples])
        return known, _Known(spelled[count:], vectors[role][count:])

    def _written(self, section: str, names: Sequence[str]) -> Floats:
        """What an author wrote of a section, as logarithms to be added: 0 where nothing is written."""
        written = self.release.sections[section].facets
        allowed = [1.0 if not written or name in written else _LEAST for name in names]
        return np.log(np.array(allowed, np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """Texts in plain spelling with their vectors, and their classes where these are known."""

    texts: Sequence[str]
    vectors: Matrix
    classes: Sequence[str] = ()

    def pairs(self) -> Iterator[tuple[str, Floats]]:
        return zip(self.texts, self.vectors, strict=True)


def _fit(known: _Known, names: Sequence[str]) -> Classifier:
    """Return what logistic regression makes of examples: of their vectors' directions and their wording."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression  # takes a second, and only an ingest needs it

    centre = known.vectors.mean(axis=0)
    directions = centred(known.vectors, centre)
    vocabulary, wording = shares(known.texts)
    wanted = [names.index(one) for one in known.classes]
    seen = hstack([csr_matrix(directions), wording]).tocsr()
    fitted = LogisticRegression(C=_STRENGTH, max_iter=_STEPS).fit(seen, wanted)
    weights = fitted.coef_.astype(np.float32)
    size = directions.shape[1]
    return Classifier(
        centre=centre,
        vocabulary=vocabulary,
        directions=np.ascontiguousarray(weights[:, :size]),
        wording=np.ascontiguousarray(weights[:, size:].T),
        bias=fitted.intercept_.astype(np.float32),
    )
