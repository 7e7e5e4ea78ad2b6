"""Names that many questions hold, in whichever spelling, written as the documents write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache


def canonical(text: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """Return a text with each name's own spelling in place of the others (`names`: name → other spellings).

    Of two that begin at the same place the longer one counts: "Sari Bayu" is no "Sari". What is somebody's in English
    is theirs without the "'s", too: "Sari's pledge" is the pledge that "Sari" is asked of.
    """
    if not names:
        return text
    found, known = _spellings(tuple(names.items()))
    return found.sub(lambda match: known.get(match["name"].lower(), match[0]), text)  # "ı" and "ſ" are found, not known


@lru_cache(maxsize=2)
def _spellings(names: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds any spelling, and the name of each in lower case."""
    known = {spelling.lower(): name for name, others in names for spelling in (*others, name)}
    firsts = re.escape("".join(dict.fromkeys(one[:1] for one in known)))
    spellings = "|".join(re.escape(one) for one in sorted(known, key=len, reverse=True))
    # Where none of them begins, none is tried: a third of the time.
    return re.compile(rf"(?<![\w'’])(?=[{firsts}])(?P<name>{spellings})(?:['’]s)?(?![\w'’])", re.IGNORECASE), known
