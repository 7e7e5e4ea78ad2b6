"""What slang, regional words and typing errors in an Indonesian question stand for, put in their place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import log10

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.language import stop_words
from bot.language.id import regional, slang

LEAST_RATIO = 82  # rapidfuzz's, of 100: lower, and other words of the documents take the place of right ones
_LEAST_LETTERS = 4
_LONG_LETTERS = 6  # of a word whose vowels may all be others
_LEAST_CONSONANTS = 3
_LOUD_LETTERS = 6  # of a word in capitals that is only said loudly ("yang NERIMA?"): shorter ones are acronyms
RARE = 2.0  # Zipf of what is in no list
_EVERYDAY = 4.0  # Zipf: once in 100,000 words; rarer words are not what a word without vowels stands for
_TENFOLD = 0.8  # difference of Zipf values (log10): "free" has .9, "online" and "program" stay below 0

_ADDRESS = r"https?://\S+|\S+@\S+|[\w.-]+\.(?:id|com|net|org|info|me|io)\b\S*|(?<!\w)[/@]\w+"
_TITLE = r"\b[Dd]rs?\.(?=\s)"
_BROKEN = r"[^\W\d_]+(?:['’`][^\W\d_]+)+"  # Jum'at
_NUMBERED = r"(?<![^\W\d_])[^\W\d_]{1,2}\d+|[^\W\d_]+(?:\d{2,}|[013-9])"  # S2, G20: no word doubled by a 2
_PIECE = re.compile(rf"(?P<kept>{_ADDRESS}|{_TITLE}|{_BROKEN}|{_NUMBERED})|(?P<word>[^\W\d_]+2?)")
_PATTERNS = tuple(
    (letters, re.compile(look, re.IGNORECASE), put) for letters, look, put in (*slang.PATTERNS, *regional.PATTERNS)
)
_RUN = re.compile(r"(.)\1{2,}")
_DOUBLE = re.compile(r"(.)\1+")
_BENT = (  # what to look for, what to put there, what follows
    (re.compile(r"(?:ny[ae]?|ne|x|e)$"), "", "nya"),  # chats' -ny and -x, Kutai -nye, Javanese -ne and -e
    (re.compile(r"(?<=n)e$"), "", "nya"),  # bantuane: the n is the word's own
    (re.compile(r"e$"), "a", ""),  # Kutai
    (re.compile(r"^(?:m(?=b)|n(?=[dj]))"), "", ""),  # Javanese mbayar, ndaftar
    (re.compile(r"^ba(?=[^aiueo])"), "ber", ""),  # Banjar
    (re.compile(r"^ma(?=[^aiueo])"), "me", ""),
    (re.compile(r"^ba(?=[^aiueo])"), "", ""),  # bakampanye
    (re.compile(r"(?<=\w{3})eke$"), "ikan", ""),
    (re.compile(r"(?<=\w{3})(?:akan|a?ke)$"), "kan", ""),  # Banjar dijalanakan, Javanese dijanjeke
    (re.compile(r"(?<=\w{3})[lk]ah$"), "", ""),  # "kawalah", "bisakah": asking, in all of them
)
_CHATTED = (  # what chats do to verbs in front: "ngajuin" is "mengajukan"
    (re.compile(r"^nge(?=[bdgjlrwy])"), "me"),
    (re.compile(r"^ng(?=[lrw])"), "me"),
    (re.compile(r"^ng(?=[aiueokgh])"), "meng"),
    (re.compile(r"^ny(?=[aiueo])"), "meny"),
    (re.compile(r"^n(?=[aiueodjt])"), "men"),
    (re.compile(r"^m(?=[aiueob])"), "mem"),
)
_CHATTED_END = re.compile(r"(?<=\w{3})in$")  # "dilaporin", "dibayarin"
_POSSESSED = re.compile(r"ny[ae]?$")
_VOWELS = re.compile(r"[aiueo]")


def fold(text: str, vocabulary: frozenset[str]) -> str:
    """Return an Indonesian question with standard words in place of slang, regional words and typing errors.

    `vocabulary` holds the documents' words in lower case: they are never corrected, and corrections lead to them. Case,
    punctuation, numbers, addresses and what is not understood stay. An English question must not be folded.
    """
    tokens = frozenset(re.findall(r"[^\W\d_]+", text.lower()))
    glossary = _glossary(tokens - vocabulary)
    speller = _speller(vocabulary)
    text = _patterns_put(text)
    capitals_tell = re.search(r"\s[a-z]", text) is not None  # not so in "Gmn Cara Daftar"

    def standard(match: re.Match[str]) -> str:
        word = match["word"]
        is_loud = word is not None and word.isupper() and not text.isupper()
        if word is None or (is_loud and len(word) < _LOUD_LETTERS):
            return match[0]  # an acronym: "DPT" is the voter roll, "dpt" is slang
        if not tokens.isdisjoint(slang.KEPT_BESIDE.get(word.lower(), ())):
            return word
        named = capitals_tell and word[0].isupper() and not _ends(text[: match.start()])
        if is_loud:
            found = speller.known(word.lower(), glossary)
        else:
            found = speller.name(word.lower()) if named else speller.standard(word.lower(), glossary)
        if found == word.lower():
            return word
        space = " " if text[: match.start()][-1:].isdigit() else ""  # "5jt" is two words
        return space + _in_case_of(word, found)

    return _PIECE.sub(standard, text)


def _patterns_put(text: str) -> str:
    """Return a text with what patterns stand for; most of them are told by their letters not to be there."""
    lowered = text.lower()
    for letters, look, put in _PATTERNS:
        if letters in lowered:
            text = look.sub(put, text)
            lowered = text.lower()
    return text


def _ends(before: str) -> bool:
    """Whether a sentence has ended, or none has begun, where a text goes on."""
    said = before.rstrip(" \"'“‘(\n\t")
    return not said or said[-1] in ".?!"


def leaning(word: str) -> str | None:
    """Return the language, "id" or "en", that uses a lower-case word some ten times as often, else None."""
    difference = _zipf(word, "en") - _zipf(word, "id")
    if abs(difference) < _TENFOLD:
        return None
    return "en" if difference > 0 else "id"


def is_listed(word: str) -> bool:
    """Return whether a lower-case word is one of the ordinary ones of Indonesian or English."""
    return word in _frequencies("id") or word in _frequencies("en")


@lru_cache(maxsize=2)
def _frequencies(language: str) -> dict[str, float]:
    """Return word → share of all words. The first call costs .13 s and 8 MB (wordfreq's import, then 10 ms a list)."""
    import wordfreq

    return dict(wordfreq.get_frequency_dict(language, wordlist="small"))


def frequency(word: str) -> float:
    """Return how common an Indonesian word is: log10 of its occurrences in a thousand million, 2 if it is rare."""
    return _zipf(word, "id")


def _zipf(word: str, language: str) -> float:
    """Return log10 of a word's occurrences in a thousand million; 2 if it is too rare for the lists, which end at 3."""
    share = _frequencies(language).get(word)
    return log10(share) + 9 if share else RARE


def _is_everyday(word: str) -> bool:
    return _zipf(word, "id") >= _EVERYDAY


def _glossary(tokens: frozenset[str]) -> Mapping[str, str]:
    """Return word → Indonesian word for the regional languages spoken here; the most spoken one's meaning counts."""
    spoken = [(len(tokens & glossary.sure.keys()), glossary) for glossary in regional.GLOSSARIES]
    found: dict[str, str] = {}
    for count, glossary in sorted(spoken, key=lambda pair: -pair[0]):
        if count:
            found = {**glossary.unsure, **glossary.sure, **found}
    return found


def _in_case_of(word: str, standard: str) -> str:
    if word.isupper() and len(word) > 1:
        return standard.upper()
    return standard[0].upper() + standard[1:] if word[0].isupper() else standard


class _Speller:
    """Finds the standard form of single words, given the documents' words."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self._vocabulary = vocabulary
        self._targets: dict[str, list[str]] = defaultdict(list)  # by first letter
        self._skeletons: dict[str, list[str]] = defaultdict(list)  # by first letter and consonants
        self._letters: dict[str, list[str]] = defaultdict(list)  # by their letters in alphabetical order
        targets = {word for word in vocabulary | stop_words.INDONESIAN if word.isalpha()}
        for word in sorted(targets):
            self._targets[word[0]].append(word)
        for word in sorted(targets | {word for word in _frequencies("id") if _is_everyday(word)}):
            self._skeletons[_skeleton(word)].append(word)
            self._letters["".join(sorted(word))].append(word)

    def standard(self, word: str, glossary: Mapping[str, str]) -> str:
        """Return the standard form of a lower-case word, the word itself if none is found."""
        if word.endswith("2"):
            once = word[:-1]
            return word if once in slang.COUNTED else f"{self.standard(once, glossary)}-{self.standard(once, glossary)}"
        return self._listed(word, glossary) or self._derived(word, glossary) or self._nearest(word) or word

    def known(self, word: str, glossary: Mapping[str, str]) -> str:
        """Return the standard form of a lower-case word that is written in capitals: no word that is only like it."""
        return self._listed(word, glossary) or self._derived(word, glossary) or word

    def name(self, word: str) -> str:
        """Return the documents' spelling of a lower-case name, the name itself if they hold none like it."""
        listed = self._listed(word, {})
        if listed:
            return listed
        nearest = self._nearest(word)
        return nearest if nearest in self._vocabulary else word

    def _listed(self, word: str, glossary: Mapping[str, str]) -> str | None:
        if word not in self._vocabulary and word in glossary:
            return glossary[word]
        if word in slang.SLANG:
            return slang.SLANG[word]
        if word in self._vocabulary:
            return word
        return slang.ABBREVIATIONS.get(word, word if word in _frequencies("id") else None)

    def _derived(self, word: str, glossary: Mapping[str, str]) -> str | None:
        for stem, ending in _endings(word):
            found = self._listed(stem, glossary)
            if found and (found != stem or stem in self._vocabulary or _is_everyday(stem)):
                return found + ending
        stem = _POSSESSED.sub("", word)
        found = self._nearest(stem) if stem != word and len(stem) >= _LEAST_LETTERS else None
        return f"{found}nya" if found in self._vocabulary else None

    def _nearest(self, word: str) -> str | None:
        swapped = self._swapped(word) if len(word) >= _LEAST_LETTERS else None
        return swapped or self._shortened(word) or self._alike(word) or self._revowelled(word)

    def _swapped(self, word: str) -> str | None:
        """Return the word of which two neighbours have changed places, of several one of the documents."""
        others = [one for one in self._letters.get("".join(sorted(word)), ()) if one[0] == word[0]]
        near = [one for one in others if OSA.distance(word, one, score_cutoff=1) == 1]
        return max(near, key=lambda one: (one in self._vocabulary, _zipf(one, "id")), default=None)

    def _shortened(self, word: str) -> str | None:
        """Return the word of which vowels have been left out."""
        skeleton = _skeleton(word)
        if len(skeleton) < _LEAST_CONSONANTS:
            return None
        wholes = [whole for whole in self._skeletons.get(skeleton, ()) if _is_shortened(word, whole)]
        return max(wholes, key=lambda whole: (whole in self._vocabulary, fuzz.ratio(word, whole)), default=None)

    def _revowelled(self, word: str) -> str | None:
        """Return the documents' word with the same consonants and other vowels: Banjar "samistir" is "semester"."""
        if len(word) < _LONG_LETTERS:
            return None
        alike = [one for one in self._skeletons.get(_skeleton(word), ()) if len(one) == len(word)]
        return next((one for one in alike if one in self._vocabulary), None)

    def _alike(self, word: str) -> str | None:
        if len(word) < _LEAST_LETTERS:
            return None
        found = process.extractOne(word, self._targets.get(word[0], ()), scorer=fuzz.ratio, score_cutoff=LEAST_RATIO)
        return found[0] if found else None


def _endings(word: str) -> Iterator[tuple[str, str]]:
    """Yield (what may be a word, what follows its standard form) for the ways in which words are stretched and bent."""
    for calm in (_RUN.sub(r"\1", word), _RUN.sub(r"\1\1", word), _DOUBLE.sub(r"\1", word)):
        if calm != word:
            yield calm, ""
    for look, put, ending in _BENT:
        bent, count = look.subn(put, word)
        if count and len(bent) >= _LEAST_CONSONANTS:
            yield bent, ending
    yield from ((verb, "") for verb in _verbs(word))


def _verbs(word: str) -> Iterator[str]:
    """Yield the standard verbs that a chat's may stand for."""
    fronts = [word, *(put + look.sub("", word) for look, put in _CHATTED if look.search(word))]
    for front in fronts:
        if _CHATTED_END.search(front):
            yield from (_CHATTED_END.sub(ending, front) for ending in ("kan", "i"))
        elif front != word:
            yield front


def _skeleton(word: str) -> str:
    return word[0] + _VOWELS.sub("", word[1:])


def _is_shortened(word: str, whole: str) -> bool:
    """Tell whether the letters of a word stand in the whole one in the same order."""
    rest = iter(whole)
    return len(word) < len(whole) and all(letter in rest for letter in word)


@lru_cache(maxsize=2)
def _speller(vocabulary: frozenset[str]) -> _Speller:
    return _Speller(vocabulary)
