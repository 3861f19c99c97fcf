"""A project's own look: what it may ask for, what gives way, and what is said of mistakes."""

import re
import zlib
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codes import code
from conductkit import settings
from conductkit.errors import ConductError, InputError
from conductkit.render import render
from conductkit.rendering.colours import ENOUGH, contrast, readable
from conductkit.rendering.logo import MAX_BYTES, data_url
from conductkit.rendering.look import look
from conductkit.rendering.theme import DARK, LIGHT, Theme, theme
from conductkit.settings import Config

CODE = code({"one": "Be kind."}, issuer="Example & Sons")
PAIRS = [
    ("ink", "paper"), ("soft", "paper"), ("accent", "paper"), ("ink", "tint"), ("soft", "tint"),
    ("accent", "tint"), ("on-accent", "accent"),
]  # fmt: skip
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
COLOUR = st.from_regex(r"#([0-9a-f]{3}|[0-9a-fA-F]{6})", fullmatch=True)


def png() -> bytes:
    chunk = zlib.compress(b"\0\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk


def made(**given: str) -> Theme:
    return theme(settings.Theme(**given))[0]


def weak_pairs(colours: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (front, back) for front, back in PAIRS if contrast(colours[front], colours[back]) < ENOUGH
    ]


# ── colours ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0b5", "#FFF", 2.55),
     ("#123456", "#123456", 1)],
)  # fmt: skip
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_what_can_be_read_stays_and_what_cannot_moves_no_further_than_it_must() -> None:
    assert readable("#0b5c50", "#ffffff") == "#0b5c50"
    moved = readable("#00bb55", "#ffffff")
    assert ENOUGH <= contrast(moved, "#ffffff") < ENOUGH + 0.1
    assert moved.startswith("#00")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_shipped_colours_can_be_read(colours: Mapping[str, str]) -> None:
    assert weak_pairs(colours) == []


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(
    ("accent", "text", "background", "accent_dark", "text_dark", "background_dark"), COLOUR
)))  # fmt: skip
def test_whatever_a_project_asks_for_can_be_read(asked: dict[str, str]) -> None:
    found, weak = theme(settings.Theme(**asked))
    for colours in (found.light, found.dark):
        assert weak_pairs(colours) == []
        assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours.values())
        assert colours.keys() == LIGHT.keys()
    for one in weak:
        assert one.ratio < ENOUGH
        assert one.instead in (*found.light.values(), *found.dark.values())


def test_a_colour_that_can_be_read_is_used_as_it_is_and_nothing_is_said() -> None:
    found, weak = theme(settings.Theme(accent="#0050b3"))
    assert found.light["accent"] == "#0050b3"
    assert found.light["paper"] == LIGHT["paper"]
    assert weak == ()
    assert contrast(found.dark["accent"], DARK["paper"]) >= ENOUGH


def test_a_colour_that_gives_way_is_said_with_what_is_used_instead() -> None:
    found, (weak,) = theme(settings.Theme(accent="#0b5"))
    assert (weak.key, weak.colour, weak.instead) == ("accent", "#0b5", found.light["accent"])
    assert "“accent” #0b5 on #f4f1e9 has a contrast of 2.3 to 1" in str(weak)


def test_both_schemes_are_looked_at() -> None:
    asked = settings.Theme(text_dark="#222", background_dark="#000000", accent_dark="#333333")
    assert [one.key for one in theme(asked)[1]] == ["text_dark", "accent_dark"]


# ── on the page ───────────────────────────────────────────────────────────────────────────────


def test_colours_and_fonts_stand_in_the_style_sheet() -> None:
    look = made(accent="#0050b3", font="Source Serif 4, serif", heading_font="Zilla-Slab")
    text = render(CODE, "html", theme=look)
    assert "--accent: #0050b3;" in text
    assert '--serif: "Source Serif 4", serif, "Iowan' in text
    assert 'h1, h2, h3, h4 { font-family: "Zilla\\2d Slab", var(--serif); }' in text
    assert "img-src" not in text


