"""`conduct render --watch`: started for real, looked at over HTTP, saved into, stopped."""

import http.client
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from conductkit import bundled
from conductkit.load import load
from conductkit.preview.board import Board, Shown
from conductkit.preview.pages import kind_of
from conductkit.preview.watching import stamp
from conductkit.render import render

if TYPE_CHECKING:
    from playwright.sync_api import Page

LONG = 30
"""Seconds after which a test gives up; nothing takes that long."""


@dataclass
class Watching:
    """A running preview; `said` are the lines of its terminal."""

    process: subprocess.Popen[str]
    said: Queue[str]
    port: int
    code: Path

    def raw(self, path: str) -> tuple[str | None, bytes]:
        """Media type and bytes of a file."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        connection.request("GET", path)
        answer = connection.getresponse()
        found = answer.headers["Content-Type"], answer.read()
        connection.close()
        return found

    def get(
        self, path: str, method: str = "GET", host: str = ""
    ) -> tuple[int, str, http.client.HTTPMessage]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text, answer.msg

    def page(self) -> str:
        return self.get(f"/{self.code.stem}/page")[1]

    def hears(self, words: str) -> str:
        """The line that says these words; queue.Empty where none does."""
        while True:
            line = self.said.get(timeout=LONG)
            if words in line:
                return line

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONG)


class Events:
    """What the server tells a page that waits."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONG)
        self._connection.request("GET", "/events")
        self._answer = self._connection.getresponse()

    def next(self) -> str:
        """The next state; "" at the end."""
        for line in self._answer:
            if line.startswith(b"data: "):
                return line.decode()
        return ""

    def close(self) -> None:
        self._answer.close()
        self._connection.close()


def _read(process: subprocess.Popen[str], said: "Queue[str]") -> None:
    assert process.stderr is not None
    for line in process.stderr:
        said.put(line)


def _heed_ctrl_c() -> None:
    """A run in the background of a shell inherits that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def started(folder: Path, *arguments: str, code: Path) -> Iterator[Watching]:
    with subprocess.Popen(
        [sys.executable, "-m", "conductkit", "render", *arguments, "--watch", "--port", "0"],
        cwd=folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8",
        preexec_fn=_heed_ctrl_c,  # noqa: PLW1509
    ) as process:  # fmt: skip
        said: Queue[str] = Queue()
        reader = Thread(target=_read, args=(process, said))
        reader.start()
        try:
            watching = Watching(process, said, 0, code)
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", watching.hears("Serving"))
            assert found is not None
            watching.port = int(found[1])
            yield watching
        finally:
            process.kill()
            reader.join(LONG)


def ours(folder: Path) -> Path:
    (folder / "codes").mkdir()
    return Path(shutil.copy(bundled.codes()["customer-code"], folder / "codes" / "ours.yaml"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    ours(tmp_path)
    return tmp_path


@pytest.fixture
def watching(project: Path) -> Iterator[Watching]:
    with started(project, "codes/ours.yaml", code=project / "codes" / "ours.yaml") as found:
        yield found


@pytest.fixture
def events(watching: Watching) -> Iterator[Events]:
    """What is told from now on: the first state has been heard."""
    found = Events(watching.port)
    assert found.next()
    yield found
    found.close()


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watching]:
    """A preview of a code that nobody changes."""
    folder = tmp_path_factory.mktemp("still")
    code = ours(folder)
    with started(folder, "codes/ours.yaml", code=code) as found:
        yield found


def replace(path: Path, old: str, new: str) -> None:
    """Save as editors do: a new file in the place of the old one."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    fresh = path.with_suffix(".new")
    fresh.write_text(text.replace(old, new), encoding="utf-8")
    fresh.replace(path)


def test_the_page_is_the_one_that_is_written(still: Watching) -> None:
    status, text, headers = still.get("/ours/page")
    catalogue = load(bundled.codes()["twelve-principles"])
    assert (status, text) == (200, render(load(still.code), "html", catalogue=catalogue))
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    for path in ("/", "/ours", "/ours/"):
        status, text, _ = still.get(path)
        assert (status, 'src="/ours/page"' in text) == (200, True)
    assert still.get("/ours/page", "HEAD")[:2] == (200, "")


