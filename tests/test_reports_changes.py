"""Changes for other programs and as a page: whole, valid, and broken by no words."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conductkit import __version__, report, reports, shelf
from conductkit.change import Change, Diff, Evidence, Versions, together
from conductkit.source import Span
from sarif_schema import faults

GOLDEN = Path(__file__).parent / "golden" / "changes"
KINDS = [name for name in report.formats("changes") if name != "docx"]  # tests of its own
HOSTILE = "50% <script>|`x`\x1b[31m\u202e\r\n::error::owned @me ]]>\x00\ud800 {{ 7*7 }}"


def _at(line: int, revision: str = "") -> Span:
    return Span(f"{revision}codes/a b%.yaml", line, 8, line, 12)


def _change(effect: str, name: str, **fields: object) -> Change:
    given: dict[str, object] = {
        "code": "case", "kind": "rule", "change": "reworded", "effect": effect, "id": name,
        "old_id": name, "old_at": _at(3, "HEAD:"), "new_at": _at(4), **fields,
    }  # fmt: skip
    return Change(**given)  # type: ignore[arg-type]


def _diff(words: str = "five days") -> Diff:
    changes = (
        _change("neutral", "calm", old="Speak to collegues.", new="Speak to colleagues."),
        _change(
            "weaker", "reply", axes=("deadline",), confidence="low",
            old="Answer within two days.", new=f"Answer within {words}.",
            evidence=(Evidence("deadline", "two days", words, "weaker"),),
        ),
        _change("stronger", "queue", change="added", old_id=None, old_at=None, new="Keep order."),
        _change("unknown", words, old="Serve them.", new="Serve some."),
        _change(
            "weaker", "greet", change="removed", id=None, new_at=None, old="Greet them.",
            notes=(f"Nothing keeps “{words}”.",),
        ),
        _change("reversed", "gifts", old="Accept no gifts.", new="Accept gifts."),
        _change(
            "weaker", "customer", kind="term", change="edited", field="text", rules=("a", "b"),
            old="Whoever asks.", new="Whoever pays.",
        ),
        _change("neutral", "case", kind="code", change="edited", field="review_by"),
    )  # fmt: skip
    return Diff(changes, (Versions("case", "1.0.0", "1.1.0"),), revisions=("HEAD",))


def _shown(name: str, words: str = "five days") -> str:
    text: str = shelf.load(reports, name).changes(_diff(words), False)
    return text


@pytest.mark.parametrize("name", KINDS)
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"tests/golden/changes/changes.{name}", _shown(name).replace(__version__, "VERSION"))


def test_every_form_is_there() -> None:
    assert set(KINDS) >= {"text", "json", "markdown", "github", "sarif", "html"}
    assert [path.suffix[1:] for path in sorted(GOLDEN.iterdir())] == sorted(KINDS)


def test_sarif_tells_what_touches_a_duty() -> None:
    log = _shown("sarif")
    assert faults(log) == []
    results = json.loads(log)["runs"][0]["results"]
    assert [item["ruleId"] for item in results] == [
        "weaker", "stronger", "unknown", "weaker", "reversed", "weaker",
    ]  # fmt: skip
    assert len({item["partialFingerprints"]["conductChange/v1"] for item in results}) == 6


@pytest.mark.parametrize("name", ["github", "sarif"])
def test_places_are_files_of_the_new_side(name: str) -> None:
    assert "HEAD" not in _shown(name)


def test_what_went_stands_at_the_top_of_its_file() -> None:
    line = next(line for line in _shown("github").splitlines() if "greet" in line)
    assert line.startswith("::error file=codes/a b%25.yaml,line=1,endLine=1,")
    both = Diff(_diff().changes, _diff().codes, revisions=("HEAD", "side"))
    moved = tuple(
        _change("weaker", "a", new_at=_at(9, "side:")) if item.id == "gifts" else item
        for item in both.changes
    )
    text = shelf.load(reports, "github").changes(Diff(moved, both.codes, {}, both.revisions), False)
    assert "side" not in text


def test_github_rolls_up_what_went() -> None:
    gone = tuple(
        _change("weaker", f"rule-{number}", change="removed", id=None, new_at=None, old="Greet.")
        for number in range(12)
    )
    text = shelf.load(reports, "github").changes(Diff(gone, _diff().codes), False)
    assert text.count("::error ") == 1
    assert "12 rules removed: rule-0, rule-1," in text
    page = shelf.load(reports, "html").changes(Diff(gone, _diff().codes), False)
    assert page.count("<article") == 1
    assert page.count("<del>Greet.</del>") == 12


@pytest.mark.parametrize("name", KINDS)
def test_no_change_is_said_or_empty(name: str) -> None:
    text = shelf.load(reports, name).changes(Diff(), False)
    if name == "sarif":
        assert faults(text) == []
    elif name != "json":
        assert text == "" or "No change" in text


class _Page(HTMLParser):
    """Which elements are open, and the words between them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40) | st.just(HOSTILE))
