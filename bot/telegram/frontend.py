"""What all handlers work with: the Assistant, the settings, and who is asking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from telegram import Chat, MaybeInaccessibleMessage, Message, User
from telegram.ext import CallbackContext, ExtBot
from telegram.helpers import create_deep_linked_url

from bot.domain.answers import Answer, Branch, Cards, Match, Phrase, Question, Suggestion
from bot.domain.calendar import Campaign, in_language
from bot.domain.documents import Section, Statement
from bot.domain.figures import period
from bot.domain.ports import Feedback
from bot.domain.privacy import person_hash
from bot.domain.traces import Keep, Trace
from bot.locales import LANGUAGES, say
from bot.telegram import addressing
from bot.telegram.abilities import ONLY_ANSWERING, Abilities
from bot.telegram.delivery import replies
from bot.telegram.delivery.address_book import AddressBook
from bot.telegram.delivery.buttons import Button
from bot.telegram.delivery.replies import Reply
from bot.telegram.delivery.sending import REMEMBERED, Delivery
from bot.telegram.dialogs import Asked, Dialogs
from bot.telegram.duties import Errand
from bot.telegram.roster import Roster
from bot.telegram.ways import Traces

NOBODY = ""  # as Question.person: the question is not counted, and not kept if it is not answered

Context = CallbackContext[ExtBot[None], None, None, None]


class Assistant(Protocol):
    """What a front end asks for; bot.answering.assistant.Assistant fulfils it."""

    @property
    def release_id(self) -> str:
        """The id of the release that answers now."""

    async def ask(self, question: Question, keep: Keep | None = None) -> Answer:
        """Answer a question; `keep` gets the way that it went."""

    async def section(
        self, section_id: str, language: str, now: dt.datetime, conversation: str = "", person: str = ""
    ) -> Answer:
        """Return all that a section says; NOT_FOUND if it is gone."""

    async def quote(
        self, ids: Sequence[str], language: str, now: dt.datetime, conversation: str = "", person: str = ""
    ) -> Answer:
        """Return statements, lists whole; NOT_FOUND if all are gone."""

    async def programs(self, language: str, now: dt.datetime) -> tuple[Branch, ...]:
        """Return the menu."""

    async def statements(self, ids: Sequence[str]) -> tuple[tuple[Statement, Section], ...]:
        """Return statements by their ids, withdrawn ones with them, and their sections; what is gone is left out."""

    async def nearest(self, question: Question, count: int) -> tuple[Match, ...]:
        """Return the statements nearest to a question, whether they answer it or not, best first."""

    async def cards(self, question: Question, count: int) -> Cards:
        """Return how a question ends and what can be shared of its answer."""

    async def popular(self, topics: Sequence[str], language: str, now: dt.datetime, count: int) -> Cards:
        """Return what can be shared where nothing was asked, of these topics first."""

    async def starters(self, language: str, now: dt.datetime) -> tuple[Suggestion, ...]:
        """Return questions to begin with."""

    async def overdue(self, today: dt.date) -> tuple[str, ...]:
        """Return the titles of documents that should have been reviewed by now."""

    async def rate(self, feedback: Feedback) -> None:
        """Keep a verdict."""

    async def language(self, person: str) -> str | None:
        """Return the language that a person chose."""

    async def choose_language(self, person: str, language: str, now: dt.datetime) -> None:
        """Remember it."""

    async def held(self, person: str, now: dt.datetime) -> dict[str, int]:
        """Return how many records of each sort are held about a person."""

    async def forget(self, person: str) -> None:
        """Delete them."""

    def withheld(self, now: dt.datetime) -> Phrase | None:
        """Return why parts of the documents may not be shown now, None if all may."""

    def standing(self, now: dt.datetime) -> Phrase | None:
        """Return where in time the campaign stands."""


class Prompt(Protocol):
    """What is responded to: a message, or a tap on a button."""

    @property
    def message(self) -> MaybeInaccessibleMessage:
        """What they wrote, or what the tapped button stands under."""

    @property
    def is_tap(self) -> bool:
        """Whether it is a tap."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The values that app.py hands to the front end."""

    secret: bytes = field(repr=False)
    campaign: Campaign
    token: str = field(default="", repr=False)
    api_url: str = "https://api.telegram.org"
    owners: frozenset[str] = frozenset()  # hashes
    questions_per_minute: int = 20
    admins_invite: bool = True  # volunteers


@dataclass(frozen=True, slots=True)
class Asker:
    """A person as the rest of the program knows them, and the languages they may want."""

    person: str
    conversation: str
    chosen: str | None  # with /bahasa
    app: str  # that of their Telegram app, if the bot speaks it
    languages: Sequence[str] = LANGUAGES  # that the bot speaks

    def language(self, said: str | None = None) -> str:
        """Return the language to use: the chosen one, else that of what they said, else their app's."""
        return self.chosen or (said if said in self.languages else None) or self.app


