"""HTML → draft: what a visitor reads, with the line where its tag stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PreformattedString, Tag

from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import LONGEST_PARAGRAPH, Block, Draft, Form, collapse, join
from bot.ingestion.plain_text import decode
from bot.ingestion.source_lists import without_references

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ITEMS = ("li", "dt", "dd")
_CELLS = ("td", "th")
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
_UNREAD = ("script", "style", "template", "noscript", "head", "nav", "svg", "object", "iframe", "select", "button")


def read_html(data: bytes, file: str) -> Draft:
    """Return the draft of a web page. Raises KnowledgeError if its encoding can't be read."""
    draft = Draft(file, longest_paragraph=LONGEST_PARAGRAPH)
    declared = EncodingDetector.find_declared_encoding(data, is_html=True) or "utf-8-sig"
    try:
        page = BeautifulSoup(decode(data, file, declared), "lxml")
    except (LookupError, UnicodeError):  # "undefined" and others of Python's own that are no encoding of pages
        raise KnowledgeError(f'the encoding "{declared}" that it names is not known', file=file) from None
    draft.warn_of_misleading(page.get_text())
    for tag in page.find_all(_UNREAD):
        tag.extract()
    for tag in page.find_all("br"):
        tag.replace_with(" ")
    for block in without_references(list(_blocks(page)), draft):
        draft.add(block)
    return draft


class _Place(NamedTuple):
    """Where a string stands: the element that makes its block, the cell it is in, and the nearest block around it."""

    holder: Tag
    cell: Tag | None
    nearest: Tag


def _place(string: NavigableString) -> _Place:
    parents = [parent for parent in string.parents if parent.name not in _INLINE]
    for parent in parents:
        if parent.name in _CELLS and (row := parent.find_parent("tr")):
            return _Place(row, parent, parents[0])
        if parent.name in (*_HEADINGS, *_ITEMS):
            return _Place(parent, None, parents[0])
    return _Place(parents[0], None, parents[0])


def _blocks(page: BeautifulSoup) -> Iterator[Block]:
    """Yield what can be quoted, in reading order."""
    strings = [string for string in page.find_all(string=True) if not isinstance(string, PreformattedString)]
    placed = [(_place(string), string) for string in strings]
    for _, group in groupby(placed, key=lambda pair: id(pair[0].holder)):
        pairs = list(group)
        holder = pairs[0][0].holder
        if holder.name == "tr":
            yield _row(holder, pairs)
        elif text := _text(pairs):
            yield _block(holder, text)


def _block(holder: Tag, text: str) -> Block:
    if holder.name in _HEADINGS:
        return Block(Form.HEADING, collapse(text), level=int(holder.name[1]))
    if holder.name in _ITEMS:
        return Block(Form.ITEM, collapse(text), run=id(_whole_list(holder)))
    return Block(Form.PARAGRAPH, collapse(text))


def _row(row: Tag, pairs: list[tuple[_Place, NavigableString]]) -> Block:
    cells = row.find_all(_CELLS, recursive=False)
    texts = [collapse(_text([pair for pair in pairs if pair[0].cell is cell])) for cell in cells]
    form = Form.HEADER if all(cell.name == "th" for cell in cells) else Form.ROW
    return Block(form, join(texts, "|"), run=id(row.find_parent("table")))


def _text(pairs: list[tuple[_Place, NavigableString]]) -> str:
    """Return strings as one text; between two blocks inside an item or cell there is a space."""
    inner = groupby(pairs, key=lambda pair: id(pair[0].nearest))
    return " ".join("".join(string for _, string in strings) for _, strings in inner).strip()


def _whole_list(item: Tag) -> Tag:
    """Return the outermost list that an item belongs to."""
    top = item
    while top.parent and top.parent.name in (*_ITEMS, "ul", "ol", "dl"):
        top = top.parent
    return top
