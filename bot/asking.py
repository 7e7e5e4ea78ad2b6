"""Answers as text for a terminal, or as one JSON object a line for programs; contracts.md names its keys."""

from __future__ import annotations

import json
from typing import Any

from bot.domain.answers import Answer, Citation, FirstLine
from bot.domain.facts import Fact
from bot.telegram.delivery import replies


def as_text(answer: Answer) -> str:
    """Return what a voter reads, without markup."""
    return replies.plainly(answer)


def as_json(question: str, answer: Answer) -> str:
    """Return an answer as one line of JSON, whatever its outcome."""
    return json.dumps(
        {
            "question": question,
            "outcome": answer.outcome.value,
            "language": answer.language,
            "text": as_text(answer),
            "citations": [_citation(citation) for citation in answer.citations],
            "retrieved": list(answer.retrieved),
            "decisions": [
                {"component": one.component, "reason": one.reason.value, "about": one.about} for one in answer.decisions
            ],
            "release": answer.release,
            "parts": [_part(first, answer) for first in answer.firsts],
            "seconds": round(answer.seconds, 4),
        },
        ensure_ascii=False,
    )


def _part(first: FirstLine, answer: Answer) -> dict[str, Any]:
    """What the first line answers, how, from which facts, and the sum that it shows."""
    return {
        "asked": first.asked,
        "operation": first.operation.value,
        "says": replies.said(first, answer.language),
        "rows": [list(row) for row in first.rows],
        "facts": [_fact(fact) for fact in first.facts],
        "statements": list(first.statements),
        "calculation": first.calculation,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "statement": fact.statement,
        "attribute": fact.attribute,
        "qualifiers": {one.scope.value: one.name for one in fact.qualifiers},
        "value": fact.value.written,
        "measure": fact.value.measure.value,
        "comparator": fact.comparator.value,
        "as_of": fact.as_of,
        "labels": list(fact.labels),
        "disputed": fact.disputed,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    """The fact's date is its as-of date; title, publisher and url are its first source's."""
    sources = [
        {"title": one.title, "publisher": one.publisher, "date": one.date, "url": one.url} for one in citation.sources
    ]
    first = sources[0] if sources else {"title": None, "publisher": None, "url": None}
    return {
        "n": citation.n,
        "document": citation.document,
        "section": citation.section,
        "statement": citation.statement,
        "label": citation.label,
        "kind": citation.kind.value,
        "date": citation.date,
        "title": first["title"],
        "publisher": first["publisher"],
        "url": first["url"],
        "page": citation.page,
        "quote": citation.quote,
        "sources": sources,
    }
