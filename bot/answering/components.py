"""The components of the pipeline: each reads and writes the fields of the turn that its docstring names, nothing else.

What they call stands in the folders, whose numbers are the order of running. A component that ends the turn says why.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.composing import clarify as clarifying
from bot.answering.composing import heard
from bot.answering.composing.difference import DIFFERS, settling
from bot.answering.composing.doubting import is_doubtful
from bot.answering.constraints import ballot_numbers
from bot.answering.constraints.empty_facets import FACET
from bot.answering.dialogue import contestants, doubts, slots
from bot.answering.dialogue import subject as subjects
from bot.answering.retrieval import intents, merging, refusal
from bot.answering.retrieval.found import Findings
from bot.answering.retrieval.fusion import find
from bot.answering.selection import select as selecting
from bot.answering.selection.constrained import constrain as constrained
from bot.answering.turn import Turn
from bot.answering.understanding import clauses
from bot.answering.understanding import people_first as people
from bot.answering.understanding import small_talk as courtesy
from bot.answering.understanding.asides import asked
from bot.answering.understanding.noise import is_noise
from bot.answering.understanding.plain import plain
from bot.answering.understanding.query import parse
from bot.domain.answers import Outcome, Phrase, Reason
from bot.domain.documents import Boundary, Role, Sort
from bot.domain.programs import heading_in
from bot.domain.withdrawals import among, whole
from bot.language import facets
from bot.language.levels import called
from bot.language.tokens import asks_yes_or_no, terms

_FOR_PERPETRATORS = ("attack_candidate", "money_for_votes", "threats_sabotage", "personal_advice")
_ABOUT_THE_ANSWER = {Reason.CONFIRMED: "answer-docs-say", Reason.SOURCES: "answer-sources"}


async def people_first(turn: Turn) -> Turn:
    """End what comes from somebody in need, or is noise; open what is also a question. Reads the question."""
    text, composer = turn.question.text, turn.composer
    if not courtesy.match(text) and is_noise(text, turn.release.vocabulary):
        answer = heard.told(heard.NOISE, composer, Outcome.NOT_FOUND)
        return turn.ended("people_first", Reason.PEOPLE_FIRST, answer, heard.NOISE)
    kind, pastes = people.kind(text), people.pastes_number(text)
    if kind:
        answer = heard.heard(kind, composer, people.answers(turn.release).get(kind), turn.setting.help)
        answer = heard.with_warning(answer) if pastes else answer
        if not people.goes_on(kind, text, is_answered=bool(answer.parts)):
            return turn.ended("people_first", Reason.PEOPLE_FIRST, answer, kind)
        return replace(turn, opening=answer).noted("people_first", Reason.PEOPLE_FIRST, kind)
    if not pastes:
        return turn
    answer = heard.told(heard.PASTED, composer, Outcome.SMALL_TALK)
    if people.only_numbers(text):
        return turn.ended("people_first", Reason.PEOPLE_FIRST, answer, heard.PASTED)
    return replace(turn, opening=answer).noted("people_first", Reason.PEOPLE_FIRST, heard.PASTED)


async def small_talk(turn: Turn) -> Turn:
    """End what greets, thanks or asks for nothing by its very words. Reads the question."""
    kind = courtesy.match(turn.question.text)
    return turn.ended("small_talk", Reason.SMALL_TALK, turn.composer.small_talk(kind), kind) if kind else turn


async def hard_boundary(turn: Turn) -> Turn:
    """End what crosses a boundary by its very words. Reads the question."""
    boundary = turn.setting.boundaries.exact(turn.question.text)
    if boundary and not _scolds(turn, boundary):
        return turn.ended("hard_boundary", Reason.BOUNDARY, turn.composer.declined(boundary), boundary.kind)
    return turn


async def confirm(turn: Turn) -> Turn:
    """End what only doubts the answer before it, or asks for its sources, with the same quotes. Reads the question."""
    reason = doubts.about_the_answer(turn.question.text)
    if reason and (turn.quoted or among(turn.previous, turn.release)):
        lead = (Phrase(_ABOUT_THE_ANSWER[reason]),)
        return turn.ended("confirm", reason, turn.composer.quoted(turn.quoted, lead, asked=turn.previous))
    return turn


async def normalise(turn: Turn) -> Turn:
    """Put the question in plain spelling. Writes text."""
    return replace(turn, text=plain(turn.question.text, turn.language, turn.release))


async def fill_slots(turn: Turn) -> Turn:
    """Put in what the text leaves out: contestant, year, town. Reads and writes text; writes typed, subject."""
    previous = slots.Previous(turn.previous, turn.quoted)
    filled = slots.filled(turn.text, turn.language, previous, turn.setting.index)
    says_more = filled.is_of_another and not contestants.says_only_whom(turn.text, turn.language, turn.release)
    turn = replace(turn, typed=turn.text if says_more else "", text=filled.text, subject=filled.subject)
    return turn.noted("fill_slots", Reason.CONTESTANT, filled.text) if filled.is_of_another else turn


async def parse_query(turn: Turn) -> Turn:
    """Work out what the text asks for. Reads text; writes parsed."""
    return replace(turn, parsed=parse(turn.text, turn.language, whole(turn.release)))


async def embed(turn: Turn) -> Turn:
    """Embed the text, and with its subject if it has one. Writes vector, vector_with_subject."""
    texts = [turn.text] if turn.subject is None else [turn.text, subjects.whole(turn.text, turn.subject)]
    vectors = await turn.setting.embedder.embed(texts, Role.QUERY)
    return replace(turn, vector=vectors[0], vector_with_subject=vectors[1] if turn.subject else None)


async def classify_facet(turn: Turn) -> Turn:
    """Tell which facet a text asks for that goes on from nothing. Reads text, vector, subject; writes parsed."""
    if turn.vector is None or turn.subject:
        return turn
    known = turn.setting.index.facets
    query = replace(turn.query, asked=known.asked(turn.text, turn.vector), facets=known)
    return replace(turn, parsed=query)


async def retrieve(turn: Turn) -> Turn:
    """Look both up in the release. Reads the vectors; writes alone, with_subject and findings."""
    index, language = turn.setting.index, turn.language
    alone = await find(index, turn.vector, turn.query.terms, language)
    if turn.subject is None:
        return replace(turn, alone=alone, findings=alone)
    joined = terms(subjects.whole(turn.text, turn.subject), language)
    return replace(
        turn, alone=alone, findings=alone, with_subject=await find(index, turn.vector_with_subject, joined, language)
    )


async def merge_subject(turn: Turn) -> Turn:
    """Tell a follow-up from a new topic by what was found. Reads and writes subject; writes findings."""
    about, language = turn.subject, turn.language
    if about is None:
        return turn
    if not merging.continues(turn.text, language, turn.alone, about, turn.release.manifest):
        return replace(turn, subject=None).noted("merge_subject", Reason.NEW_TOPIC)
    findings = merging.merge(turn.alone, turn.with_subject, turn.query.terms, language, about)
    title = heading_in(turn.release, about.sections[0], turn.composer.language)
    return replace(turn, findings=findings).noted("merge_subject", Reason.CONTINUES, title)


async def classify_intent(turn: Turn) -> Turn:
    """End what is to be declined. Reads vector, alone, findings; writes intent.

    What only says which contestants it means is declined as the whole that it stands for, never by its few words. What
    says more is also judged as typed: with names in place of "lawannya" a threat is less like one.
    """
    if turn.vector is None:
        return turn
    classifier = intents.Classifier(turn.setting.boundaries, turn.setting.index.judge)
    alone, joined = intents.Reading(turn.text, turn.query.asking, turn.vector, turn.alone), _joined(turn)
    if joined and turn.subject:
        intent = intents.of_follow_up(classifier, alone, joined, turn.query.terms, turn.subject)
    else:
        intent = classifier.intent(alone)
    if intent and intent.declines and contestants.says_only_whom(turn.text, turn.language, turn.release):
        intent = classifier.intent(joined) if joined else None
    if not intent and turn.typed:
        intent = await _as_typed(turn, classifier)
    if intent and _scolds(turn, intent):
        return turn
    if intent and intent.declines:
        return turn.ended("classify_intent", Reason.BOUNDARY, turn.composer.declined(intent), intent.kind)
    return replace(turn, intent=intent)


async def best_clause(turn: Turn) -> Turn:
    """Look up the clause that the documents know best, where the whole does not suffice. Writes clause."""
    language, index = turn.language, turn.setting.index
    if turn.subject or turn.intent or refusal.suffices(turn.findings, turn.release.manifest, language):
        return turn
    text = clauses.best_clause(turn.text, language, index)
    if not text:
        return turn
    vectors = await turn.setting.embedder.embed([text], Role.QUERY)
    found = await find(index, vectors[0], terms(text, language), language)
    return replace(turn, clause=found).noted("best_clause", Reason.CLAUSE, text)


async def known_absence(turn: Turn) -> Turn:
    """End what the documents are known not to hold, and small talk that is known by its examples. Reads intent."""
    if turn.intent is None:
        return turn
    reason = Reason.SMALL_TALK if turn.intent.sort is Sort.SMALL_TALK else Reason.ABSENT_TOPIC
    return turn.ended("known_absence", reason, turn.composer.declined(turn.intent), turn.intent.kind)


async def clarify(turn: Turn) -> Turn:
    """End what means several things by asking back. Reads text, findings, subject."""
    composer = turn.composer
    if turn.continues:
        return turn
    found = turn.findings.within(turn.release).sections
    choices = clarifying.choices(
        turn.query.question, turn.language, found, turn.release, composer.language, composer.allows
    )
    return turn.ended("clarify", Reason.CLARIFY, composer.clarify(choices)) if choices else turn


async def refuse(turn: Turn) -> Turn:
    """End what the documents hold no answer to, as far as nearness can tell. Reads findings, clause, subject."""
    if turn.findings.found and (turn.continues or turn.evidence >= turn.least_evidence):
        return turn
    return turn.ended("refuse", Reason.REFUSED, turn.composer.not_found(_sayable(turn)))


async def select(turn: Turn) -> Turn:
    """Choose the statements that answer; none where nothing is found. Reads findings, query, subject; writes chosen."""
    if not turn.findings.found:
        return turn
    release, is_whole, without = whole(turn.release), turn.subject is None, turn.setting.without
    chosen = selecting.choose(turn.findings, release, turn.query, is_whole=is_whole, without=without)
    return replace(turn, chosen=chosen)


async def constrain(turn: Turn) -> Turn:
    """Hold the chosen against what the question demands. Reads and writes chosen; writes lacking."""
    if not turn.chosen:
        return turn
    found = constrained(
        turn.chosen,
        turn.query,
        turn.findings,
        whole(turn.release),
        settles=asks_yes_or_no(turn.query.question),
        is_whole=turn.subject is None,
        without=turn.setting.without,
    )
    turn = replace(turn, chosen=found.statements, lacking=found.lacking)
    if found.are_others:
        return turn.noted("constrain", Reason.OTHERS)
    return turn.noted("constrain", Reason.LACKING, found.lacking.said) if found.lacking else turn


async def unknown_contestant(turn: Turn) -> Turn:
    """Tell whether a number on the ballot is asked of that nobody has. Reads text, quoted; writes lacking."""
    if turn.lacking:
        return turn
    lacking = ballot_numbers.unknown(turn.query.question, turn.quoted, whole(turn.release))
    if not lacking:
        return turn
    return replace(turn, lacking=lacking).noted("unknown_contestant", Reason.LACKING, lacking.said)


async def withdrawn(turn: Turn) -> Turn:
    """End what is answered by a withdrawn statement first of all: second best ones would answer something else."""
    if turn.held and turn.chosen[0] in turn.held:
        return turn
    if not turn.chosen:
        return turn.ended("withdrawn", Reason.REFUSED, turn.composer.not_found(_sayable(turn)))
    return turn.ended("withdrawn", Reason.WITHDRAWN, turn.composer.taken_back(turn.taken, _sayable(turn)))


async def missing(turn: Turn) -> Turn:
    """End with what is lacking and what is nearest to it. Reads chosen, lacking."""
    if not turn.lacking:
        return turn
    answer = turn.composer.partly(_not_held(turn), turn.held, _sayable(turn), turn.taken)
    return turn.ended("missing", Reason.LACKING, answer, turn.lacking.said)


async def difference(turn: Turn) -> Turn:
    """Say first what the documents hold in place of what is taken for granted. Reads chosen; writes firsts, lead."""
    if any(one.statements for one in turn.firsts):
        return turn
    lead = settling(turn.query.question, turn.language, turn.held, turn.composer)
    turn = replace(turn, lead=lead, firsts=() if lead else turn.firsts)
    held = next((dict(phrase.values)["held"] for phrase in lead if phrase.key == DIFFERS), None)
    return turn.noted("difference", Reason.DIFFERS, held) if held else turn


async def doubt(turn: Turn) -> Turn:
    """Say that it may be none, where no like question is answered by what is near. Reads chosen; writes lead."""
    if turn.lead or turn.firsts or not is_doubtful(turn.taught(turn.held), turn.findings.coverage):
        return turn
    return replace(turn, lead=(Phrase("answer-nearest"),)).noted("doubt", Reason.DOUBTED)


async def compose(turn: Turn) -> Turn:
    """End with the quotes, or with why nothing may be said now. Reads chosen, lead, firsts, findings."""
    answer = turn.composer.quoted(turn.held, turn.lead, _sayable(turn), turn.taken, turn.firsts)
    quiet = answer.outcome is Outcome.QUIET
    return turn.ended("compose", Reason.QUIET if quiet else Reason.QUOTED, answer)


def _scolds(turn: Turn, boundary: Boundary) -> bool:
    """Whether a boundary is meant for those who do it, and the message comes from somebody who suffers it."""
    return turn.is_heard and boundary.kind in _FOR_PERPETRATORS


async def _as_typed(turn: Turn, classifier: intents.Classifier) -> Boundary | None:
    """The intent for which a text as typed is clearly declined."""
    vectors = await turn.setting.embedder.embed([turn.typed], Role.QUERY)
    typed = intents.Reading(turn.typed, asked(turn.typed), vectors[0], turn.alone)
    intent = classifier.intent(typed, clearly=True)
    return intent if intent and intent.declines else None


def _joined(turn: Turn) -> intents.Reading | None:
    """The text with what it goes on from, None where it goes on from nothing."""
    if turn.subject is None or turn.vector_with_subject is None:
        return None
    text = subjects.whole(turn.text, turn.subject)
    return intents.Reading(text, asked(text), turn.vector_with_subject, turn.findings)


def _sayable(turn: Turn) -> Findings:
    """What was found and is not withdrawn."""
    return turn.findings.within(turn.release)


def _not_held(turn: Turn) -> Phrase:
    """That the documents tell nothing of what a question demands."""
    assert turn.lacking
    kind, said = turn.lacking.kind, turn.lacking.said
    named = facets.named(said, turn.composer.language) if kind == FACET else called(said, turn.question.text)
    return Phrase(f"not-found-{kind}", (("said", named),))
