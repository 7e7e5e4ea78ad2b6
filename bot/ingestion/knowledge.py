"""Everything that one run takes from the knowledge folder, or every mistake in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.domain.documents import Boundary, Document
from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.domain.findings import Finding, finding
from bot.ingestion.campaign import Aliases, Campaign, asked_of_summaries, attach, heading_of, labels_of, read_campaign
from bot.ingestion.extract import Extractor, extract
from bot.ingestion.folder import PHRASINGS, SUFFIXES, Files, Snapshot
from bot.ingestion.reading import read
from bot.ingestion.short_forms import shortened
from bot.language.registry import DEFAULT

_FEW = 10  # facts of which one may lack phrasings: one new fact must not end the search by phrasings for all
_MOST_ERRORS = 100  # of one file that are told: more of them have one cause


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The documents with their aliases, and the campaign's data."""

    documents: tuple[Document, ...]
    campaign: Campaign
    digest: str  # of every file that was read, and of the program's own boundaries
    warnings: tuple[Finding, ...] = ()

    @property
    def embedded_aliases(self) -> Aliases:
        """The aliases, where a few facts have none with their sections' headings in place of them.

        If more have none, so has the release: facts that have some would hide the others.
        """
        aliases, missing = self.campaign.aliases, _without_alias(self.documents, self.campaign.aliases)
        if not _are_few(missing, self.documents):
            return {}
        return {**aliases, **{label: (heading_of(label, self.documents),) for label in missing}} if missing else aliases

    @property
    def asked(self) -> Aliases:
        """All that is embedded of what people ask: also what the topics' summaries answer."""
        return {**self.embedded_aliases, **asked_of_summaries(self.documents)}


def read_knowledge(
    files: Files, general: Sequence[Boundary], extractor: Extractor = extract, language: str = DEFAULT
) -> Knowledge:
    """Return what the folder holds; `language` is that of documents that don't tell theirs.

    Raises KnowledgeErrors with every mistake that was found.
    """
    folder = Snapshot(files)
    reading = read(folder, extractor, language)
    campaign, mistakes = read_campaign(folder, None if reading.errors else reading.documents, general)
    errors = [*reading.errors, *mistakes]
    if not errors and not reading.documents:
        errors.append(KnowledgeError(f"holds no document; supported are {', '.join(SUFFIXES)}", file="the folder"))
    if errors:
        raise KnowledgeErrors(list(_shortened(errors)))
    return Knowledge(
        documents=shortened(attach(reading.documents, campaign.aliases), campaign.shorts),
        campaign=campaign,
        digest=_digest(folder, general),
        warnings=(*reading.warnings, *_partial_aliases(reading.documents, campaign.aliases), *campaign.warnings),
    )


def digest_of(files: Files, general: Sequence[Boundary]) -> str:
    """Return the digest that the folder's knowledge has now, read or not. Raises KnowledgeError if a file can't be."""
    folder = Snapshot(files)
    for path in folder.contents.sources:
        folder.read(path)
    return _digest(folder, general)


def _shortened(errors: Sequence[KnowledgeError]) -> Iterator[KnowledgeError]:
    """Yield the first errors of each file, and how many more it has."""
    for file, group in groupby(errors, key=lambda error: error.file):
        found = list(group)
        yield from found[:_MOST_ERRORS]
        if len(found) > _MOST_ERRORS:
            yield KnowledgeError(f"and {len(found) - _MOST_ERRORS} more mistakes", file=file)


def _digest(folder: Snapshot, general: Sequence[Boundary]) -> str:
    return hashlib.sha256(f"{folder.digest(folder.contents.sources)}\n{general!r}".encode()).hexdigest()


def _without_alias(documents: Sequence[Document], aliases: Aliases) -> list[str]:
    return [label for label in labels_of(documents) if not aliases.get(label)]


def _are_few(labels: Sequence[str], documents: Sequence[Document]) -> bool:
    return len(labels) * _FEW <= len(labels_of(documents))


def _partial_aliases(documents: Sequence[Document], aliases: Aliases) -> list[Finding]:
    missing = _without_alias(documents, aliases)
    if not aliases or not missing:
        return []
    key = "aliases-few" if _are_few(missing, documents) else "aliases"
    return [finding(key, PHRASINGS, labels=", ".join(missing))]
