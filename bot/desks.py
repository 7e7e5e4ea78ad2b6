"""Where the team writes into the documents from chat, made from a Config."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import assembly
from bot.config import Config

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant
    from bot.telegram.abilities import Desks


def desks(config: Config, assistant: Assistant) -> Desks:
    """Return the desks of a campaign. Raises ConfigError if there is no knowledge folder."""
    from bot.adapters.sandbox import Sandbox
    from bot.ingestion.extract import extract
    from bot.ingestion.folder_changes import FolderChanges
    from bot.ingestion.uploads import Uploads
    from bot.ingestion.writing import Writing
    from bot.telegram.abilities import Desks

    files = assembly.knowledge(config)
    changes = FolderChanges(files, assembly.proposals(config), lambda: Sandbox(extract))
    return Desks(Uploads(files, changes, config.campaign.languages), Writing(changes, assistant.nearest, assembly.now))