def test_the_page_for_paper_has_the_same_fonts_and_logo() -> None:
    asked = settings.Theme(font="Inter", heading_font="Zilla Slab")
    text = render(CODE, "print", theme=theme(asked, "data:image/gif;base64,AA==")[0])
    assert '--sans: "Inter", system-ui' in text
    assert 'h1, h2, h3, h4 { font-family: "Zilla Slab", var(--serif); }' in text
    assert 'src="data:image/gif;base64,AA=="' in text
    assert "max-height: 18mm" in text


def test_a_logo_stands_on_the_page_itself_and_is_named() -> None:
    text = render(CODE, "html", theme=Theme(logo="data:image/png;base64,AA=="))
    assert '<img class="logo" src="data:image/png;base64,AA==" alt="Example &amp; Sons">' in text
    assert "'; img-src data:; base-uri 'none'" in text


# ── logo ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("data", "kind"),
    [(png(), "image/png"), (b"\xff\xd8\xff\xe0", "image/jpeg"), (b"GIF89a..", "image/gif"),
     (b"RIFF1234WEBPVP8 ", "image/webp"), (SVG, "image/svg+xml"),
     (b'<?xml version="1.0"?>\n<!-- made -->\n' + SVG, "image/svg+xml")],
)  # fmt: skip
def test_the_bytes_say_what_a_picture_is(tmp_path: Path, data: bytes, kind: str) -> None:
    (tmp_path / "logo.txt").write_bytes(data)
    found = data_url(str(tmp_path / "logo.txt"), str(tmp_path))
    head, _, body = found.partition(",")
    assert head == f"data:{kind};base64"
    assert b64decode(body) == data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "no picture"), (b"", "no picture"), (b"<html>", "no picture"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * MAX_BYTES, "50 kB is the most"),
        (SVG[:-3], "broken SVG"), (b"\xff<svg", "broken SVG"),
        (b"<html><svg/></html>", "runs or fetches"),
        (SVG.replace(b"<path", b"<script>1</script><path"), "runs or fetches"),
        (SVG.replace(b"<path", b"<path onload='x()'"), "runs or fetches"),
        (SVG.replace(b"<path", b"<image href='https://example.org/x.png'/><path"), "fetches"),
        (SVG.replace(b"<path", b"<style>a{fill:url(https://example.org)}</style><path"), "fetch"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG, "document type"),
    ],
)  # fmt: skip
def test_what_is_no_picture_or_more_than_one_is_refused(
    tmp_path: Path, data: bytes, words: str
) -> None:
    (tmp_path / "logo.svg").write_bytes(data)
    with pytest.raises(ConductError, match=words):
        data_url(str(tmp_path / "logo.svg"), str(tmp_path))


def test_a_logo_is_a_file_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_bytes(SVG)
    home = tmp_path / "home"
    home.mkdir()
    (home / "link.svg").symlink_to(tmp_path / "secret.svg")
    for name, words in (("link.svg", "out of the project"), (".", "no file"), ("no", "be read")):
        with pytest.raises(ConductError, match=words):
            data_url(str(home / name), str(home))


# ── settings ──────────────────────────────────────────────────────────────────────────────────


def test_advice_and_faults_have_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conductkit.yaml").write_text(
        'conductkit: 1\ntheme:\n  accent: "#0b5"\n  logo: none.svg\n'
    )
    asked = settings.Theme(accent="#0b5", logo="none.svg")
    with pytest.raises(InputError, match=r"^conductkit\.yaml:4:9: “none\.svg”: it cannot be read"):
        look(Config(theme=asked, path="conductkit.yaml"))
    (tmp_path / "none.svg").write_bytes(SVG)
    found, (advice,) = look(Config(theme=asked, path="conductkit.yaml"))
    assert advice.startswith("conductkit.yaml:3:12: “accent” #0b5")
    assert found.logo.startswith("data:image/svg+xml;base64,")
