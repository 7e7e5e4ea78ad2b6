"""How facts are said in a first line: phrases of the locale files around values as the documents write them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.facts.compute import Sum
from bot.answering.facts.value import for_whom
from bot.domain.answers import FirstLine, Phrase
from bot.domain.facts import Comparator, Fact, Measure, Operation
from bot.language.quantities import written

_SUFFIX = {Measure.AGE: "-age", Measure.DURATION: "-time"}
_BOUND = (Comparator.AT_MOST, Comparator.AT_LEAST)  # which are worded by measure: "paling tua", "paling lama"


def shown(fact: Fact) -> str:
    """Return a value as the document writes it, with for whom it is: "Rp9 juta per semester (S2)"."""
    whom = for_whom(fact)
    return f"{fact.value.written} ({whom})" if whom else fact.value.written


def otherwise(first: Fact, others: Sequence[Fact]) -> list[Phrase]:
    """Return what one other source says of the same people."""
    of_same = [one for one in others if one.value.number != first.value.number]
    said = [one.value.written if for_whom(one) == for_whom(first) else shown(one) for one in of_same]
    return [Phrase("first-otherwise", (("value", one),)) for one in dict.fromkeys(said)][:1]


def phrase(fact: Fact) -> Phrase:
    """Return the sentence that tells a fact."""
    suffix = _SUFFIX.get(fact.value.measure, "") if fact.comparator in _BOUND else ""
    return Phrase(f"first-{fact.comparator.replace('_', '-')}{suffix}", (("value", shown(fact)),))


def values(facts: Sequence[Fact]) -> str:
    """Return several values in a row, each once."""
    return "; ".join(dict.fromkeys(map(shown, facts)))


def line(operation: Operation, phrases: Sequence[Phrase], facts: Sequence[Fact], calculation: str = "") -> FirstLine:
    """Return a first line that these facts prove."""
    statements = tuple(dict.fromkeys(fact.statement for fact in facts))
    return FirstLine(operation, tuple(phrases), statements, tuple(facts), calculation)


def told(sums: Sequence[Sum], language: str) -> tuple[list[Phrase], str]:
    """Return the sentences of sums, those of other sources behind the first, and the first one as a calculation."""
    said = [calculation(one, language) for one in sums]
    first, *others = dict.fromkeys(said)
    key = "first-sum-at-most" if sums[0].comparator is Comparator.AT_MOST else "first-sum"
    left, _, result = first.rpartition(" = ")
    if sums[0].operator == "%":
        key = "first-rise" if sums[0].result >= 0 else "first-fall"
    phrases = [Phrase(key, (("sum", left), ("result", result)))]
    phrases += [Phrase("first-otherwise", (("value", one),)) for one in others]
    return phrases, first


def calculation(one: Sum, language: str) -> str:
    """Return a sum as people write it: "4 × Rp9 juta = Rp36 juta"."""
    if one.operator == "×":
        times, _ = one.operands
        return f"{written(times, '', language)} × {one.facts[0].value.text} = {written(one.result, one.unit, language)}"
    if one.operator == "%":
        before, after = one.facts
        return f"{before.value.text} → {after.value.text} = {written(abs(one.result), one.unit, language)}"
    joined = f" {one.operator} ".join(fact.value.text for fact in one.facts)
    return f"{joined} = {written(one.result, one.unit, language)}"
