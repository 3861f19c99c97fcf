"""“We” who give a code, called by name: neutral where the code shows who they are."""

import pytest

from codes import code
from conductkit.diff import diff
from conductkit.model import Code

SEES = "We will see you at the council offices within ten minutes."
SAID = {
    "letters": "We will answer your letters within five days.",
    "equal": "We will treat all our visitors equally, and do all we can for you.",
}
NAMED = {
    "letters": "The council will answer your letters within five days.",
    "equal": "The council will treat all its visitors equally, and do all it can for you.",
}
OTHERS = "Thank each other for the work. We should keep the council offices clean."


def promise(title: str = "Service promise", **rules: str) -> Code:
    return code([{"id": key, "text": text} for key, text in rules.items()], title=title)


@pytest.mark.parametrize(
    ("title", "kept", "after", "neutral"),
    [
        ("Service promise", SEES, NAMED, True),
        ("Promise of the council", "Call the council at noon.", NAMED, True),
        ("Service promise", "Put bins where the council collects them.", NAMED, False),
        ("Service promise", f"{SEES} Ask the association for your card.", NAMED, False),
        ("Service promise", OTHERS, NAMED, False),
        ("Service promise", SEES, {**NAMED, "equal": SAID["equal"].replace("our", "its")}, False),
        ("Service promise", SEES, {**NAMED, "letters": NAMED["letters"][:-18] + "."}, False),
        ("Service promise", SEES, {**SAID, "letters": "It will answer your letters."}, False),
    ],
    ids=["at home", "in the title", "a stranger", "two bodies", "all who read it", "its alone",
         "a limit lost", "it alone"],
)  # fmt: skip
def test_who_we_are(title: str, kept: str, after: dict[str, str], neutral: bool) -> None:
    old, new = promise(title, kept=kept, **SAID), promise(title, kept=kept, **after)
    for one, two in ((old, new), (new, old)):
        assert all(item.effect == "neutral" for item in diff(one, two).changes) == neutral
