"""The results of an exam as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.evaluation.results import GROUPS, Change, Results
from bot.evaluation.scoring import AT_MOST, MEASURES, NUMBERS, RANKS, Figures, Rate, matrix

SHORT = {  # a column's head in the tables by register and topic
    "right": "right",
    **{f"recall_at_{rank}": f"@{rank}" for rank in RANKS},
    "false_refusals": "refused",
    "absent_caught": "absent",
    "declines": "declined",
    "false_declines": "wrongly declined",
    "says": "says",
    "first_statement": "first",
    "first_word": "yes/no",
    "parts": "parts",
    "repeating_buttons": "repeats",
}
Row = Sequence[str]
EMBEDDING = "embed"  # the stage that every other one is measured by


def lines(results: Results) -> Iterator[str]:
    """Yield the report: what was asked, all figures with their intervals and marks, the outcomes, each group."""
    yield f"{len(results.verdicts)} questions of {results.questions}, release {results.release}, {results.day}"
    yield ""
    yield from table([("", "n", "share", "95 %", "mark"), *_measures(results)])
    yield from ("", stages(results.stages)) if results.stages else ()
    yield ""
    yield from table(outcomes(results))
    for by in GROUPS:
        if rows := list(_groups(results, by)):
            yield ""
            yield from table([(by, "n", *SHORT.values(), "words", "MRR", "p50", "p95"), *rows])
    yield ""
    yield verdict(results)


def stages(taken: Mapping[str, float]) -> str:
    """Return a line: the milliseconds of each stage, and all but embedding as a share of embedding."""
    parts = ", ".join(f"{name} {seconds * 1000:.1f}" for name, seconds in taken.items())
    embedding = taken.get(EMBEDDING)
    others = sum(seconds for name, seconds in taken.items() if name != EMBEDDING)
    beside = f"; all but the embedding {others / embedding:.0%} of it" if embedding else ""
    return f"stages of an answer, median ms: {parts}{beside}"


def outcomes(results: Results) -> list[Row]:
    """Return the outcome matrix as rows: expected outcomes down, given ones across."""
    cells = matrix(results.verdicts)
    given = list(dict.fromkeys(sorted(other for _, other in cells)))
    expected = list(dict.fromkeys(sorted(one for one, _ in cells)))
    rows = [(one, *(str(cells[one, other] or "·") for other in given)) for one in expected]
    return [("expected, given →", *given), *rows]


def verdict(results: Results) -> str:
    """Return the last line: whether the marks are held."""
    if not results.marks:
        return "no marks are set: [marks] in the config file is empty"
    missed = results.missed
    held = f"marks not held: {', '.join(missed)}" if missed else "all marks are held"
    return f"{held} (judged on {_basis(results)})" if _is_partial(results) else held


def missed_lines(results: Results) -> Iterator[str]:
    """Yield a line for each mark that is not held: what was reached, of which questions, and what is wanted."""
    found = results.marked
    for name in results.missed:
        value = found.value(name)
        reached = number(found, name) if name in NUMBERS else share(value)
        yield f"{name} is {reached} in {_basis(results)}, wanted {_wanted(name, results.marks[name])}"


def change_lines(changes: Sequence[Change]) -> Iterator[str]:
    """Yield a line for each question that ended otherwise than before."""
    if not changes:
        yield "nothing has changed since the earlier sitting"
    for change in changes:
        yield f"{change.how}: {change.name}"
        yield f"    {change.before} → {change.now}"


def share(value: float | None) -> str:
    """Return a share in percent with one decimal, "–" if it is not known."""
    return "–" if value is None else f"{value:.1%}"


def number(found: Figures, name: str) -> str:
    """Return a figure that is no share, "–" if it is not known."""
    value = found.value(name)
    return "–" if value is None else f"{value:g}"


def interval(rate: Rate) -> str:
    """Return a rate's interval in percent."""
    bounds = rate.interval
    return "–" if bounds is None else f"{bounds[0]:.1%} … {bounds[1]:.1%}"


def mark(results: Results, name: str) -> str:
    """Return the mark that a figure must hold, "" if there is none; and what it is judged on if that is but a part."""
    if name not in results.marks:
        return ""
    found = results.marked
    of_exam = number(found, name) if name in NUMBERS else share(found.value(name))
    reached = f", exam {of_exam}" if _is_partial(results) else ""
    held = "" if name not in results.missed else "  NOT HELD"
    return f"{_wanted(name, results.marks[name])}{reached}{held}"


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield rows in columns: the first column to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield "  ".join((first.ljust(widths[0]), *cells)).rstrip()


def _wanted(name: str, mark: float) -> str:
    return f"{'≤' if name in AT_MOST else '≥'} {f'{mark:g}' if name in NUMBERS else f'{mark:.1%}'}"


def _is_partial(results: Results) -> bool:
    """Whether the marks are about fewer questions than were asked."""
    return len(results.examined) < len(results.verdicts)


def _basis(results: Results) -> str:
    return f"{len(results.examined)} questions{' of the exam split' if _is_partial(results) else ''}"


def _measures(results: Results) -> Iterator[Row]:
    found = results.figures
    for name, measure in MEASURES.items():
        rate = found.rates[name]
        yield measure.title, f"{rate.hits}/{rate.total}", share(rate.share), interval(rate), mark(results, name)
    yield "mean reciprocal rank", "", "–" if found.mrr is None else f"{found.mrr:.3f}", "", ""
    for name, title in NUMBERS.items():
        yield title, "", number(found, name), "", mark(results, name)
    yield from _latency(found)


def _latency(found: Figures) -> Iterator[Row]:
    for name, seconds in zip(("p50", "p95"), found.seconds or (), strict=False):
        yield f"answered within, {name}", "", f"{seconds * 1000:.0f} ms", "", ""


def _groups(results: Results, by: str) -> Iterable[Row]:
    for name, found in results.groups(by).items():
        rates = (share(found.rates[key].share) for key in SHORT)
        mrr = "–" if found.mrr is None else f"{found.mrr:.3f}"
        seconds = [f"{one * 1000:.0f} ms" for one in found.seconds or ()]
        words = number(found, "words_median")
        yield name, str(found.rates["right"].total), *rates, words, mrr, *seconds
