"""The retrieval as a LangChain retriever, for those who put it into a chain of their own: `bot.app.retriever`."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any, Protocol, Self, TypeVar

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import PrivateAttr

from bot.domain.answers import Match, Question
from bot.domain.documents import Footnote

_Result = TypeVar("_Result")


class Searcher(Protocol):
    """What the retriever needs of the Assistant."""

    async def search(self, question: Question, count: int) -> tuple[Match, ...]:
        """Return at most `count` statements that fit a question, best first."""


class StatementRetriever(BaseRetriever):
    """Retrieves statements of the live release: one document each, its words as content, their proof as metadata.

    Nothing comes back where the bot would not answer from the documents either: where they don't hold it, where a
    boundary is crossed, and in the quiet period what may not be said then. Works with `invoke` and `ainvoke`, from
    any number of threads and event loops; `close` (or a `with` block) gives back the release.
    """

    k: int = 4  # statements at most

    _searcher: Searcher = PrivateAttr()
    _clock: Callable[[], datetime] = PrivateAttr()
    _loop: asyncio.AbstractEventLoop = PrivateAttr()
    _thread: threading.Thread = PrivateAttr()
    _opened: AbstractAsyncContextManager[Searcher] = PrivateAttr()

    def __init__(
        self,
        opened: Callable[[], AbstractAsyncContextManager[Searcher]],
        clock: Callable[[], datetime],
        **fields: Any,  # LangChain's own: k, tags, metadata, name
    ) -> None:
        """Open the Assistant. Raises ReleaseError if there is no usable release."""
        super().__init__(**fields)
        self._clock = clock
        # One loop of its own: what the Assistant opens stays in it, whichever thread or loop asks.
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="retriever", daemon=True)
        self._thread.start()
        self._opened = opened()
        try:
            self._searcher = self._submit(self._opened.__aenter__()).result()
        except BaseException:
            self._stop()
            raise

    def close(self) -> None:
        """Close the release; nothing may be asked afterwards."""
        if not self._loop.is_closed():
            self._submit(self._opened.__aexit__(None, None, None)).result()
            self._stop()

    def __enter__(self) -> Self:
        """Return the retriever itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return _documents(self._submit(self._searched(query)).result())

    async def _aget_relevant_documents(
        self, query: str, *, run_manager: AsyncCallbackManagerForRetrieverRun
    ) -> list[Document]:
        return _documents(await asyncio.wrap_future(self._submit(self._searched(query))))

    async def _searched(self, query: str) -> tuple[Match, ...]:
        return await self._searcher.search(Question(query, self._clock()), self.k)

    def _submit(self, work: Coroutine[Any, Any, _Result]) -> Future[_Result]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def _stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def _documents(found: tuple[Match, ...]) -> list[Document]:
    return [_document(one) for one in found]


def _document(found: Match) -> Document:
    statement = found.statement
    return Document(
        id=statement.id,
        page_content=statement.text,
        metadata={
            "statement": statement.id,
            "document": statement.document,
            "section": statement.section,
            "title": found.section.title,
            "kind": found.section.kind.value,  # a promise ("janji") is not what was delivered ("pelaksanaan")
            "headers": statement.headers,
            "page": statement.page,
            "score": round(found.score, 6),
            "cosine": round(found.cosine, 6),
            "sources": [_source(note) for note in statement.footnotes],
        },
    )


def _source(note: Footnote) -> dict[str, Any]:
    sources = [
        {"title": one.title, "publisher": one.publisher, "date": one.date, "url": one.url} for one in note.sources
    ]
    return {"label": note.label, "date": note.as_of, "sources": sources}
