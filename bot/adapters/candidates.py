"""Candidates as files beside the releases, one each: what a later process must know to publish them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.adapters.records import from_json, to_json
from bot.domain.releases import Candidate


@dataclass(frozen=True, slots=True)
class CandidateFiles:
    """Candidates in a folder, `<data>/candidates`."""

    folder: Path

    def keep(self, candidate: Candidate) -> None:
        """Write a candidate's record whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / ".new"
        draft.write_bytes(to_json(candidate))
        draft.replace(self.folder / f"{candidate.id}.json")

    def find(self, release_id: str) -> Candidate | None:
        """Return a candidate that was kept, None if there is none, or none that can be read."""
        try:
            found = [file for file in self.folder.glob("*.json") if file.stem == release_id]
            return from_json(Candidate, found[0].read_bytes()) if found else None
        except (OSError, ValueError):
            return None

    def drop(self, release_id: str) -> None:
        """Delete a candidate's record, if there is one."""
        for file in self.folder.glob("*.json"):
            if file.stem == release_id:
                file.unlink(missing_ok=True)