def test_no_words_break_a_form(words: str) -> None:
    json.loads(_shown("json", words))
    json.loads(_shown("sarif", words))
    for line in _shown("github", words).rstrip("\n").split("\n"):
        assert re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,", line)
    page = _Page()
    page.feed(_shown("html", words))
    page.close()
    assert page.open == []
    for name in ("text", "markdown", "html"):
        assert "\x1b" not in _shown(name, words)
        assert "\u202e" not in _shown(name, words)


def test_the_page_runs_and_fetches_nothing_and_says_all() -> None:
    text = _shown("html", HOSTILE)
    assert "<script" not in text
    assert "://" not in text
    assert "default-src 'none'" in text
    page = _Page()
    page.feed(text)
    assert "{{ 7*7 }}" in page.words
    order = [match[1] for match in re.finditer(r'<article class="(\w+)"', text)]
    assert order == ["reversed", "weaker", "weaker", "weaker", "unknown", "stronger"]


def _colours(diff: Diff) -> str:
    text: str = shelf.load(reports, "text").changes(diff, True)
    return text


def test_colours_let_no_mark_of_the_file_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "96")
    ours = set(re.findall(r"\x1b\[[\d;]*m", _colours(_diff())))
    assert set(re.findall(r"\x1b.{0,4}", _colours(_diff(HOSTILE)))) >= {"\x1b[31m"} & ours
    shown = _colours(_diff(HOSTILE))
    assert "\x1b[31m\\u202e" not in shown
    assert "\u202e" not in shown
    assert "\\u001b[31m\\u202e" in shown


