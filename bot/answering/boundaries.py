"""What the bot declines, and topics that the documents are known not to hold: by examples and a few rules."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from bot.domain.documents import Boundary
from bot.domain.language import detect, fold, words
from bot.domain.ports import ExampleHit, Index, Vector

NEAREST = 100  # examples asked of the index: among them stand the two best of each sort that has a chance
_BEST = 2  # examples of a sort whose mean similarity speaks for it: a single one is too easily a stranger's
_PIECE = 4  # letters


@dataclass(frozen=True, slots=True)
class _Rule:
    """When a question is of a sort: its margin of similarity over the other sorts, and how its words weigh, suffice.

    margin + words · log odds + closeness · (similarity - .91) >= least, fitted with the bundled model. `least` is set so
    that a fair question refused weighs more than one missed. A logistic regression on the examples' vectors, by itself
    or added to this, found no more, and takes seconds to fit.
    """

    words: float
    closeness: float
    least: float

    def holds(self, similarity: float, others: float, log_odds: float) -> bool:
        """Tell whether the similarities (cosines) and the log odds of the words suffice."""
        evidence = similarity - others + self.words * log_odds + self.closeness * (similarity - 0.91)
        return similarity >= _LEAST_SIMILARITY and evidence >= self.least


# Of 300 encyclopedia questions 1 is taken for a topic, without this 86; .90 would lose a fifth of the unknown topics.
_LEAST_SIMILARITY = 0.885
_DECLINED = _Rule(words=0.001, closeness=0.4, least=0.0105)
_UNKNOWN = _Rule(words=0.0009, closeness=-0.08, least=0.011)

_STEERING = re.compile(
    r"(?:^|[.,;:!?\n]|\b(?:tolong|coba|sekarang|please|now))\s*(?:abaikan|hiraukan|lupakan|ignore|disregard|forget)\b"
    r"[^.?!\n]{0,25}\b(?:instruksi|perintah|aturan|prompt|instructions?|rules|prompts?)"
    r"|\b(?:system|sistem|developer) ?prompt\b|\bprompt (?:sistem|system|rahasia)"
    r"|\b(?:kasih|minta|bocorkan|sebutkan|tampilkan|berapa|give|show|print|reveal|what'?s|what is)\b[^.?!\n]{0,20}"
    r"\b(?:token bot|bot token|api[ -]?key|password server)\b"
    r"|\bjailbreak\b|\bdeveloper mode\b|\bmode developer\b",
    re.IGNORECASE,
)
_NUMBER_OF_SOMEONE = re.compile(r"(?<!\d)(?:\d{16}|(?:\+?62|0)8\d{7,11})(?!\d)")
_WHOSE = re.compile(r"\b(?:siapa|sapa|punya|pemilik|milik|lacak|whose|who|owner|alamat|datanya|trace)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:saya|aku|sy|gw|gue|ulun|my|mine|i)\b", re.IGNORECASE)
_PRICE_OF_A_VOTE = re.compile(
    r"\b(?:jual|beli|tukar|bayar|sell|buy)(?:ing)?\W+(?:my |your |a )?(?:suara|votes?)\b|\bwani piro\b"
    r"|\b(?:coblos|nyoblos|mencoblos|mancoblos)\b[^.?!\n]{0,40}"
    r"\b(?:dapat|dapet|dpt|dibayar|dikasih|dibari|oleh|imbalan)\b[^.?!\n]{0,25}\b(?:uang|duit|amplop|juta|jt|ribu|sembako)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:hukum\w*|sanksi\w*|pidana\w*|penjara|dipenjara|denda\w*|pasal|lapor\w*|melapor\w*|larang\w*|dilarang|boleh\w*"
    r"|bawaslu|panwas\w*|legal|illegal|ilegal|crime|punish\w*|penalty|report\w*|law)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Boundaries:
    """Knows a release's boundaries. Making one is cheap: what its examples' words weigh is worked out once."""

    def __init__(self, boundaries: Sequence[Boundary]) -> None:
        self._by_kind = {boundary.kind: boundary for boundary in boundaries}
        self._years = {boundary.kind: _years_of(boundary) for boundary in boundaries if not boundary.declines}
        self._declined, self._unknown = _lexicons(
            tuple(text for boundary in boundaries if boundary.declines for text in boundary.examples),
            tuple(text for boundary in boundaries if not boundary.declines for text in boundary.examples),
            tuple(text for boundary in boundaries for text in boundary.counter_examples),
        )

    def exact(self, text: str) -> Boundary | None:
        """Return the boundary that a question as typed crosses by its very words, None for all that needs comparing."""
        if _STEERING.search(text):
            return self._of("steer_bot")
        if _NUMBER_OF_SOMEONE.search(text) and _WHOSE.search(text) and not _OWN.search(text):
            return self._of("personal_data")
        if _PRICE_OF_A_VOTE.search(text) and not _LAW.search(text):
            return self._of("money_for_votes")
        return None

    async def match(self, text: str, vector: Vector, index: Index, answerable: float = 0.0) -> Boundary | None:
        """Return the boundary or unknown topic that a question belongs to, None for a fair one.

        `text` is the folded question, `vector` its embedding as a query, `answerable` the cosine of the statement
        nearest to it: what is nearer to the documents than to an unknown topic's phrasings is not of that topic. What
        must be declined often speaks of what the documents hold, so there the fair examples alone speak against it.
        """
        if not self._by_kind:
            return None
        hits = await index.examples(vector, NEAREST)
        declined = [hit for hit in hits if not hit.fair and self._of(hit.boundary).declines]
        unknown = [hit for hit in hits if not hit.fair and self._may_be(hit.boundary, text)]
        near = [_similarity(some, hits) for some in (declined, unknown, [hit for hit in hits if hit.fair])]
        pieces = _pieces(text)
        if declined and _DECLINED.holds(near[0], max(near[1], near[2]), self._declined.log_odds(pieces)):
            return self._of(_kind(declined))
        if (
            unknown
            and near[1] > answerable
            and _UNKNOWN.holds(near[1], max(near[0], near[2]), self._unknown.log_odds(pieces))
        ):
            return self._of(_kind(unknown))
        return None

    def _of(self, kind: str) -> Boundary:
        return self._by_kind.get(kind) or Boundary(kind, ())

    def _may_be(self, kind: str, text: str) -> bool:
        """Tell whether a question may be about an unknown topic as far as the years go that both name."""
        if self._of(kind).declines:
            return False
        named, always = self._years[kind]
        years = frozenset(_YEAR.findall(text))
        return bool(years & named) if years and named else not (always and not years)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """How much more often pieces of words stand in one sort of examples than in the others (naive Bayes, presence)."""

    weights: Mapping[str, float]

    def log_odds(self, pieces: set[str]) -> float:
        """Return the sum of the natural logarithms; pieces that no example has say nothing."""
        return sum(self.weights.get(piece, 0.0) for piece in pieces)


@lru_cache(maxsize=2)
def _lexicons(declined: tuple[str, ...], unknown: tuple[str, ...], fair: tuple[str, ...]) -> tuple[_Lexicon, _Lexicon]:
    counts = [
        Counter(piece for text in texts for piece in _pieces(_plain(text))) for texts in (declined, unknown, fair)
    ]
    return (
        _lexicon(counts[0], len(declined), counts[1] + counts[2], len(unknown) + len(fair)),
        _lexicon(counts[1], len(unknown), counts[0] + counts[2], len(declined) + len(fair)),
    )


def _lexicon(ours: Counter[str], our_texts: int, theirs: Counter[str], their_texts: int) -> _Lexicon:
    def share(count: int, texts: int) -> float:
        return (count + 0.5) / (texts + 1)

    pieces = ours.keys() | theirs.keys()
    return _Lexicon({one: log(share(ours[one], our_texts) / share(theirs[one], their_texts)) for one in pieces})


def _plain(example: str) -> str:
    return fold(example, frozenset()) if detect(example) == "id" else example


def _pieces(text: str) -> set[str]:
    """Return the runs of four letters, which forgive endings and typing errors as stems don't."""
    line = f" {' '.join(words(text))} "
    return {line[start : start + _PIECE] for start in range(len(line) - _PIECE + 1)}


def _similarity(some: Sequence[ExampleHit], every: Sequence[ExampleHit]) -> float:
    """Return the mean cosine of the best; a place that none took counts as the last of all hits."""
    scores = [hit.score for hit in some[:_BEST]]
    last = every[-1].score if every else 0.0
    return sum(scores + [last] * (_BEST - len(scores))) / _BEST


def _kind(hits: Sequence[ExampleHit]) -> str:
    """Return the kind that most of the nearest five examples are of, the nearest one's if they don't agree."""
    votes: dict[str, float] = defaultdict(float)
    for place, hit in enumerate(hits[:5]):
        votes[hit.boundary] += hit.score - hits[-1].score + 0.01 / (place + 1)
    return max(votes, key=lambda kind: votes[kind])


def _years_of(boundary: Boundary) -> tuple[frozenset[str], bool]:
    """Return the years that a topic's phrasings name, and whether every phrasing names one."""
    years = [_YEAR.findall(text) for text in boundary.examples]
    return frozenset(year for found in years for year in found), all(years)
