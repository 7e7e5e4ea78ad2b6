"""The opt-in address book: the only place with a Telegram id, encrypted, of those who asked to be written to."""

from __future__ import annotations

import base64
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from telegram import Bot, Chat
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.domain.addresses import KEPT, RIGHTS, RUNS, Address, AddressRecords, Purpose
from bot.domain.team import Member

log = logging.getLogger(__name__)

KEY_BYTES, NONCE_BYTES, CHAT_BYTES = 32, 12, 8
CLAIMED = dt.timedelta(minutes=5)  # after which what a process did not finish telling is told by another


@dataclass(frozen=True, slots=True)
class Reader:
    """A member of the team who wants to be written to, and still may."""

    address: Address
    member: Member
    chat_id: int
    language: str

    def chat(self, bot: Bot) -> Chat:
        """Return their private chat."""
        chat = Chat(self.chat_id, Chat.PRIVATE)
        chat.set_bot(bot)
        return chat


class AddressBook:
    """Who wants to be written to about what. A chat's id leaves it only to be written to."""

    def __init__(
        self,
        records: AddressRecords,
        secret: bytes,
        member: Callable[[str], Awaitable[Member | None]],
        language: Callable[[str], Awaitable[str | None]],
        clock: Callable[[], dt.datetime],
        random_bytes: Callable[[int], bytes],
    ) -> None:
        self._records, self._member, self._language = records, member, language
        self._clock, self._random_bytes = clock, random_bytes
        self._has_warned = False
        self._cipher = AESGCM(HKDF(SHA256(), KEY_BYTES, salt=None, info=b"addresses").derive(secret))

    async def wishes(self, person: str) -> frozenset[Purpose]:
        """Return what somebody is written to about."""
        return frozenset(one.purpose for one in await self._records.of(person) if one.expires > self._clock())

    async def put(self, person: str, chat_id: int, purpose: Purpose, language: str, told: str = "") -> None:
        """Write to somebody about a purpose from now on; `told` names what they need not be told any more."""
        chat = self._encrypted(person, purpose, chat_id)
        await self._records.keep(Address(person, purpose, chat, language, self._clock() + KEPT, told))

    async def put_run(self, person: str, chat_id: int, language: str, message_id: int) -> None:
        """Keep which message shows how far somebody's ingest is, in place of an earlier one's."""
        chat = self._encrypted(person, Purpose.RUN, chat_id)
        expires = self._clock() + RUNS
        await self._records.replace(Address(person, Purpose.RUN, chat, language, expires, str(message_id)))

    async def put_back(self, address: Address) -> bool:
        """Keep an address again that was dropped; return whether there was none in its place meanwhile."""
        return await self._records.add(address)

    async def drop(self, person: str, purpose: Purpose) -> None:
        """Write to them about it no more."""
        await self._records.drop(person, purpose)

    async def remove(self, address: Address) -> bool:
        """Drop an address as it was read, and return whether it was there; one put in its place since stays."""
        return await self._records.remove(address)

    async def renew(self, person: str) -> None:
        """Begin the time anew for which somebody's wishes are kept."""
        now = self._clock()
        for one in await self._records.of(person):
            if one.expires > now and one.purpose is not Purpose.RUN:
                await self._records.keep(replace(one, expires=now + KEPT))

    async def readers(self, purpose: Purpose) -> list[Reader]:
        """Return whom to write to about a purpose; who may not be told any more is dropped."""
        found = [await self._reader(one) for one in await self._records.all(purpose)]
        return [one for one in found if one is not None]

    async def tidy(self) -> int:
        """Delete what is of no use: wishes that are too old, unreadable, or of people who lost the rank; return it."""
        expired = await self._records.expire(self._clock())
        return expired + sum([await self._reader(one) is None for one in await self._records.all()])

    async def tell(self, reader: Reader, what: str, send: Callable[[], Awaitable[object]]) -> bool:
        """Send what is named so, unless they have been told or another process is at it; return whether it was sent.

        Who has blocked the bot leaves the book; what fails otherwise may be told again.
        """
        address, now = reader.address, self._clock()
        if not await self._records.claim(address, what, now, now + CLAIMED):
            return False
        try:
            await send()
        except TelegramError as error:
            if isinstance(error, Forbidden) or (
                isinstance(error, BadRequest) and "chat not found" in str(error).lower()
            ):
                await self._records.drop(address.person)
            else:
                log.warning("news for the team could not be sent (%s)", type(error).__name__)
                await self._records.settle(address, address.told)
            return False
        await self._records.settle(address, what)
        return True

    async def _reader(self, address: Address) -> Reader | None:
        """Return whom an address belongs to, None if it is not to be used, and is dropped."""
        member, chat_id = await self._member(address.person), self._decrypted(address)
        is_over = address.expires <= self._clock()
        if member is None or chat_id is None or is_over or not member.may(RIGHTS[address.purpose]):
            await self._records.drop(address.person, address.purpose)
            return None
        return Reader(address, member, chat_id, await self._language(address.person) or address.language)

    def _encrypted(self, person: str, purpose: Purpose, chat_id: int) -> str:
        """Return the chat's id under a key made from the secret, of use in no other row."""
        nonce, plain = self._random_bytes(NONCE_BYTES), chat_id.to_bytes(CHAT_BYTES, "big", signed=True)
        return base64.b64encode(nonce + self._cipher.encrypt(nonce, plain, _row(person, purpose))).decode()

    def _decrypted(self, address: Address) -> int | None:
        """Return the chat's id, None if it was encrypted under another secret."""
        try:
            data = base64.b64decode(address.chat, validate=True)
            nonce, hidden = data[:NONCE_BYTES], data[NONCE_BYTES:]
            plain = self._cipher.decrypt(nonce, hidden, _row(address.person, address.purpose))
        except (InvalidTag, ValueError):
            if not self._has_warned:
                log.warning("addresses of the team can't be read with this secret: they are dropped")
            self._has_warned = True
            return None
        return int.from_bytes(plain, "big", signed=True)


def _row(person: str, purpose: Purpose) -> bytes:
    return f"{person}:{purpose}".encode()
