"""Inviting to the team: a link that gives a rank, to as many people and for as many days as is said."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from telegram.helpers import create_deep_linked_url

from bot.domain.addresses import RIGHTS, Purpose
from bot.domain.team import Invitation, Rank, Right, invitation_digest
from bot.locales import say, show_moment
from bot.telegram.delivery import replies
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd

PREFIX = "i_"  # of a start payload
CODE_BYTES = 18  # 144 bits, and 24 characters that a deep link may hold
DAYS, MOST_DAYS = 3, 30
MOST_USES = 100
RANKS = {
    "admin": Rank.ADMIN,
    "peninjau": Rank.REVIEWER,
    "reviewer": Rank.REVIEWER,
    "relawan": Rank.VOLUNTEER,
    "volunteer": Rank.VOLUNTEER,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to invite to: which rank, how many people, for how many days."""

    rank: Rank
    uses: int = 1
    days: int = DAYS


class Invitations:
    """Handlers of /undang. Each docstring says what whoever invites experiences."""

    def __init__(self, front: FrontEnd, random_bytes: Callable[[int], bytes]) -> None:
        self._front, self._records = front, front.roster.records
        self._random_bytes = random_bytes

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons under /undang do."""
        return {"invite": self.invite_to, "revoke": self.revoke}

    async def invite(self, errand: Errand) -> None:
        """They get a link for the rank they name, if they may invite to it; bare, they choose; else it is explained."""
        language = errand.language
        if wish := read_wish(errand.words):
            await self._make(errand, wish)
        elif errand.words:
            usage = replies.notice(language, "invite-usage", uses=MOST_USES, days=MOST_DAYS)
            await self._front.respond(errand, usage)
        else:
            rows = (
                ((step(say(language, f"rank-{rank}"), language, "invite", rank)),) for rank in errand.member.invites
            )
            await self._front.respond(errand, replies.notice(language, "invite-choose", *rows))

    async def invite_to(self, errand: Errand) -> None:
        """They get a link for the rank on the button, for one person and three days."""
        if wish := read_wish(errand.about):
            await self._make(errand, wish)

    async def revoke(self, errand: Errand) -> None:
        """The link opens nothing any more; who invites only volunteers can end only what they have given out."""
        if not await self._may_end(errand):
            await self._front.respond(errand, replies.notice(errand.language, "invite-gone"))
            return
        entry = self._front.roster.entry(errand.member, "revoke", before={"invitation": errand.about})
        revoked = await self._records.revoke(errand.about, entry)
        key = "invite-revoked" if revoked else "invite-gone"
        await self._front.respond(errand, replies.notice(errand.language, key))

    async def _may_end(self, errand: Errand) -> bool:
        if errand.member.may(Right.TEAM):
            return True
        found = await self._records.invitation(errand.about, self._front.clock())
        return found is not None and found.invited_by == self._front.roster.alias(errand.member.person)

    async def _hears(self, errand: Errand) -> bool:
        """Have somebody who invites told who has joined, if they may know of all who do; return whether they are."""
        book = self._front.book
        if book is None or not errand.member.may(RIGHTS[Purpose.JOINED]):
            return False
        await book.put(errand.member.person, errand.chat.id, Purpose.JOINED, errand.language)
        return True

    async def _make(self, errand: Errand, wish: Wish) -> None:
        if wish.rank not in errand.member.invites:
            await self._front.respond(errand, replies.notice(errand.language, "invite-volunteers-only"))
            return
        code = base64.urlsafe_b64encode(self._random_bytes(CODE_BYTES)).decode()
        digest = invitation_digest(self._front.settings.secret, code)
        expires = self._front.clock() + dt.timedelta(days=wish.days)
        after = {"rank": wish.rank, "uses": wish.uses, "expires": expires.isoformat(), "invitation": digest}
        entry = self._front.roster.entry(errand.member, "invite", after=after)
        by = self._front.roster.alias(errand.member.person)
        await self._records.invite(Invitation(digest, wish.rank, wish.uses, expires, by), entry)
        language = errand.language
        text = say(
            language,
            "invite-link",
            rank=say(language, f"rank-{wish.rank}"),
            link=create_deep_linked_url(errand.message.get_bot().username, f"{PREFIX}{code}"),
            uses=wish.uses,
            until=show_moment(expires, self._front.zone, language),
        )
        told = [say(language, "invite-told")] if await self._hears(errand) else []
        end = step(say(language, "button-revoke"), language, "revoke", digest)
        await self._front.respond(errand, Reply((escape("\n\n".join([text, *told])),), ((end,),)))


def read_wish(words: str) -> Wish | None:
    """Return what "relawan 10 7" asks for, None if it can't be read so: rank, then people, then days."""
    name, *numbers = words.casefold().split() or [""]
    if name not in RANKS or len(numbers) > 2 or not all(number.isdecimal() for number in numbers):
        return None
    wish = Wish(RANKS[name], *map(int, numbers))
    return wish if 0 < wish.uses <= MOST_USES and 0 < wish.days <= MOST_DAYS else None