@pytest.mark.parametrize(
    "path",
    ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/ours/../codes/ours.yaml",
     "/codes/ours.yaml", "/ours/page/", "/ours/page%00", "//etc/passwd", "/favicon.ico", "/nobody/",
     "/%ff", "/events/x"],
)  # fmt: skip
def test_no_path_leads_to_a_file(still: Watching, path: str) -> None:
    status, text, _ = still.get(path)
    assert (status, text) == (404, "There is nothing here. The preview begins at /.\n")


def test_it_answers_to_its_own_name_alone(still: Watching) -> None:
    """Else a page of another site, whose name then leads here, could read what is written."""
    for host in ("evil.example", f"evil.example:{still.port}", "127.0.0.1", "127.0.0.1:1"):
        for path in ("/", "/ours/page", "/events"):
            status, text, _ = still.get(path, host=host)
            assert status == 403
            assert text.startswith("This preview answers to http://127.0.0.1:")
    assert still.get("/", host=f"localhost:{still.port}")[0] == 200
    assert still.get("/ours/page", "POST")[0] == 501


def test_it_listens_on_the_loopback_address_alone(still: Watching) -> None:
    with socket.create_server(("127.0.0.2", still.port)):
        pass  # would be taken if the preview listened on every address


def test_a_save_is_told_and_shown(watching: Watching, events: Events) -> None:
    replace(watching.code, "title: The Customer Code", "title: Another Name")
    assert events.next()
    assert "<h1>Another Name</h1>" in watching.page()


def test_a_fault_is_shown_and_said_and_goes_when_it_is_mended(
    watching: Watching, events: Events
) -> None:
    replace(watching.code, "title:", "titel:")
    events.next()
    text = watching.page()
    assert "unknown-key" in text
    assert "Did you mean “title”?" in text
    assert "codes/ours.yaml" in watching.hears("ours.yaml")
    watching.hears("unknown-key")
    replace(watching.code, "titel:", "title:")
    events.next()
    watching.hears("codes/ours.yaml is shown again.")
    assert "<h1>The Customer Code</h1>" in watching.page()


def test_settings_and_templates_are_looked_at_too(
    watching: Watching, events: Events, project: Path
) -> None:
    (project / "conductkit.yaml").write_text('conductkit: 1\ntheme: {accent: "#0050b3"}\n')
    events.next()
    assert "--accent: #0050b3" in watching.page()
    (project / "looks").mkdir()
    (project / "looks" / "html.j2").write_text("{{ codee }}")
    (project / "conductkit.yaml").write_text("conductkit: 1\ntemplates: looks\n")
    events.next()
    assert "looks/html.j2:1: there is no variable “codee”" in watching.page()
    watching.hears("there is no variable “codee”")
    (project / "looks" / "html.j2").write_text("{{ code.title }}")
    events.next()
    assert watching.page() == "The Customer Code\n"
    (project / "conductkit.yaml").write_text("conductkit: 1\ntemplats: looks\n")
    events.next()
    assert "Did you mean “templates”?" in watching.page()


def test_a_file_that_goes_and_comes_back(watching: Watching, events: Events) -> None:
    text = watching.code.read_bytes()
    watching.code.unlink()
    events.next()
    assert "there is no such file" in watching.page()
    watching.code.write_bytes(text)
    events.next()
    assert "<h1>The Customer Code</h1>" in watching.page()


def test_ctrl_c_ends_it_at_once_and_lets_go_of_the_port(watching: Watching, events: Events) -> None:
    assert watching.stop() == 0
    watching.hears("Stopped.")
    assert events.next() == ""
    with socket.create_server(("127.0.0.1", watching.port)):
        pass


