"""The Ingestion from folder to live release, and everything that must leave the live one alone."""

import numpy as np
import pytest

from bot.domain.documents import Boundary, boundary_examples
from bot.domain.errors import AlreadyRunning, KnowledgeErrors, ReleaseError
from bot.ingestion import chunking
from bot.ingestion.judge_fitting import Lesson, digest, lessons
from tests.ingestion.fakes import Bench, WordEmbedder, markdown

BODY = "Usia paling tinggi 25 tahun.[^A] Daftar di kampus.[^B]\n\n[^A]: J, X.\n[^B]: J, X.\n"
FILES = {
    "a.md": markdown(BODY),
    "phrasings.toml": '"A" = ["umur brp"]\n"B" = ["daftar di mana"]',
    "names.toml": '"Budi Contoh" = ["budi"]',
    "absent.toml": '[[topic]]\nname = "kelak"\nphrasings = ["tahun 2030?"]\nask = "Belum ada."',
}
GENERAL = [Boundary("uang", ("minta uang",), ("berapa anggarannya",))]


async def test_a_first_run_publishes_a_release_of_what_the_folder_holds() -> None:
    bench = Bench(FILES, GENERAL)
    report = await bench.publish()
    assert report.release == bench.database.live == "20261124-120000-abc"
    assert report.reasons == ("no documents have been ingested yet",)
    built = bench.live
    assert [statement.aliases for statement in built.release.statements.values()] == [
        ("umur brp",),
        ("daftar di mana",),
    ]
    assert built.release.names == {"Budi Contoh": ("budi",)}
    assert [(boundary.kind, boundary.declines) for boundary in built.release.boundaries] == [
        ("uang", True),
        ("kelak", False),
    ]
    assert built.terms.keys() == built.release.statements.keys()
    manifest = built.release.manifest
    assert (manifest.fingerprint, manifest.version) == ("words", chunking.VERSION)
    assert manifest.documents == {"a.md": built.release.documents[0].digest}
    assert manifest.counts == {"documents": 1, "sections": 1, "statements": 2, "aliases": 2}


async def test_every_passage_and_boundary_example_has_its_own_vector() -> None:
    bench = Bench(FILES, GENERAL)
    await bench.publish()
    built = bench.live
    assert np.allclose(built.vectors, [WordEmbedder.vector(passage.text) for passage in built.passages])
    examples = [text for _, _, text in boundary_examples(built.release)]
    assert examples == [
        "minta uang",
        "berapa anggarannya",
        "tahun 2030?",
        "umur brp",
        "daftar di mana",
        "Kuliah gratis",
    ]
    assert {kind: len(vectors) for kind, vectors in built.judge.examples.items()} == {"uang": 1, "kelak": 1}
    assert np.allclose(built.judge.examples["uang"], WordEmbedder.vector("minta uang"), atol=1e-3)


async def test_what_judges_boundaries_is_taken_over_until_what_it_is_made_of_changes() -> None:
    bench = Bench(FILES, GENERAL)
    await bench.publish()
    first = bench.live.judge
    bench.folder.files["a.md"] = markdown(BODY.replace("25", "26"))
    await bench.publish()
    assert bench.live.judge is first
    bench.folder.files["intents.toml"] = '[[boundary]]\nkind = "uang"\nexamples = ["bagi duit"]\n'
    await bench.publish()
    assert bench.live.judge.made_of != first.made_of
    assert len(bench.live.judge.examples["uang"]) > 1


async def test_what_the_exam_asks_teaches_the_judge() -> None:
    bench = Bench(FILES, GENERAL, exam="umur brp sih = 25")
    await bench.publish()
    asked = Lesson("umur brp sih", "", fair=True, sort=None)
    assert bench.live.judge.made_of == digest(lessons(bench.live.release, [asked]), "words")
    assert bench.live.judge.made_of != digest(lessons(bench.live.release), "words")


