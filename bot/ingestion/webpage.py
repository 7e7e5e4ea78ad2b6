"""HTML → draft: what a visitor reads, with the line where its tag stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import groupby
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PreformattedString, Tag

from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import LONGEST_PARAGRAPH, Block, Draft, Form, collapse, join
from bot.ingestion.plain_text import decode
from bot.ingestion.printed import is_titular
from bot.ingestion.source_lists import without_references
from bot.ingestion.table_headers import names_columns

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ITEMS = ("li", "dt", "dd")
_CELLS = ("td", "th")
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
_FURNITURE = (  # what stands around a text on each page of a site
    "footer, aside, form, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], "
    "[role=complementary], [role=search], [role=dialog], [role=alertdialog], [style*='display:none'], "
    "[style*='display: none']"
)
_BREAK = "\x85"  # stands for <br>: white space that pages don't hold themselves
_DEEPEST = 6  # the level of headings that are told by bold letters
_BOLD = ("b", "strong")
_MOST_SPANNED = 50  # rows or columns that one cell reaches over
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
    for tag in page.select(_FURNITURE):
        tag.extract()
    text = _text_of(page)
    for tag in text.find_all("br"):
        tag.replace_with(_BREAK)
    tables = text.find_all("table")
    around = {id(one.find_parent("table")) for one in tables}  # these lay out the page
    for table in [one for one in tables if id(one) not in around]:
        _spread(table)
        _name_columns(table)
    for block in without_references(list(_blocks(text)), draft):
        draft.add(block)
    return draft


def _text_of(page: Tag) -> Tag:
    """Return what a page says is its text, without the site's header; the page itself if it doesn't say."""
    for name in ("main", "article"):
        found = page.find_all(name)
        if len(found) == 1:
            return found[0]
    for tag in page.find_all("header"):
        if not tag.find(_HEADINGS):
            tag.extract()
    return page


def _spread(table: Tag) -> None:
    """Repeat cells in the rows and columns that they reach over, so that each row has all of its own."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    for row in rows:
        for cell in row.find_all(_CELLS, recursive=False):
            for _ in range(_span(cell, "colspan") - 1):
                cell.insert_after(copy(cell))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row.find_all(_CELLS, recursive=False)):
            reach = _span(cell, "rowspan")
            del cell["rowspan"]
            for below in rows[number + 1 : number + reach]:
                own = below.find_all(_CELLS, recursive=False)
                if column < len(own):
                    own[column].insert_before(copy(cell))
                else:
                    below.append(copy(cell))


def _span(cell: Tag, name: str) -> int:
    stated = str(cell.get(name) or 1)
    return min(int(stated), _MOST_SPANNED) if stated.isdecimal() else 1


def _name_columns(table: Tag) -> None:
    """Let the first row name the columns if no cell says so and the table looks like it."""
    rows = [row.find_all(_CELLS, recursive=False) for row in table.find_all("tr")]
    if not rows or table.find("th"):
        return
    if names_columns(
        [[cell.get_text(" ", strip=True) for cell in row] for row in rows], [_are_bold(row) for row in rows]
    ):
        for cell in rows[0]:
            cell.name = "th"


def _are_bold(tags: Iterable[Tag]) -> bool:
    strings = [one for tag in tags for one in tag.find_all(string=True) if one.strip()]
    return bool(strings) and all(one.find_parent(_BOLD) for one in strings)


class _Place(NamedTuple):
    """Where a string stands: the element that makes its block, the cell it is in, and the nearest block around it."""

    holder: Tag
    cell: Tag | None
    nearest: Tag


_Pair = tuple[_Place, NavigableString]


def _place(string: NavigableString) -> _Place:
    parents = [parent for parent in string.parents if parent.name not in _INLINE]
    for parent in parents:
        if parent.name in _CELLS and (row := parent.find_parent("tr")):
            return _Place(row, parent, parents[0])
        if parent.name in (*_HEADINGS, *_ITEMS):
            return _Place(parent, None, parents[0])
    return _Place(parents[0], None, parents[0])


def _blocks(page: Tag) -> Iterator[Block]:
    """Yield what can be quoted, in reading order."""
    strings = [string for string in page.find_all(string=True) if not isinstance(string, PreformattedString)]
    placed = [(_place(string), string) for string in strings]
    for _, group in groupby(placed, key=lambda pair: id(pair[0].holder)):
        pairs = list(group)
        holder = pairs[0][0].holder
        if holder.name == "tr":
            yield _row(holder, pairs)
        elif holder.name in (*_HEADINGS, *_ITEMS):
            if text := _text(pairs):
                yield _block(holder, text)
        else:
            yield from (_paragraph(own) for own in _paragraphs(pairs) if _text(own))


def _paragraphs(pairs: Sequence[_Pair]) -> Iterator[list[_Pair]]:
    """Yield the strings of each paragraph of an element: empty lines part them, and so does a bold line's end."""
    own: list[_Pair] = []
    breaks = 0
    for pair in pairs:
        breaks = breaks + 1 if pair[1] == _BREAK else 0 if pair[1].strip() else breaks
        if breaks == 2 or (breaks == 1 and _is_heading(own)):
            yield own
            own = []
        elif pair[1] != _BREAK or own:
            own.append(pair)
    yield own


def _is_heading(pairs: Sequence[_Pair]) -> bool:
    strings = [string for _, string in pairs if string.strip() and string != _BREAK]
    are_bold = bool(strings) and all(string.find_parent(_BOLD) for string in strings)
    return are_bold and is_titular(collapse(_text(pairs)).plain, is_own=True)


def _paragraph(pairs: Sequence[_Pair]) -> Block:
    text = collapse(_text(pairs))
    return Block(Form.HEADING, text, level=_DEEPEST) if _is_heading(pairs) else Block(Form.PARAGRAPH, text)


def _block(holder: Tag, text: str) -> Block:
    if holder.name in _HEADINGS:
        return Block(Form.HEADING, collapse(text), level=int(holder.name[1]))
    if holder.name in _ITEMS:
        return Block(Form.ITEM, collapse(text), run=id(_whole_list(holder)))
    return Block(Form.PARAGRAPH, collapse(text))


def _row(row: Tag, pairs: Sequence[_Pair]) -> Block:
    cells = row.find_all(_CELLS, recursive=False)
    texts = [collapse(_text([pair for pair in pairs if pair[0].cell is cell])) for cell in cells]
    form = Form.HEADER if all(cell.name == "th" for cell in cells) else Form.ROW
    return Block(form, join(texts, "|"), run=id(row.find_parent("table")))


def _text(pairs: Sequence[_Pair]) -> str:
    """Return strings as one text; between two blocks inside an item or cell there is a space."""
    inner = groupby(pairs, key=lambda pair: id(pair[0].nearest))
    return " ".join("".join(string for _, string in strings) for _, strings in inner).strip()


def _whole_list(item: Tag) -> Tag:
    """Return the outermost list that an item belongs to."""
    top = item
    while top.parent and top.parent.name in (*_ITEMS, "ul", "ol", "dl"):
        top = top.parent
    return top
