"""One statement of a Markdown document written or reworded, as if by hand: every other byte stays as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.documents import Footnote, Source
from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.domain.ids import normalise
from bot.ingestion.draft import Draft, Part
from bot.ingestion.footnotes import footnote
from bot.ingestion.front_matter import front_matter
from bot.ingestion.manuscripts import Manuscript, slugs
from bot.ingestion.markdown import read_markdown, reduce_markdown
from bot.ingestion.plain_text import decode
from bot.ingestion.properties import Properties, read_properties

LONGEST = 500  # characters of a statement
FIRST_LABEL = "F-1"
SECTION = "##"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_MARKUP = re.compile(r"([\\`*_\[\]<>|~])")
_NUMBERED = re.compile(r"(.*?)(\d+)$")

Reading = list[tuple[tuple[str, ...], str, tuple[str, ...]]]  # of each statement: headings, text, labels


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown document, read, that can be rewritten."""

    file: str
    text: str
    properties: Properties
    draft: Draft

    @property
    def parts(self) -> list[Part]:
        """What stands under each heading; in a document and its twin the same places go together."""
        return Manuscript(self.file, self.properties, self.draft).parts

    @property
    def slugs(self) -> list[str]:
        """What the parts are called in the keys of their sections."""
        return list(slugs(Manuscript(self.file, self.properties, self.draft)))

    def note(self, label: str) -> Footnote | None:
        """Return a footnote."""
        return self.draft.notes.get(label)

    def shares(self, label: str) -> int:
        """Return how many statements stand on a footnote."""
        return sum(label in piece.labels for part in self.parts for piece in part.pieces)

    def with_statement(self, part: int, sentence: str, label: str) -> Page:
        """Return the page with a statement at the end of a part. Raises KnowledgeError if it can't be written."""
        lines, at = self._lines(), self._end(part)
        continues = at > 0 and self._is_prose(part, lines[at - 1])
        for shown in _ways_to_write(sentence):
            new = [*([] if continues else [""]), f"{shown}[^{label}]"]
            if page := self._proven(self._inserted(at, new), part, len(self.parts[part].pieces), sentence, (label,)):
                return page
        raise self._unfit(sentence)

    def with_section(self, heading: str, sentence: str, label: str) -> Page:
        """Return the page with a new section that holds a statement. Raises KnowledgeError if it can't be written."""
        lines, at = self._lines(), self._body_end()
        level = self._level()
        for shown in _ways_to_write(sentence):
            gap = [""] if at and lines[at - 1].strip() else []
            new = [*gap, f"{level} {heading}", f"{shown}[^{label}]"]
            new += [""] if at < len(lines) and lines[at].strip() else []
            if page := self._proven(self._inserted(at, new), len(self.parts), 0, sentence, (label,)):
                return page
        raise self._unfit(sentence)

    def reworded(self, part: int, number: int, sentence: str) -> Page:
        """Return the page with other words of a statement; its marks stay. Raises KnowledgeError if it can't be."""
        start, end = self._span(part, number)
        labels = self.parts[part].pieces[number].labels
        for shown in _ways_to_write(sentence):
            text = self.text[:start] + shown + self.text[end:]
            if page := self._proven(text, part, number, sentence, labels, replaces=True):
                return page
        raise self._unfit(sentence)

    def marked(self, part: int, number: int, label: str) -> Page:
        """Return the page with a footnote mark behind a statement. Raises KnowledgeError if it can't be."""
        end, piece = self._span(part, number)[1], self.parts[part].pieces[number]
        text = f"{self.text[:end]}[^{label}]{self.text[end:]}"
        if page := self._proven(text, part, number, piece.text, (*piece.labels, label), replaces=True):
            return page
        raise self._unfit(piece.text)

    def with_note(self, label: str, note: str) -> Page:
        """Return the page with a footnote's text new, or in place of the one it has.

        Raises KnowledgeErrors if it could not be read.
        """
        lines, newline = self._lines(), self._newline()
        content = f"[^{label}]: {note}".replace("\n", newline) + newline
        starts = [n for n, line in enumerate(lines) if (found := _DEFINITION.match(line)) and found[1] == label]
        if starts:
            end = _definition_end(lines, starts[0])
            return read_page("".join([*lines[: starts[0]], content, *lines[end:]]), self.file)
        text = self.text if not self.text or self.text.endswith(("\n", "\r")) else self.text + newline
        filled = [line for line in lines if line.strip()]
        follows = filled and _in_definition(lines)
        return read_page(text.rstrip("\r\n") + newline + ("" if follows else newline) + content, self.file)

    def _proven(
        self, text: str, part: int, number: int, sentence: str, labels: tuple[str, ...], *, replaces: bool = False
    ) -> Page | None:
        """Return the page of a text if just this statement differs from what is read now, None otherwise."""
        try:
            page = read_page(text, self.file)
        except KnowledgeErrors:
            return None
        before, after = [_statements(one) for one in self.parts], [_statements(one) for one in page.parts]
        if len(after) == len(before) + 1 and part == len(before):
            before.append([])
        if len(after) != len(before) or number >= len(after[part]):
            return None
        _, said, found = after[part][number]
        same = (
            before[part][:number] + before[part][number + replaces :]
            == after[part][:number] + after[part][number + 1 :]
        )
        others = all(one == other for n, (one, other) in enumerate(zip(before, after, strict=True)) if n != part)
        is_right = said == normalise(sentence) and set(found) == set(labels)
        return page if is_right and same and others else None

    def _span(self, part: int, number: int) -> tuple[int, int]:
        """Return where a statement's words begin and end. Raises KnowledgeError if that can't be told for sure."""
        piece = self.parts[part].pieces[number]
        start = sum(map(len, self._lines()[: (piece.line or 1) - 1]))
        words = r"[*_`]*\s+[*_`]*".join(map(re.escape, piece.text.split()))
        if found := re.compile(rf"[*_`]*{words}[*_`]*").search(self.text, start):
            return found.span()
        reason = "this statement holds formatting; change it in the file"
        raise KnowledgeError(reason, file=self.file, line=piece.line)

    def _unfit(self, sentence: str) -> KnowledgeError:
        return KnowledgeError(f'not one sentence as it would be read: "{sentence:.60}"', file=self.file)

    def _inserted(self, at: int, new: Sequence[str]) -> str:
        lines, newline = self._lines(), self._newline()
        head = "".join(lines[:at])
        head += newline if head and not head.endswith(("\n", "\r")) else ""
        return head + "".join(line + newline for line in new) + "".join(lines[at:])

    def _lines(self) -> list[str]:
        return [line for line in _LINE.findall(self.text) if line]

    def _newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def _level(self) -> str:
        """Return the marks of a heading like the others."""
        own = [part for part in self.parts if part.path]
        depth = min((len(part.path) for part in own), default=1)
        lines = self._lines()
        for part in own:
            found = re.match(r" {0,3}(#+)\s", lines[part.line - 1]) if part.line and len(part.path) == depth else None
            if found:
                return found[1]
        return SECTION

    def _end(self, part: int) -> int:
        """Return the number of the line before which a statement at the end of a part comes."""
        parts, lines = self.parts, self._lines()
        following = [one.line - 1 for one in self.draft.parts if one.line and one.line > (parts[part].line or 0)]
        end = min(following, default=len(lines))
        begin = parts[part].line or self._body_begin()
        defined = [n for n in range(begin, end) if _DEFINITION.match(lines[n])]
        end = min([end, *defined])
        while end > begin and not lines[end - 1].strip():
            end -= 1
        return end

    def _body_begin(self) -> int:
        front = front_matter(self.text)
        return 0 if front is None else front.count("\n") + 2

    def _body_end(self) -> int:
        """Return the number of the line before which a new section comes: that of the closing footnotes, or the end."""
        lines = self._lines()
        last = max((one.line or 0 for one in self.draft.parts), default=0)
        defined = [n for n in range(last, len(lines)) if _DEFINITION.match(lines[n])]
        return min(defined, default=len(lines))

    def _is_prose(self, part: int, line: str) -> bool:
        """Whether a part ends in a paragraph of which a further line would be a further sentence."""
        pieces = self.parts[part].pieces
        return (
            bool(pieces)
            and pieces[-1].group is None
            and bool(line.strip())
            and not line.lstrip().startswith(("#", ">"))
        )


