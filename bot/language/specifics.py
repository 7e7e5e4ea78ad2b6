"""What a question may ask of in particular: levels of education, offices, groups of people, programs, details.

The things themselves are data, `<language>/*.toml`: all that there are in general. Whether any can be answered is up to
a campaign's documents.
"""

from __future__ import annotations

from types import MappingProxyType

from bot.language.things import by_thing, listed, things

# From the first to the last, each with all its names.
STAGE_NAMES = MappingProxyType({names[0]: names for names in things("levels", "stages")})
STAGES = tuple(STAGE_NAMES)

OFFICES = things("offices", "offices")  # whose holder is meant by the name alone …
HEADS = things("offices", "heads")  # … and those that say of what

GROUPS = things("groups", "groups")

# What texts rather tell of them; who says so asks for none of them: "siapa yang memiliki KTP bisa daftar?"
DEEDS = MappingProxyType(
    {thing: names for kind in ("offices", "groups", "details") for thing, names in by_thing(kind, "told").items()}
)

# What is given or promised to groups of people: a fisherman who asks for anything else asks as everybody does.
BENEFITS = listed("benefits", "given")
SAME_FOR_ALL = listed("benefits", "same_for_all")  # whoever asks: "I am a nurse, what is the minimum wage?"

ANY_SECTOR = listed("sectors", "any")  # what is said of sectors and is none
SECTOR_WAGES = listed("sectors", "wages")  # what only sectors have, so that a name needs no word before it
BEFORE_SECTOR = listed("sectors", "before")  # what stands before one's name: "upah minimum untuk pekerja konstruksi"

MEASURES = things("units", "measures")  # what is measured by it is told by it
COUNTED = things("units", "counted")  # what a place has its own number of
DURATIONS = frozenset(names[0] for names in things("units", "durations"))  # as quantities have them

SERIES = things("series", "series")  # what comes one after another, …
ORDINALS = things("series", "ordinals")  # … and which of them is meant

MONEY_WORDS = sorted(listed("amounts", "money"))  # patterns of what asks for an amount of money, …
COUNT_WORDS = sorted(listed("amounts", "count"))  # … and for a number of people or things

PROGRAMS = things("programs", "programs")  # programs, papers and services of the state
DETAILS = things("details", "details")  # what might be given, and what might be asked of anything

# How a vote's name begins, which is neither a place nor a person.
VOTE = r"(?:Pil(?:gub|kada|pres|eg)|Pemilu)"
