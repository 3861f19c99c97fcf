"""`merge`: prose that both sides changed, sentence by sentence, in the style of its file."""

from typing import Any

import pytest
import yaml

import casefiles
from conductkit.load import load_text
from conductkit.merge import merge

CASES = casefiles.read("merge", "prose")
STYLES = {
    "quotes": lambda text: " " + yaml.dump(text, default_style='"', width=9999),
    "literal": lambda text: " |-\n" + block(text),
    "folded": lambda text: " >\n" + block(text.replace("\n\n", "\n\n\n").replace(". ", ".\n")),
    "plain": lambda text: " " + yaml.dump(text, width=9999, allow_unicode=True).split("\n...")[0],
}


def block(text: str) -> str:
    return "".join(f"      {line}\n" if line else "\n" for line in text.split("\n"))


def code(case: dict[str, Any], side: str, style: str) -> str:
    """A rule that says it, with comments above and below, and behind where there is room."""
    told = STYLES[style](case[side]).rstrip("\n") + "\n"
    if case.get("field", "text") == "why":
        told = f" Smile.\n    # so\n    why:{told}"
    return (
        "conduct: 1\nid: a\ntitle: A\nlanguage: en\nrules:\n  - id: one\n    # it\n"
        f"    text:{told}  # end\n  - id: two\n    text: Log it.\n"
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_prose(case: dict[str, Any], style: str) -> None:
    if style == "plain" and "\n" in case["base"]:
        style = "literal"
    base, ours, theirs = (code(case, side, style) for side in ("base", "ours", "theirs"))
    key = case.get("field", "text")
    for sides in ((ours, theirs), (theirs, ours)):
        made = merge(base, *sides)
        if "merged" not in case:
            assert [item.what for item in made.conflicts] == [f"rule “one”, {key}"]
            continue
        assert made.conflicts == ()
        found = load_text(made.text).code
        assert found is not None
        assert getattr(found.by_id["one"], key) == case["merged"]
        note = f"rule “one”, {key}: both sides changed it; the sentences of both stand."
        assert made.notes in ((), (note,))
        if style != "folded":  # it is wrapped anew
            assert made.text == code({**case, "merged": case["merged"]}, "merged", style)


def test_titles_and_names_are_no_prose() -> None:
    base = "conduct: 1\nid: a\ntitle: One. Two.\nlanguage: en\nrules: [{id: r, text: Smile.}]\n"
    ours, theirs = base.replace("One.", "1."), base.replace("Two.", "2.")
    assert [item.what for item in merge(base, ours, theirs).conflicts] == ["title"]


def test_the_side_that_laid_it_out_anew_is_followed() -> None:
    case = {"field": "why", "base": "They wait. They pay.", "ours": "They wait long. They pay.",
            "theirs": "They wait. They pay well."}  # fmt: skip
    base, ours = code(case, "base", "plain"), code(case, "ours", "literal")
    wanted = code({**case, "merged": "They wait long. They pay well."}, "merged", "literal")
    assert merge(base, ours, code(case, "theirs", "plain")).text == wanted
    assert merge(base, code(case, "theirs", "plain"), ours).text == wanted
