"""The plan of an ingest and the list of releases → what the team reads. Pure: no bot, no update."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.domain.ports import Action
from bot.domain.releases import Edit, Outline, Overtaken, Place, Sort, Standing, Tally, Turned
from bot.domain.sharing import shown
from bot.locales import say, say_finding, say_first, show_moment
from bot.telegram.delivery.buttons import Button, shortened
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import step
from bot.telegram.roster import DISCARD

MOST = 10  # of each sort that are shown; the rest is counted
MOST_EDITS = 2  # of one shared answer
LONGEST_CHANGE = 120  # characters of what a release changed, in the list
LONGEST = 900  # characters of a statement or an answer
_STYLES = {Sort.KEPT: "{}", Sort.REMOVED: "<s>{}</s>", Sort.ADDED: "<b>{}</b>"}


def plan(outline: Outline, language: str) -> tuple[str, ...]:
    """Return the messages that show what a candidate changes, and what speaks against it."""
    return pack(_blocks(outline, language))


def verdict(outline: Outline, language: str) -> str:
    """Return one sentence: whether the candidate may be published, and how its exam went."""
    if outline.candidate is None:
        return say(language, "plan-nothing")
    passed = say(language, "plan-passed" if outline.is_passed else "plan-failed")
    if outline.score is None:
        return f"{passed} {say(language, 'plan-no-exam')}"
    score = outline.score
    key = "plan-score" if score.live is None else "plan-score-beside"
    return f"{passed} {say(language, key, right=score.right, total=score.total, live=score.live or 0)}"


def decision(outline: Outline, language: str) -> Reply:
    """Return whether a candidate may be published, with the buttons that do so or discard it."""
    text, candidate = escape(verdict(outline, language)), outline.candidate
    if candidate is None:
        return Reply((text,))
    return Reply((text,), (_choices(candidate, language, is_passed=outline.is_passed),))


def decide(standing: Standing, language: str, moment: str) -> tuple[Button, ...]:
    """Return the buttons of what waits; if it can't serve it can only be discarded."""
    choices = _choices(standing.manifest.id, language, is_passed=standing.is_passed, moment=moment)
    return choices[-1:] if standing.obstacle else choices


def _choices(candidate: str, language: str, *, is_passed: bool, moment: str = "") -> tuple[Button, ...]:
    """Return the buttons that publish a candidate or discard it; where several wait they say which."""
    verbs = ("publish" if is_passed else "whypublish", "discard")
    return tuple(
        step(f"{say(language, f'button-{verb}')} {moment}".rstrip(), language, verb, candidate) for verb in verbs
    )


def shelf(standings: Sequence[Standing], moves: Mapping[str, Action], language: str, zone: dt.tzinfo) -> str:
    """Return the list of releases as HTML, each with who has published it and what it changed."""
    shown = (_standing(one, _move(one, standings, moves, language, zone), language, zone) for one in standings[:MOST])
    lines = [bold(say(language, "releases-title")), *shown]
    return "\n\n".join(lines if standings else [*lines, escape(say(language, "releases-none"))])


def moment(standing: Standing, language: str, zone: dt.tzinfo) -> str:
    """Return when a release was built, as people tell one from another."""
    return show_moment(standing.manifest.created, zone, language)


def gone(end: Action | None, candidate: str, language: str, zone: dt.tzinfo, *, is_kept: bool) -> str:
    """Return why a candidate can't be used any more, by whose doing, and what can be done about it."""
    if end is None:
        told = say(language, "candidate-gone")
    else:
        key = (
            "discarded"
            if end.what == DISCARD
            else "published"
            if (end.after or {}).get("release") == candidate
            else "moved"
        )
        label = end.label or say(language, "audit-shell")
        told = say(language, f"candidate-{key}", label=label, moment=show_moment(end.at, zone, language))
    return f"{told} {say(language, 'candidate-kept' if is_kept else 'candidate-again')}"


def _blocks(outline: Outline, language: str) -> Iterator[Block]:
    yield Block(bold(say(language, "plan-title")))
    yield Block(escape(_tally(outline.documents, "plan-documents", language)), "\n\n")
    yield from _listed(map(escape, outline.changed_documents), len(outline.changed_documents), language)
    yield Block(escape(_tally(outline.statements, "plan-statements", language)), "\n\n")
    tally = outline.statements
    edits = ((outline.changed, tally.changed), (outline.added, tally.added), (outline.removed, tally.removed))
    for some, count in edits:
        yield from _listed(map(_edit, some), count, language)
    if outline.candidate and not (_is_any(outline.documents) or _is_any(tally)):
        yield Block(escape(say(language, "plan-elsewhere")), "\n\n")
    yield from _answers("plan-answers", outline.turned, outline.turns, language)
    yield from _answers("plan-broken", outline.broken, len(outline.broken), language)
    shared = (_overtaken(one, language) for one in outline.overtaken)
    yield from _section("plan-shared", shared, outline.overtakes, language)
    yield from _section("plan-missed", map(_plain, outline.missed), len(outline.missed), language)
    yield from _section(
        "plan-warnings", (_plain(say_finding(language, one)) for one in outline.warnings), outline.warned, language
    )


