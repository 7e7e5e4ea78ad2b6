"""Names that many questions hold, in whichever spelling, written as the documents write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence


def canonical(text: str, names: Mapping[str, Sequence[str]]) -> str:
    """Return a text with each name's own spelling in place of the others (`names`: name → other spellings).

    Of two that begin at the same place the longer one counts: "Sari Bayu" is no "Sari".
    """
    known = {spelling.lower(): name for name, others in names.items() for spelling in (*others, name)}
    if not known:
        return text
    spellings = "|".join(re.escape(one) for one in sorted(known, key=len, reverse=True))
    found = re.compile(rf"(?<![\w'’])(?:{spellings})(?![\w'’])", re.IGNORECASE)
    return found.sub(lambda match: known[match[0].lower()], text)
