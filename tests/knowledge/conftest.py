"""What the tests of the delivered campaign share."""

from __future__ import annotations

import pytest

from bot.config import Config
from tests.conftest import Embedded
from tests.vectors import KeptVectors


@pytest.fixture(scope="session")
def embedded(campaign: Config, kept: KeptVectors) -> Embedded:
    """What makes vectors of questions: what the delivered campaign has had to embed is known from there."""
    return lambda texts: kept.embedded(texts, "delivered", "campaign")
