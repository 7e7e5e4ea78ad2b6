"""python -m bot: the commands of an operator."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Coroutine, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from bot.domain.errors import ProgramError

HELP = "A Telegram bot that explains a campaign's programs from the campaign's own documents."
app = typer.Typer(help=HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

ConfigFile = Annotated[Path, typer.Option("--config", help="The campaign's config file.", metavar="FILE")]
CONFIG = Path("config.toml")


@app.command()
def run(config: ConfigFile = CONFIG) -> None:
    """Start the bot: on Telegram if TELEGRAM_BOT_TOKEN is set, otherwise a chat in this terminal."""
    from bot.app import run as start

    _finish(start(_loaded(config)))


@app.command()
def chat(config: ConfigFile = CONFIG) -> None:
    """Talk with the bot in this terminal: the same program, without Telegram. A number presses a button."""
    from bot.app import chat as start

    _finish(start(_loaded(config)))


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="What a voter would ask.")] = "",
    config: ConfigFile = CONFIG,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object an answer.")] = False,
    stdin: Annotated[bool, typer.Option("--stdin", help="Ask every line of standard input; implies --json.")] = False,
) -> None:
    """Answer one question, or one a line from standard input. Nothing is stored."""
    from bot.app import ask as start

    if not question and not stdin:
        raise typer.BadParameter("give a question, or --stdin")
    _finish(start(_loaded(config), _lines() if stdin else iter([question]), as_json=json or stdin))


@app.command()
def check(config: ConfigFile = CONFIG) -> None:
    """Print the effective configuration, secrets starred, and the health of every part."""
    from bot.health import check as start

    _finish(start(_loaded(config)))


@app.command()
def learn() -> None:
    """For developers: learn the general examples anew (bot/intents, bot/facets.toml) and write bot/learned."""
    from bot.learning import learn as start

    _finish(start())


@app.command()
def campaign(
    name: Annotated[str, typer.Argument(help="What its folder is called.", metavar="NAME")],
    into: Annotated[Path, typer.Option(help="Where the folder is made.", metavar="FOLDER")] = Path("campaigns"),
) -> None:
    """Make a folder for another campaign, filled in by example, and say what to do next."""
    from bot.scaffold import make_campaign, next_steps

    try:
        folder = make_campaign(name, into)
    except ProgramError as error:
        _fail(error)
    typer.echo("\n".join(next_steps(folder)))


def _lines() -> Iterator[str]:
    """Yield the lines of standard input; bytes that are no UTF-8 become replacement characters."""
    return (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer)


@app.command(name="eval")
def evaluate(
    config: ConfigFile = CONFIG,
    questions: Annotated[
        Path | None,
        typer.Option("--set", help="Other questions: a file of JSON Lines, or a folder of them.", metavar="FILE"),
    ] = None,
    split: Annotated[
        Literal["tune", "exam"] | None,
        typer.Option(help="Only those of training/ (tune), or of exam/held_out/ (exam)."),
    ] = None,
    json: Annotated[Path | None, typer.Option(help="Write all of it as JSON.", metavar="FILE")] = None,
    html: Annotated[Path | None, typer.Option(help="Write a report to read in a browser.", metavar="FILE")] = None,
    compare: Annotated[
        str | None,
        typer.Option(
            help="Print what has changed since an earlier run, of which this is the JSON; or against another release, "
            "which is asked the same.",
            metavar="RELEASE|FILE",
        ),
    ] = None,
    calibrate: Annotated[
        bool, typer.Option("--calibrate", help="Only show the refusal rule: what other thresholds would do.")
    ] = False,
    ablate: Annotated[
        list[str] | None,
        typer.Option(
            help="Only show what a part is worth: the held-out figures without it. Any component, constraint or "
            'feature by its name, several if it is given again, or "all" (takes minutes).',
            metavar="NAME",
        ),
    ] = None,
) -> None:
    """Ask the campaign's own questions and print how well they were answered; status 1 if a mark is not held."""
    if questions and split:
        raise typer.BadParameter("--split: the questions of --set are not parted; give one of the two")
    if ablate:
        from bot.ablating import ablate as leave_out

        _finish(leave_out(_loaded(config), [] if "all" in ablate else ablate, questions))
    if calibrate:
        from bot.calibrating import calibrate as show

        _finish(show(_loaded(config), questions))
    from bot.evaluation.questions import Split
    from bot.examining import Wish, examine

    wish = Wish(questions, Split(split) if split else None, json, html, compare)
    _finish(examine(_loaded(config), wish))


def _days(text: str) -> int:
    """Return the days of "30d" or "4w". Raises BadParameter for anything else, and for more than is kept."""
    from bot.domain.figures import KEPT_DAYS

    found = re.fullmatch(r"(\d{1,4})([dw])", text.strip())
    days = int(found[1]) * {"d": 1, "w": 7}[found[2]] if found else 0
    if not 0 < days <= KEPT_DAYS:
        raise typer.BadParameter(f'write "30d" or "4w"; at most {KEPT_DAYS} days are kept')
    return days


Since = Annotated[str, typer.Option("--since", help="How far back: 30d, 4w.", metavar="TIME")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Chart = Annotated[Path | None, typer.Option("--chart", help="Write a chart as well.", metavar="FILE.png")]


@app.command()
def stats(config: ConfigFile = CONFIG, since: Since = "30d", json: AsJson = False, chart: Chart = None) -> None:
    """Print how many questions there were, how they ended, about what, in which language and how fast."""
    days = _days(since)
    from bot.insight import Wish
    from bot.insight import stats as show

    _finish(show(_loaded(config), Wish(days, json, chart)))


@app.command()
def gaps(config: ConfigFile = CONFIG, since: Since = "30d", json: AsJson = False, chart: Chart = None) -> None:
    """Print what was asked in vain, grouped by meaning, and whether what was dealt with is answered now."""
    days = _days(since)
    from bot.insight import Wish
    from bot.insight import gaps as show

    _finish(show(_loaded(config), Wish(days, json, chart)))


def _loaded(path: Path) -> Any:
    from bot.config import load

    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # whatever the terminal's locale says
    try:
        return load(path, os.environ)
    except ProgramError as error:
        _fail(error)


def _finish(work: Coroutine[Any, Any, int]) -> None:
    """Run to the end; what people must be told ends in one clear line and status 1."""
    try:
        status = asyncio.run(work)
    except ProgramError as error:
        _fail(error)
    except KeyboardInterrupt:
        status = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read the output has left
        status = 0
    raise SystemExit(status)


def _fail(error: ProgramError) -> None:
    typer.echo(str(error), err=True)
    raise SystemExit(1)


if __name__ == "__main__":
    app()
