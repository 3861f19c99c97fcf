"""Writing: whole or not at all, and only what was to change."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductkit.errors import ConductError, Exit
from conductkit.source import Source
from conductkit.write import (
    Edit,
    edit_file,
    make_folder,
    refuse_to_replace_a_code,
    splice,
    write_atomic,
    write_new,
)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        assert write_atomic(tmp_path / "a.txt", b"one\r\n") is True
    finally:
        os.umask(old)
    assert (tmp_path / "a.txt").read_bytes() == b"one\r\n"
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640
    assert left(tmp_path) == ["a.txt"]


def no_links(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


@pytest.mark.parametrize("links", [True, False])
def test_one_of_many_makes_a_file(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    given = [str(number).encode() * 10_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda data: write_new(tmp_path / "a.txt", data), given))
    assert made.count(True) == 1
    assert (tmp_path / "a.txt").read_bytes() == given[made.index(True)]
    assert left(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("links", [True, False])
def test_what_is_there_is_not_made_anew(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "b.txt").symlink_to("nowhere")
    assert write_new(tmp_path / "a.txt", b"new") is False
    assert write_new(tmp_path / "b.txt", b"new") is False
    assert (tmp_path / "a.txt").read_text() == "old"
    assert left(tmp_path) == ["a.txt", "b.txt"]


CODE = "# mine\nconduct: 1\nid: a\n"


@pytest.mark.parametrize("text", [CODE, "\ufeff" + CODE[7:], CODE.replace("\n", "\r\n")])
def test_a_code_is_not_replaced_by_something_else(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(text.encode())
    with pytest.raises(ConductError, match="this file is a code") as caught:
        refuse_to_replace_a_code(tmp_path / "a.yaml")
    assert caught.value.exit_code == Exit.USAGE


@pytest.mark.parametrize("text", [None, "", "{}", "conduct: ours\n", ' "conduct": 1\n "id": 2\n'])
def test_what_is_no_code_may_be_replaced(text: str | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "a.yaml").write_text(text)
    refuse_to_replace_a_code(tmp_path / "a.yaml")


def test_equal_bytes_are_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"same")
    before = file.stat()
    assert write_atomic(file, b"same") is False
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert write_atomic(file, b"other") is True
    assert file.stat().st_ino != before.st_ino, "a new file takes its place"


def test_mode_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.sh"
    file.write_bytes(b"old")
    file.chmod(0o751)
    write_atomic(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o751


def test_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "a.txt"
    target.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(Path("there") / "a.txt")
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert left(tmp_path) == ["link.txt", "there"]
    assert left(tmp_path / "there") == ["a.txt"]


def test_into_a_pipe_that_somebody_reads(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert write_atomic(pipe, b"words") is True
        assert os.read(reader, 100) == b"words"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("step", ["fsync", "fdopen"])
def test_what_fails_leaves_all_as_it_was(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(ConductError, match=r"a\.txt: cannot write this file: no space left"):
        write_atomic(file, b"new")
    assert file.read_bytes() == b"old"
    assert left(tmp_path) == ["a.txt"]


def test_an_interruption_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")

    def stop(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(file, b"new")
    assert file.read_bytes() == b"old"
    assert left(tmp_path) == ["a.txt"]


def test_no_clash_of_temporary_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([b"same__", b"same__", b"other_"])
    monkeypatch.setattr(os, "urandom", lambda count: next(drawn))
    (tmp_path / f".a.txt.{b'same__'.hex()}.tmp").write_bytes(b"another run's")
    write_atomic(tmp_path / "a.txt", b"new")
    assert (tmp_path / f".a.txt.{b'same__'.hex()}.tmp").read_bytes() == b"another run's"
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("folder", "is a directory"),
        ("loop", "too many levels of symbolic links"),
        ("file/a.txt", "not a directory"),
        ("nowhere/a.txt", "there is no folder .*nowhere; make it first"),
        ("x" * 300, "file name too long"),
        ("a\0b", "nothing can have this name"),
    ],
)
def test_what_cannot_be_written_is_said(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "loop").symlink_to("loop")
    before = left(tmp_path)
    with pytest.raises(ConductError, match=words) as caught:
        write_atomic(f"{tmp_path}/{name}", b"new")
    assert caught.value.exit_code is Exit.USAGE
    assert left(tmp_path) == before


def test_what_somebody_else_changed_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"theirs")
    with pytest.raises(ConductError, match="was changed while"):
        write_atomic(file, b"ours", expected=b"before")
    assert file.read_bytes() == b"theirs"
    assert write_atomic(file, b"ours", expected=b"theirs") is True


def test_what_is_there_already_need_not_be_written(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"ours")
    assert write_atomic(file, b"ours", expected=b"before") is False
    file.write_bytes("\ufeffid: b\n".encode())
    assert edit_file(Source(str(file), "id: a\n"), [Edit(4, 5, "b")]) is False
    with pytest.raises(ConductError, match="was changed while"):
        edit_file(Source(str(tmp_path / "gone"), "id: a\n"), [Edit(0, 6, "")])


def test_folders(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ConductError, match="cannot make this folder"):
        make_folder(tmp_path / "file" / "c")


# ── edits ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "edits", "after"),
    [
        ("abc", [], "abc"),
        ("abc", [Edit(1, 2, "X")], "aXc"),
        ("abc", [Edit(2, 3, ""), Edit(0, 1, "YZ")], "YZb"),
        ("abc", [Edit(1, 1, "1"), Edit(1, 1, "2"), Edit(1, 2, "3")], "a123c"),
        ("a\nb", [Edit(1, 1, "\nx")], "a\nx\nb"),
        ("a\r\nb", [Edit(1, 1, "\nx\r\ny")], "a\r\nx\r\ny\r\nb"),
        ("\ufeffabc", [Edit(0, 1, "X")], "\ufeffXbc"),
        ("ab", [Edit(2, 2, "\n")], "ab\n"),
    ],
)
def test_splice(text: str, edits: list[Edit], after: str) -> None:
    assert splice(text, edits) == after


@pytest.mark.parametrize(
    "edits",
    [[Edit(0, 2, "x"), Edit(1, 3, "y")], [Edit(0, 4, "x")], [Edit(2, 1, "x")], [Edit(-1, 0, "")]],
)
def test_edits_that_cannot_be(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps another edit or leaves the text"):
        splice("abc", edits)


@given(st.text(alphabet="ab\r\n", max_size=30), st.lists(st.integers(0, 30), max_size=6))
def test_what_is_not_edited_stays(text: str, cuts: list[int]) -> None:
    places = sorted(min(cut, len(text)) for cut in cuts)
    pairs = list(zip(places[::2], places[1::2], strict=False))
    kept = splice(text, [Edit(start, end, "") for start, end in pairs])
    dropped = {place for start, end in pairs for place in range(start, end)}
    assert kept == "".join(char for place, char in enumerate(text) if place not in dropped)


def test_edit_file_keeps_all_else(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("\ufeffid: a\r\ntitle: é\r\n".encode())
    source = Source(str(file), "id: a\r\ntitle: é\r\n")
    assert edit_file(source, [Edit(4, 5, "b\nx: 1")]) is True
    assert file.read_bytes() == "\ufeffid: b\r\nx: 1\r\ntitle: é\r\n".encode()


@pytest.mark.parametrize("now", [b"id: c\n", b"\xff", None])
def test_edit_file_of_a_file_that_changed(now: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    if now is not None:
        file.write_bytes(now)
    with pytest.raises(ConductError, match="was changed while"):
        edit_file(Source(str(file), "id: a\n"), [Edit(4, 5, "b")])
    assert left(tmp_path) == (["a.yaml"] if now is not None else [])
