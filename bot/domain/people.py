"""What a message may be before it is a question: of somebody in need, afraid, suspicious or let down."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a message is first of all; the locale files have people-<kind> for each, with a hyphen for "_"."""

    DISTRESS = "distress"
    VIOLENCE = "violence"
    VICTIM = "victim"
    VICTIM_ASKS = "victim_asks"  # the same, asking what the rule is
    INSINUATION = "insinuation"
    BOT_PAID = "bot_paid"  # about the bot: who pays for it,
    BOT_RUN = "bot_run"  # whose it is,
    BOT_KEEPS = "bot_keeps"  # what it keeps,
    BOT_ERASES = "bot_erases"  # how that is deleted,
    BOT_ERRS = "bot_errs"  # and whether it can be wrong
    CRITIC_MONEY = "critic_money"
    CRITIC_RESULT = "critic_result"
    CRITIC_KIN = "critic_kin"  # of power that stays in a family

    @property
    def is_in_danger(self) -> bool:
        """Whether somebody may be hurt: help comes before everything, at any time."""
        return self in (Kind.DISTRESS, Kind.VIOLENCE)

    @property
    def is_critic(self) -> bool:
        """Whether somebody is let down or suspects something: what the documents hold of it is shown."""
        return self in (Kind.CRITIC_MONEY, Kind.CRITIC_RESULT, Kind.CRITIC_KIN)


KINDS: tuple[str, ...] = tuple(Kind)
