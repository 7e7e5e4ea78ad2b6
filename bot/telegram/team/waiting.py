"""A text that comes while the bot waits for something: it ends that, is asked back, or is what was waited for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from telegram import Message, User

from bot.domain.team import Feature, Member
from bot.locales import say
from bot.telegram.delivery import replies
from bot.telegram.delivery.buttons import Button, shortened
from bot.telegram.delivery.packing import escape
from bot.telegram.delivery.replies import Reply
from bot.telegram.dialogs import Asked
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.heard import asks, ends

LONGEST = 120  # characters of their words that are shown again

Answer = Callable[[Message, User], Awaitable[None]]  # answers a message as any question


class Waiting:
    """The one place where forms are ended and asked back. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, answer: Answer, take: Callable[[Message], Awaitable[None]]) -> None:
        """`answer` answers a question as a voter's; `take` hands a text to the step that waits for it."""
        self._front, self._dialogs, self._answer, self._take = front, front.dialogs, answer, take

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons do under what was asked back."""
        return {"askfirst": self.answer_first, "asis": self.take, "resume": self.resume, "endform": self.end}

    async def hear(self, member: Member, message: Message, language: str) -> None:
        """Their text ends the form, is asked back where it looks like a question, or is the answer."""
        text, asked = message.text or "", self._dialogs.asked(message.chat)
        errand = Errand(member, asked.language if asked else language, message, text)
        if ends(text) or asked is None:
            await self.end(errand)
        elif asked.takes_text and (asked.may_be_question or not asks(text)):
            await self._take(message)
        elif not asked.takes_text and asks(text):
            await self._answer_and_resume(errand, message)
        else:
            self._dialogs.doubt(message)
            await self._front.delivery.send(message.chat, _asked_back(text, asked))

    async def end(self, errand: Errand) -> None:
        """They read that nothing was kept or changed; what has gone on to its plan is discarded there."""
        await self._front.end(errand)

    async def take(self, errand: Errand) -> None:
        """What looked like a question is the answer."""
        if message := await self._doubted(errand):
            await self._take(message)

    async def answer_first(self, errand: Errand) -> None:
        """Their question is answered, and what the form asks is put again below."""
        if message := await self._doubted(errand):
            await self._answer_and_resume(errand, message)

    async def resume(self, errand: Errand) -> None:
        """What the form asks is put again."""
        if asked := self._dialogs.resume(errand.chat):
            await self._front.delivery.send(errand.chat, asked.reply)
        else:
            await self._front.respond(errand, replies.notice(errand.language, "form-gone"))

    async def remind(self, errand: Errand) -> None:
        """Behind what they have turned to, they read that a form is still open."""
        language = errand.language
        await self._front.delivery.send(errand.chat, replies.notice(language, "form-still-open", ways_on(language)))

    async def _answer_and_resume(self, errand: Errand, message: Message) -> None:
        closure = await self._front.roster.closed(Feature.QUESTIONS)
        if closure:
            await self._front.delivery.answer(message, Reply((escape(replies.closed(closure, errand.language)),)))
        elif message.from_user:
            await self._answer(message, message.from_user)
        await self.resume(errand)

    async def _doubted(self, errand: Errand) -> Message | None:
        """Return the text that was asked back; they read that this is over if it is."""
        message = self._dialogs.doubted(errand.chat)
        if message is None:
            await self._front.respond(errand, replies.notice(errand.language, "form-gone"))
        return message


def ways_on(language: str) -> tuple[Button, ...]:
    """Return the row of buttons that goes on with the form which is open, or ends it."""
    return _step("resume", language), _step("endform", language)


def _asked_back(text: str, asked: Asked) -> Reply:
    """Return what is asked where a text may be meant for the form or not."""
    language = asked.language
    key = "form-asked-back" if asked.takes_text else "form-taps"
    rows = ((_step("askfirst", language),), (_step("asis" if asked.takes_text else "resume", language),))
    return replies.notice(language, key, *rows, (_step("endform", language),), text=shortened(text, LONGEST))


def _step(verb: str, language: str) -> Button:
    return step(say(language, f"button-{verb}"), language, verb)
