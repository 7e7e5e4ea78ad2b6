"""Candidates as files beside the releases, one each: what a later process must know to publish them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.adapters import records
from bot.domain.releases import Candidate


@dataclass(frozen=True, slots=True)
class CandidateFiles:
    """Candidates in a folder, `<data>/candidates`."""

    folder: Path

    def keep(self, candidate: Candidate) -> None:
        """Write a candidate's record whole."""
        records.keep(self.folder, candidate.id, candidate)

    def find(self, release_id: str) -> Candidate | None:
        """Return a candidate that was kept, None if there is none, or none that can be read."""
        return records.find(self.folder, release_id, Candidate)

    def drop(self, release_id: str) -> None:
        """Delete a candidate's record, if there is one."""
        for file in self.folder.glob("*.json"):
            if file.stem == release_id:
                file.unlink(missing_ok=True)
