"""Answer → what a person sees: HTML messages and a keyboard. Pure: no bot, no update."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from bot.domain.answers import Answer, FirstLine, Outcome, Part, Phrase, Quote, Suggestion
from bot.domain.documents import Kind
from bot.domain.team import Closure
from bot.locales import say, say_phrase, say_reason
from bot.telegram.delivery import sources
from bot.telegram.delivery.buttons import MOST_IDS, Act, Button, Rows, button, shortened
from bot.telegram.delivery.packing import LIMIT, Block, bold, escape, link, pack, plain, split, titled, units

MOST_MESSAGES = 5  # of one answer; what is longer is read page by page
MOST_SUGGESTIONS = 3
MOST_CHOICES = 4  # where one of them must be meant
HEADED = 690  # units that a piece of a statement leaves to the heading above it
EXCERPT = 1800  # units of what is quoted in other chats: about a screen of a phone
_UNSAID = {  # what is said if an answer brings no words of its own
    Outcome.NOT_FOUND: "not-found",
    Outcome.DECLINED: "boundary-general",
    Outcome.FAILED: "failed",
    Outcome.SMALL_TALK: "smalltalk-help",
}
_ADVISED = (Outcome.NOT_FOUND, Outcome.CLARIFY, Outcome.DECLINED, Outcome.SMALL_TALK)  # these offer all topics


@dataclass(frozen=True, slots=True)
class Reply:
    """Messages to send one after another, and the keyboard under the last."""

    messages: tuple[str, ...]
    keyboard: Rows = ()


def answer(given: Answer, topics: Button | None = None) -> Reply:
    """Return an answer as messages with its keyboard; `topics` is the button that leads to all topics."""
    messages = pack(blocks(given))
    if len(messages) <= MOST_MESSAGES:
        return Reply(messages, _keyboard(given, topics))
    more = escape(say(given.language, "answer-more"))
    return Reply((*messages[:MOST_MESSAGES], more), (_read_on(given), *_keyboard(given, topics)))


def pages(answer: Answer) -> tuple[str, ...]:
    """Return a section's answer as messages of which one is shown at a time."""
    return pack(blocks(answer))


def excerpt(given: Answer) -> tuple[str, bool]:
    """Return what an answer quotes, with its sources, as one message that leaves room for more; and if that is all.

    Statements stay whole, but for one that alone is too long.
    """
    phrases = _paragraphs(say_phrase(given.language, phrase) for phrase in given.phrases)
    first, *others = pack([*_firsts(given), *phrases, *_quoted(given, EXCERPT)], EXCERPT)
    (ending,) = pack(_ending(given)) or ("",)
    return "\n\n".join(filter(None, (first, ending))), not others


def notice(language: str, key: str, *rows: tuple[Button, ...], **values: str | int) -> Reply:
    """Return one of the program's own sentences with the given rows of buttons."""
    return Reply((escape(say(language, key, **values)),), rows)


def waiting(reply: Reply, language: str) -> Reply:
    """Return a question to a team member that says of itself that it waits, and how to end it."""
    *first, last = reply.messages
    line = f"<i>{escape(say(language, 'form-waits'))}</i>"
    return Reply((*first, *pack([Block(last), Block(line, "\n\n")])), reply.keyboard)


def remarked(remark: str, reply: Reply) -> Reply:
    """Return a reply below a remark (HTML)."""
    first, *others = reply.messages
    return Reply((*pack([Block(remark), Block(first, "\n\n")]), *others), reply.keyboard)


def closed(closure: Closure, language: str) -> str:
    """Return what voters read about something that is closed, as text without markup."""
    return say(language, f"closed-{closure.feature}", reason=say_reason(language, closure.reason))


def topics_button(language: str) -> Button:
    """Return the button that leads to all topics."""
    return button(say(language, "button-topics"), Act.TOPICS, language)


def sources_button(answer: Answer) -> Button:
    """Return the button that lists the sources of an answer that has some."""
    ids = leads(answer)
    act = Act.SOURCES if ids == answer.leads else Act.LIST_SOURCES
    return button(say(answer.language, "button-sources"), act, answer.language, ids)


def suggested(suggestions: Iterable[Suggestion], language: str) -> Rows:
    """Return a row for each thing to tap next."""
    named = (
        button(one.text, Act.STATEMENT, language, one.statement)
        if one.statement
        else button(one.text, Act.SECTION, language, one.section_id)
        for one in suggestions
        if one.statement or one.section_id
    )
    return tuple((one,) for one in named)


def leads(answer: Answer) -> tuple[str, ...]:
    """Return the statements that stand for an answer on a button: all, or where they are too many, three.

    Then an item below another quote of its part is left out: quoting what stands above it brings the whole list back;
    and of every part the first comes before others.
    """
    if len(answer.leads) <= MOST_IDS:
        return answer.leads
    chosen = [[one.statement for n, one in enumerate(part.quotes) if not (n and _listed(one))] for part in answer.parts]
    ranked = [one for rank in zip_longest(*chosen) for one in rank if one is not None]
    few = ranked[:MOST_IDS]
    return tuple(one for part in chosen for one in part if one in few)


def plainly(answer: Answer) -> str:
    """Return all of an answer as text without markup; where nothing is quoted, the offered topics as a list."""
    text = "\n\n".join(plain(message) for message in pack(blocks(answer)))
    if answer.outcome not in (Outcome.NOT_FOUND, Outcome.CLARIFY) or answer.parts:
        return text
    return "\n".join((text, *(f"• {suggestion.text}" for suggestion in answer.suggestions)))


