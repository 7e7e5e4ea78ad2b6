"""The knowledge folder on disk, and the lock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.files import KnowledgeFiles, only_one
from bot.domain.errors import AlreadyRunning, ConfigError, KnowledgeError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "knowledge"
    (place / "sub").mkdir(parents=True)
    (place / "b.md").write_text("B")
    (place / "sub" / "a.md").write_text("A")
    return place


def test_files_are_listed_in_a_stable_order_with_forward_slashes(folder: Path) -> None:
    (folder / "a.toml").touch()
    assert KnowledgeFiles(folder).list() == ["a.toml", "b.md", "sub/a.md"]
    assert KnowledgeFiles(folder).read("sub/a.md") == b"A"


def test_hidden_files_and_what_other_programs_leave_behind_are_not_listed(folder: Path) -> None:
    (folder / ".git").mkdir()
    for name in (".git/x.md", ".hidden.md", "~$surat.docx", "b.md~", "Thumbs.db", "sub/desktop.ini"):
        (folder / name).touch()
    assert KnowledgeFiles(folder).list() == ["b.md", "sub/a.md"]


def test_a_missing_folder_is_told_as_a_mistake_of_the_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no folder"):
        KnowledgeFiles(tmp_path / "nowhere")


def test_a_link_inside_the_folder_is_read_and_one_that_leads_out_is_refused(folder: Path) -> None:
    (folder.parent / "secret.md").write_text("S")
    (folder / "inside.md").symlink_to("b.md")
    (folder / "outside.md").symlink_to("../secret.md")
    (folder / "outside").symlink_to(folder.parent)
    (folder / "broken.md").symlink_to("nothing.md")
    files = KnowledgeFiles(folder)
    assert files.list() == ["b.md", "broken.md", "inside.md", "outside", "outside.md", "sub/a.md"]
    assert files.read("inside.md") == b"B"
    for name, reason in {"outside.md": "leads out", "outside": "leads out", "broken.md": "not a file"}.items():
        with pytest.raises(KnowledgeError, match=reason) as caught:
            files.read(name)
        assert caught.value.file == name


def test_a_path_that_climbs_out_is_refused(folder: Path) -> None:
    (folder.parent / "secret.md").write_text("S")
    with pytest.raises(KnowledgeError, match="leads out"):
        KnowledgeFiles(folder).read("../secret.md")


def test_links_in_a_circle_pipes_and_folders_named_like_documents_are_refused(folder: Path) -> None:
    (folder / "circle.md").symlink_to("circle.md")
    os.mkfifo(folder / "pipe.md")
    (folder / "folder.md").mkdir()
    files = KnowledgeFiles(folder)
    assert files.list() == ["b.md", "circle.md", "pipe.md", "sub/a.md"]
    for name in ("circle.md", "pipe.md", "folder.md", "zero\0.md"):
        with pytest.raises(KnowledgeError, match=r"not a file|leads to no file|can.t be read"):
            files.read(name)


def test_folders_are_looked_into_to_a_depth_and_the_next_is_listed_so_that_it_is_noticed(
    folder: Path,
) -> None:
    (folder / ("d/" * 40)).mkdir(parents=True)
    deep = [path for path in KnowledgeFiles(folder).list() if path.startswith("d/")]
    assert deep == ["/".join(["d"] * 21)]


@pytest.mark.parametrize("name", ["Panduan 2025.pdf", " cafe\u0301.md "])
def test_a_file_that_is_sent_is_accepted_under_its_name_composed_and_without_spaces_around(
    folder: Path, name: str
) -> None:
    accepted = KnowledgeFiles(folder).accept(name, b"x")
    assert accepted == name.strip().replace("e\u0301", "é")
    assert KnowledgeFiles(folder).list() == ["b.md", "sub/a.md"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../a.md", "leads out"),
        ("sub/a.md", "a name, not a path"),
        ("/etc/cron.d/a.md", "leads out"),
        (".env", "hidden"),
        ("~$a.docx", "hidden"),
        ("con.md", "Windows"),
        ("a\0.md", "can't be shown"),
        ("x" * 300 + ".md", "longer than 180 bytes"),
        ("besar.md", r"larger than 0\.001 MB"),
    ],
)
def test_a_file_that_is_sent_with_a_harmful_name_or_size_is_refused(folder: Path, name: str, reason: str) -> None:
    with pytest.raises(KnowledgeError, match=reason):
        KnowledgeFiles(folder, max_megabytes=0.001).accept(name, b"x" * (2000 if name == "besar.md" else 10))


def test_a_file_is_read_up_to_the_limit_and_refused_beyond_it(folder: Path) -> None:
    (folder / "b.md").write_bytes(b"x" * 1000)
    assert len(KnowledgeFiles(folder, max_megabytes=0.001).read("b.md")) == 1000
    (folder / "b.md").write_bytes(b"x" * 1001)
    with pytest.raises(KnowledgeError, match=r"larger than 0\.001 MB; split it, or raise \[ingest\] max_file_mb"):
        KnowledgeFiles(folder, max_megabytes=0.001).read("b.md")


def test_a_file_that_is_gone_is_an_error_that_names_it(folder: Path) -> None:
    with pytest.raises(KnowledgeError, match="not a file"):
        KnowledgeFiles(folder).read("gone.md")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a file name")
def test_a_name_that_is_not_utf_8_is_an_error_that_can_be_printed(folder: Path) -> None:
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.md"))).touch()
    files = KnowledgeFiles(folder)
    (odd,) = [name for name in files.list() if name.startswith("caf")]
    with pytest.raises(KnowledgeError, match="its name is not UTF-8") as caught:
        files.read(odd)
    assert str(caught.value).encode() == b"caf?.md: its name is not UTF-8; rename it"


def test_a_lock_is_refused_while_another_process_holds_it_and_free_when_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "data" / "ingest.lock"
    code = "from bot.adapters.files import only_one\nfrom pathlib import Path\nimport sys\n"
    code += "with only_one(Path(sys.argv[1]), ''): print('held', flush=True); input()"
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(AlreadyRunning, match="another one runs"), only_one(path, "another one runs"):
        pass
    holder.kill()
    holder.communicate()
    with only_one(path, "another one runs"):
        pass
    with only_one(path, "another one runs"):
        pass
