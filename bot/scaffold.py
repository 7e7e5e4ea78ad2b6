"""python -m bot campaign NAME: a folder for another campaign, with an invented example in every file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from bot.domain.errors import ProgramError

TEMPLATE = Path(__file__).parent / "campaign_template"
SECRETS = Path(__file__).parent.parent / ".env.example"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,49}")


class CampaignNotMade(ProgramError):
    """The folder of a new campaign can't be made as asked for."""


def make_campaign(name: str, into: Path) -> Path:
    """Make the folder `name` in `into` and return it; raises CampaignNotMade and leaves nothing behind if it can't."""
    if not _NAME.fullmatch(name):
        raise CampaignNotMade(
            f"{name!r} can't be the name of a campaign's folder: "
            "write up to 50 small letters a–z, digits, - and _, such as pilwali-contoh"
        )
    folder = into / name
    if folder.exists() or folder.is_symlink():
        raise CampaignNotMade(f"{folder} is there already: choose another name, or move it away")
    try:
        _fill(folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise CampaignNotMade(f"{folder} can't be made: {error.strerror or error}") from error
    return folder


def next_steps(folder: Path) -> Iterator[str]:
    """Yield the lines that tell an operator what has been made and what to do with it."""
    config = folder / "config.toml"
    yield f"{folder} holds an invented campaign that runs as it is:"
    yield f'  make run CONFIG="{config}"'
    yield "Then make it yours:"
    yield f"  {config}: replace each line that says GANTI, [campaign.links] among them"
    yield f"  {folder / 'knowledge'}: your documents in place of the examples"
    yield f"  {folder / 'exam'}: your own questions"
    yield f"  {folder / '.env'}: the token of your bot; without one it talks in the terminal"
    yield f"{folder / 'README.md'} says what each file holds. After a change:"
    yield f'  make ingest CONFIG="{config}"'


def _fill(folder: Path) -> None:
    """Copy the template, and an .env that only its owner may read: it will hold a token."""
    shutil.copytree(TEMPLATE, folder)
    secrets = folder / ".env"
    shutil.copyfile(SECRETS, secrets)
    secrets.chmod(0o600)
