"""One embedder for many who ask at once: what waits at the same moment is embedded in one go."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.documents import Role
from bot.domain.ports import Embedder, Matrix


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Texts that somebody waits for."""

    texts: Sequence[str]
    vectors: asyncio.Future[Matrix]


@dataclass(slots=True)
class BatchedEmbedder:
    """An Embedder that asks another one for all who are waiting: a batch costs little more than a single text."""

    embedder: Embedder
    _waiting: dict[Role, list[_Waiting]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)  # held, or they may vanish half done

    @property
    def fingerprint(self) -> str:
        """That of the other one."""
        return self.embedder.fingerprint

    async def embed(self, texts: Sequence[str], role: Role) -> Matrix:
        """Return one unit vector a text, shape (len(texts), dimension). Raises what the other one raises."""
        waiting = _Waiting(texts, asyncio.get_running_loop().create_future())
        together = self._waiting.setdefault(role, [])
        together.append(waiting)
        if len(together) == 1:
            task = asyncio.create_task(self._serve(role))  # runs once everybody who can go on now has come here too
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return await waiting.vectors

    async def _serve(self, role: Role) -> None:
        """Embed what waits in a role, and give everybody their own."""
        together = self._waiting.pop(role)
        try:
            vectors = await self.embedder.embed([text for one in together for text in one.texts], role)
        except BaseException as error:
            for one in together:
                if not one.vectors.done():
                    one.vectors.set_exception(error)
            if not isinstance(error, Exception):
                raise
            return
        start = 0
        for one in together:
            if not one.vectors.done():  # nobody waits any more for what was cancelled
                one.vectors.set_result(vectors[start : start + len(one.texts)])
            start += len(one.texts)