async def test_an_unchanged_folder_builds_nothing_and_says_so() -> None:
    bench = Bench(FILES)
    await bench.publish()
    bench.embedder = WordEmbedder()
    report = await bench.publish()
    assert (report.release, report.reasons, len(bench.store.built), bench.embedder.calls) == (None, (), 1, [])


async def test_a_change_embeds_only_what_is_new_and_publishes_under_a_new_id() -> None:
    bench = Bench(FILES)
    await bench.publish()
    first = bench.live
    bench.folder.files["a.md"] = markdown(BODY.replace("25", "26"))
    bench.embedder = WordEmbedder()
    report = await bench.publish()
    assert report.reasons == ("the knowledge has changed",)
    assert [change.new.text for change in report.plan.changed] == ["Usia paling tinggi 26 tahun."]
    assert bench.live is not first
    assert first.release.manifest.counts["statements"] == 2
    assert all("26" in text for text in bench.embedder.texts)
    assert len(bench.embedder.texts) == 2  # the statement and its section


async def test_a_changed_data_file_or_general_boundary_makes_a_new_release() -> None:
    bench = Bench(FILES)
    await bench.publish()
    bench.folder.files["names.toml"] = ""
    assert (await bench.publish()).release
    bench.general = (Boundary("baru", ("x",)),)
    assert (await bench.publish()).release
    assert bench.live.release.boundaries[0].kind == "baru"


async def test_another_model_makes_a_new_release_of_the_same_documents() -> None:
    bench = Bench(FILES)
    await bench.publish()
    bench.embedder.fingerprint = "other"
    report = await bench.publish()
    assert report.reasons == ("release 20261124-120000-abc was made with another embedding model",)
    assert bench.live.release.manifest.fingerprint == "other"


async def test_a_broken_document_leaves_the_live_release_alone() -> None:
    bench = Bench(FILES)
    await bench.publish()
    live = bench.database.live
    bench.folder.files["b.md"] = markdown("Rusak.[^Q]", "Rusak")
    with pytest.raises(KnowledgeErrors, match=r"b\.md:4: footnote \[\^Q\] has no definition"):
        await bench.publish()
    assert (bench.database.live, bench.store.list()) == (live, [live])


async def test_a_run_killed_while_embedding_changes_nothing_and_the_next_goes_on_from_there() -> None:
    bench = Bench(FILES)
    bench.embedder = WordEmbedder(dies_after=2)
    with pytest.raises(RuntimeError, match="killed"):
        await bench.publish()
    assert (bench.database.live, bench.store.list(), len(bench.cache.vectors)) == (None, [], 3)
    bench.embedder = WordEmbedder()
    await bench.publish()
    assert bench.database.live
    assert len(bench.embedder.texts) == len(bench.cache.vectors) - 3


async def test_a_second_run_at_the_same_time_is_refused() -> None:
    bench = Bench(FILES)
    bench.locked = True
    with pytest.raises(AlreadyRunning):
        await bench.publish()
    with pytest.raises(AlreadyRunning):
        await bench.rehearse()


async def test_a_rehearsal_publishes_nothing_and_leaves_no_release() -> None:
    bench = Bench(FILES)
    report = await bench.rehearse()
    assert report.reasons == ("no documents have been ingested yet",)
    assert (report.plan.statements, report.has_exam, report.release) == (2, False, None)
    assert (bench.database.live, bench.store.list(), bench.database.actions) == (None, [], [])


async def test_shared_answers_are_held_against_the_candidate_with_and_without_an_exam() -> None:
    bench = Bench(FILES)
    assert (await bench.publish()).overtaken == ()  # there was nothing to share from
    first = bench.database.live
    assert not (await bench.publish()).overtaken  # nothing is new
    bench.folder.files["a.md"] = markdown(BODY.replace("25", "26"))
    report = await bench.rehearse()
    assert report.candidate
    assert bench.compared == [(first, report.candidate.id)]
    assert [one.code for one in report.overtaken] == ["K7F29RXM4RTA"]


