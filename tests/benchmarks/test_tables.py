"""Tables and the picture of a comparison."""

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import picture, tables
from benchmarks.contest import Run
from benchmarks.material import Material
from benchmarks.measures import Asked, Held, quality
from benchmarks.systems import Reply

ASKED = (Asked("?", Held.ANSWERABLE, True, frozenset("b")), Asked("?", Held.ANSWERABLE, False, frozenset("b")))


def comparison(*runs: Run) -> tables.Comparison:
    about = Material("public", Path("config.toml"), (), ASKED, is_untuned=True)
    results = tuple((run, None if run.error else quality(ASKED, run.replies, ranks_of_tune=True)) for run in runs)
    return tables.Comparison(about, results, dt.date(2026, 11, 24), "a machine")


def run(name: str, *sections: str, seconds: float = 0.02) -> Run:
    replies = tuple(Reply(((section, "teks"),), 0.5) for section in sections)
    return Run(name, ready_seconds=1.5, megabytes=200.0, seconds=(seconds, seconds), replies=replies)


def test_the_table_has_a_row_a_system() -> None:
    text = tables.markdown(comparison(run("tanyaprogram", "b", "b"), run("langchain", "a", "b")))
    assert "| TanyaProgram | 1.000 | 1.000 |" in text
    assert "| LangChain, stock chain | 0.500 | 0.500 |" in text
    assert "| TanyaProgram | 50 | 20.0 |" in text


def test_a_system_that_could_not_be_run_is_named_with_its_error() -> None:
    found = comparison(run("tanyaprogram", "b", "b"), Run("txtai", error="No module named 'txtai'"))
    assert "txtai, hybrid could not be measured: No module named 'txtai'" in tables.markdown(found)
    assert tables.as_json(found)["systems"]["txtai"]["error"] == "No module named 'txtai'"


def test_tables_go_between_their_marks_and_leave_the_rest_of_the_page() -> None:
    page = "Before\n<!-- public -->\nold\n<!-- /public -->\nafter <!-- campaign --><!-- /campaign -->"
    put = tables.put("new", "public", page)
    assert put == "Before\n<!-- public -->\nnew\n<!-- /public -->\nafter <!-- campaign --><!-- /campaign -->"
    with pytest.raises(ValueError, match="other"):
        tables.put("new", "other", page)


def test_the_picture_shows_each_system_and_marks_the_best() -> None:
    found = comparison(run("tanyaprogram", "b", "b", seconds=0.01), run("langchain", "a", "b"))
    root = ElementTree.fromstring(picture.svg(found))
    texts = {element.text: element.get("class") for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert "LangChain, stock chain" in texts
    assert texts["1.000"] == "best"
    assert texts["0.500"] is None
    assert texts["10.0"] == "best"
    assert texts["20.0"] is None
