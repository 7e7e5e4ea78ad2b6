import re
from xml.etree import ElementTree as Tree

from bot.evaluation.plots import LABEL, SCALE, WIDTH, bars, grid


def numbers(svg: str, kind: str, key: str) -> list[float]:
    return [float(one.attrib[key]) for one in Tree.fromstring(svg).iter() if one.attrib.get("class") == kind]


def test_a_bar_is_as_long_as_its_share_and_its_whisker_spans_the_interval() -> None:
    svg = bars("Recall", {"slang": (0.5, (0.25, 0.75), 8), "formal": (1.0, (0.8, 1.0), 20)})
    assert numbers(svg, "bar", "width") == [SCALE * 0.5, SCALE]
    (low, high) = re.findall(r"M([\d.]+) 13H([\d.]+)", svg)[0]
    assert (float(low), float(high)) == (LABEL + SCALE * 0.25, LABEL + SCALE * 0.75)
    assert LABEL + SCALE < WIDTH


def test_a_cell_is_darker_the_more_of_its_row_it_holds_and_green_on_the_diagonal() -> None:
    svg = grid("Outcomes", ["A", "B"], ["A", "B"], {("A", "A"): 3, ("A", "B"): 1})
    assert numbers(svg, "good", "opacity") == [0.75, 0.0]
    assert numbers(svg, "bad", "opacity") == [0.25, 0.0]


def test_names_are_escaped() -> None:
    assert "a&lt;b" in bars("x", {"a<b": (1.0, (0.5, 1.0), 3)})