def gist(part: Part) -> str:
    """Return the first quote of a part in one line, with the items below it where it only leads to them."""
    first, *others = part.quotes
    if not first.text.rstrip().endswith(":"):
        return first.text
    items = takewhile(_listed, others)
    return " ".join((first.text, "; ".join(one.text.rstrip(" .;") for one in items))).strip()


def kind_line(part: Part, language: str) -> str:
    """Return what sort of thing a part says, and of when."""
    return kind_dated(part.kind, part.as_of, language)


def kind_dated(kind: Kind, as_of: str | None, language: str) -> str:
    """Return a sort of thing, and of when it is if that is known."""
    named = say(language, f"kind-{kind}")
    if not as_of:
        return named
    return say(language, "kind-dated-janji" if kind is Kind.JANJI else "kind-dated", kind=named, date=as_of)


def _listed(quote: Quote) -> bool:
    return quote.item and not quote.headers  # a table's row stands for itself


def blocks(answer: Answer) -> Iterator[Block]:
    """Yield all that an answer says, each block of HTML short enough for a message."""
    language = answer.language
    yield from _firsts(answer)
    yield from _paragraphs(say_phrase(language, phrase) for phrase in _phrases(answer))
    yield from _paragraphs([answer.text] if answer.text else [])
    yield from _quoted(answer)
    yield from _ending(answer)


def _quoted(answer: Answer, longest: int = LIMIT) -> Iterator[Block]:
    """What is quoted, no block longer than `longest` units."""
    for part in answer.parts:
        yield from _part(part, answer.language, longest)
    yield from _paragraphs(say_phrase(answer.language, phrase) for phrase in answer.closing)


def _ending(answer: Answer) -> Iterator[Block]:
    yield from (Block(html, "\n\n") for html in _latest(answer))
    if summary := sources.summary(answer):
        yield Block(f"<i>{titled(summary)}</i>", "\n\n")


def _firsts(answer: Answer) -> Iterator[Block]:
    """What answers, in bold with the numbers of its proof; a table's rows below, one a line."""
    for one in answer.firsts:
        yield Block(" ".join(filter(None, (bold(said(one, answer.language)), sources.marked(one.marks)))), "\n\n")
        yield from (Block(f"• {escape(row)}") for row in rows(one))


def said(first: FirstLine, language: str) -> str:
    """Return the sentences of a first line."""
    return " ".join(say_phrase(language, phrase) for phrase in first.phrases)


def rows(first: FirstLine) -> Iterator[str]:
    """Yield the rows of a first line's table as texts."""
    return (f"{of} — {' · '.join(cells)}" for of, *cells in first.rows)


def _phrases(answer: Answer) -> tuple[Phrase, ...]:
    phrases = answer.phrases
    if not (phrases or answer.text or answer.parts):
        phrases = (Phrase(_UNSAID[answer.outcome]),) if answer.outcome in _UNSAID else ()
    if answer.outcome is Outcome.NOT_FOUND and answer.suggestions and not answer.parts:
        return tuple(dict.fromkeys((*phrases, Phrase("not-found-topics"))))
    return phrases


def _paragraphs(texts: Iterable[str]) -> Iterator[Block]:
    for text in texts:
        yield from (Block(escape(piece), "\n\n") for piece in split(text, LIMIT))


def _part(part: Part, language: str, longest: int) -> Iterator[Block]:
    yield Block(bold(part.title), "\n\n", leads=True)
    yield Block(titled(kind_line(part, language)), leads=True)
    headers = ""
    for quote in part.quotes:
        if quote.headers and quote.headers != headers:
            yield Block(f"<i>{titled(quote.headers)}</i>", leads=True)
        headers = quote.headers
        yield from _quote(quote, longest)


def _quote(quote: Quote, longest: int) -> Iterator[Block]:
    """The words as they stand in the document, then the numbers of their sources."""
    bullet = "• " if quote.item else ""
    ending = f" {sources.marked(quote.marks)}" if quote.marks else ""
    fits = units(bullet + escape(quote.text) + ending) <= longest
    pieces = [quote.text] if fits else list(split(quote.text, longest - HEADED))
    for number, piece in enumerate(pieces, start=1):
        yield Block((bullet if number == 1 else "") + escape(piece) + (ending if number == len(pieces) else ""))


def _latest(answer: Answer) -> Iterator[str]:
    """A line for each address where newer facts may stand, whatever the number of parts that name it."""
    for url in dict.fromkeys(part.latest for part in answer.parts if part.latest):
        yield f"{escape(say(answer.language, 'latest'))}: {link(host(url), url)}"


def host(url: str) -> str:
    """Return whose site an address is on, as people write it."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.") or url


def _keyboard(answer: Answer, topics: Button | None) -> Rows:
    language = answer.language
    rows: list[tuple[Button, ...]] = []
    if ids := leads(answer):
        verdicts = (
            button(say(language, f"button-{act.name.lower()}"), act, language, ids) for act in (Act.GOOD, Act.BAD)
        )
        share = button(say(language, "button-share"), Act.SHARE, language, ids)
        rows.append((sources_button(answer), *verdicts, share))
    most = MOST_CHOICES if answer.outcome is Outcome.CLARIFY else MOST_SUGGESTIONS
    rows.extend(suggested(answer.suggestions[:most], language))
    if topics and answer.outcome in _ADVISED:
        rows.append((replace(topics, text=shortened(topics.text)),))
    return tuple(rows)


def _read_on(answer: Answer) -> tuple[Button, ...]:
    """The longest part's section, to be read page by page."""
    longest = max(answer.parts, key=lambda part: len(part.quotes))
    return (button(say(answer.language, "button-read-all"), Act.OPEN, answer.language, longest.section_id),)
