"""The pages of /program: programs → documents → sections → what a section says, one message edited in place. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.answers import Answer, Branch
from bot.locales import say
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Act, Button, Rows, button
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply

MOST_BUTTONS = 8  # on one page
PROGRAM, SECTION = "p_", "s_"  # before what the payload of a link opens: a program's slug, a section's id

Tree = tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands in the menu: the branches above it, outermost first, and its siblings."""

    branch: Branch
    above: tuple[Branch, ...]
    siblings: Sequence[Branch]


@dataclass(frozen=True, slots=True)
class Page:
    """Which of how many pages is shown, and what a button to another one asks for."""

    number: int
    count: int
    act: Act
    values: tuple[str, ...]

    @classmethod
    def of(cls, listed: Sequence[object], size: int, number: int, act: Act, values: tuple[str, ...]) -> Page:
        """Return a page with `size` of what is listed; the last one if an old button names a page that is gone."""
        count = max(-(-len(listed) // size), 1)
        return cls(min(number, count - 1), count, act, values)


def root(tree: Tree, language: str, page: int = 0) -> Reply:
    """Return a page of the menu's first level."""
    if not tree:
        return replies.notice(language, "programs-empty")
    shown = Page.of(tree, MOST_BUTTONS, page, Act.MENU, ())
    return Reply(_headed([say(language, "programs-title")], language, shown), _rows(tree, language, shown))


def branch(tree: Tree, branch_id: str, language: str, page: int = 0) -> Reply | None:
    """Return a page of a program or document, None if the menu has no such branch (any more)."""
    place = _find(tree, branch_id)
    if place is None or not place.branch.children:
        return None
    shown = Page.of(place.branch.children, MOST_BUTTONS, page, Act.BRANCH, (branch_id,))
    titles = [one.title for one in (*place.above, place.branch)]
    rows = (*_rows(place.branch.children, language, shown), (_back(place, language),))
    return Reply(_headed(titles, language, shown), rows)


def program(tree: Tree, slug: str, language: str) -> Reply | None:
    """Return the first page of the program, or document without one, that a link names; None if there is none."""
    found = next((one for one in tree if one.slug == slug), None)
    return branch(tree, found.id, language) if found else None


def section(tree: Tree, section_id: str, answer: Answer, page: int = 0) -> Reply:
    """Return one page of what a section says, with the ways on and back."""
    language = answer.language
    pages = replies.pages(answer)
    shown = Page.of(pages, 1, page, Act.READ, (section_id,))
    place = _find(tree, section_id)
    back = _back(place, language) if place else button(say(language, "button-topics"), Act.MENU, language, 0)
    proof = ((replies.sources_button(answer),),) if answer.parts else ()
    return Reply((pages[shown.number],), (*moves(shown, language), *proof, (back,)))


def moves(page: Page, language: str) -> Rows:
    """Return a row of buttons to the page before and the page after, where there are any."""
    ways = (("button-previous", page.number - 1), ("button-next", page.number + 1))
    row = tuple(
        button(say(language, key), page.act, language, *page.values, number)
        for key, number in ways
        if 0 <= number < page.count
    )
    return (row,) if row else ()


def branches(tree: Tree) -> Iterator[Branch]:
    """Yield all branches, each before those below it."""
    return (place.branch for place in _walk(tree, ()))


def _find(tree: Tree, wanted: str) -> _Place | None:
    return next((place for place in _walk(tree, ()) if place.branch.id == wanted), None)


def _walk(siblings: Sequence[Branch], above: tuple[Branch, ...]) -> Iterator[_Place]:
    for one in siblings:
        yield _Place(one, above, siblings)
        yield from _walk(one.children, (*above, one))


def _back(place: _Place, language: str) -> Button:
    """The button to the page of the level above on which a branch is listed."""
    page = place.siblings.index(place.branch) // MOST_BUTTONS
    text = say(language, "button-back")
    if not place.above:
        return button(text, Act.MENU, language, page)
    return button(text, Act.BRANCH, language, place.above[-1].id, page)


def _rows(branches: Sequence[Branch], language: str, page: Page) -> Rows:
    first = page.number * MOST_BUTTONS
    listed = tuple((_listed(one, language),) for one in branches[first : first + MOST_BUTTONS])
    return (*listed, *moves(page, language))


def _listed(one: Branch, language: str) -> Button:
    if one.children:
        return button(one.title, Act.BRANCH, language, one.id, 0)
    icon = say(language, f"kind-{one.kind}").partition(" ")[0] if one.kind else ""
    return button(f"{icon} {one.title}", Act.READ, language, one.id, 0)


def _headed(titles: Sequence[str], language: str, page: Page) -> tuple[str, ...]:
    hint = say(language, "programs-hint")
    if page.count > 1:
        hint = say(language, "programs-page", page=page.number + 1, pages=page.count)
    return pack([*(Block(bold(title)) for title in titles), Block(escape(hint), "\n\n")])
