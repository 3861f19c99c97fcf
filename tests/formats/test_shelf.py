"""What every format and every language must have."""

import re

import pytest
import yaml
from everything import everything
from reading import page

from conductkit import bundled
from conductkit.render import format_of, formats, render
from conductkit.rendering.interface import direction, interface, languages
from conductkit.rendering.templates import shipped

TEMPLATES = bundled.directory("templates")
FORMATS = list(formats())
PAGES = [name for name, format in formats().items() if format.page]
SUFFIXES = [
    ("x.html", "html"), ("x.htm", "html"), ("X.HTML", "html"), ("x.print.html", "print"),
    ("x.md", "md"), ("x.markdown", "md"), ("x.csv", "csv"), ("x.txt", "txt"),
    ("x.json", "json"), ("x.xyz", None), ("html", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_template_and_says_what_it_is(name: str) -> None:
    assert f"{name}.j2" in shipped().shipped, f"write templates/{name}.j2"
    assert formats()[name].suffixes


def test_every_template_at_the_top_is_a_formats() -> None:
    tops = {path.name.removesuffix(".j2") for path in TEMPLATES.glob("*.j2")}
    assert tops == set(FORMATS)


def test_no_two_formats_claim_a_suffix() -> None:
    claimed = [suffix for format in formats().values() for suffix in format.suffixes]
    assert len(claimed) == len(set(claimed))


@pytest.mark.parametrize(("path", "expected"), SUFFIXES)
def test_the_longest_suffix_names_the_format(path: str, expected: str | None) -> None:
    assert format_of(path) == expected


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_word(language: str) -> None:
    folder = bundled.__file__.replace("bundled.py", "data/interface")
    with open(f"{folder}/{language}.yaml", encoding="utf-8") as stream:  # noqa: PTH123
        data = yaml.safe_load(stream)
    assert data["words"].keys() == interface("en").words.keys()
    assert len(set(data["months"])) == 12
    assert all(isinstance(word, str) and word.strip() for word in data["words"].values())
    for key, word in data["words"].items():
        parts = re.findall(r"\{\w+\}", word)
        assert parts == re.findall(r"\{\w+\}", interface("en").words[key]), key


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    source = "".join(text for text, _ in shipped().shipped.values())
    fixed = {key for key in interface("en").words if "-" not in key}
    unused = {key for key in fixed if not re.search(rf'"{key}"', source)}
    assert unused <= {"rule"}  # named by the engine
    assert set(re.findall(r'\bword\("(\w+)"', source)) <= fixed


def test_dates_are_written_as_the_language_writes_them() -> None:
    assert interface("en-GB").date("2026-02-01") == "1 February 2026"
    assert interface("de").date("2026-02-01") == "1. Februar 2026"
    assert interface("pt-BR").date("2026-02-01") == "1 de fevereiro de 2026"
    assert interface("en").date("") == ""


def test_a_language_without_words_speaks_english() -> None:
    assert interface("sw").word("contents") == "Contents"
    assert interface("fr-CA").word("contents") == "Sommaire"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("az-Arab", "rtl"),
     ("en", "ltr"), ("ar-Latn", "ltr"), ("zh-Hans", "ltr"), ("AR", "rtl")],
)  # fmt: skip
def test_direction_follows_the_script(tag: str, expected: str) -> None:
    assert direction(tag) == expected


@pytest.mark.parametrize("format", PAGES)
def test_every_link_inside_the_page_arrives(format: str) -> None:
    found = page(render(everything("words"), format), format)
    if format == "txt":
        pytest.skip("plain text has no links")
    inside = {link[1:] for link in found.links if link.startswith("#")}
    if formats()[format].excerpt:
        pytest.skip("a link to what is left out becomes words; see test_excerpts.py")
    assert inside <= set(found.anchors)
    assert len(found.anchors) == len(set(found.anchors))
    assert {"privacy", "old-rule", "value-empathy", "section-trust"} <= set(found.anchors)
