"""Small exams by hand: a release of two facts, answers that quote it, questions about it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.answers import Answer, Citation, Outcome, Part, Phrase, Quote
from bot.domain.documents import Kind, Source
from bot.evaluation.evidence import Render
from bot.evaluation.questions import GoldenQuestion, Split
from bot.evaluation.scoring import Verdict, judge
from tests.releases import document, release, section, statement

BUS = "Bus sekolah berangkat pukul 06.15."
ROUTES = "Bus sekolah melayani 12 rute."
PARKS = "Sari berjanji membangun sepuluh taman."
RELEASE = release(
    document(
        section("Jam bus", statement(BUS, "B-1")),
        section("Rute bus", statement(ROUTES, "B-2")),
        path="bus.md",
        program="sekolah",
    ),
    document(section("Taman", statement(PARKS, "J-1"), kind=Kind.JANJI), path="janji.md", program="janji"),
)
DOCUMENTS = {"bus.md": f"Jam bus {BUS} Rute bus {ROUTES}", "janji.md": f"Taman {PARKS}"}


def render(answer: Answer) -> str:
    """Show an answer plainly: its own words, then each quote under its heading, then its sources."""
    said = [f"{phrase.key} {' '.join(value for _, value in phrase.values)}" for phrase in answer.phrases]
    quotes = [line for part in answer.parts for line in (part.title, *(quote.text for quote in part.quotes))]
    sources = [f"[{one.n}] {source.publisher} {source.date}" for one in answer.citations for source in one.sources]
    return "\n".join([*said, answer.text, *quotes, *sources])


def asked(
    *turns: str,
    expect: Sequence[Outcome] = (Outcome.QUOTED,),
    facts: Sequence[str] = (),
    every: Sequence[str] = (),
    register: str = "formal",
) -> GoldenQuestion:
    """A question of the exam."""
    return GoldenQuestion(
        turns or ("Jam berapa bus berangkat?",), tuple(expect), register, Split.TUNE, tuple(facts), tuple(every)
    )


def quoted(
    *labels: str, retrieved: Sequence[str] = (), phrases: Sequence[Phrase] = (), seconds: float = 0.02
) -> Answer:
    """An answer that quotes the first statement of each label, in proper form."""
    parts, citations = [], []
    for n, label in enumerate(labels, 1):
        one = RELEASE.by_label[label][0]
        source = Source(f"Judul {label}", "Harian Contoh", "2025-06-05")
        quote = Quote(one.id, one.text, (n,))
        parts.append(Part(one.section, "", RELEASE.sections[one.section].title, Kind.UMUM, None, "id", (quote,)))
        citations.append(
            Citation(n, one.document, one.section, one.id, label, Kind.UMUM, None, one.text, sources=(source,))
        )
    return Answer(
        Outcome.QUOTED,
        "id",
        tuple(phrases),
        parts=tuple(parts),
        citations=tuple(citations),
        retrieved=tuple(retrieved),
        seconds=seconds,
    )


def ended(outcome: Outcome, text: str = "", retrieved: Sequence[str] = ()) -> Answer:
    """An answer without quotes."""
    return Answer(outcome, "id", text=text, retrieved=tuple(retrieved))


def judged(question: GoldenQuestion, answer: Answer, shown: Render = render) -> Verdict:
    """Judge an answer by the release above."""
    return judge(question, answer, RELEASE, DOCUMENTS, shown)
