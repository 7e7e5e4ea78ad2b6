"""Markdown → draft: sentences, list items and table rows with the footnotes and lines they have in the file."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import count

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode as Node
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from bot.domain.documents import Footnote
from bot.domain.errors import KnowledgeError
from bot.ingestion.draft import Block, Draft, Form, Text, collapse, join, visible
from bot.ingestion.footnotes import footnote
from bot.ingestion.properties import KINDS
from bot.language import facets

_DEEPEST = 50  # levels of lists and quotes; the parser drops what is nested deeper
_ATTRIBUTES = re.compile(r"\s*\{([^{}]*=[^{}]*)\}$")
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_UNREAD_MARK = re.compile(r"\[\^[^\]]{0,200}\]:?")
_LONGEST_LABEL = 100  # characters; each "[^" without its "]" is searched for as far as that by every "[^" before it
_ENDLESS_LABEL = re.compile(rf"\[\^[^\]\s]{{{_LONGEST_LABEL + 1}}}")
_LONGEST_NOTE = 5000  # characters: a footnote is shown with each of its statements


def read_markdown(text: str, file: str) -> tuple[Draft, str | None]:
    """Return the draft, and the front matter as it is written (None if there is none).

    Raises KnowledgeError if it is so much, or so made, that it can't be read.
    """
    draft = Draft(file)
    if endless := _ENDLESS_LABEL.search(text):
        line = text.count("\n", 0, endless.start()) + 1
        raise KnowledgeError(f"a footnote label of more than {_LONGEST_LABEL} characters", file=file, line=line)
    draft.warn_of_misleading(text, has_lines=True)
    tokens = _parse(text)
    tree = Node(tokens)
    draft.notes = _footnotes(tree, draft)
    blocks = list(_blocks(tree.children, count(1)))
    for block in blocks:
        draft.add(_heading(block, draft) if block.form is Form.HEADING else block)
    _check_marks(draft, blocks)
    _check_loss(draft, tokens)
    _check_numbers(draft)
    return draft, next((token.content for token in tokens[:1] if token.type == "front_matter"), None)


def reduce_markdown(text: str) -> str:
    """Return a document as its quotes have it: no marks, emphasis, links or hard breaks, white space collapsed."""
    return " ".join(block.text.plain for block in _blocks(Node(_parse(text)).children, count(1)))


@cache
def _parser() -> MarkdownIt:
    """Return the one parser; indented text is text, since nobody means code when a line begins with spaces."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("code")
    front_matter_plugin(parser)
    footnote_plugin(parser, inline=False, move_to_end=False, always_match_refs=True)
    return parser


def _parse(text: str) -> list[Token]:
    return _parser().parse(unicodedata.normalize("NFC", visible(text)))


def _blocks(nodes: Iterable[Node], runs: Iterator[int]) -> Iterator[Block]:
    """Yield what can be quoted, in reading order."""
    for node in nodes:
        match node.type:
            case "heading":
                yield Block(Form.HEADING, _text(node), _line(node), level=int(node.tag[1]))
            case "paragraph":
                yield Block(Form.PARAGRAPH, _text(node), _line(node))
            case "fence":
                yield Block(Form.ITEM, collapse(node.content), _line(node), run=next(runs))
            case "bullet_list" | "ordered_list":
                yield from _list(node, next(runs), runs)
            case "table":
                yield from _rows(node, next(runs))
            case "blockquote":
                yield from _blocks(node.children, runs)


def _list(node: Node, run: int, runs: Iterator[int]) -> Iterator[Block]:
    """Yield each item whole, and the items nested in it as further items of the same list."""
    for item in node.children:
        own: list[Node] = []
        for child in item.children:
            if child.type in ("paragraph", "heading"):
                own.append(child)
                continue
            yield from _item(own, run)
            own = []
            nested = child.type in ("bullet_list", "ordered_list")
            yield from _list(child, run, runs) if nested else _blocks([child], runs)
        yield from _item(own, run)


def _item(paragraphs: Sequence[Node], run: int) -> Iterator[Block]:
    if paragraphs:
        yield Block(Form.ITEM, join([_text(part) for part in paragraphs]), _line(paragraphs[0]), run=run)


def _rows(table: Node, run: int) -> Iterator[Block]:
    for part in table.children:
        form = Form.HEADER if part.type == "thead" else Form.ROW
        for row in part.children:
            yield Block(form, join([_text(cell) for cell in row.children], "|"), _line(row), run=run)


def _line(node: Node | Token) -> int | None:
    return node.map[0] + 1 if node.map else None


def _text(node: Node) -> Text:
    token = node.children[0].token if node.children else None
    return _flatten(token.children or []) if token else Text("")