def read_page(text: str, file: str) -> Page:
    """Return a document that can be rewritten. Raises KnowledgeErrors with all that is wrong with it."""
    try:
        draft, front = read_markdown(text.removeprefix("\ufeff"), file)
    except KnowledgeError as error:
        raise KnowledgeErrors([error]) from None
    properties, errors = read_properties(front or "", file)
    if properties is None or draft.errors:
        raise KnowledgeErrors([*draft.errors, *errors])
    return Page(file, text, properties, draft)


def opened(data: bytes, file: str) -> Page:
    """Return the page that a file holds. Raises KnowledgeErrors if it isn't UTF-8 or is broken."""
    try:
        decode(data, file)  # tells the line
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise KnowledgeErrors([KnowledgeError("not UTF-8: save it with the encoding UTF-8", file=file)]) from None
    except KnowledgeError as error:
        raise KnowledgeErrors([error]) from None
    return read_page(text, file)


def sentence_of(words: str) -> str:
    """Return what is typed as one line that ends like a sentence. Raises ValueError if it is empty or too long."""
    line = normalise(words)
    if not line or len(line) > LONGEST:
        raise ValueError(f"a sentence has 1 to {LONGEST} characters")
    return line if line[-1] in ".!?…:”\"')" else f"{line}."


def note_of(as_of: str | None, sources: Sequence[str]) -> str:
    """Return a footnote's text. Raises ValueError if it could not be read back."""
    lines = [*([f"per {as_of}"] if as_of else []), *sources]
    footnote("x", lines, None, str)
    return "\n    ".join(lines)


