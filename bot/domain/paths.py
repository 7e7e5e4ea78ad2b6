"""Names of documents: paths below the knowledge folder that do no harm on any system, in any message and as an id."""

from __future__ import annotations

import re

_DEEPEST = 12  # folders
_LONGEST = 180  # bytes of one name: file systems take 255, and ".yaml" or a backup's time may be added
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # of Windows, whatever the ending


def fault(path: str) -> str | None:
    """Return why a path can't be that of a document, None if it can."""
    parts = path.split("/")
    if not path.isprintable():
        return "its name holds characters that can't be shown; rename it"
    if found := re.search(r"[\\:#]", path):
        return f'its name holds "{found[0]}"; rename it'
    if any(part in ("", ".", "..") for part in parts):
        return "its path leads out of the knowledge folder"
    if len(parts) > _DEEPEST + 1:
        return f"lies in more than {_DEEPEST} folders, one within the other"
    if any(len(part.encode()) > _LONGEST for part in parts):
        return f"its name is longer than {_LONGEST} bytes; rename it"
    if any(_DEVICE.match(part) or part.endswith((".", " ")) for part in parts):
        return "its name can't be used on Windows; rename it"
    return None
