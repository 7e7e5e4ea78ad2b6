"""Everything that can go wrong and that somebody must be told about.

ProgramError                    carries a message for people
├── ConfigError                 config.toml or the environment: names the file and key
├── KnowledgeError              a document or data file: names the file and line or page
│   └── KnowledgeErrors         all of them together, so that one run reports every mistake
├── FolderChanged               a file is no longer what a change of it was made from
├── ReleaseError                no usable release, or one that can't be built, opened or published
│   └── ProposalGone            a change that waited for its plan is no longer there
├── AlreadyRunning              a second ingest, or a second copy of the bot
└── Unreachable                 Telegram, a database or a model did not answer (try again)
"""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 1000  # characters of a reason that people are shown


class ProgramError(Exception):
    """The base of all errors that are shown to people as one clear line instead of a traceback."""


class ConfigError(ProgramError):
    """config.toml or the environment holds something that can't be used."""


class KnowledgeError(ProgramError):
    """A file under knowledge/ can't be used as it is."""

    def __init__(self, reason: str, *, file: str, line: int | None = None, page: int | None = None) -> None:
        self.reason, self.file, self.line, self.page = shown(reason), file, line, page
        super().__init__(f"{self.place}: {self.reason}")

    @property
    def place(self) -> str:
        """Where it is: "file", "file:line" or "file, page n"."""
        file = shown(self.file)
        if self.line is not None:
            return f"{file}:{self.line}"
        return f"{file}, page {self.page}" if self.page is not None else file


class KnowledgeErrors(ProgramError):
    """All mistakes that one reading of the knowledge folder found."""

    def __init__(self, errors: Sequence[KnowledgeError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in errors))


def shown(text: str) -> str:
    """Return what of a text may go to a terminal or a chat: a file's own words could steer either."""
    text = " ".join(text[:_LONGEST].split()) + ("…" if len(text) > _LONGEST else "")
    return "".join(letter if letter.isprintable() else "?" for letter in text)


class FolderChanged(ProgramError):
    """Somebody has changed a file of the knowledge folder since a change of it was prepared."""

    def __init__(self, file: str) -> None:
        self.file = shown(file)
        super().__init__(f"{self.file} has been changed meanwhile: prepare the change again")


class ReleaseError(ProgramError):
    """A release is missing, unusable or can't be published."""


class ProposalGone(ReleaseError):
    """A proposal was published or discarded, or its day is over."""


class AlreadyRunning(ProgramError):
    """Another process already does this."""


class Unreachable(ProgramError):
    """Something outside did not answer in time."""
