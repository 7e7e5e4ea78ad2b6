"""The knowledge folder → its documents, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.documents import Document
from bot.domain.errors import KnowledgeError, KnowledgeErrors
from bot.domain.findings import Finding
from bot.ingestion.draft import Draft
from bot.ingestion.extract import Extractor, draft_of, extract
from bot.ingestion.folder import Snapshot, is_twin, original_of, suffix, twin_language
from bot.ingestion.manuscripts import Manuscript, assemble
from bot.ingestion.markdown import marked
from bot.ingestion.plain_text import decode
from bot.ingestion.properties import Properties, read_properties
from bot.ingestion.twins import mismatches
from bot.language.facets import WHAT
from bot.language.registry import DEFAULT


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reading of the folder found; with errors the documents are not complete."""

    documents: tuple[Document, ...]
    errors: tuple[KnowledgeError, ...]
    warnings: tuple[Finding, ...]


def read(folder: Snapshot, extractor: Extractor = extract, language: str = DEFAULT) -> Reading:
    """Return every document of the folder with its twin; one broken file keeps no other from being checked.

    What is large or of a foreign format is read by the extractor: without limits, or in a sandbox. `language` is that
    of documents that don't tell theirs.
    """
    contents = folder.contents
    errors, warnings = list(contents.errors), []
    documents: list[Document] = []
    manuscripts = _manuscripts(folder, extractor, language, errors)
    for path in contents.documents:
        twin_path = contents.twins.get(path)
        manuscript, twin = manuscripts.get(path), manuscripts.get(twin_path or "")
        if not manuscript or (twin_path and not twin):
            continue
        warnings += manuscript.draft.warnings
        differences = list(mismatches(manuscript, twin)) if twin else []
        errors += differences
        if not differences and not manuscript.draft.empty:
            files = (path, twin_path, contents.properties.get(path))
            documents.append(assemble(manuscript, twin, folder.digest(file for file in files if file)))
    errors += _repeated_titles([manuscripts[path] for path in contents.documents if path in manuscripts])
    return Reading(tuple(documents), tuple(sorted(errors, key=_place)), tuple(sorted(warnings, key=_place)))


def _manuscripts(
    folder: Snapshot, extractor: Extractor, language: str, errors: list[KnowledgeError]
) -> dict[str, Manuscript]:
    found: dict[str, Manuscript] = {}
    for path in (*folder.contents.documents, *folder.contents.twins.values()):
        try:
            found[path] = _manuscript(folder, path, extractor, language)
        except KnowledgeErrors as several:
            errors += several.errors
        except KnowledgeError as error:
            errors.append(error)
        except Exception:  # whatever a parser lets out: one broken file must not end the run
            reason = "can't be read: damaged, or not what its name says; save it anew"
            errors.append(KnowledgeError(reason, file=path))
    return found


def read_upload(data: bytes, file: str, extractor: Extractor) -> tuple[Draft, Properties | None]:
    """Return what a single file holds, and what its front matter says of it (None: there is none).

    Raises KnowledgeErrors with all that is wrong with it; a missing front matter is not, it can be asked for.
    """
    draft, front = draft_of(data, file, extractor, small=0)  # nobody knows its sender's intentions
    _check_filled(draft)
    properties, errors = read_properties(front, file, first_line=2) if front is not None else (None, [])
    if draft.errors or errors:
        raise KnowledgeErrors([*draft.errors, *errors])
    return draft, properties


def _manuscript(folder: Snapshot, path: str, extractor: Extractor, language: str) -> Manuscript:
    """Return one file, read. Raises KnowledgeErrors with all that is wrong with it."""
    data = folder.read(path)
    draft, front = draft_of(data, path, extractor)
    is_markdown = suffix(path) == ".md"
    properties = _front_matter(front, draft, data) if is_markdown else _properties_beside(folder, path, draft)
    _check_filled(draft)
    if not properties or draft.errors:
        raise KnowledgeErrors(draft.errors)
    if is_twin(path) and path not in folder.contents.twins.values():
        draft.warn("no-original", original=original_of(path))
    if properties.summary:
        _add_summary(draft, properties)
    return Manuscript(path, replace(properties, language=properties.language or twin_language(path) or language), draft)


def _add_summary(draft: Draft, properties: Properties) -> None:
    """Add what the front matter says of the topic. Raises KnowledgeErrors if it has a mark without a footnote."""
    text = marked(properties.summary or "")
    for label in text.labels:
        if label not in draft.notes:
            draft.error(f'footnote [^{label}] of "summary" has no definition', line=1)
    if not text.labels:
        draft.error('"summary" has no footnote mark: each of its sentences needs one, as [^label]', line=1)
    if draft.errors:
        raise KnowledgeErrors(draft.errors)
    draft.add_summary(properties.topic or properties.title, text, WHAT)


def _check_filled(draft: Draft) -> None:
    if draft.empty and not draft.errors:
        if suffix(draft.file) == ".pdf":
            draft.warn("scanned")
        else:
            draft.error("empty: there is nothing in it to quote")


def _front_matter(front: str | None, draft: Draft, data: bytes) -> Properties | None:
    if front is None:
        begun = decode(data, draft.file).startswith("---")
        missing = "has no closing line ---" if begun else "is missing: begin the file with the lines ---, title: …, ---"
        draft.error(f"front matter {missing}", line=1)
        return None
    properties, errors = read_properties(front, draft.file, first_line=2)
    draft.errors += errors
    return properties


def _properties_beside(folder: Snapshot, path: str, draft: Draft) -> Properties | None:
    beside = folder.contents.properties.get(path)
    if not beside:
        draft.error(f'no {path}.yaml beside it: make that file with the line "title: …"')
        return None
    properties, errors = read_properties(decode(folder.read(beside), beside), beside)
    draft.errors += errors
    return properties


def _repeated_titles(manuscripts: Sequence[Manuscript]) -> Iterator[KnowledgeError]:
    first: dict[str, str] = {}
    for manuscript in manuscripts:
        title = manuscript.properties.title
        other = first.setdefault(title.casefold(), manuscript.path)
        if other != manuscript.path:
            yield KnowledgeError(f'the title "{title}" is also that of {other}', file=manuscript.path)


def _place(one: KnowledgeError | Finding) -> tuple[str, int, int]:
    return one.file, one.line or 0, one.page or 0
