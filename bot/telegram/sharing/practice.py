"""The practice quiz of /relawan: one message that turns from a question into its answer and on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.quiz import Exercise, Score, Volunteers
from bot.locales import say, say_phrase
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Act, Button, Rows, button
from bot.telegram.delivery.packing import Block, bold, escape, pack, titled
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.sharing.volunteers import back

SEED_BYTES = 4
NARROW = 16  # characters of an option that leave room for another beside it on a small screen


@dataclass(frozen=True, slots=True)
class Round:
    """Where somebody stands in a round; their buttons carry it, so that nothing is kept."""

    seed: int
    asked: int = 0
    right: int = 0

    @property
    def about(self) -> str:
        """As a button carries it."""
        return f"{self.seed}.{self.asked}.{self.right}"

    @property
    def score(self) -> Score:
        """What it came to."""
        return Score(self.right, self.asked)


class Practice:
    """Handlers of the quiz. Each docstring says what the volunteer experiences."""

    def __init__(self, front: FrontEnd, volunteers: Volunteers, random_bytes: Callable[[int], bytes]) -> None:
        self._front, self._learning, self._scores = front, volunteers.learning, volunteers.scores
        self._random_bytes = random_bytes

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons of the quiz do."""
        return {
            "quiz": self.begin,
            "quizask": self.ask,
            "quizpick": self.pick,
            "quizend": self.end,
            "quizkeep": self.keep,
            "quizdrop": self.drop,
        }

    async def begin(self, errand: Errand) -> None:
        """A new round begins with its first question."""
        await self._ask(errand, Round(int.from_bytes(self._random_bytes(SEED_BYTES))))

    async def ask(self, errand: Errand) -> None:
        """The next question takes the place of the answer."""
        await self._ask(errand, _round(errand.about))

    async def pick(self, errand: Errand) -> None:
        """They read whether they were right, and the statement that tells, with its sources."""
        language, now = errand.language, self._front.clock()
        found = re.fullmatch(r"(\d+\.\d+\.\d+)\.([a-z2-7]{6})\.(\d)", errand.about)
        if found is None:
            await self.begin(errand)
            return
        before, choice = _round(found[1]), int(found[3])
        exercise = await self._learning.exercise(before.seed, before.asked, language, now)
        if exercise is None or exercise.digest != found[2]:
            on = step(say(language, "button-quiz-next"), language, "quizask", before.about)
            await self._front.respond(errand, replies.notice(language, "quiz-changed", (on,)))
            return
        is_right = choice == exercise.right
        after = Round(before.seed, before.asked + 1, before.right + is_right)
        told = await self._learning.explanation(exercise.statement, language, now)
        verdict = say(language, "quiz-right" if is_right else "quiz-wrong", answer=exercise.options[exercise.right])
        score = say(language, "quiz-score", right=after.right, asked=after.asked)
        blocks = [Block(bold(verdict)), *replies.blocks(told), Block(escape(score), "\n\n")]
        shared = button(say(language, "button-share"), Act.SHARE, language, [exercise.statement])
        rows = (
            (step(say(language, "button-quiz-next"), language, "quizask", after.about),),
            (replies.sources_button(told), shared) if told.citations else (shared,),
            (self._end(after, language), self._keep(after, language)),
        )
        await self._front.respond(errand, Reply(pack(blocks), rows))

    async def end(self, errand: Errand) -> None:
        """They read how many they had right, and choose whether that is kept."""
        await self._finish(errand, _round(errand.about), "quiz-ended")

    async def keep(self, errand: Errand) -> None:
        """This round's score is kept, and they read what is."""
        done = _round(errand.about)
        await self._scores.keep(errand.member.person, str(done.seed), done.score, self._front.clock())
        await self._finish(errand, done, "quiz-kept")

    async def drop(self, errand: Errand) -> None:
        """No score of theirs is kept any more."""
        await self._scores.drop(errand.member.person)
        await self._finish(errand, _round(errand.about), "quiz-dropped")

    async def _ask(self, errand: Errand, now_at: Round) -> None:
        language, now = errand.language, self._front.clock()
        exercise = await self._learning.exercise(now_at.seed, now_at.asked, language, now)
        if exercise:
            blocks = _question(exercise, now_at, language)
            await self._front.respond(errand, Reply(pack(blocks), _options(exercise, now_at, language)))
        elif now_at.asked:
            await self._finish(errand, now_at, "quiz-all")
        else:
            reason = self._front.assistant.withheld(now)
            text = say_phrase(language, reason) if reason else say(language, "quiz-none")
            await self._front.respond(errand, Reply((escape(text),), (back(language),)))

    async def _finish(self, errand: Errand, done: Round, key: str) -> None:
        language, total = errand.language, await self._scores.total(errand.member.person)
        texts = [say(language, key, right=done.right, asked=done.asked)]
        if total.asked:
            texts.append(say(language, "quiz-total", right=total.right, asked=total.asked))
        keep = (self._keep(done, language),) if key in ("quiz-ended", "quiz-all") and done.asked else ()
        drop = (step(say(language, "button-quiz-drop"), language, "quizdrop", done.about),) if total.asked else ()
        on = [step(say(language, "button-quiz-next"), language, "quizask", done.about)] if key != "quiz-all" else []
        again = (*on, step(say(language, "button-quiz-again"), language, "quiz"))
        rows = tuple(filter(None, (keep, again, drop, back(language))))
        await self._front.respond(errand, Reply(pack(Block(escape(one), "\n\n") for one in texts), rows))

    def _end(self, done: Round, language: str) -> Button:
        return step(say(language, "button-quiz-end"), language, "quizend", done.about)

    def _keep(self, done: Round, language: str) -> Button:
        return step(say(language, "button-quiz-keep"), language, "quizkeep", done.about)


def _round(about: str) -> Round:
    """Return what a button carries; one that carries nothing of the sort stands at the beginning."""
    found = re.fullmatch(r"(\d{1,10})\.(\d{1,4})\.(\d{1,4})", about)
    return Round(*map(int, found.groups())) if found else Round(0)


def _question(exercise: Exercise, at: Round, language: str) -> Iterator[Block]:
    yield Block(escape(say(language, "quiz-number", number=at.asked + 1, right=at.right, asked=at.asked)))
    yield Block(titled(exercise.title), "\n\n")
    yield Block(titled(replies.kind_dated(exercise.kind, exercise.as_of, language)))
    if exercise.is_gap:
        yield Block(escape(say(language, "quiz-gap")), "\n\n")
    yield Block(f"<b>{escape(exercise.question)}</b>", "\n" if exercise.is_gap else "\n\n")


def _options(exercise: Exercise, at: Round, language: str) -> Rows:
    buttons = [
        step(text, language, "quizpick", f"{at.about}.{exercise.digest}.{number}")
        for number, text in enumerate(exercise.options)
    ]
    if any(len(text) > NARROW for text in exercise.options):
        return tuple((one,) for one in buttons)
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
