"""What Telegram sends and can't be read as an update is left out: else it would hold up all that comes after it.

python-telegram-bot reads a batch of updates whole or not at all, and asks for the same batch again without a pause.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from typing import Any

from telegram import Update

log = logging.getLogger(__name__)


def screened(payload: bytes) -> tuple[bytes, bool]:
    """Return the body of an answer to getUpdates without what can't be read, and whether that would come again at once.

    Of an unreadable update its number is left, by which it is acknowledged; one without a number can't be.
    """
    try:
        answer = json.loads(payload)
        sent = answer["result"]
    except (ValueError, KeyError, TypeError):
        return payload, False
    if not isinstance(sent, list) or not sent:
        return payload, False
    kept = list(_readable(sent))
    if kept == sent:
        return payload, False
    return json.dumps(answer | {"result": kept}).encode(), not kept


def _readable(sent: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for one in sent:
        known = one if isinstance(one, dict) else {}
        number = known.get("update_id")
        is_numbered = type(number) is int
        try:
            Update.de_json(dict(known), None)
        except Exception as error:  # whatever a surprise makes the library raise
            # Neither values nor the error's message: both may quote a person.
            kinds = [key for key in known if key != "update_id"]
            log.warning("an update that can't be read is left out (%s)", type(error).__name__, extra={"holds": kinds})
            if is_numbered:
                yield {"update_id": number}
        else:
            if is_numbered:
                yield known
