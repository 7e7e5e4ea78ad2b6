"""What has become of a text on its way from phone to phone, held against what it was when it left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from bot.domain.pasted import seen
from bot.language.quantities import dates, quantities

LEAST_RUN = 3  # words in a row from which a match is no chance, unless they are a line of the text
NEAR = 8  # words on both sides together that a shorter match may stand away from the next one

# Marks of sources, of a quoted message, and of when and by whom a message of an exported chat is.
_MARK = re.compile(r"\[\d{1,3}\]")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE)
_EXPORTED = re.compile(
    r"^\W{0,2}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[AP]M)?\]?(?: -)? [^:\n]{1,40}: ",
    re.M,
)
_FORWARDED = re.compile(
    r"^(?:forwarded(?: from| many times)?|diteruskan(?: dari| berkali-kali)?)\b[^\n]*$", re.I | re.M
)
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%‰$€£¥<>≤≥±=]")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")
_ELLIPSIS = re.compile(r"…|\.\.\.")
_FOLLOWING = re.compile(r" ([^\W\d_]+)")


class Likeness(StrEnum):
    """How a text is to the one that it seems to be."""

    SAME = "same"  # word for word, whole
    PART = "part"  # whole lines are left out, or it says itself that it is cut
    ALTERED = "altered"  # words or numbers are others, missing or added
    OTHER = "other"  # nothing of it is in there


@dataclass(frozen=True, slots=True)
class Alteration:
    """A place where a text differs."""

    said: str  # "": left out
    original: str  # "": added

    @property
    def is_number(self) -> bool:
        """Whether a number is involved."""
        return any(one.isdigit() for one in self.said + self.original)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What holding one text against another has shown."""

    likeness: Likeness
    alterations: tuple[Alteration, ...] = ()  # numbers first
    around: tuple[str, ...] = ()  # what else stands above and below: not from the original


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or number as it is compared, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Block:
    """Words that both texts have in a row."""

    mine: int  # place in the pasted text
    theirs: int  # place in the original
    size: int


def compare(pasted: str, original: str, frame: Iterable[str] = ()) -> Comparison:
    """Return what a pasted text says otherwise than the original does; `frame` are lines that travel around it.

    Formatting, line breaks, emoji, upper case, numbers of sources and the frame make no difference. A line may be left
    out whole; half a sentence says something else, unless an ellipsis stands where its end was cut off.
    """
    pasted, original = _plain(pasted), _plain(original)
    spoken = _words(pasted)
    theirs = _words(original)
    mine = _without(spoken, [line for line in map(_spelled, frame) if line and not _places(line, theirs)])
    framed = max((one.end for one in set(spoken) - set(mine)), default=0)
    pair = _Pair(pasted, mine, original, theirs, _lines(original))
    blocks = _blocks(pair)
    if not blocks:
        return Comparison(Likeness.OTHER, around=pair.said_around([mine]))
    gaps = _gaps(pair, blocks)
    tail = mine[gaps[-1].until :]
    inside = [one for one in tail if one.end <= framed]
    found = [one for gap in gaps if (one := pair.alteration(gap))]
    found += [Alteration(_phrase(pasted, inside), "")] if inside else []
    is_whole = sum(one.size for one in blocks) == len(pair.theirs)
    likeness = Likeness.ALTERED if found else Likeness.SAME if is_whole else Likeness.PART
    around = pair.said_around([mine[: gaps[0].begin], tail[len(inside) :]])
    return Comparison(likeness, tuple(sorted(dict.fromkeys(found), key=lambda one: not one.is_number)), around)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Words of both texts between two runs that they share."""

    begin: int  # places in the pasted text
    until: int
    start: int  # places in the original
    end: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both texts, their words, and where each line of the original begins and ends in its words."""

    pasted: str
    mine: list[_Word]
    original: str
    theirs: list[_Word]
    lines: list[tuple[int, int]]

    def alteration(self, gap: _Gap) -> Alteration | None:
        """Return what a gap changes; None if it leaves out nothing but whole lines, or the end of one that is cut."""
        if gap.begin == gap.until:
            missing = self.cut_off(gap)
            return Alteration("", _phrase(self.original, missing)) if missing else None
        said, original = self.mine[gap.begin : gap.until], self.theirs[gap.start : gap.end]
        return Alteration(_phrase(self.pasted, said), _phrase(self.original, original))

    def cut_off(self, gap: _Gap) -> list[_Word]:
        """Return the words of the gap whose lines are there in part, but for the end of a line that says it is cut."""
        is_marked, missing = self.is_marked_as_cut(gap.begin), []
        for start, end in self.lines:
            is_whole = gap.start <= start and end <= gap.end
            breaks_off = is_marked and start < gap.start and end <= gap.end
            if not (is_whole or breaks_off):
                missing += self.theirs[max(start, gap.start) : min(end, gap.end)]
        return missing

    def is_marked_as_cut(self, place: int) -> bool:
        """Return whether an ellipsis stands before a word of the pasted text."""
        start = self.mine[place - 1].end if place else 0
        end = self.mine[place].start if place < len(self.mine) else len(self.pasted)
        return bool(_ELLIPSIS.search(self.pasted[start:end]))

    def said_around(self, several: Iterable[Sequence[_Word]]) -> tuple[str, ...]:
        """Return the texts that some runs of words stand in."""
        return tuple(_phrase(self.pasted, words) for words in several if words)


