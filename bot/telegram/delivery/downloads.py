"""Files that people send, fetched piece by piece: one that turns out larger than allowed is not fetched to its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
from telegram import Document
from telegram.error import TelegramError

SECONDS = 120.0  # that a file may take to come

Fetch = Callable[[Document, int], Awaitable[bytes]]


class TooLarge(Exception):
    """A file is larger than its reader allows."""


class NotFetched(Exception):
    """A file did not come."""


async def fetch(document: Document, most: int) -> bytes:
    """Return what a document holds. Raises TooLarge beyond `most` bytes, NotFetched if it does not come."""
    try:
        async with asyncio.timeout(SECONDS):
            file = await document.get_file()
            if (file.file_size or 0) > most:
                raise TooLarge
            async with _streamed(file.file_path or "") as pieces:
                return await limited(pieces, most)
    except TelegramError as error:
        if "too big" in str(error):  # Telegram's own limit for bots
            raise TooLarge from None
        raise NotFetched from None
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError):  # their texts may hold the address, and that the token
        raise NotFetched from None


async def limited(pieces: AsyncIterator[bytes], most: int) -> bytes:
    """Return all pieces as one, of which no more than `most` bytes are kept. Raises TooLarge."""
    held = bytearray()
    async for piece in pieces:
        if len(held) + len(piece) > most:
            raise TooLarge
        held += piece
    return bytes(held)


@asynccontextmanager
async def _streamed(url: str) -> AsyncIterator[AsyncIterator[bytes]]:
    async with httpx.AsyncClient(timeout=20.0) as client, client.stream("GET", url) as response:
        response.raise_for_status()
        yield response.aiter_bytes()