EXAM = "batas usia? = 25 tahun\ndaftar di mana? = kampus"


def with_exam(text: str = EXAM, mark: int = 0) -> Bench:
    bench = Bench(FILES, exam=text)
    bench.mark = mark
    return bench


async def test_what_the_live_release_answers_right_and_a_candidate_does_not_keeps_it_from_being_published() -> None:
    bench = with_exam()
    await bench.publish()
    live = bench.database.live
    bench.folder.files["a.md"] = markdown(BODY.replace("25", "26"))
    report = await bench.publish()
    assert (report.release, report.may_be_published, bench.database.live) == (None, False, live)
    assert report.examination
    (turn,) = report.examination.broken
    assert (turn.now.question, turn.now.expected) == ("batas usia?", "25 tahun")
    assert "25 tahun" in turn.before.answer
    assert "26 tahun" in turn.now.answer
    assert bench.store.list() == [live]


async def test_a_question_that_the_live_release_fails_too_is_not_broken() -> None:
    bench = with_exam(f"{EXAM}\nsiapa rektornya? = Pak Ali")
    assert (await bench.publish()).release
    bench.folder.files["a.md"] = markdown(BODY.replace("di kampus", "di kampus Contoh"))
    bench.exam = f"{bench.exam}\nada beasiswa? = beasiswa"
    report = await bench.publish()
    assert report.release
    assert report.examination
    assert (report.examination.candidate.right, report.examination.broken) == (2, ())


async def test_a_candidate_below_the_mark_is_not_published_even_if_nothing_served_before() -> None:
    bench = with_exam(f"{EXAM}\nsiapa rektornya? = Pak Ali", mark=3)
    report = await bench.publish()
    assert (report.release, bench.database.live, bench.store.list()) == (None, None, [])
    assert report.examination
    assert report.examination.candidate.missed == ("right is 2, wanted ≥ 3",)
    assert report.examination.live is None


async def test_a_live_release_that_can_not_serve_is_not_compared_with() -> None:
    bench = with_exam()
    await bench.publish()
    bench.embedder.fingerprint = "other"
    bench.folder.files["a.md"] = markdown(BODY.replace("25", "26"))
    report = await bench.publish()
    assert report.release == bench.database.live
    assert report.examination
    assert report.examination.live is None


async def test_a_reason_publishes_what_fails_the_exam_and_is_recorded_with_what_failed() -> None:
    bench = with_exam(mark=2)
    await bench.publish()
    live = bench.database.live
    bench.folder.files["a.md"] = markdown(BODY.replace("25", "26"))
    report = await bench.publish(force="the rule has changed")
    assert report.release == bench.database.live != live
    recorded = bench.database.actions[-1]
    assert (recorded.what, recorded.who, recorded.reason) == ("publish", None, "the rule has changed")
    assert recorded.before == {"release": live}
    assert recorded.after == {
        "release": report.release,
        "broken": ["batas usia?"],
        "missed": ["right is 1, wanted ≥ 2"],
    }


async def test_a_reason_that_was_not_needed_is_not_recorded() -> None:
    bench = with_exam()
    assert (await bench.publish(force="to be sure")).release
    (recorded,) = bench.database.actions
    assert (recorded.reason, recorded.before) == (None, {"release": None})


async def test_a_rehearsal_shows_which_answers_would_change_and_removes_its_candidate() -> None:
    bench = with_exam()
    await bench.publish()
    live = bench.database.live
    bench.folder.files["a.md"] = markdown(BODY.replace("di kampus", "di kampus Contoh"))
    report = await bench.rehearse()
    assert report.may_be_published
    assert report.examination
    assert [turn.now.question for turn in report.examination.changed] == ["batas usia?", "daftar di mana?"]
    assert (bench.database.live, bench.store.list(), report.release) == (live, [live], None)