@dataclass(frozen=True, slots=True)
class FrontEnd:
    """The Assistant, and what turns Telegram's people into its askers: no id of Telegram's goes further than this."""

    settings: Settings
    assistant: Assistant
    delivery: Delivery
    clock: Callable[[], dt.datetime]
    roster: Roster
    dialogs: Dialogs
    traces: Traces
    abilities: Abilities = ONLY_ANSWERING
    book: AddressBook | None = None  # None: nobody is written to unasked

    @property
    def zone(self) -> dt.tzinfo:
        """The campaign's time zone."""
        return self.settings.campaign.calendar.time_zone

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the campaign's bot speaks, its own first."""
        return self.settings.campaign.languages

    def app_language(self, user: User) -> str:
        """Return the language of a person's Telegram app if the bot speaks it, else the campaign's."""
        code = (user.language_code or "").partition("-")[0].lower()
        return code if code in self.languages else self.languages[0]

    async def chosen_language(self, person: str) -> str | None:
        """Return the language that a person chose, None if they never did or the bot no longer speaks it."""
        chosen = await self.assistant.language(person)
        return chosen if chosen in self.languages else None

    def person(self, user: User) -> str:
        """Return the hash of a person."""
        return person_hash(self.settings.secret, user.id)

    async def asker(self, user: User, chat: Chat) -> Asker:
        """Return who is asking: hashes, and the language looked up."""
        person = self.person(user)
        conversation = person_hash(self.settings.secret, user.id, chat.id)
        chosen = await self.chosen_language(person)
        return Asker(person, conversation, chosen, self.app_language(user), self.languages)

    async def asked_about(self, days: int) -> tuple[str, ...]:
        """Return the topics of most questions of the last days, the most frequent first, where these are counted."""
        span, views = period(days, self.clock(), self.zone), self.abilities.views
        topics = (await views.figures.figures(*span, self.zone)).topics() if views else []
        return tuple(topic for topic, _ in topics)

    async def ways_kept(self, message: Message, asker: Asker) -> list[Trace] | None:
        """Return where to put the way that a question goes; None for a voter's, of whose questions nothing is kept."""
        is_own = addressing.is_private(message.chat) and await self.roster.reviews(asker.person)
        return [] if is_own else None

    async def counted_as(self, person: str) -> str:
        """Return as whose a question counts in figures and gaps: the team's own are nobody's."""
        return NOBODY if await self.roster.is_team(person) else person

    async def forget(self, person: str) -> None:
        """Delete everything held about a person; what is remembered as nobody's may be theirs, and goes with it."""
        for one in (person, NOBODY):
            await self.assistant.forget(one)

    async def held(self, person: str, chat: Chat) -> dict[str, int]:
        """Return how many records of each sort are held about a person, and how many ways of their questions."""
        traced = self.traces.count(chat)
        return await self.assistant.held(person, self.clock()) | ({"traces": traced} if traced else {})

    def campaign(self, language: str) -> dict[str, str]:
        """Return whose bot this is, as sentences name it."""
        campaign = self.settings.campaign
        return {
            "campaign": in_language(campaign.name, language) or say(language, "campaign-unnamed"),
            "run_by": in_language(campaign.run_by, language) or say(language, "run-by-unnamed"),
        }

    def is_recent(self, message: Message) -> bool:
        """Return whether an edit counts: it may have made a question of what was never answered, but not days later."""
        age = self.clock() - message.date
        return self.delivery.was_answered(message) or age < dt.timedelta(seconds=REMEMBERED)

    async def respond(self, prompt: Prompt, reply: Reply) -> None:
        """Answer somebody: a tap in place of the message with the button, if one message is enough, else anew."""
        if prompt.is_tap and len(reply.messages) == 1:
            await self.delivery.replace(prompt.message, reply)
        else:
            await self.delivery.send(prompt.message.chat, reply)

    async def ask(
        self,
        errand: Errand,
        verb: str,
        reply: Reply,
        about: str = "",
        *,
        may_be_question: bool = False,
        remark: str = "",
    ) -> None:
        """Put a question to a team member, and say that the bot waits: their next text leads to the step `verb`.

        Without a verb only a tap answers it. A remark (HTML) stands above it once, not when it is put again.
        """
        waiting = replies.waiting(reply, errand.language)
        self.dialogs.ask(errand.chat, Asked(verb, about, errand.language, waiting, may_be_question))
        await self.respond(errand, replies.remarked(remark, waiting) if remark else waiting)

    async def end(self, errand: Errand) -> None:
        """End what waits in a chat, and say so. What has gone on to its plan stays until that is discarded."""
        is_planned, chat = self.dialogs.is_planned(errand.chat), errand.chat
        if is_planned and self.dialogs.asked(chat):  # what is asked about the plan, not the form before it
            is_planned = False
            self.dialogs.drop(chat)
        else:
            self.dialogs.leave(chat)
        key = "form-stopped-planned" if is_planned else "form-stopped"
        await self.respond(errand, replies.notice(errand.language, key))

    def topics(self, message: Message, language: str) -> Button:
        """Return the button to all topics: a menu here, or in a group the way to a private chat."""
        if addressing.is_private(message.chat):
            return replies.topics_button(language)
        return self.private(message, say(language, "button-topics"), "program")

    def private(self, message: Message, text: str, payload: str) -> Button:
        """Return a button that opens a private chat with the bot at a place that a start payload names."""
        return Button(text, url=create_deep_linked_url(message.get_bot().username, payload))