def _tally(tally: Tally, key: str, language: str) -> str:
    return say(language, key, added=tally.added, changed=tally.changed, removed=tally.removed)


def _is_any(tally: Tally) -> bool:
    return bool(tally.added or tally.changed or tally.removed)


def _answers(key: str, turned: Sequence[Turned], count: int, language: str) -> Iterator[Block]:
    yield from _section(key, (_turned(one, language) for one in turned), count, language)


def _section(key: str, lines: Iterable[str], count: int, language: str) -> Iterator[Block]:
    if count:
        yield Block(bold(say(language, key, count=count)), "\n\n", leads=True)
        yield from _listed(lines, count, language)


def _listed(lines: Iterable[str], count: int, language: str) -> Iterator[Block]:
    yield from map(Block, say_first(language, (f"• {line}" for line in lines), count, MOST))


def _edit(edit: Edit) -> str:
    """Removed words are struck through, added ones bold."""
    room, shown = LONGEST, []
    for words in edit.words:
        text = shortened(words.text, room) if room > 0 else ""
        room -= len(words.text)
        shown += [_STYLES[words.sort].format(escape(text))] if text else []
    return f"<i>{_plain(edit.section)}</i>: {' '.join(shown)}"


def _overtaken(one: Overtaken, language: str) -> str:
    opened = escape(say(language, "plan-opened", code=shown(one.code), count=one.opened))
    edits = say_first(language, map(_edit, one.edits), len(one.edits), MOST_EDITS)
    return "\n".join([f"{opened} {escape(say(language, f'verdict-{one.verdict}'))}", *edits])


def _turned(turned: Turned, language: str) -> str:
    marks = ("✅" if right else "❌" for right in (turned.was_right, turned.is_right))
    before, now = (_plain(text) for text in (turned.before, turned.now))
    lines = (say(language, "plan-before"), before), (say(language, "plan-now"), now)
    return "\n".join([f"{_plain(turned.question)} ({'→'.join(marks)})", *(f"{name}: {text}" for name, text in lines)])


def _plain(text: str) -> str:
    return escape(shortened(html.unescape(text), LONGEST))


def _move(
    standing: Standing, all_: Sequence[Standing], moves: Mapping[str, Action], language: str, zone: dt.tzinfo
) -> str:
    """Return by whom and when a release was published, and what it changed; "" if that isn't known."""
    action = moves.get(standing.manifest.id)
    if action is None:
        return ""
    label, when = action.label or say(language, "audit-shell"), show_moment(action.at, zone, language)
    return (
        f"{say(language, 'releases-published', label=label, moment=when)} {_changed(standing, all_, action, language)}"
    )


def _changed(standing: Standing, all_: Sequence[Standing], action: Action, language: str) -> str:
    """Return what a release changed: what was written in chat, else how many statements came and went."""
    before, after = action.before or {}, action.after or {}
    if what := after.get("statement"):
        key = "releases-changed-statement" if before.get("statement") else "releases-new-statement"
        return say(language, key, text=shortened(str(what), LONGEST_CHANGE))
    if what := after.get("title") or after.get("document"):
        return say(language, "releases-new-document", text=shortened(str(what), LONGEST_CHANGE))
    old = next((one.manifest for one in all_ if one.manifest.id == before.get("release")), None)
    counts = [one.counts.get("statements", 0) for one in (old, standing.manifest) if one]
    if len(counts) == 2 and counts[0] != counts[1]:
        return say(language, "releases-statements", before=counts[0], now=counts[1])
    return ""


def _standing(standing: Standing, move: str, language: str, zone: dt.tzinfo) -> str:
    manifest = standing.manifest
    counts = {name: manifest.counts.get(name, 0) for name in ("documents", "statements")}
    facts = [say(language, "releases-counts", **counts)]
    if standing.exam:
        facts.append(say(language, "releases-exam", right=standing.exam[0], total=standing.exam[1]))
    if standing.obstacle:
        facts.append(say(language, "releases-unusable"))
    elif standing.place is Place.WAITING:
        facts.append(say(language, "releases-waiting"))
    star = "⭐ " if standing.place is Place.LIVE else ""
    lines = [*([escape(move.strip())] if move else []), escape(" · ".join([*facts, manifest.id]))]
    return "\n".join([f"{star}{bold(moment(standing, language, zone))}", *lines])
