"""Documents and data files together: one list of mistakes, one digest."""

import pytest

from bot.domain.documents import Boundary
from bot.domain.errors import KnowledgeErrors
from bot.ingestion.knowledge import digest_of, read_knowledge
from tests.ingestion.fakes import Folder, markdown, told

BODY = "Usia 25 tahun.[^A] Gratis.[^B]\n\n[^A]: J, X.\n[^B]: J, X.\n"


def folder(**changes: str | bytes | None) -> Folder:
    """A good folder with changes: `a_md="…"` replaces a.md, `extra_toml=…` adds extra.toml, None takes away."""
    files: dict[str, str | bytes] = {"a.md": markdown(BODY), "a2.txt": "Teks.", "a2.txt.yaml": "title: Dua"}
    for name, content in changes.items():
        path = name.replace("_", ".")
        files.pop(path, None)
        if content is not None:
            files[path] = content
    return Folder(files)


def test_mistakes_of_documents_and_data_files_come_together() -> None:
    with pytest.raises(KnowledgeErrors) as caught:
        read_knowledge(folder(a_md=markdown("Usia.[^Z]"), names_toml="x = 1", phrasings_toml='"Q" = ["x"]'), ())
    assert [str(error) for error in caught.value.errors] == [
        "a.md:4: footnote [^Z] has no definition",
        'names.toml:1: "x" must be a list of texts',
    ]


def test_a_folder_without_documents_is_a_mistake() -> None:
    with pytest.raises(KnowledgeErrors, match=r"the folder: holds no document; supported are \.md"):
        read_knowledge(Folder({"README.md": "x", "names.toml": ""}), ())


def test_aliases_are_embedded_only_if_nearly_every_fact_has_some() -> None:
    whole = read_knowledge(folder(phrasings_toml='"A" = ["x"]\n"B" = ["y"]'), ())
    assert (dict(whole.embedded_aliases), whole.warnings) == ({"A": ("x",), "B": ("y",)}, ())
    partial = read_knowledge(folder(phrasings_toml='"A" = ["x"]'), ())
    assert partial.embedded_aliases == {}
    assert next(partial.documents[0].statements).aliases == ("x",)
    assert told(partial.warnings) == [
        "phrasings.toml: no phrasings for B: a partial set would hide these facts, so it serves keyword search only"
    ]


def test_for_the_few_facts_without_aliases_the_headings_of_their_sections_stand_in() -> None:
    labels = [f"L{number}" for number in range(10)]
    lines = "".join(f"Fakta {label}.[^{label}]\n" for label in labels)
    notes = "".join(f"[^{label}]: J, X.\n" for label in labels)
    aliases = "".join(f'"{label}" = ["x"]\n' for label in labels[1:])
    found = read_knowledge(folder(a_md=markdown(f"## Usia\n{lines}\n{notes}"), phrasings_toml=aliases), ())
    assert dict(found.embedded_aliases) == dict.fromkeys(labels, ("x",)) | {"L0": ("Usia",)}
    assert told(found.warnings) == [
        "phrasings.toml: no phrasings for L0: the headings of their sections stand in; write down how people ask for them"
    ]


def test_without_aliases_there_is_nothing_to_warn_of() -> None:
    assert read_knowledge(folder(), ()).warnings == ()


def test_whether_there_is_an_exam_is_known() -> None:
    assert not read_knowledge(folder(), ()).has_exam
    assert read_knowledge(folder(golden_toml=""), ()).has_exam


@pytest.mark.parametrize(
    "changes",
    [
        {"a_md": markdown(BODY.replace("25", "26"))},
        {"a_en_md": markdown(BODY, "Study")},
        {"a2_txt_yaml": "title: Tiga"},
        {"phrasings_toml": ""},
        {"b_md": markdown("Baru.", "Baru")},
        {"a_md": None},
    ],
)
def test_the_digest_changes_with_everything_that_is_read(changes: dict[str, str | None]) -> None:
    assert digest_of(folder(**changes), ()) != digest_of(folder(), ())


def test_the_digest_changes_with_the_programs_boundaries_but_not_with_a_readme() -> None:
    assert digest_of(folder(), [Boundary("x", ("y",))]) != digest_of(folder(), ())
    assert digest_of(folder(readme_md="x"), ()) == digest_of(folder(), ()) == read_knowledge(folder(), ()).digest


def test_of_a_file_with_countless_mistakes_the_first_are_told_and_how_many_more_there_are() -> None:
    aliases = "".join(f'"Q{number}" = ["x"]\n' for number in range(300))
    with pytest.raises(KnowledgeErrors) as caught:
        read_knowledge(folder(phrasings_toml=aliases, names_toml="x = 1"), ())
    told = [str(error) for error in caught.value.errors]
    assert len(told) == 102
    assert told[100:] == ["phrasings.toml: and 200 more mistakes", 'names.toml:1: "x" must be a list of texts']


def test_an_exam_that_can_not_be_read_is_a_mistake_like_any_other() -> None:
    with pytest.raises(KnowledgeErrors, match=r"golden\.toml:1: not UTF-8"):
        read_knowledge(folder(golden_toml=b"\xe9"), ())
