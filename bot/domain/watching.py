"""The knowledge folder as it is watched: whether it has changed, and what became of the change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Handled:
    """A state of the folder that was dealt with, and the candidate that was made of it, if one was."""

    state: str = ""
    candidate: str | None = None
    is_told: bool = True  # False: somebody was at it, and may have been stopped


class Folder(Protocol):
    """A knowledge folder that is looked at every few seconds."""

    async def stamp(self) -> str:
        """Return what changes whenever a file is saved, at little cost: names, sizes and times."""

    async def state(self) -> str:
        """Return what the folder holds, as manifests name it; something else if it can't be ingested as it is."""

    async def handled(self) -> Handled:
        """Return what was noted last, by this process or an earlier one."""

    async def note(self, handled: Handled) -> None:
        """Note what has become of a state."""
