"""Changes of the campaign's TOML files as if by hand: comments, order and formatting of all else stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from bot.domain.errors import KnowledgeError
from bot.domain.ids import normalise
from bot.ingestion.data_file import obstacle


def with_aliases(text: str, owner: str, phrasings: Sequence[str], file: str) -> tuple[str, int]:
    """Return a phrasings.toml with phrasings added to a label's or section's list, and how many were new.

    Raises KnowledgeError if the file can't be read.
    """
    import tomlkit
    from tomlkit.items import KeyType, SingleKey

    content = _parsed(text, file)
    listed: Any = content.get(owner)
    if listed is None:
        listed = tomlkit.array()
        content.add(SingleKey(owner, KeyType.Basic), listed)  # in quotes, like all others
    if not hasattr(listed, "add_line"):
        raise KnowledgeError(f'"{owner}" must be a list of texts', file=file)
    known = {normalise(str(one)).casefold() for one in listed}
    new = [one for one in phrasings if normalise(one).casefold() not in known]
    if not new:
        return text, 0
    for phrasing in new:
        listed.add_line(phrasing, indent="  ")
    _close_on_a_line_of_its_own(listed)
    return tomlkit.dumps(content), len(new)


def without_owners(text: str, owners: Sequence[str], file: str) -> str:
    """Return a phrasings.toml without the lists of these labels and sections.

    Raises KnowledgeError if it can't be read.
    """
    import tomlkit

    content = _parsed(text, file)
    for owner in owners:
        content.pop(owner, None)
    return tomlkit.dumps(content)


def with_topic(
    text: str, name: str, phrasings: Sequence[str], ask: str, file: str, taken: Collection[str] = ()
) -> tuple[str, str]:
    """Return an absent.toml with a topic added at the end, and the name it got: the given one, or with a number.

    `taken` are the names of topics in other files. Raises KnowledgeError if the file can't be read.
    """
    import tomlkit

    content = _parsed(text, file)
    topics = content.get("topic", [])
    if not isinstance(topics, list):
        raise KnowledgeError("write [[topic]], in double brackets", file=file)
    used = {*taken, *(str(topic.get("name")) for topic in topics)}
    free = next(one for one in (name, *(f"{name}_{n}" for n in range(2, len(used) + 3))) if one not in used)
    entry, array = tomlkit.document(), tomlkit.array()
    for phrasing in phrasings:
        array.add_line(phrasing, indent="  ")
    _close_on_a_line_of_its_own(array)
    entry.update({"name": free, "phrasings": array, "ask": ask})
    ending = "" if not text.strip() else text.rstrip("\n") + "\n\n"
    return f"{ending}[[topic]]\n{tomlkit.dumps(entry)}", free


def _parsed(text: str, file: str) -> Any:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    if reason := obstacle(text):
        raise KnowledgeError(reason, file=file)
    try:
        return tomlkit.parse(text)
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise KnowledgeError(f"not valid TOML: {error}", file=file) from error


def _close_on_a_line_of_its_own(array: Any) -> None:
    if not array.as_string().removesuffix("]").rstrip(" ").endswith("\n"):
        array.add_line(indent="")
