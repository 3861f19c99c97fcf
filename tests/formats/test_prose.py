"""Prose in each kind of output."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import PROSE_TAGS, Page, github

from conductkit.prose import escape_markdown, html, markdown, plain

HTML = [
    ("Hello *you* and **all**", "<p>Hello <em>you</em> and <strong>all</strong></p>"),
    ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    ("[a](https://x.org/?a=1&b=2)", '<p><a href="https://x.org/?a=1&amp;b=2">a</a></p>'),
    ("[a](tel:+44)", '<p><a href="tel:+44">a</a></p>'),
    ("[a](javascript:b)", "<p>[a](javascript:b)</p>"),
    ("[a](other.html)", "<p>[a](other.html)</p>"),
    ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
    ("# a", "<p># a</p>"),
    ("", ""),
]
MARKDOWN = [
    ("Hello *you* and **all**", "Hello *you* and **all**"),
    ("- a\n- b", "- a\n- b"),
    ("3. a\n4. b\n   - c", "3. a\n4. b\n   - c"),
    ("- a\n\n- b", "- a\n\n- b"),
    ("[a](https://x.org/a_b)", "[a](https://x.org/a_b)"),
    ("[a](https://x.org/ 'b \"c\"')", '[a](<https://x.org/> "b \\"c\\"")'),
    ("# a", "\\# a"),
    ("snake_case, C# and 1.0.0", "snake_case, C# and 1.0.0"),
    ("2 * 3 < 4", "2 \\* 3 \\< 4"),
    ("AT&T &amp; Co", "AT&T & Co"),
    ("&lt;b&gt;", "\\<b>"),
    ("a\n===", "a\n\\==="),
    ("www.x.org http://x.org", "www\\.x.org http\\://x.org"),
    ("see![a](https://x.org)", "see\\![a](https://x.org)"),
    ("a | b", "a \\| b"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), HTML)
def test_html(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_markdown(text: str, expected: str) -> None:
    assert markdown(text) == expected


def test_plain_words_have_no_markup() -> None:
    assert plain("Hello *you*:\n\n- [a](https://x.org)\n- `b`") == "Hello you:\na\nb"


def test_a_lead_begins_the_first_paragraph_but_no_list() -> None:
    assert html("a", "<b>1</b> ") == "<p><b>1</b> a</p>"
    assert html("- a", "<b>1</b> ") == "<p><b>1</b></p>\n<ul>\n<li>a</li>\n</ul>"
    assert markdown("# a", "**1.** ") == "**1.** \\# a"
    assert markdown("- a", "**1.** ") == "**1.**\n\n- a"


MARKS = st.text(st.sampled_from("ab1 \n\t*_`~[]()<>!#|-+=.:\\&;$/\"'{}é"), max_size=60)
PIECES = st.lists(
    st.sampled_from([
        "- a", "1. b", "\n", "\n\n", "  ", "**x**", "_y_", "[z](https://x.org/)", "`c`", "<i>",
        "a|b", "--|--", "===", "---", "# ", "> ", "```", "&lt;", "http://x.org", "\\", "!", "word",
    ]),
    max_size=14,
).map("".join)  # fmt: skip


@given(MARKS | PIECES)
def test_markdown_reads_as_html_says(text: str) -> None:
    """The same elements (or none, where they could not be kept) and the same words."""
    found, expected = Page(github().render(markdown(text))), Page(html(text))
    assert found.text.split() == expected.text.split() or "".join(found.text.split()) == "".join(
        Page(html(markdown(text))).text.split()
    )
    assert {tag for tag, _ in found.elements} <= PROSE_TAGS
    assert not found.other


@given(MARKS | PIECES)
def test_markdown_leaves_the_page_around_it_alone(text: str) -> None:
    written = markdown(text)
    whole = github().render(f"before\n\n{written}\n\n## after\n")
    assert whole.startswith("<p>before</p>")
    assert whole.endswith("<h2>after</h2>\n")


@given(MARKS)
def test_names_stay_in_their_heading_cell_and_link(text: str) -> None:
    name = escape_markdown(text)
    page = Page(github().render(f"# {name}\n\n| a |\n| - |\n| {name} |\n\n[{name}](#x) after\n"))
    shown = " ".join(text.split())
    assert [tag for tag, _ in page.elements] == [
        "h1",
        "table",
        "thead",
        "tr",
        "th",
        "tbody",
        "tr",
        "td",
        "p",
        "a",
    ]
    assert page.text.split() == f"{shown} a {shown} {shown} after".split()


def test_links_stay_links_wherever_they_stand() -> None:
    """Only a picture is escaped: its `!` would show an image from elsewhere."""
    assert markdown("Ask [us](mailto:a@example.org)!") == "Ask [us](mailto:a@example.org)!"
    assert markdown("[Here](https://x.org) and [there](https://y.org).") == (
        "[Here](https://x.org) and [there](https://y.org)."
    )
    assert markdown("y![b](https://x.org)").startswith("y\\![b]")
