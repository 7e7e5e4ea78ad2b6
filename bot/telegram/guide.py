"""Found without a manual: what somebody may do, by purpose; where to begin; and the command that they meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.team import Member, Rank
from bot.locales import say
from bot.telegram.command_names import SHOWN, names
from bot.telegram.delivery.buttons import Rows
from bot.telegram.delivery.packing import Block, bold, escape
from bot.telegram.duties import Duty, Group, step

LETTERS = 3  # of a command, for each that may be wrong: "/statistk" is /statistik, "/halo" is nothing
RUN = "run"  # verb of a button that does what a command does
BEGINNINGS = {  # what a new member begins with: the first three that there are
    Rank.ADMIN: ("tour", "gaps", "stats", "team", "audit"),
    Rank.REVIEWER: ("gaps", "stats", "volunteer", "team", "label"),
    Rank.VOLUNTEER: ("volunteer", "link", "news", "label"),
}
MOST = 3


class Guide:
    """Reads the list of duties for people."""

    def __init__(self, listed: Sequence[Duty]) -> None:
        self._listed = listed

    def commands(self, member: Member, language: str) -> Iterator[Block]:
        """Yield somebody's commands of the team, each purpose under its heading."""
        rank = say(language, f"rank-{member.rank}")
        yield Block(bold(say(language, "help-team", rank=rank)), leads=True)
        for group in Group:
            own = [duty for duty in self._own(member) if duty.group is group]
            if own:
                yield Block(f"<i>{escape(say(language, f'group-{group}'))}</i>", "\n\n", leads=True)
            for duty in own:
                line = f"/{duty.names[language]}: {say(language, f'command-{duty.key}')}"
                yield Block(escape(line))

    def beginnings(self, member: Member, language: str) -> Rows:
        """Return the buttons of what somebody may begin with, one a row."""
        own = {duty.key for duty in self._own(member)}
        keys = [key for key in BEGINNINGS.get(member.rank, ()) if key in own][:MOST]
        return tuple((step(say(language, f"offer-{key}"), language, RUN, key),) for key in keys)

    def nearest(self, typed: str, member: Member | None, language: str) -> str:
        """Return the command that somebody meant, in their language; "" if none of theirs is like it."""
        if any(typed in duty.names.values() for duty in self._listed):
            return ""  # a command that they may not give is as unknown to them as any
        keys = [*SHOWN, *(duty.key for duty in self._own(member))]
        by_name = {name: key for key in keys for name in names(key).values()}
        found = process.extractOne(typed, by_name.keys(), scorer=OSA.distance, score_cutoff=len(typed) // LETTERS)
        return names(by_name[found[0]])[language] if found else ""

    def _own(self, member: Member | None) -> list[Duty]:
        return [duty for duty in self._listed if member and member.may(duty.right)]
