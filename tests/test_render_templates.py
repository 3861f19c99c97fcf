"""A project's own templates: what they may change and not do, and what is said of mistakes."""

from pathlib import Path

import pytest

from conductkit.errors import ConductError
from conductkit.load import load_text
from conductkit.render import render
from conductkit.rendering.filters import digest
from conductkit.rendering.templates import with_folder

LOADED = load_text(
    "conduct: 1\nid: small\ntitle: Small <b> *code*\nlanguage: en\n"
    "values: [{id: care, name: Care_}]\nrules: [{id: one, text: Be *kind*., values: [care]}]"
)


def made(folder: Path, format: str = "html", **templates: str) -> str:
    for name, text in templates.items():
        (folder / f"{name}.j2").write_text(text, encoding="utf-8")
    assert LOADED.code is not None
    return render(LOADED.code, format, with_folder(str(folder)))


def test_a_block_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    text = made(tmp_path, html=(
        '{% extends "conductkit/html.j2" %}{% block footer %}<p>{{ code.title }}</p>{% endblock %}'
    ))  # fmt: skip
    assert "</main>\n<p>Small &lt;b&gt; *code*</p></div>" in text
    assert '<li class="rule" id="one"' in text


def test_a_changed_style_gets_its_own_hash(tmp_path: Path) -> None:
    style = '{% extends "conductkit/html.j2" %}{% block style %}p{color:red}{% endblock %}'
    text = made(tmp_path, html=style)
    assert "<style>p{color:red}</style>" in text
    assert f"style-src '{digest('p{color:red}')}'" in text


def test_a_part_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "screen.css.j2").write_text("p{}", encoding="utf-8")
    assert "<style>p{}</style>" in made(tmp_path)


