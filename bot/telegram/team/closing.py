"""The kill switch: everything or one feature is closed to voters, with a reason, and opened again."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.team import Feature
from bot.locales import say
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Rows
from bot.telegram.duties import Errand, Handler, reason_of, step
from bot.telegram.frontend import FrontEnd

NAMES = {
    "semua": Feature.ALL,
    "all": Feature.ALL,
    "pertanyaan": Feature.QUESTIONS,
    "questions": Feature.QUESTIONS,
    "menu": Feature.MENU,
    "tautan": Feature.SHARING,
    "sharing": Feature.SHARING,
}


class Closing:
    """Handlers of /tutup and /buka. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd) -> None:
        self._front, self._roster = front, front.roster

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons under /tutup do, and the reason that is asked for."""
        return {"close": self.ask_reason, "reason": self.reason, "closequick": self.close_without_words}

    async def close(self, errand: Errand) -> None:
        """The feature they name first, or else everything, is closed for the reason behind it; bare, they choose."""
        feature, words = feature_named(errand.words)
        if words:
            kept = reason_of(words) or "…"  # even words that can't be read close: it is urgent
            await self._close(errand, feature or Feature.ALL, kept)
        elif feature:
            await self._ask(errand, feature)
        else:
            buttons = _feature_rows(errand.language, "close", tuple(Feature))
            await self._front.ask(errand, "", replies.notice(errand.language, "close-choose", *buttons))

    async def ask_reason(self, errand: Errand) -> None:
        """They are asked for the reason that voters will read."""
        if errand.about in list(Feature):
            await self._ask(errand, Feature(errand.about))

    async def reason(self, errand: Errand) -> None:
        """What they wrote is the reason, and the feature is closed."""
        if errand.reason:
            await self._close(errand, Feature(errand.about), errand.reason)

    async def close_without_words(self, errand: Errand) -> None:
        """The feature is closed, and voters read that it is being looked after."""
        if errand.about in list(Feature):
            await self._close(errand, Feature(errand.about), say(errand.language, "close-default-reason"))

    async def reopen(self, errand: Errand) -> None:
        """What they name is open again, "all" meaning whatever is closed; bare, the only one, or they choose."""
        closed = tuple(await self._roster.records.closures())
        feature, rest = feature_named(errand.words)
        if feature is Feature.ALL or (not errand.words and len(closed) == 1):
            await self._open(errand, closed)
        elif feature and not rest:
            await self._open(errand, (feature,))
        elif not closed:
            await self._front.respond(errand, replies.notice(errand.language, "open-nothing"))
        else:
            buttons = _feature_rows(errand.language, "open", closed)
            await self._front.respond(errand, replies.notice(errand.language, "open-choose", *buttons))

    async def reopen_one(self, errand: Errand) -> None:
        """The feature on the button is open again."""
        if errand.about in list(Feature):
            await self._open(errand, (Feature(errand.about),))

    async def _ask(self, errand: Errand, feature: Feature) -> None:
        language = errand.language
        quick = step(say(language, "close-default-reason"), language, "closequick", feature)
        text = replies.notice(language, "close-reason", (quick,), feature=say(language, f"feature-{feature}"))
        await self._front.ask(errand, "reason", text, feature)

    async def _close(self, errand: Errand, feature: Feature, reason: str) -> None:
        language, named = errand.language, say(errand.language, f"feature-{feature}")
        await self._roster.close(errand.member, feature, reason)
        undo = step(say(language, "button-open", feature=named), language, "open", feature)
        await self._front.respond(errand, replies.notice(language, "close-done", (undo,), feature=named, reason=reason))

    async def _open(self, errand: Errand, features: tuple[Feature, ...]) -> None:
        opened = [one for one in features if await self._roster.reopen(errand.member, one)]
        named = ", ".join(say(errand.language, f"feature-{one}") for one in opened)
        done = replies.notice(errand.language, "open-done", feature=named)
        await self._front.respond(errand, done if opened else replies.notice(errand.language, "open-nothing"))


def feature_named(words: str) -> tuple[Feature | None, str]:
    """Return the feature that a text begins with, in any language, and the rest; None if it begins with none."""
    first, _, rest = words.partition(" ")
    return (found, rest.strip()) if (found := NAMES.get(first.casefold())) else (None, words.strip())


def _feature_rows(language: str, verb: str, features: tuple[Feature, ...]) -> Rows:
    return tuple((step(say(language, f"feature-{one}"), language, verb, one),) for one in features)
