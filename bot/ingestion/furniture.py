"""What numbers the pages or is printed on each of them, and tables of contents: left out, and told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from bot.ingestion.draft import Draft
from bot.ingestion.lines import Line
from bot.language.classes import pattern

_EDGE = 3  # lines at the top and at the bottom of a page between which there is only text
_FEWEST_NUMBERED = 3  # pages on which a line differs by the page's number only
_FEWEST_WORDS = 2  # of such a line: "Pasal 1", "Pasal 2" are headings
_OF = r"\s*(?:/|{page_of})\s*\d{1,4}"
_PAGE_NUMBER = pattern(
    rf"[-–—|\s]*(?:{{page}}\b\.?\s*\d{{1,4}}(?:{_OF})?|\d{{1,4}}{_OF})[-–—|\s]*|[-–—|]\s*\d{{1,4}}\s*[-–—|]"
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_ROMAN = re.compile(r"[-– ]*[ivxl]{1,7}[-– ]*")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$|[…_]{2,}\s*\d{1,4}$")
_SMALL = 0.9  # of the text's letters: those of furniture are smaller
_ALONE = 2.2  # times the size of the text's letters: so much white parts furniture from the text
_LONGEST_MARGINAL = 100  # characters of it
_WIDTH = 100  # characters at a line's end in which its page is looked for
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def numbers_a_page(text: str) -> bool:
    """Whether a line says nothing but which page this is."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def without_furniture(pages: Sequence[Sequence[Line]], draft: Draft) -> list[Line]:
    """Return the lines of the text; a paragraph that a page's end breaks off goes on without a gap."""
    around = furniture(pages)
    kept: list[Line] = []
    left_out: list[Line] = []
    for page, found in zip(pages, around, strict=True):
        begins = bool(kept)
        for number, line in enumerate(page):
            if number in found or numbers_a_page(line.text):
                left_out.append(line)
            else:
                kept.append(replace(line, has_gap=bool(_ENDS.search(kept[-1].text))) if begins else line)
                begins = False
    tell_furniture(draft, left_out)
    return without_contents(kept, draft)


def without_contents(lines: Sequence[Line], draft: Draft) -> list[Line]:
    """Return the lines that are none of a table of contents."""
    contents = [line for line in lines if _LEADERS.search(line.text[-_WIDTH:])]
    _tell(draft, "contents", contents)
    return [line for line in lines if not _LEADERS.search(line.text[-_WIDTH:])]


def furniture(pages: Sequence[Sequence[Line]], size: float = 0.0) -> list[set[int]]:
    """Return of each page the numbers of the lines that number it or are printed on others as well.

    `size` is that of the text's letters, 0 if letters have none: what is smaller counts on from the second page on.
    """
    small = {_masked(line.text) for page in pages for line in page if 0 < line.size <= _SMALL * size}
    repeated, numbered, numbers = _repeated(pages), _numbered(pages, small), _bare_numbers(pages)
    return [
        _outermost(page, partial(_is_furniture, repeated | {numbers.get(at, "")}, numbered))
        for at, page in enumerate(pages)
    ]


def in_margins(page: Sequence[Line], size: float, number: int) -> set[int]:
    """Return the numbers of a page's first and last lines that are small and stand apart, or are its number alone.

    What one page alone has can't be told by being repeated. Lines are given from top to bottom; `size` is that of the
    text's letters, and `top` of a line where it stands.
    """
    found: set[int] = set()
    for order in (range(len(page)), range(len(page) - 1, -1, -1)):
        for depth, at in enumerate(order):
            line = page[at]
            inner = order[depth + 1] if depth + 1 < len(page) else None
            is_apart = inner is not None and abs(page[inner].top - line.top) > _ALONE * size
            is_number = line.text == str(number) or bool(_ROMAN.fullmatch(line.text))
            if depth >= _EDGE or not (_is_marginal(line, size) or is_number):
                break
            names_page = depth == 0 and str(number) in (line.text.split()[0], line.text.split()[-1])
            if is_apart or (names_page and _is_marginal(line, size)):
                found |= set(order[: depth + 1])
    return found


def _is_marginal(line: Line, size: float) -> bool:
    return line.size <= _SMALL * size and len(line.text) <= _LONGEST_MARGINAL and not _ENDS.search(line.text)


def tell_furniture(draft: Draft, lines: Sequence[Line]) -> None:
    """Say which lines of furniture are left out."""
    _tell(draft, "furniture", lines)


def _tell(draft: Draft, key: str, lines: Sequence[Line]) -> None:
    if lines:
        first = lines[0]
        draft.warn(key, first.number, first.page, count=len(lines), example=f"{first.text:.60}")


def _is_furniture(texts: set[str], masked: set[str], text: str) -> bool:
    return text in texts or _masked(text) in masked


def _outermost(page: Sequence[Line], is_furniture: Callable[[str], bool]) -> set[int]:
    """Return the numbers of the lines of a page's furniture: it stands outside of all text."""
    found: set[int] = set()
    for order in (range(len(page)), range(len(page) - 1, -1, -1)):
        for depth, number in enumerate(order):
            if depth >= _EDGE or not (is_furniture(page[number].text) or numbers_a_page(page[number].text)):
                break
            found.add(number)
    return found


def _edges(page: Sequence[Line]) -> set[int]:
    return {*range(_EDGE), *range(len(page) - _EDGE, len(page))}


def _at_edges(pages: Sequence[Sequence[Line]]) -> Iterator[set[str]]:
    """Yield the different texts at the edges of each page."""
    for page in pages:
        edges = _edges(page)
        yield {line.text for number, line in enumerate(page) if number in edges}


def _often(texts: Iterable[str], pages: int, fewest: int) -> set[str]:
    return {text for text, times in Counter(texts).items() if times >= max(fewest, pages / 2)}


def _repeated(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return the texts that stand at the edge of every other page, or of more."""
    filled = sum(map(bool, pages))
    return _often((text for page in _at_edges(pages) for text in page), filled, fewest=2)


def _numbered(pages: Sequence[Sequence[Line]], small: set[str]) -> set[str]:
    """Return the texts, their numbers masked, that do so and differ by the page's number only."""
    filled = sum(map(bool, pages))
    masked = [text for page in _at_edges(pages) for text in {_masked(text) for text in page} if "#" in text]
    often = _often(masked, filled, _FEWEST_NUMBERED)
    return small & _often(masked, filled, 2) | {
        text for text in often if len(re.findall(r"[^\W\d_]{2,}", text)) >= _FEWEST_WORDS
    }


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _bare_numbers(pages: Sequence[Sequence[Line]]) -> dict[int, str]:
    """Return which bare number at a page's edge is the page's own, by the page: they count on from page to page."""
    found = [(at, text) for at, page in enumerate(_at_edges(pages)) for text in page if _BARE_NUMBER.fullmatch(text)]
    offsets = Counter(int(text) - at for at, text in found)
    offset, times = offsets.most_common(1)[0] if offsets else (0, 0)
    return {at: text for at, text in found if int(text) - at == offset and times > 1}
