"""What is worked out once a release."""

from __future__ import annotations

import gc
import weakref

from bot.domain.documents import Release
from bot.domain.per_release import once_a_release
from tests.releases import release


def test_work_is_done_once_for_each_of_two_releases_that_take_turns() -> None:
    done: list[Release] = []
    work = once_a_release(done.append)
    one, other = release(), release()
    for each in (one, other, one, other):
        work(each)
    assert [id(each) for each in done] == [id(one), id(other)]


def test_a_release_that_nobody_asks_any_more_is_not_kept() -> None:
    work = once_a_release(lambda one: len(one.statements))
    gone = release()
    work(gone)
    seen = weakref.ref(gone)
    del gone
    gc.collect()
    assert seen() is None
