"""What a question crosses by its very words: rules so narrow that no fair question meets them."""

from __future__ import annotations

import re

from bot.language.classes import pattern

_STEERING = pattern(
    r"(?:^|[.,;:!?\n]|\b{please_now})\s*{ignore}\b[^.?!\n]{0,25}\b{instructions}(?:mu\b|nya\b|\b)"
    r"(?!\W+(?:dari |the |of )?{instructing}\b)|{bot_secret}"
    r"|\b{give_away}\b(?:(?!\b{given_rules}\b)[^.?!\n]){0,20}\b{bot_key}\b"
)
_NUMBER_OF_SOMEONE = re.compile(r"(?<!\d)(?:\d{16}|(?:\+?62|0)8\d{7,11})(?!\d)")
_WHOSE = pattern(r"\b{whose}\b")
_OWN = pattern(r"\b{own}\b")
_PRICE_OF_A_VOTE = pattern(r"\b{trade}(?:ing)?\W+(?:my |your |a )?{vote}\b|{vote_for_money}")
_CONTACT = pattern("{contact}")
_PERSON = pattern(r"\b{somebody}\b")
_OFFICIAL = pattern(r"\b{official}\b")
_LAW = pattern(r"\b{lawful}\b")
_INSULT = pattern(r"\b{insult}(?:nya|mu|lah|e|ne)?\b")
_ASKING = pattern(r"\b{swearer_asks}\b")  # who swears at the world, and asks
_FORGERY = pattern(r"{forgery}|\b{gets_made}\b[^.?!\n]{0,30}\b{forged}\b")
_WHO_WILL_WIN = pattern("{who_will_win}")


def kind(text: str) -> str | None:
    """Return the kind of boundary that a question as typed crosses by its very words, None if by none."""
    if _STEERING.search(text):
        return "steer_bot"
    if _asks_for_a_person(text):
        return "personal_data"
    if _WHO_WILL_WIN.search(text):
        return "prediction"
    if _LAW.search(text):
        return None
    if _PRICE_OF_A_VOTE.search(text):
        return "money_for_votes"
    if _FORGERY.search(text):
        return "forged_papers"
    if _INSULT.search(text) and not (_OWN.search(text) or _ASKING.search(text)):
        return "attack_candidate" if _PERSON.search(text) else "abuse"
    return None


def _asks_for_a_person(text: str) -> bool:
    if _OWN.search(text):
        return False
    number = _NUMBER_OF_SOMEONE.search(text) and _WHOSE.search(text)
    return bool(number or (_CONTACT.search(text) and _PERSON.search(text) and not _OFFICIAL.search(text)))
