"""A short tour for those who may publish: what can be done here, tried on an example of which nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping

from bot.locales import say
from bot.telegram.delivery import replies
from bot.telegram.delivery.packing import Block, bold, escape, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.duties import Errand, Handler, step
from bot.telegram.frontend import FrontEnd
from bot.telegram.team.uploading import Documents


class Tour:
    """Handlers of /tur. Each docstring says what the team member experiences."""

    def __init__(self, front: FrontEnd, documents: Documents) -> None:
        self._front, self._documents = front, documents

    @property
    def steps(self) -> Mapping[str, Handler]:
        """What the buttons of the tour do."""
        return {"tourtry": self.try_out}

    async def begin(self, errand: Errand) -> None:
        """They read in four lines what they can do, and are asked to send a file or to try an example."""
        language = errand.language
        blocks = [Block(bold(say(language, "tour-title"))), Block(escape(say(language, "tour")), "\n\n")]
        example = step(say(language, "button-tourtry"), language, "tourtry")
        await self._front.respond(errand, Reply(pack(blocks), ((example,),)))

    async def try_out(self, errand: Errand) -> None:
        """An example is read and asked about as their own file would be; at its end nothing is planned."""
        name, text = say(errand.language, "tour-example-name"), say(errand.language, "tour-example")
        if self._front.dialogs.is_open(errand.chat):
            await self._front.delivery.send(errand.chat, replies.notice(errand.language, "doc-one-at-a-time"))
            return
        await self._documents.try_out(errand, name, text.encode("utf-8"))
