"""What is done again and again while the bot runs, on the Application's JobQueue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass
from typing import Any

from telegram.ext import Application, CallbackContext


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do at the start, and again after every so many seconds; it must not take long."""

    name: str
    every: float  # seconds
    run: Callable[[], Awaitable[object]]


def schedule(application: Application[Any, Any, Any, Any, Any, Any], chores: Iterable[Chore]) -> None:
    """Do the chores from when the application starts until it stops; one that fails is logged and comes again."""
    assert application.job_queue
    # However late: by default a job that is a second late, on a busy machine or after a pause, is left out. And what
    # was to run before the queue has started would first run after an interval.
    lenient = {"misfire_grace_time": None, "coalesce": True, "next_run_time": dt.datetime.now(dt.UTC)}
    for chore in chores:
        application.job_queue.run_repeating(_callback(chore), chore.every, name=chore.name, job_kwargs=lenient)


def _callback(chore: Chore) -> Callable[[CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]:
    async def run(context: CallbackContext[Any, Any, Any, Any]) -> None:
        await chore.run()

    return run
