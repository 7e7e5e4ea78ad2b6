"""A statement that is being written: what may stand on buttons, what is made of texts, and its card. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.drafting import Spot, Written
from bot.locales import DEFAULT, say, say_first, show_date
from bot.telegram.delivery.buttons import shortened
from bot.telegram.delivery.packing import bold, escape, link
from bot.telegram.dialogs import Draft
from bot.telegram.team.forms import Choice, Unfit

LONGEST_HEADING, LONGEST_AS_OF, LONGEST_PHRASING = 60, 60, 200
MOST_PHRASINGS = 8
NEW_SECTIONS = 2  # documents that are offered for a new section
MOST_NOTES = 4
MOST_SOURCES = 5  # of a statement on its card
BRIEF = 40  # letters of a title beside something else on a button
_ADDRESS = re.compile(r"\s*<(https?://[^\s<>]+)>$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Same:
    """A footnote that there is, of whose fact the new statement is a part."""

    label: str
    line: str


async def no_choices(draft: Draft, language: str) -> Sequence[Choice]:
    """Return nothing to choose from."""
    return ()


def spot_choices(spots: Sequence[Spot], language: str) -> list[Choice]:
    """Return the sections, and new ones in the documents of the first."""
    found = [Choice(f"{shortened(one.title, BRIEF)} · {one.document_title}", one) for one in spots]
    documents = dict.fromkeys((one.document, one.document_title, one.twin) for one in spots)
    fresh = [Spot(path, title, twin=twin) for path, title, twin in list(documents)[:NEW_SECTIONS]]
    return [*found, *(Choice(say(language, "say-new-section", document=one.document_title), one) for one in fresh)]


async def heading(draft: Draft, words: str, language: str) -> str:
    """Return a heading."""
    return line_of(words, LONGEST_HEADING).rstrip(".")


async def heading_choices(draft: Draft, language: str) -> Sequence[Choice]:
    """Return the heading as it is."""
    return [Choice(draft.values["heading"], draft.values["heading"])]


async def source_choices(draft: Draft, language: str) -> Sequence[Choice]:
    """Return the sources on which the section stands already."""
    notes = draft.values["place"].notes[:MOST_NOTES]
    named = [(note.label, note.sources[0].title) for note in notes if note.sources]
    return [Choice(f"{shortened(title, BRIEF)} ({label})", Same(label, title)) for label, title in named]


def sources_with(line: str, known: Sequence[str], language: str) -> list[Choice]:
    """Return what the sources may be with another one."""
    several = [
        Choice(say(language, "say-source-instead", source=one), tuple(line if each == one else each for each in known))
        for one in known
    ]
    beside = Choice(say(language, "say-source-beside"), (*known, line))
    return [beside, *(several if len(known) > 1 else []), Choice(say(language, "say-source-only"), (line,))]


async def as_of_choices(draft: Draft, language: str) -> Sequence[Choice]:
    """Return the day of the source, and none."""
    source = draft.values["source"]
    lines = source if isinstance(source, tuple) else (source,)
    days = dict.fromkeys(day for line in lines if isinstance(line, str) for day in _DAY.findall(_ADDRESS.sub("", line)))
    shown = [show_date(day, DEFAULT) for day in days]
    return [*(Choice(day, day) for day in shown), Choice(say(language, "form-skip"), None)]


async def as_of(draft: Draft, words: str, language: str) -> str:
    """Return what a fact is as of, as it stands behind "per"."""
    return line_of(re.sub(r"^per\s+", "", words.strip(), flags=re.IGNORECASE), LONGEST_AS_OF).rstrip(".")


async def phrasing_choices(draft: Draft, language: str) -> Sequence[Choice]:
    """Return the questions of the gap that the statement is written for, and none."""
    asked = draft.values["asked"]
    from_gap = [Choice(say(language, "say-asked", count=len(asked), first=asked[0]), asked)] if asked else []
    return [*from_gap, Choice(say(language, "form-skip"), ())]


async def phrasings(draft: Draft, words: str, language: str) -> tuple[str, ...]:
    """Return the questions, one a line, together with those of the gap."""
    lines = [line_of(line, LONGEST_PHRASING) for line in words.splitlines() if line.strip()]
    return tuple(dict.fromkeys([*lines, *draft.values["asked"]]))[:MOST_PHRASINGS]


def new_card(draft: Draft, language: str) -> str:
    """Return how a new statement will look, as HTML."""
    place: Spot = draft.values["place"]
    where = f"{draft.values['heading'] or place.title} · {place.document_title}"
    source = draft.values["source"]
    lines = [source.line] if isinstance(source, Same) else [source] if source else []
    body = _body(draft, language, where, lines, has_twin=place.twin is not None)
    asked = "\n".join(f"• {one}" for one in draft.values["phrasing"] or ())
    more = [f"\n{say(language, 'say-field-phrasing')}:\n{asked}"] if asked else []
    return _card("say-card-new", [*body, *map(escape, more)], language)


def old_card(draft: Draft, language: str) -> str:
    """Return how a changed statement will look, as HTML."""
    written: Written = draft.about
    body = list(_body(draft, language, written.title, draft.values["source"], has_twin=written.twin is not None))
    if draft.values["text"] != written.text:
        body.insert(1, f"<s>{escape(written.text)}</s>")
    changed_note = (draft.values["source"], draft.values["asof"]) != (written.sources, written.as_of)
    if changed_note and written.shared:
        body.append("\n" + escape(say(language, "say-shared", count=written.shared)))
    if len(written.labels) > 1:
        body.append("\n" + escape(say(language, "say-first-note", label=written.labels[0])))
    return _card("say-card-old", body, language)


def line_of(words: str, longest: int) -> str:
    """Return a text in one line. Raises Unfit if it is too long."""
    line = " ".join(words.split())
    if len(line) > longest:
        raise Unfit("form-too-long", most=longest)
    return line


def _body(draft: Draft, language: str, where: str, sources: Sequence[str], *, has_twin: bool) -> Iterator[str]:
    yield f"<i>{escape(where)}</i>"
    yield f"{escape(draft.values['text'])} [1]"
    if has_twin:
        english = draft.values["english"] or say(language, "say-not-translated")
        yield escape(f"\n{say(language, 'say-field-english')}: {english}")
    date = draft.values["asof"]
    shown = say_first(language, map(_shown, sources), len(sources), MOST_SOURCES)
    yield "\n[1] " + ("\n".join(shown) or escape(say(language, "form-unknown")))
    if date:
        yield escape(say(language, "sources-as-of", date=date))


def _shown(line: str) -> str:
    """Return a source with its link behind its words."""
    found = _ADDRESS.search(line)
    words = _DAY.sub(lambda day: show_date(day[0], DEFAULT), _ADDRESS.sub("", line).rstrip("."))
    return link(words, found[1] if found else None)


def _card(key: str, body: Sequence[str], language: str) -> str:
    return "\n".join([bold(say(language, key)), "", *body, "", escape(say(language, "form-check"))])