def _flatten(tokens: Iterable[Token]) -> Text:
    """Return the text of inline tokens, and where footnote marks and line breaks stood in it."""
    words: list[str] = []
    marks: list[tuple[int, str]] = []
    breaks: list[int] = []
    length, gap = 0, False
    for token in tokens:
        if token.type == "footnote_ref":
            marks.append((length, token.meta["label"]))
            continue
        content = _content(token)
        if content == "\n":
            breaks.append(length)
        gap = gap or content[:1].isspace()
        for word in content.split():
            words.append(f" {word}" if gap and length else word)
            length, gap = length + len(words[-1]), True
        gap = content[-1:].isspace() if content else gap
    return Text("".join(words), tuple(marks), tuple(breaks))


def _content(token: Token) -> str:
    """Return what a reader sees of an inline token; of a picture, nothing."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline":
        return " " if token.content.startswith("<br") else ""
    return token.content if token.type in ("text", "code_inline") else ""


def _heading(block: Block, draft: Draft) -> Block:
    """Return the heading with its kind and its facets taken out of its text."""
    found = _ATTRIBUTES.search(block.text.plain)
    if not block.text.plain[: found.start() if found else None]:
        draft.error("a heading without text", block.line)
    if not found:
        return block
    known = {"kind": KINDS, "facet": facets.keys()}
    given: dict[str, tuple[str, ...]] = {}
    for attribute in re.split(r"\s+(?=\w+\s*=)", found[1].strip()):
        name, _, value = (part.strip() for part in attribute.partition("="))
        given[name] = tuple(one.strip() for one in value.split(","))
        if name not in known:
            draft.error(f'a heading may have {{kind=… facet=…}}, not "{name}"', block.line)
            continue
        for wrong in [one for one in given[name] if one not in known[name]]:
            draft.error(f'{name} is "{wrong}"; it must be one of {", ".join(known[name])}', block.line)
    text = Text(block.text.plain[: found.start()], block.text.marks)
    return replace(block, text=text, kind=given.get("kind", (None,))[0], facets=given.get("facet", ()))


def marked(text: str) -> Text:
    """Return a line of text without its footnote marks, and where they stood."""
    marks: list[tuple[int, str]] = []
    plain = ""
    for number, part in enumerate(_MARK.split(text)):
        if number % 2:
            marks.append((len(plain.rstrip()), part))
        else:
            plain += part if plain else part.lstrip()
    return Text(plain.strip(), tuple(marks))


def _footnotes(tree: Node, draft: Draft) -> dict[str, Footnote]:
    """Return the footnotes by label; what is wrong with them goes to the draft."""
    notes: dict[str, Footnote] = {}
    for node in tree.walk(include_self=False):
        if node.type != "footnote_reference":
            continue
        label, line = node.meta["label"], _line(node)
        if label in notes:
            draft.error(f"footnote [^{label}] is defined twice, first in line {notes[label].line}", line)
            continue
        texts = [inner.content for inner in node.walk() if inner.type == "inline"]
        if sum(map(len, texts)) > _LONGEST_NOTE:
            draft.error(f"footnote [^{label}] is longer than {_LONGEST_NOTE} characters", line)
            texts = []
        try:
            notes[label] = footnote(label, "\n".join(texts).split("\n"), line, _reduce)
        except ValueError as error:
            draft.error(str(error), line)
            notes[label] = Footnote(label, None, (), line)
    return notes


def _reduce(line: str) -> str:
    return _flatten(_parser().parseInline(line)[0].children or []).plain


def _check_marks(draft: Draft, blocks: Sequence[Block]) -> None:
    """Say which marks have no footnote, and which footnotes no mark."""
    used: set[str] = set()
    for block in blocks:
        for offset, label in block.text.marks:
            used.add(label)
            if label not in draft.notes:
                line = block.line and block.line + bisect_left(block.text.breaks, offset)
                draft.error(f"footnote [^{label}] has no definition", line)
        if unread := _UNREAD_MARK.search(block.text.plain):
            draft.error(f"{unread[0]} can't be read as a footnote; a label has no spaces", block.line)
    for label, note in draft.notes.items():
        if label not in used:
            draft.warn("unused", note.line, label=label)


def _check_loss(draft: Draft, tokens: Sequence[Token]) -> None:
    """Say what stands in the file but was not read."""
    for token in tokens:
        if token.type == "html_block" and not token.content.lstrip().startswith("<!--"):
            draft.warn("html", _line(token))
        elif token.level >= _DEEPEST - 1:
            draft.error("lists or quotes are nested too deeply to be read", _line(token))
            return


def _check_numbers(draft: Draft) -> None:
    for part in draft.parts:
        for piece in part.pieces:
            if not piece.labels and any(letter.isdigit() for letter in piece.text):
                draft.warn("number", piece.line, text=f"{piece.text:.60}")