def _gaps(pair: _Pair, blocks: Sequence[_Block]) -> list[_Gap]:
    """Return the gaps between runs, and before the first and behind the last the rest of a line that is not there."""
    first, last = blocks[0], blocks[-1]
    begin, end = first.theirs, last.theirs + last.size
    head = begin - max(start for start, _ in pair.lines if start <= begin)
    tail = min(until for _, until in pair.lines if until >= end) - end
    after = last.mine + last.size
    between = [
        _Gap(one.mine + one.size, other.mine, one.theirs + one.size, other.theirs) for one, other in pairwise(blocks)
    ]
    instead = 0 if pair.is_marked_as_cut(after) else min(tail, len(pair.mine) - after)
    return [
        _Gap(max(0, first.mine - head), first.mine, begin - head, begin),
        *between,
        _Gap(after, after + instead, end, end + tail),
    ]


def _blocks(pair: _Pair) -> list[_Block]:
    """Return the runs of words that both texts share, without those that are alike by chance."""
    matcher = SequenceMatcher(None, [one.text for one in pair.mine], [one.text for one in pair.theirs], autojunk=False)
    blocks = [_Block(*one) for one in matcher.get_matching_blocks() if one.size]
    while True:
        kept = [one for place, one in enumerate(blocks) if _is_sure(place, blocks, pair.lines)]
        if len(kept) == len(blocks):
            return kept
        blocks = kept


def _is_sure(place: int, blocks: Sequence[_Block], lines: Iterable[tuple[int, int]]) -> bool:
    block = blocks[place]
    end = block.theirs + block.size
    if block.size >= LEAST_RUN or any(block.theirs <= first and last <= end for first, last in lines):
        return True
    near = blocks[max(0, place - 1) : place + 2]
    return any(_distance(block, other) <= NEAR for other in near if other is not block)


def _distance(one: _Block, other: _Block) -> int:
    """Return how many words of both texts stand between two runs."""
    first, second = sorted((one, other), key=lambda block: block.mine)
    return second.mine - first.mine + second.theirs - first.theirs - 2 * first.size


def _plain(text: str) -> str:
    """Return a text without what messengers put around and between its words; lines stay lines."""
    plain = seen(text)
    for pattern in (_QUOTED, _EXPORTED, _FORWARDED, _MARK):
        plain = pattern.sub(" ", plain)
    return plain


def _words(text: str) -> list[_Word]:
    return [_Word(_folded(one[0]), one.start(), one.end()) for one in _WORD.finditer(text)]


def _folded(word: str) -> str:
    return re.sub("[.,]", "", word) if _THOUSANDS.fullmatch(word) else word.casefold()


def _lines(text: str) -> list[tuple[int, int]]:
    """Return where the words of each line begin and end, in numbers of words."""
    spans, start = [], 0
    for line in text.split("\n"):
        count = len(_words(line))
        if count:
            spans.append((start, start + count))
        start += count
    return spans


def _spelled(line: str) -> list[str]:
    return [one.text for one in _words(_plain(line))]


def _places(line: Sequence[str], words: Sequence[_Word]) -> list[int]:
    """Return where a line stands in words, once in each place."""
    texts = [one.text for one in words]
    places: list[int] = []
    for place, text in enumerate(texts):
        is_free = not places or place >= places[-1] + len(line)
        if text == line[0] and is_free and texts[place : place + len(line)] == line:
            places.append(place)
    return places


def _without(words: list[_Word], frame: Iterable[Sequence[str]]) -> list[_Word]:
    """Return words without the lines of the frame, wherever they stand, the longest first."""
    for line in sorted(frame, key=len, reverse=True):
        for place in reversed(_places(line, words)):
            words = words[:place] + words[place + len(line) :]
    return words


def _is_counted(word: str) -> bool:
    """Return whether a word belongs to the number before it: a scale, a unit or a month."""
    is_month = any(one.day for one in dates(f"1 {word} 2025"))
    return is_month or any(one.text.endswith(word) for one in quantities(f"1 {word}"))


def _phrase(text: str, words: Sequence[_Word]) -> str:
    """Return words as they stand in their text: whole ones, and behind a number the word that it counts."""
    if not words:
        return ""
    start, end = words[0].start, words[-1].end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    if words[-1].text[:1].isdigit() and (following := _FOLLOWING.match(text, end)) and _is_counted(following[1]):
        end = following.end()
    return " ".join(text[start:end].split())
