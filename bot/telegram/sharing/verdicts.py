"""What has become of a shared answer → what whoever checks it reads. Pure: no bot, no update."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.domain.alterations import Alteration, Comparison, Likeness
from bot.domain.documents import Source
from bot.domain.releases import Sort
from bot.domain.sharing import SEVERITY, Checked, Fate, Said, Shared, Verdict, read_code, shown
from bot.domain.succession import compare
from bot.locales import say, say_first, say_phrase, say_reason, show_day
from bot.telegram.delivery import replies, sources
from bot.telegram.delivery.buttons import MOST_IDS, Act, Button, Rows, button, shortened
from bot.telegram.delivery.packing import Block, bold, escape, pack, titled
from bot.telegram.delivery.replies import Reply
from bot.telegram.sharing import handover

LONGEST_CODE = 40  # characters of what somebody typed that are said back
LONGEST_TEXT = 1000  # characters of a statement that are shown beside what it has become
LONGEST_ALTERATION = 200
MOST_ALTERATIONS = 5
REMARKABLE = 8  # words from which a text that comes with a code passes for its answer


def unknown(checked: Checked, typed: str, language: str, topics: Button) -> Reply:
    """Return what is read about a code that is none, or none of this bot's: nothing is confirmed."""
    code = shown(read_code(typed) or "") or shortened(typed, LONGEST_CODE)
    why = say(language, f"verdict-{checked.verdict}-why", code=code)
    return Reply((f"{bold(say(language, f'verdict-{checked.verdict}'))}\n\n{escape(why)}",), ((topics,),))


def known(
    checked: Checked, shared: Shared, language: str, zone: dt.tzinfo, comparison: Comparison | None, topics: Button
) -> Reply:
    """Return what is read about an answer of this bot: whether a pasted text is it, what it is worth, and itself."""
    compared = tuple(_compared(comparison, checked, language))
    blocks = [*compared, *_verdict(checked, shared, language, zone, is_other=bool(compared) and _differs(comparison))]
    messages = pack([*blocks, *_body(checked, shared, language, zone)])
    if len(messages) > replies.MOST_MESSAGES:
        messages = (*messages[: replies.MOST_MESSAGES], escape(say(language, "answer-more")))
    return Reply(messages, _keyboard(checked, shared, language, topics))


def frame(shared: Shared, bot: str, campaign: Mapping[str, str]) -> list[str]:
    """Return the lines that travel with a shared answer besides its text."""
    language, address, code = shared.language, handover.address(bot, shared.code), shown(shared.code)
    latest = [url for part in shared.answer.parts if (url := part.latest)]
    return [
        say(language, "share-signature", **campaign),
        say(language, "share-verify-at", address=address),
        say(language, "share-verify"),
        say(language, "share-more"),
        say(language, "share-code", code=code),
        *(f"{say(language, 'latest')}: {replies.host(url)}" for url in latest),
        *latest,
        say(language, "sources-tap", last=len({one.n for one in shared.answer.citations})),
        address,
        address.partition("://")[2],
        code,
        shared.code,
    ]


def _compared(comparison: Comparison | None, checked: Checked, language: str) -> Iterator[Block]:
    """The first thing that somebody has to know about a text is that it was altered."""
    if comparison is None or (comparison.likeness is Likeness.OTHER and not _is_remarkable(comparison)):
        return
    text = say(language, f"pasted-{comparison.likeness}")
    yield Block(bold(text) if _differs(comparison) else escape(text), "\n\n")
    if checked.withheld:
        return
    altered = comparison.alterations
    lines = (f"• {_alteration(one, language)}" for one in altered)
    yield from map(Block, say_first(language, lines, len(altered), MOST_ALTERATIONS, "pasted-more"))
    if comparison.likeness is not Likeness.OTHER:
        for text in comparison.around:
            yield Block(escape(say(language, "pasted-around", text=shortened(text, LONGEST_ALTERATION))))


def _differs(comparison: Comparison | None) -> bool:
    return comparison is not None and comparison.likeness in (Likeness.ALTERED, Likeness.OTHER)


def _is_remarkable(comparison: Comparison) -> bool:
    return sum(len(text.split()) for text in comparison.around) >= REMARKABLE


def _alteration(one: Alteration, language: str) -> str:
    said, original = (escape(shortened(text, LONGEST_ALTERATION)) if text else "" for text in (one.said, one.original))
    if said and original:
        return f"«<b>{said}</b>» → {escape(say(language, 'pasted-original'))} «<b>{original}</b>»"
    key, text = ("pasted-added", said) if said else ("pasted-missing", original)
    return f"{escape(say(language, key))} «<b>{text}</b>»"


def _verdict(checked: Checked, shared: Shared, language: str, zone: dt.tzinfo, *, is_other: bool) -> Iterator[Block]:
    """What the answer is worth: the real one, where the text that came is another."""
    date, verdict = show_day(shared.at, zone, language), say(language, f"verdict-{checked.verdict}")
    yield Block(bold(say(language, "verdict-original", verdict=verdict) if is_other else verdict), "\n\n")
    yield Block(escape(say(language, f"verdict-{checked.verdict}-why")))
    yield Block(f"<i>{escape(say(language, 'verdict-first', code=shown(shared.code), date=date))}</i>")
    if checked.withheld:
        yield Block(escape(say_phrase(language, checked.withheld)), "\n\n")