def source_text(source: Source) -> str:
    """Return a source as a footnote has it."""
    head = ", ".join(part for part in (source.title, source.publisher, source.date) if part)
    return f"{head}. <{source.url}>" if source.url else head


def fresh_label(own: Iterable[str], used: Iterable[str]) -> str:
    """Return a footnote label that nothing uses, numbered on after the document's own."""
    numbered = [found for label in own if (found := _NUMBERED.match(label))]
    if not numbered:
        numbered = [found for found in [_NUMBERED.match(FIRST_LABEL)] if found]
    prefix = Counter(found[1] for found in numbered).most_common(1)[0][0]
    numbers = [int(found[2]) for label in used if (found := _NUMBERED.match(label)) and found[1] == prefix]
    return f"{prefix}{max(numbers, default=0) + 1}"


def _statements(part: Part) -> Reading:
    return [(part.path, piece.text, piece.labels) for piece in part.pieces]


def _ways_to_write(sentence: str) -> tuple[str, ...]:
    """Return a sentence as it is, then with its marks made harmless."""
    plain = normalise(sentence)
    escaped = _MARKUP.sub(r"\\\1", plain)
    return (plain,) if plain == escaped else ((plain, escaped) if reduce_markdown(plain) == plain else (escaped,))


def _definition_end(lines: Sequence[str], start: int) -> int:
    """Return the number of the line behind a footnote: it goes on as long as lines are indented."""
    end = start + 1
    while end < len(lines) and lines[end].startswith(("    ", "\t")):
        end += 1
    return end


def _in_definition(lines: Sequence[str]) -> bool:
    """Whether a document ends in a footnote."""
    for line in reversed(lines):
        if _DEFINITION.match(line):
            return True
        if line.strip() and not line.startswith(("    ", "\t")):
            return False
    return False