@pytest.mark.parametrize(
    ("source", "html", "markdown"),
    [
        ("{{ code.title }}", "Small &lt;b&gt; *code*", "Small \\<b> \\*code\\*"),
        ("{{ code.rules[0].text|prose }}", "<p>Be <em>kind</em>.</p>", "Be *kind*."),
        ("{{ code.rules[0].text|prose(code.title) }}",
         "<p>Small &lt;b&gt; *code*Be <em>kind</em>.</p>", "Small \\<b> \\*code\\*Be *kind*."),
        ("{{ code.rules[0].text|prose ~ code.title }}",
         "<p>Be <em>kind</em>.</p>Small &lt;b&gt; *code*", "Be *kind*.Small \\<b> \\*code\\*"),
        ("{{ code.rules[0].text|prose + code.title }}",
         "<p>Be <em>kind</em>.</p>Small &lt;b&gt; *code*", "Be *kind*.Small \\<b> \\*code\\*"),
        ("{{ [code.rules[0].text|prose, '<']|join(code.title) }}",
         "<p>Be <em>kind</em>.</p>Small &lt;b&gt; *code*&lt;",
         "Be *kind*.Small \\<b> \\*code\\*\\<"),
        ("{{ code.title|e }}", "Small &lt;b&gt; *code*", "Small \\<b> \\*code\\*"),
        ("{{ code.title|hang(2) }}", "Small &lt;b&gt; *code*", "Small \\<b> \\*code\\*"),
        ("{{ code.title|after('Small') }}", "&lt;b&gt; *code*", "\\<b> \\*code\\*"),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(code.title) }}",
         "Small &lt;b&gt; *code*", "Small \\<b> \\*code\\*"),
        ("{% set x %}{{ code.title }}{% endset %}{{ x }}", "Small &lt;b&gt; *code*",
         "Small \\<b> \\*code\\*"),
        ("{% autoescape false %}{{ code.title }}{% endautoescape %}", "Small &lt;b&gt; *code*",
         "Small \\<b> \\*code\\*"),
        ("{% for v in code['values'] %}{{ v.name }}{{ loop.last }}{% endfor %}", "Care_True",
         "Care\\_True"),
        ("{{ 3 + 4 * 2 }}{{ 'a' ~ 1 }}{{ 'A'.lower() }}", "11a1a", "11a1a"),
    ],
)  # fmt: skip
def test_whatever_a_template_writes_is_escaped_once(
    tmp_path: Path, source: str, html: str, markdown: str
) -> None:
    assert made(tmp_path, html=source) == html + "\n"
    assert made(tmp_path, "md", md=source) == markdown + "\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("\n{{ codee.title }}", "html.j2:2: there is no variable “codee”"),
        ("{{ wurd('why') }}", "html.j2:1: there is no variable “wurd”; there is “word”. Correct"),
        ("{{ xyzzy }}", "“xyzzy”; there are anchor, binding, catalogue, code, date, interface, "),
        ("\n\n{{ code.titel }}", "html.j2:3: “titel” is no part of Code; it has “title”. Correct"),
        ("{% if %}", "html.j2:1: Expected an expression"),
        ("{{ code.title|safe }}", "No filter named 'safe'"),
        ('{% include "other.j2" %}', "html.j2:1: there is no template “other.j2”"),
        ('{% include "../secret.j2" %}', "there is no template “../secret.j2”"),
        ('{% include "/etc/passwd" %}', "there is no template “/etc/passwd”"),
        ('{% extends "html.j2" %}', "includes or extends itself"),
        ('{% include "html.j2" %}{% include "html.j2" %}', "html.j2:1: "),
        ("{{ code.__class__ }}", "html.j2:1: access to attribute"),
        ("{{ ''.__class__.__mro__ }}", "html.j2:1: access to attribute"),
        ("{{ '{0.__class__}'.format(1) }}", "html.j2:1: access to attribute 'format'"),
        ("{{ 'x'.ljust(10000000000) }}", "html.j2:1: access to attribute 'ljust'"),
        ("{{ word('nonsense') }}", "html.j2:1: "),
        ("{{ 1 // 0 }}", "html.j2:1: "),
        ("{{ 'a' * 9999999999 }}", "“*” is for small numbers"),
        ("{{ [1] * 9999999999 }}", "“*” is for small numbers"),
        ("{{ 10 ** 10 ** 10 }}", "powers are not calculated"),
        ("{{ '%9999999999d' % 1 }}", "“%” is for small numbers"),
        ("{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
         "html.j2:1: the page grows without end"),
        ("{% macro m(n) %}{% if n %}{{ m(n - 1) ~ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
         "html.j2:1: the page grows without end"),
        ("{% set n=namespace(x='a') %}{% for a in range(99) %}{% set n.x=n.x ~ n.x %}{% endfor %}",
         "html.j2:1: the page grows without end"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", ""),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_template_line_and_name(
    tmp_path: Path, source: str, words: str
) -> None:
    with pytest.raises(ConductError) as caught:
        made(tmp_path, html=source)
    assert words in str(caught.value)
    assert str(caught.value).endswith(" Correct the template.")
    assert caught.value.exit_code == 2


def test_a_mistake_in_a_part_names_the_part(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "screen.css.j2").write_text("\n{{ nobody }}", encoding="utf-8")
    with pytest.raises(
        ConductError, match=r"parts/screen\.css\.j2:2: there is no variable “nobody”"
    ):
        made(tmp_path)


def test_the_next_rendering_has_a_budget_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "html.j2").write_text("{% for a in range(2000) %}x{% endfor %}", encoding="utf-8")
    templates = with_folder(str(tmp_path))
    assert LOADED.code is not None
    for _ in range(3):
        assert render(LOADED.code, "html", templates) == "x" * 2000 + "\n"


def test_a_link_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    secret, folder = tmp_path / "secret.j2", tmp_path / "templates"
    secret.write_text("secret", encoding="utf-8")
    folder.mkdir()
    (folder / "html.j2").symlink_to(secret)
    with pytest.raises(ConductError, match=r"leads out of the templates folder"):
        with_folder(str(folder))


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.j2").write_text("real", encoding="utf-8")
    (tmp_path / "html.j2").symlink_to("real.j2")
    assert made(tmp_path) == "real\n"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("htlm.j2", b"x", "no template here has the name"),
        ("html.j2", b"\xff\xfe", "is not UTF-8"),
        ("html.j2", b"x" * 1_000_001, "no template is larger"),
    ],
)
def test_a_folder_that_cannot_be_used(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ConductError, match=words):
        with_folder(str(tmp_path))


def test_no_folder_at_all(tmp_path: Path) -> None:
    with pytest.raises(ConductError, match="there is no such folder"):
        with_folder(str(tmp_path / "none"))
