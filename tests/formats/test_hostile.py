"""Words that look like markup stay words, in every field of every format that is a page."""

import re
from dataclasses import replace

import pytest
from everything import everything
from reading import SAFE, Page, page

from conductkit.prose import tame
from conductkit.render import formats, render
from hostile import HOSTILE

URL = "https://example.org/\"onx='<b>[](){{x}}`|\\*_</a>"
EMAIL = "a\"'b[c]{{x}}`|*_@example.org"
FORMATS = [name for name, format in formats().items() if format.page]


def _rendered(words: str, format: str, **more: str) -> Page:
    return page(render(everything(words, **more), format), format)


def _without_words(style: str) -> str:
    return re.sub(r'"(?:[^"\\]|\\.)*"', '""', style)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_make_no_element_and_none_is_lost(words: str, format: str) -> None:
    harmless, found = _rendered("words", format), _rendered(words, format)
    assert found.skeleton == harmless.skeleton
    assert found.other == harmless.other
    assert _without_words(found.style) == _without_words(harmless.style)
    assert all(link.startswith(SAFE) for link in found.links)
    for word in re.findall(r"[^\W_]+", tame(words)):
        assert word in found.all_words or word in ("lt", "gt", "amp", "60", "62", "copy")


@pytest.mark.parametrize("format", FORMATS)
def test_addresses_make_no_element(format: str) -> None:
    harmless, found = _rendered("words", format), _rendered("words", format, url=URL, email=EMAIL)
    assert found.skeleton == harmless.skeleton
    assert all(link.startswith(SAFE) for link in found.links)


@pytest.mark.parametrize("format", FORMATS)
def test_marks_of_direction_and_of_terminals_are_taken_out(format: str) -> None:
    words = "a\u202eb\u2067c\u0007d\u001be\u009bf"
    named = "g&#x202e;h&#x2067;i&#27;j&#7;k"
    code = replace(everything("words"), title=words, purpose=words, scope=named)
    text = render(code, format)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "abcdef" in text


@pytest.mark.parametrize("format", FORMATS)
def test_closed_isolates_stay(format: str) -> None:
    assert "a\u2067b\u2069c" in render(everything("a\u2067b\u2069c"), format)


@pytest.mark.parametrize("format", FORMATS)
def test_template_syntax_in_a_code_is_text(format: str) -> None:
    assert "49" not in _rendered("{{ 7*7 }}", format).text
    assert "{{ 7*7 }}" in _rendered("{{ 7*7 }}", format).text
