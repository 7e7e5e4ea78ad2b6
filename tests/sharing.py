"""Shared answers to test with: `shared("A")` quotes one statement of a small release."""

from __future__ import annotations

import datetime as dt

from bot.answering.composition import Composer
from bot.domain.calendar import Calendar
from bot.domain.sharing import Shared
from bot.telegram.travelling import text
from tests.releases import NOW, document, release, section

RELEASE = release(document(section("Batas usia", "Paling tua 25 tahun.")))


def shared(code: str, at: dt.datetime = NOW) -> Shared:
    statements = tuple(RELEASE.statements.values())
    answer = Composer(RELEASE, "id", Calendar(), NOW).quoted(statements)
    return Shared(code, "id", answer, statements, statements, text(answer), RELEASE.id, at)