async def test_a_run_that_dies_in_the_exam_leaves_the_live_release_alone() -> None:
    bench = with_exam()
    await bench.publish()
    live = bench.database.live
    bench.folder.files["a.md"] = markdown(BODY.replace("25", "26"))
    bench.dies_in_the_exam = True
    with pytest.raises(RuntimeError, match="killed"):
        await bench.publish()
    assert (bench.database.live, bench.store.list()) == (live, [live])


async def test_what_a_killed_run_has_built_is_removed_by_the_next_even_if_that_has_nothing_to_do() -> None:
    bench = Bench(FILES)
    await bench.publish()
    live = bench.database.live
    bench.store.built["20261124-115900-abc"] = bench.live
    report = await bench.publish()
    assert (report.reasons, bench.store.list()) == ((), [live])


async def test_progress_tells_both_exams() -> None:
    bench = with_exam()
    await bench.publish()
    assert bench.steps[-1] == ("exam", 2, 2)
    bench.folder.files["a.md"] = markdown(BODY.replace("di kampus", "di kampus Contoh"))
    await bench.publish()
    assert bench.steps[-4:] == [("exam", 0, 2), ("exam", 2, 2), ("compare", 0, 2), ("compare", 2, 2)]


async def test_the_last_releases_are_kept_and_never_is_the_live_one_removed() -> None:
    bench = Bench(FILES, keep=2)
    for age in range(25, 30):
        bench.folder.files["a.md"] = markdown(BODY.replace("25", str(age)))
        await bench.publish()
    assert bench.store.list() == bench.database.history[-2:]
    oldest, newest = bench.store.list()
    bench.database.live = oldest  # rolled back
    bench.keep = 1
    bench.folder.files["a.md"] = markdown(BODY)
    await bench.publish()
    assert newest not in bench.store.list()
    assert bench.store.list() == [bench.database.live]


async def test_a_release_that_can_not_be_opened_is_not_published() -> None:
    bench = Bench(FILES)
    await bench.publish()
    live = bench.database.live
    bench.folder.files["a.md"] = markdown(BODY.replace("25", "26"))
    bench.store.spoils_what_it_builds = True
    with pytest.raises(ReleaseError, match="is damaged"):
        await bench.publish()
    assert bench.database.live == live


async def test_no_opened_release_is_left_open() -> None:
    bench = Bench(FILES)
    await bench.publish()
    await bench.rehearse()
    await bench.ingestion.newer()
    assert [index.readers for index in bench.store.built.values()] == [0]


async def test_what_keeps_the_live_release_from_serving_is_told() -> None:
    bench = Bench(FILES)
    assert await bench.ingestion.obstacle() == "no documents have been ingested yet"
    await bench.publish()
    assert await bench.ingestion.obstacle() is None
    bench.embedder.fingerprint = "other"
    assert await bench.ingestion.obstacle() == "release 20261124-120000-abc was made with another embedding model"
    del bench.store.built["20261124-120000-abc"]
    assert await bench.ingestion.obstacle() == "release 20261124-120000-abc is not there"


async def test_a_lost_release_is_built_again() -> None:
    bench = Bench(FILES)
    await bench.publish()
    bench.store.built.clear()
    report = await bench.publish()
    assert report.release == bench.database.live
    assert report.plan.since is None


async def test_whether_the_knowledge_is_newer_than_the_release_is_known_even_if_it_is_broken() -> None:
    bench = Bench(FILES)
    assert await bench.ingestion.newer()
    await bench.publish()
    assert not await bench.ingestion.newer()
    bench.folder.files["a.md"] = markdown("Rusak.[^Q]")
    assert await bench.ingestion.newer()


async def test_progress_tells_the_steps_and_counts_only_what_must_be_embedded() -> None:
    bench = Bench(FILES)
    await bench.publish()
    assert bench.steps == [
        ("read", 0, 0),
        ("load", 0, 0),
        ("embed", 0, 9),
        ("embed", 2, 9),
        ("embed", 3, 9),
        ("embed", 5, 9),
        ("embed", 7, 9),
        ("embed", 9, 9),
        ("write", 0, 0),
    ]
