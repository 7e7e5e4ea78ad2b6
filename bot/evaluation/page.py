"""The results of an exam as one HTML file, readable on a phone: figures, plots, and every failure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from bot.evaluation import plots, report
from bot.evaluation.results import Results
from bot.evaluation.scoring import MEASURES, NUMBERS, Figures, Verdict, matrix

STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --faint: #e7eaee; --dim: #66707c; --blue: #3a6ea5;
  --good: #2e8b57; --bad: #c0392b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --paper: #14171b; --faint: #262b31; --dim: #98a2ad;
  --blue: #6fa3da; --good: #4fb07d; --bad: #e06a5c; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 46rem;
  margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } p.dim, .dim { color: var(--dim); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } td, th { padding: .25rem .4rem; text-align: right;
  border-bottom: 1px solid var(--faint); white-space: nowrap; }
td:first-child, th:first-child { text-align: left; white-space: normal; }
.wide { overflow-x: auto; } .missed { color: var(--bad); font-weight: 600; }
svg { width: 100%; height: auto; max-width: 34rem; font: 11px system-ui, sans-serif; } svg text { fill: var(--ink); }
.name { text-anchor: end; } .count { text-anchor: middle; } .value { text-anchor: start; } .n { fill: var(--dim); }
.track { fill: var(--faint); } .bar { fill: var(--blue); } .good { fill: var(--good); } .bad { fill: var(--bad); }
.whisker { stroke: var(--ink); fill: none; stroke-width: 1.2; }
details { border-bottom: 1px solid var(--faint); padding: .5rem 0; } summary { cursor: pointer; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; background: var(--faint); padding: .6rem;
  border-radius: .4rem; }
"""


def html(results: Results) -> str:
    """Return the whole page; it loads nothing from elsewhere."""
    title = f"{results.questions}: {len(results.verdicts)} questions"
    body = "\n".join(
        (
            f"<h1>{escape(title)}</h1>",
            f'<p class="dim">Release {escape(results.release)}, {escape(results.day)}. {_marks(results)}</p>',
            *_section("Figures", _measures(results)),
            *_section("Outcomes", [_confusion(results), '<p class="dim">Expected down, given across.</p>']),
            *_section("Recall@1 by register", [_bars(results, "register", "recall_at_1")]),
            *_section("Recall@5 by register", [_bars(results, "register", "recall_at_5")]),
            *_section("Right by register", [_bars(results, "register", "right"), *_groups(results, "register")]),
            *_section("Right by topic", [_bars(results, "topic", "right"), *_groups(results, "topic")]),
            *(_section("First statement by facet", _by_facet(results)) if results.groups("facet") else ()),
            *_section("Failures", _failures(results)),
            *_section("Right, and yet", _lacking(results)),
        )
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f"<body>\n{body}\n</body></html>\n"
    )


def _section(title: str, parts: Iterator[str] | list[str]) -> Iterator[str]:
    yield f"<h2>{title}</h2>"
    yield from parts


def _marks(results: Results) -> str:
    text = escape(report.verdict(results).capitalize())
    return f'<span class="missed">{text}.</span>' if results.missed else f"{text}."


def _measures(results: Results) -> Iterator[str]:
    found = results.figures
    rows = [
        (measure.title, f"{rate.hits}/{rate.total}", report.share(rate.share), report.interval(rate), name)
        for name, measure in MEASURES.items()
        for rate in (found.rates[name],)
    ]
    rows.append(("mean reciprocal rank", "", "–" if found.mrr is None else f"{found.mrr:.3f}", "", ""))
    rows += [(title, "", report.number(found, name), "", name) for name, title in NUMBERS.items()]
    rows += [
        (f"answered within, {name}", "", f"{seconds * 1000:.0f} ms", "", "")
        for name, seconds in zip(("p50", "p95"), found.seconds or (), strict=False)
    ]
    yield '<div class="wide"><table><tr><th></th><th>n</th><th></th><th>95 %</th><th>mark</th></tr>'
    for *cells, name in rows:
        missed = ' class="missed"' if name in results.missed else ""
        shown = (*cells, report.mark(results, name))
        yield f"<tr{missed}>{''.join(f'<td>{escape(cell)}</td>' for cell in shown)}</tr>"
    yield "</table></div>"


def _confusion(results: Results) -> str:
    cells = matrix(results.verdicts)
    expected, given = (sorted({pair[side] for pair in cells}) for side in (0, 1))
    return plots.grid("Outcomes: expected and given", expected, given, cells)


def _bars(results: Results, by: str, measure: str) -> str:
    return plots.bars(f"{MEASURES[measure].title} by {by}", _rows(results.groups(by), measure))


def _by_facet(results: Results) -> Iterator[str]:
    yield _bars(results, "facet", "first_statement")
    yield from _groups(results, "facet")


def _rows(groups: Mapping[str, Figures], measure: str) -> dict[str, tuple[float, tuple[float, float], int]]:
    return {
        name: (rate.share, rate.interval, rate.total)
        for name, found in groups.items()
        for rate in (found.rates[measure],)
        if rate.share is not None and rate.interval is not None
    }


def _groups(results: Results, by: str) -> Iterator[str]:
    """Every rate of every group, with its interval on a second line."""
    yield '<details><summary>All figures</summary><div class="wide"><table><tr>'
    yield "".join(f"<th>{head}</th>" for head in (by, *report.SHORT.values(), "MRR")) + "</tr>"
    for name, found in results.groups(by).items():
        rates = [found.rates[key] for key in report.SHORT]
        cells = (f'{report.share(rate.share)}<br><span class="dim">{report.interval(rate)}</span>' for rate in rates)
        mrr = "–" if found.mrr is None else f"{found.mrr:.3f}"
        yield f"<tr><td>{escape(name)}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}<td>{mrr}</td></tr>"
    yield "</table></div></details>"


def _failures(results: Results) -> Iterator[str]:
    failed = [one for one in results.verdicts if one.faults or one.lost_quotes or one.loose_numbers]
    yield f'<p class="dim">{len(failed)} of {len(results.verdicts)}. Tap one to read the answer.</p>'
    yield from map(_failure, failed)


def _lacking(results: Results) -> Iterator[str]:
    """What holds the facts, and yet isn't what a voter wants to read."""
    lacking = [one for one in results.verdicts if one.seen.lacks and not one.faults]
    yield f'<p class="dim">{len(lacking)} whose first line, parts or buttons are not as they should be.</p>'
    yield from map(_failure, lacking)


def _failure(verdict: Verdict) -> str:
    question = verdict.question
    expected = " or ".join(question.expect)
    facts = ", ".join((*question.facts, *question.every))
    faults = [*verdict.faults, *verdict.seen.lacks]
    faults += [f"not in its document: {quote}" for quote in verdict.lost_quotes]
    faults += [f"number without a source: {number}" for number in verdict.loose_numbers]
    wanted = f"{expected} ({facts})" if facts else expected
    return (
        f"<details><summary>{escape(question.name)}<br>"
        f'<span class="dim">{escape(question.register)}, {question.split}: expected {escape(wanted)}; '
        f"{escape('; '.join(faults))}</span></summary><pre>{escape(verdict.text)}</pre></details>"
    )
