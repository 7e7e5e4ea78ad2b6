"""PDFs as a press sets them, made by ReportLab: justified and hyphenated, with footnotes, boxes, spans and marks."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

from tests.ingestion.layouts.sample import Element

_SYLLABLE = re.compile(r"(?<=[a-z])([aeiou])(?=[bcdfghjklmnpqrstvwxyz][aeiou][a-z]{2})")


@dataclass(frozen=True)
class Press:
    """How a document is set."""

    family: str = "Times-Roman"
    bold: str = "Times-Bold"
    size: float = 10.5
    leading: float = 13
    title: float = 18
    heading: float = 12.5
    sub: float = 10.5
    columns: int = 1
    justified: bool = True
    hyphenated: bool = False
    centred: bool = False
    page: tuple[float, float] = A4
    margin: float = 60
    after: float = 6
    indent: float = 0
    colour: Any = colors.black
    header: tuple[str, str] = ("", "")  # left and right; {} is the page's number
    footer: tuple[str, str] = ("", "")
    watermark: str = ""
    table: tuple[Any, ...] = (("GRID", (0, 0), (-1, -1), 0.5, colors.grey),)
    bullet: str = "\u2022"
    widths: tuple[float, ...] | None = None
    turned: bool = False  # the page is stored lying, and shown turned
    kerned: float = 0
    first_top: float = 0  # points left free on the first page, for a letterhead
    head: tuple[str, ...] = ()  # lines of a letterhead, centred
    height: float = 0  # of a page's frame, if less than the page's


def press(style: Press, elements: Sequence[Element]) -> bytes:
    """The elements as a PDF."""
    out = io.BytesIO()
    width, height = style.page
    document = BaseDocTemplate(out, pagesize=style.page)
    inner = width - 2 * style.margin
    each = (inner - 18 * (style.columns - 1)) / style.columns
    tall = style.height or height - 2 * style.margin
    frames = [
        Frame(style.margin + at * (each + 18), height - style.margin - tall, each, tall, 0, 0, 0, 0)
        for at in range(style.columns)
    ]
    document.addPageTemplates([PageTemplate(frames=frames, onPage=lambda canvas, doc: _around(canvas, doc, style))])
    story: list[Any] = [Spacer(1, style.first_top)] if style.first_top else []
    counted = 0
    for one in elements:
        counted = counted + 1 if one.sort == "-" else 0
        bullet = f"{counted}." if style.bullet == "1." else style.bullet
        story += _flowables(one, replace(style, bullet=bullet), each)
    document.build(story)
    return out.getvalue()


def _around(canvas: Any, document: Any, style: Press) -> None:
    width, height = style.page
    canvas.saveState()
    if style.turned:
        canvas.setPageRotation(90)
    canvas.setFont("Helvetica", 7.5)
    for (left, right), y in ((style.header, height - 32), (style.footer, 30)):
        canvas.drawString(style.margin, y, left.format(document.page))
        canvas.drawRightString(width - style.margin, y, right.format(document.page))
    if style.header[0]:
        canvas.line(style.margin, height - 37, width - style.margin, height - 37)
    if document.page == 1:
        for number, line in enumerate(style.head):
            canvas.setFont("Helvetica-Bold" if number == 0 else "Helvetica", 13 if number == 0 else 9)
            canvas.drawCentredString(width / 2, height - 40 - 14 * number, line)
    if style.watermark:
        canvas.setFont("Helvetica-Bold", 70)
        canvas.setFillColor(colors.Color(0.9, 0.9, 0.9))
        canvas.translate(width / 2, height / 2)
        canvas.rotate(45)
        canvas.drawCentredString(0, 0, style.watermark)
    canvas.restoreState()


def _flowables(one: Element, style: Press, width: float) -> list[Any]:
    base: dict[str, Any] = {"fontName": style.family, "fontSize": style.size, "leading": style.leading}
    align = TA_JUSTIFY if style.justified else TA_LEFT
    match one.sort:
        case "#" | "##" | "###":
            size = (style.title, style.heading, style.sub)[one.level - 1]
            return [
                Paragraph(
                    one.text,
                    ParagraphStyle(
                        "h",
                        fontName=style.bold,
                        fontSize=size,
                        leading=size * 1.2,
                        spaceBefore=size * 0.8,
                        spaceAfter=4,
                        alignment=TA_CENTER if style.centred else TA_LEFT,
                        textColor=style.colour,
                        keepWithNext=1,
                    ),
                )
            ]
        case "-":
            look = ParagraphStyle("i", **base, leftIndent=16, bulletIndent=4, spaceAfter=2, alignment=align)
            return [Paragraph(_hyphenated(one.text, style), look, bulletText=style.bullet)]
        case "|":
            look = ParagraphStyle("c", **{**base, "fontSize": style.size - 1, "leading": style.leading - 1})
            cells = [[Paragraph(cell, look) for cell in row] for row in one.rows]
            widths = [width * part for part in style.widths] if style.widths else None
            return [Table(cells, colWidths=widths, style=list(style.table), repeatRows=1), Spacer(1, 8)]
        case "@":
            look = ParagraphStyle("r", **base, leftIndent=18, firstLineIndent=-18, spaceAfter=3)
            return [Paragraph(one.text, look)]
        case "=":
            return [Paragraph(one.text, ParagraphStyle("l", **base))]
    look = ParagraphStyle(
        "p",
        **base,
        alignment=align,
        spaceAfter=style.after,
        firstLineIndent=style.indent,
        embeddedHyphenation=int(style.hyphenated),
    )
    return [Paragraph(_hyphenated(one.text, style), look)]


def _hyphenated(text: str, style: Press) -> str:
    return _SYLLABLE.sub("\\1\u00ad", text) if style.hyphenated and "://" not in text else text


def drawn(draw: Callable[[Any], None], elements: Sequence[Element], page: tuple[float, float] = landscape(A4)) -> bytes:
    """A PDF that is drawn by hand, whatever its elements."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=page)
    draw(canvas)
    canvas.save()
    return out.getvalue()
