"""What voters send: questions, commands, and things that can't be read."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from telegram import Message, Update, User

from bot.domain.answers import Answer, Outcome, Question
from bot.domain.team import Feature, Member, Rank
from bot.locales import knows, say, say_phrase
from bot.telegram import addressing
from bot.telegram.command_names import SHOWN, every_name, language_of
from bot.telegram.delivery import menu, replies
from bot.telegram.delivery.buttons import Act, button
from bot.telegram.delivery.packing import Block, bold, escape, link, pack
from bot.telegram.delivery.replies import Reply
from bot.telegram.delivery.sending import Recent, show_typing
from bot.telegram.frontend import NOBODY, Asker, Context, FrontEnd
from bot.telegram.guide import Guide


class Voters:
    """Handlers of messages. Each docstring says what the person experiences."""

    def __init__(self, front: FrontEnd, albums: Recent[bool], guide: Guide) -> None:
        self._front, self._assistant, self._delivery = front, front.assistant, front.delivery
        self._albums, self._guide = albums, guide

    async def start(self, update: Update, context: Context) -> None:
        """They learn whose bot this is and get three questions to tap; a link's payload opens what it names."""
        message, asker = await sent(self._front, update)
        payload = context.args[0] if context.args else ""
        places = {"program": self.programs, "bahasa": self.language, "hapus": self.delete}
        if payload in places:
            await places[payload](update, context)
        elif payload.startswith(menu.SECTION):
            await self._section(message, asker, payload.removeprefix(menu.SECTION))
        elif payload.startswith(menu.PROGRAM):
            await self._program(message, asker, payload.removeprefix(menu.PROGRAM))
        else:
            await self._say(message, await self._welcome(message, asker))

    async def help(self, update: Update, context: Context) -> None:
        """They read how to ask, and where else to turn; who is of the team, first what they may do."""
        message, asker = await sent(self._front, update)
        language = asker.language()
        text = say(language, "help", bot=context.bot.username, **self._front.campaign(language))
        links = [Block(f"🔗 {link(one.label, one.url)}", "\n\n") for one in self._front.settings.campaign.links]
        member = await self._member(message, asker)
        own = list(self._guide.commands(member, language)) if member else []
        title = Block(bold(say(language, "help-title")), "\n\n" if own else "", leads=True)
        blocks = [*own, title, Block(escape(text), "\n\n"), *links]
        await self._say(message, Reply(pack(blocks), ((self._front.topics(message, language),),)))

    async def programs(self, update: Update, context: Context) -> None:
        """They get a menu of all topics; in a group, the way to it."""
        message, asker = await sent(self._front, update)
        language = asker.language()
        if addressing.is_private(message.chat):
            tree = await self._assistant.programs(language, self._front.clock())
            await self._say(message, menu.root(tree, language))
        else:
            await self._say_private(message, language, "program")

    async def language(self, update: Update, context: Context) -> None:
        """They are asked, in both languages, which one to answer in."""
        message, asker = await sent(self._front, update)
        if not addressing.is_private(message.chat):
            await self._say_private(message, self._command_language(message, asker), "bahasa")
            return
        languages = self._front.languages
        question = "\n".join(say(language, "language-ask") for language in languages)
        row = tuple(button(say(language, f"language-{language}"), Act.LANGUAGE, language) for language in languages)
        await self._say(message, Reply((escape(question),), (row,)))

    async def privacy(self, update: Update, context: Context) -> None:
        """They read what is held about them, why and how long."""
        message, asker = await sent(self._front, update)
        language = self._command_language(message, asker)
        text = say(language, "privacy", run_by=self._front.campaign(language)["run_by"])
        await self._say(message, Reply((f"{bold(say(language, 'privacy-title'))}\n\n{escape(text)}",)))

    async def delete(self, update: Update, context: Context) -> None:
        """They see how much is held about them and are asked whether to delete it."""
        message, asker = await sent(self._front, update)
        language = self._command_language(message, asker)
        if not addressing.is_private(message.chat):
            await self._say_private(message, language, "hapus")
            return
        held = counts(await self._front.held(asker.person, message.chat), language)
        member = await self._front.roster.member(asker.person)
        leaving = "delete-owner" if member and member.rank is Rank.OWNER else "delete-member"
        team = f"{say(language, leaving, rank=say(language, f'rank-{member.rank}'))}\n\n" if member else ""
        text = f"{say(language, 'delete-ask')}\n{held}\n\n{team}{say(language, 'delete-sure')}"
        yes = button(say(language, "button-yes-delete"), Act.DELETE, language)
        no = button(say(language, "button-no-delete"), Act.DELETE_NOT, language)
        await self._say(message, Reply((escape(text),), ((yes, no),)))

    async def unknown_command(self, update: Update, context: Context) -> None:
        """They are told which command they may have meant, or which there are."""
        message, asker = await sent(self._front, update)
        language, typed = asker.language(), addressing.command_name(message)
        nearest = self._guide.nearest(typed, await self._member(message, asker), language)
        key = "unknown-command-nearest" if nearest else "unknown-command"
        topics = self._front.topics(message, language)
        await self._say(message, replies.notice(language, key, (topics,), typed=typed, nearest=nearest))

    async def question(self, update: Update, context: Context) -> None:
        """They see "typing …", then the answer to their question; if they edit the question, the answer changes."""
        message, asker = await sent(self._front, update)
        if update.edited_message and not self._front.is_recent(message):
            return
        await self._answer(message, asker, await self._front.counted_as(asker.person))

    async def answer(self, message: Message, user: User) -> None:
        """The same, for what was written into a form: that counts as nobody's question."""
        await self._answer(message, await self._front.asker(user, message.chat), NOBODY)

    async def _answer(self, message: Message, asker: Asker, person: str) -> None:
        text = addressing.heard(message, message.get_bot().bot, every_name(*SHOWN)) or ""
        quoted = addressing.quoted(message)
        about = quoted.ids if quoted else ()
        asked = Question(text, self._front.clock(), asker.chosen, person, asker.conversation, about)
        ways = await self._front.ways_kept(message, asker)
        keep = ways.append if ways is not None else None
        answer, _ = await asyncio.gather(self._assistant.ask(asked, keep), show_typing(message.chat))
        reply = replies.answer(answer, self._front.topics(message, answer.language))
        await self._delivery.answer(message, reply)
        if ways:
            self._front.traces.keep(message.chat, self._delivery.answers_of(message), ways[0])

    async def unreadable(self, update: Update, context: Context) -> None:
        """They are told kindly that only text can be read; an album is answered once."""
        message, asker = await sent(self._front, update)
        if message.media_group_id:
            album = (message.chat.id, hash(message.media_group_id))
            if self._albums.get(album):
                return
            self._albums.keep(album, True)
        notice = replies.notice(asker.language(), f"unreadable-{addressing.unreadable_kind(message)}")
        await self._delivery.send(message.chat, notice, message)

    async def refuse(self, message: Message, user: User) -> None:
        """They are asked, once a minute, to wait a little."""
        await self._delivery.send(
            message.chat, replies.notice(self._front.app_language(user), "limit-reached"), message
        )

    async def _member(self, message: Message, asker: Asker) -> Member | None:
        """Return who of the team asks, where nobody else reads along."""
        return await self._front.roster.member(asker.person) if addressing.is_private(message.chat) else None

    async def _say(self, message: Message, reply: Reply) -> None:
        """In a group it must be clear to whom; in a private chat a command needs no quoting."""
        await self._delivery.send(message.chat, reply, None if addressing.is_private(message.chat) else message)

    async def _say_private(self, message: Message, language: str, payload: str) -> None:
        way = self._front.private(message, say(language, "button-private"), payload)
        await self._say(message, replies.notice(language, "group-private", (way,)))

    async def _section(self, message: Message, asker: Asker, section_id: str) -> None:
        language, now = asker.language(), self._front.clock()
        answer = await self._assistant.section(section_id, language, now, asker.conversation, asker.person)
        await self._say(message, replies.answer(answer, self._front.topics(message, language)))

    async def _program(self, message: Message, asker: Asker, slug: str) -> None:
        """They see what belongs to a program; where it is gone or may not be shown now, why, or all topics."""
        language, now = asker.language(), self._front.clock()
        tree = await self._assistant.programs(language, now)
        reason = self._assistant.withheld(now)
        shown = menu.program(tree, slug, language)
        if shown is None and reason:
            shown = replies.answer(Answer(Outcome.QUIET, language, (reason,)))
        topics = self._front.topics(message, language)
        await self._say(message, shown or replies.notice(language, "documents-changed", (topics,)))

    async def _welcome(self, message: Message, asker: Asker) -> Reply:
        """Whose bot this is in their language and, if they have not chosen it, in short in the other."""
        language, now = asker.language(), self._front.clock()
        closure = await self._front.roster.closed(Feature.QUESTIONS)
        standing = self._assistant.standing(now)
        others = [other for other in self._front.languages if other != language and not asker.chosen]
        texts = [
            say(language, "start", **self._front.campaign(language)),
            *([say_phrase(language, standing)] if standing else []),
            *(say(other, "start-short", **self._front.campaign(other)) for other in others),
            *([replies.closed(closure, language)] if closure else []),
        ]
        starters = () if closure else await self._assistant.starters(language, now)
        questions = replies.suggested(starters, language)
        if questions:
            texts.append(say(language, "start-questions"))
        blocks = [Block(bold(say(language, "start-title"))), *(Block(escape(text), "\n\n") for text in texts)]
        return Reply(pack(blocks), (*questions, (self._front.topics(message, language),)))

    def _command_language(self, message: Message, asker: Asker) -> str:
        """The language that the command itself is in tells what its sender reads."""
        return asker.language(language_of(addressing.command_name(message)))


async def sent(front: FrontEnd, update: Update) -> tuple[Message, Asker]:
    """Return the message that an update brings, and who has sent it."""
    message, user = update.effective_message, update.effective_user
    assert message is not None
    assert user is not None
    return message, await front.asker(user, message.chat)


def counts(held: Mapping[str, int], language: str) -> str:
    """Return how many records of each sort are held, one sort a line."""
    return "\n".join(say(language, "held-line", sort=_sort(key, language), count=n) for key, n in held.items())


def _sort(key: str, language: str) -> str:
    return say(language, f"held-{key}") if knows(language, f"held-{key}") else key
