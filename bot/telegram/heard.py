"""What a text is that comes while the bot waits for one: an end of it all, a question, or a sentence. Pure."""

from __future__ import annotations

from bot.answering.understanding.noise import is_noise
from bot.answering.understanding.small_talk import match
from bot.language.classes import pattern, word_set
from bot.language.registry import LANGUAGES
from bot.language.tokens import words

LEAST_TELLING = 2  # words that tell something, in a sentence that can be quoted
_POLITE = word_set("particle", "particle_yes", "called", "called_bot", "thanks", "ok", "greeting", "form_padding")
_FILLING = _POLITE - word_set("negation_chat")
_ENDS = pattern(r"(?:{ends_form}|{ends_form_phrase})(?: {ends_form})*")
_MIDDLE = word_set("interrogative") - word_set("joins_clauses")
_OPENS = word_set("interrogative", "asks_if", "auxiliary")
_ALL = word_set("also")  # "apa pun", "siapa pun" tell: all of them
_TELLING_NOTHING = frozenset(word for one in LANGUAGES.values() for word in one.stop_words)


def ends(text: str) -> bool:
    """Return whether somebody wants no more of what they are asked: "batal", "ga jadi deh", "cancel please"."""
    said = words(text)
    left = [word for word in said if word not in _FILLING]
    return any(_ENDS.fullmatch(" ".join(one)) for one in (said, left) if one)


def asks(text: str) -> bool:
    """Return whether a text looks like a question: by its mark, by how it opens, or by a word that only asks."""
    said = [word.removesuffix("kah") or word for word in words(text)]
    if "?" in text or not said:
        return "?" in text
    opening = next((place for place, word in enumerate(said) if word not in _POLITE), 0)
    return any(
        (word in _MIDDLE or (place == opening and word in _OPENS)) and not _means_all(said, place)
        for place, word in enumerate(said)
    )


def says_nothing(text: str) -> bool:
    """Return whether a text is no sentence about anything: small talk, a word or two, keys struck at random."""
    telling = [word for word in words(text) if word not in _TELLING_NOTHING]
    return len(telling) < LEAST_TELLING or match(text) is not None or is_noise(text, ())


def _means_all(said: list[str], place: int) -> bool:
    """Return whether a word asks nothing where it stands: "siapa pun", "di mana-mana"."""
    beside = {*said[max(place - 1, 0) : place], *said[place + 1 : place + 2]}
    return said[place] in beside or not _ALL.isdisjoint(said[place + 1 : place + 2])