def test_several_codes_have_a_list_and_a_new_one_joins_it(project: Path) -> None:
    shutil.copy(bundled.codes()["twelve-principles"], project / "codes" / "twelve-principles.yaml")
    code = project / "codes" / "ours.yaml"
    with started(project, "codes", "--to", "md", code=code) as watching:
        assert '<a href="/twelve-principles/">' in watching.get("/")[1]
        status, text, headers = watching.get("/ours/page")
        assert (status, headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
        assert text.startswith("# The Customer Code\n")
        events = Events(watching.port)
        events.next()
        (project / "codes" / "more").mkdir()
        shutil.copy(code, project / "codes" / "more" / "ours.yaml")
        events.next()
        events.close()
        assert '<a href="/ours-2/">' in watching.get("/")[1]


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (["nothing.yaml"], "there is no such file or folder", 3),
        (["codes", "-o", "x.html"], "leave out -o and --check", 2),
        (["codes", "--to", "docx"], "A browser does not show docx", 2),
        (["codes", "--port", "70000"], "Port 70000 cannot be had", 2),
        (["codes", "--port", "TAKEN"], "Name another with --port", 2),
    ],
)
def test_mistakes_end_it_with_a_sentence(
    project: Path, arguments: list[str], words: str, code: int
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = str(other.getsockname()[1])
        ended = subprocess.run(
            [sys.executable, "-m", "conductkit", "render", "--watch",
             *(taken if argument == "TAKEN" else argument for argument in arguments)],
            cwd=project, capture_output=True, text=True, encoding="utf-8", timeout=LONG,
            check=False,
        )  # fmt: skip
    assert ended.returncode == code
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr


def test_paper_can_be_watched_too(project: Path) -> None:
    code = project / "codes" / "ours.yaml"
    with started(project, "codes/ours.yaml", "--to", "pdf", code=code) as watching:
        kind, data = watching.raw("/ours/page")
        assert (kind, data[:5]) == ("application/pdf", b"%PDF-")


def test_what_a_browser_can_show() -> None:
    assert kind_of(".print.html", text=True) == "text/html; charset=utf-8"
    assert kind_of(".poster.pdf", text=False) == "application/pdf"
    assert kind_of(".md", text=True) == "text/plain; charset=utf-8"
    assert kind_of(".docx", text=False) == ""


def test_a_browser_shows_the_new_page_by_itself(watching: Watching, tab: "Page") -> None:
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(f"http://127.0.0.1:{watching.port}/")
    shown = tab.frame_locator("iframe")
    shown.get_by_role("heading", level=1, name="The Customer Code").wait_for()
    replace(watching.code, "title: The Customer Code", "title: Another Name")
    shown.get_by_role("heading", level=1, name="Another Name").wait_for()
    replace(watching.code, "title:", "titel:")
    shown.get_by_text("unknown-key").wait_for()
    replace(watching.code, "titel:", "title:")
    shown.get_by_role("heading", level=1, name="Another Name").wait_for()
    assert tab.title().startswith("Another Name")
    assert said == []


def test_the_board_tells_only_what_is_new() -> None:
    board = Board()
    assert board.put({"a": Shown("text/plain", b"1")})
    seen = board.state
    assert not board.put({"a": Shown("text/plain", b"1")})
    assert board.wait(seen, 0) == seen
    assert board.put({"a": Shown("text/plain", b"2")})
    assert board.wait(seen, LONG) != seen
    board.close()
    assert board.wait(board.state, LONG) is None


def test_what_is_looked_at_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "deep").mkdir()
    before = stamp([str(tmp_path)])
    (tmp_path / ".git" / "x.yaml").write_text("x")
    (tmp_path / "deep" / "x.txt").write_text("x")
    names = [Path(path).name for path, *_ in stamp([str(tmp_path)])]
    assert names == [Path(path).name for path, *_ in before]
    (tmp_path / "deep" / "x.yaml").write_text("x")
    assert "x.yaml" in [Path(path).name for path, *_ in stamp([str(tmp_path)])]
    assert stamp(["nowhere", "a\0b"]) == (("a\0b", 0, 0, 0), ("nowhere", 0, 0, 0))