def _body(checked: Checked, shared: Shared, language: str, zone: dt.tzinfo) -> Iterator[Block]:
    """The answer as it was; where something of it has changed, each statement with what has become of it."""
    if all(fate.verdict is Verdict.VALID for fate in checked.fates):
        yield from replies.blocks(shared.answer) if checked.fates else ()
        return
    heading = "", ""
    for fate in sorted(checked.fates, key=lambda one: -SEVERITY[one.verdict]):
        if heading != (heading := (fate.old.title, _kind(fate.old, language))):
            gap = "\n"
            yield Block(bold(fate.old.title), "\n\n", leads=True)
            yield Block(titled(_kind(fate.old, language)), leads=True)
        else:
            gap = "\n" if fate.verdict is Verdict.VALID else "\n\n"
        first, *others = _fate(fate, language, zone)
        yield from (replace(first, gap=gap), *others)


def _fate(fate: Fate, language: str, zone: dt.tzinfo) -> Iterator[Block]:
    old, new = fate.old, fate.new
    marks = f" {sources.marked(old.marks)}" if old.marks else ""
    if fate.withdrawal:
        day = show_day(fate.withdrawal.at, zone, language)
        reason = say_reason(language, fate.withdrawal.reason)
        yield Block(escape(say(language, "fate-withdrawn", date=day, reason=reason)), leads=True)
    if old.headers and (new is None or new.headers == old.headers):
        yield Block(f"<i>{titled(old.headers)}</i>", leads=True)
    if new is None:
        name = "" if fate.withdrawal else escape(say(language, "fate-gone")) + " "
        yield Block(f"{name}<s>{_text(old)}</s>{marks}")
    elif (_text(old), old.headers) == (_text(new), new.headers):
        key = "fate-valid" if fate.verdict is Verdict.VALID else "fate-same-words"
        yield Block(f"{escape(say(language, key))} {_text(old)}{marks}")
    else:
        before, now = _side_by_side(old, new)
        yield Block(f"{escape(say(language, 'fate-before'))} {before}{marks}")
        yield Block(f"{escape(say(language, 'fate-now'))} {now}")
    if new:
        yield from _circumstances(old, new, language)


def _circumstances(old: Said, new: Said, language: str) -> Iterator[Block]:
    """What else has changed: the heading, the kind and date, the sources."""
    kinds = _kind(old, language), _kind(new, language)
    for key, before, now in (("fate-title", old.title, new.title), ("fate-kind", *kinds)):
        if before != now:
            yield Block(f"{escape(say(language, key))} <s>{titled(before)}</s> → <b>{titled(now)}</b>")
    if old.sources != new.sources:
        yield Block(f"{escape(say(language, 'fate-sources-before'))} {_sources(old, new, language)}")
        yield Block(f"{escape(say(language, 'fate-sources-now'))} {_sources(new, old, language)}")


def _side_by_side(old: Said, new: Said) -> tuple[str, str]:
    """Return both texts, removed words struck through in the old one, added ones bold in the new one."""
    shows_headers = old.headers != new.headers
    texts = (f"{one.headers} | {one.text}" if shows_headers and one.headers else one.text for one in (old, new))
    words = compare(*(shortened(text, LONGEST_TEXT) for text in texts))
    styles = {Sort.REMOVED: "<s>{}</s>", Sort.ADDED: "<b>{}</b>", Sort.KEPT: "{}"}
    sides = [[styles[one.sort].format(escape(one.text)) for one in words if one.sort is not other]
             for other in (Sort.ADDED, Sort.REMOVED)]  # fmt: skip
    return " ".join(sides[0]), " ".join(sides[1])


def _text(said: Said) -> str:
    return escape(shortened(said.text, LONGEST_TEXT))


def _kind(said: Said, language: str) -> str:
    return replies.kind_dated(said.kind, "; ".join(dict.fromkeys(said.dates)) or None, language)


def _sources(said: Said, other: Said, language: str) -> str:
    """Return what one has for sources and the other has not, with the address where that alone is another."""
    named = {(one.title, one.publisher, one.date) for one in other.sources}
    own = [one for one in said.sources if one not in other.sources]
    texts = [
        _source(one, language, with_address=(one.title, one.publisher, one.date) in named)
        for one in own or said.sources
    ]
    return "; ".join(texts) or escape(say(language, "fate-no-sources"))


def _source(source: Source, language: str, *, with_address: bool) -> str:
    address = (source.url or "").partition("://")[2] if with_address else ""
    return sources.published(source, language) + (f" {titled(address)}" if address else "")


def _keyboard(checked: Checked, shared: Shared, language: str, topics: Button) -> Rows:
    """The sources as they were; what stands now can be shared, and the topic be read."""
    if not checked.fates:
        return ((topics,),)
    first = [button(say(language, "button-sources"), Act.CHECKED_SOURCES, language, shared.code)]
    stands = [fate.new for fate in checked.fates if fate.new]
    if not stands or checked.withheld:
        return (tuple(first), (topics,))
    is_valid = checked.verdict is Verdict.VALID
    ids = replies.leads(shared.answer) if is_valid else tuple(one.statement for one in stands[:MOST_IDS])
    first.append(button(say(language, "button-share"), Act.SHARE, shared.language, ids))
    now = button(say(language, "button-topic-now"), Act.SECTION, shared.language, stands[0].section_id)
    return (tuple(first), (now,))