@pytest.mark.parametrize("width", [44, 80, 300])
def test_a_terminal_gets_lines_that_fit_it(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    long = _change("weaker", "long", old="Answer them all. " * 9, new="Answer some of them. " * 9)
    plain = re.sub(r"\x1b\[[\d;]*m", "", _colours(Diff((long,), _diff().codes)))
    longest = max(map(len, plain.splitlines()))
    assert longest <= min(width, 96)
    assert longest > min(width, 96) - 12


def test_old_and_new_words_do_not_run_into_one() -> None:
    plain = re.sub(r"\x1b\[[\d;]*m", "", _colours(_diff()))
    assert "Whoever asks pays." in plain
    assert "<del>asks</del> <ins>pays</ins>" in _shown("markdown")


def _edits(kind: str, *names: str, old: str = "crew", new: str = "guests") -> tuple[Change, ...]:
    return tuple(
        _change(
            "unknown", name, kind=kind, change="edited", field="binds", old=old, new=new,
            evidence=(Evidence("binds", old, new, "unknown"),),
        )
        for name in names
    )  # fmt: skip


@pytest.mark.parametrize("name", ["text", "markdown", "github", "html"])
def test_one_edit_of_several_elements_is_one_entry(name: str) -> None:
    same = _edits("section", "board", "desk", "pier")
    other = _edits("section", "shop", old="crew", new="all")
    rules = _edits("rule", "greet", "thank")
    made = Diff((*same, *other, *rules), _diff().codes)
    text = shelf.load(reports, name).changes(made, False)
    assert text.count("3 sections edited (binds)") == (2 if name == "github" else 1)
    assert "board, desk, pier" in text
    assert "2 rules: binds edited" in text
    assert "2 sections" not in text
    assert len(re.findall("guests", text)) == 2
    assert len(json.loads(shelf.load(reports, "json").changes(made, False))["changes"]) == 6


def test_codes_that_got_weaker_stand_first() -> None:
    calm = _change("stronger", "calm", code="calm")
    bad = _change("weaker", "bad", code="bad")
    made = Diff((calm, bad), (Versions("calm", None, None), Versions("bad", None, None)))
    for name in ("text", "markdown", "html"):
        text = shelf.load(reports, name).changes(made, False).partition("<body")
        text = text[2] or text[0]
        assert text.index("bad") < text.index("calm"), name


def test_several_parties_are_named_as_such() -> None:
    gone = tuple(
        _change("unknown", f"party-{number}", kind="party", change="removed", id=None, new_at=None)
        for number in range(9)
    )
    for name in ("text", "markdown", "github", "html"):
        assert "9 parties removed" in shelf.load(reports, name).changes(
            Diff(gone, _diff().codes), False
        )


def _many(number: int, words: str) -> Diff:
    changes = tuple(
        _change(
            "stronger" if place % 7 else "weaker", f"rule-{place}",
            old=f"Answer {words} within {place} days.",
            new=f"Answer {words} within {place + 1} days.",
            evidence=(Evidence("deadline", f"{place} days", f"{place + 1} days", "weaker"),),
            notes=("The declared level is still “must”, but the words now say “should”.",),
        )
        for place in range(number)
    )  # fmt: skip
    return Diff(changes, _diff().codes)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (3, "them"),
        (150, "all of them"),
        (2000, "them"),
        (9, "# @you <b> " * 900),
        (700, "&" * 900),
    ],
)
def test_a_comment_has_room_for_it(number: int, words: str) -> None:
    text = shelf.load(reports, "markdown").changes(_many(number, words), False)
    assert len(text) < 65_000
    assert text.index("**weaker**") < text.index("**stronger**")
    assert text.count("<details>") == text.count("</details>")
    assert ("shortened" in text) == (number > 200)
    if "shortened" in text:
        assert "html:changes.html" in text
    left = re.search(r"- … and (\d+) more: (.*)", text)
    assert int(left[1] if left else 0) + text.count("\n- 🔴") + text.count("\n- 🟢") == number


def test_names_without_end_still_fit_a_comment() -> None:
    made = [
        Diff((_change("weaker", "rule", code=f"code-{place}-{'x' * 400}"),),
             (Versions(f"code-{place}-{'x' * 400}", None, None),))
        for place in range(400)
    ]  # fmt: skip
    text = shelf.load(reports, "markdown").changes(together(made), False)
    assert len(text) < 65_000
    assert "400 weaker" in text
    assert "shortened" in text


@pytest.mark.parametrize(
    ("old", "new", "effect", "revisions", "said"),
    [
        ("1.0.0", "1.0.0", "weaker", (), "new major version."),
        ("1.0.0", "1.0.0", "weaker", ("HEAD",), "new major version: `conduct bump` writes it."),
        ("1.0.0", "1.0.0", "weaker", ("a", "b"), "new major version."),
        ("1.0.0", "1.9.0", "weaker", ("HEAD",), "new major version: `conduct bump` writes it."),
        ("1.0.0", "2.0.0", "weaker", ("HEAD",), "new major version; 2.0.0 is enough."),
        ("0.9.9", "0.10.0", "weaker", (), "new minor version; 0.10.0 is enough."),
        ("1.0.0", "3.0.0", "stronger", (), "new minor version; 3.0.0 is enough."),
        (None, "3.0.0", "stronger", (), "new minor version."),
    ],
)
def test_what_the_version_should_be(
    old: str | None, new: str, effect: str, revisions: tuple[str, ...], said: str
) -> None:
    made = Diff((_change(effect, "a"),), (Versions("case", old, new),), {}, revisions)
    for name in ("text", "markdown"):
        assert f"This asks for a {said}" in shelf.load(reports, name).changes(made, False)
