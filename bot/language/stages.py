"""Which stages of education a text names, those within spans ("PAUD sampai SMP") too."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.language import specifics
from bot.language.levels import UP_TO
from bot.language.matcher import between_blanks, named_in

_ANY_STAGE = "|".join(specifics.STAGES)
_STAGES = re.compile(rf"(?<!\w)({_ANY_STAGE}){UP_TO}({_ANY_STAGE})(?!\w)")
_NAMES = tuple(specifics.STAGE_NAMES.values())
_STAGE = {name: stage for stage, names in specifics.STAGE_NAMES.items() for name in names}
_NO_STAGE = re.compile(r" bpjs tk(?= )| kerja sma(?= )")  # an insurance, and "kerja sama" in a hurry


def is_of_stage(stage: str, text: str) -> bool:
    """Tell whether a text is about a stage of education: what names none is about all of them."""
    named = told_stages(text)
    return stage in named or not named


@lru_cache(maxsize=2000)
def told_stages(text: str) -> frozenset[str]:
    """The stages that a document's text names, kept; a voter's question must not stay in memory."""
    return stages(text)


def stages(text: str) -> frozenset[str]:
    """Return the stages of education that a text names, those within spans ("PAUD sampai SMP", "D3–S3") too."""
    order, spoken = specifics.STAGES, _NO_STAGE.sub(" ", between_blanks(text))
    within = [order[order.index(first) : order.index(last) + 1] for first, last in _STAGES.findall(text.lower())]
    named = (_STAGE[names[0]] for names in named_in(spoken, _NAMES))
    return frozenset((*named, *(stage for span in within for stage in span)))
