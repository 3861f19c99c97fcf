"""“Mobile phone” as “phone” throughout, in a code about mobile phones."""

import pytest

from codes import code
from conductkit.diff import diff
from conductkit.model import Code

SAID = {
    "lessons": "Pupils must not use their mobile phone during lessons.",
    "bus": "Pupils may use their mobile phones on the bus.",
}
SHORT = {key: text.replace("mobile ", "") for key, text in SAID.items()}
TITLE = "Mobile phone rules"


def rules(title: str, **said: str) -> Code:
    return code([{"id": key, "text": text} for key, text in said.items()], title=title)


@pytest.mark.parametrize(
    ("title", "more", "after", "neutral"),
    [
        (TITLE, {}, SHORT, True),
        ("Rules of the school", {}, SHORT, False),
        (TITLE, {"desk": "Pupils may use the office phone."}, SHORT, False),
        (TITLE, {}, {**SAID, "bus": SHORT["bus"]}, False),
        (TITLE, {"van": "Books are lent by the mobile library."}, SHORT, False),
        (TITLE, {}, {**SHORT, "bus": "Pupils may use their phones on a bus ride."}, False),
    ],
    ids=["throughout", "another title", "another phone", "one left", "another thing", "more"],
)
def test_a_name_is_shorter_throughout(
    title: str, more: dict[str, str], after: dict[str, str], neutral: bool
) -> None:
    old, new = rules(title, **SAID, **more), rules(title, **after, **more)
    for one, two in ((old, new), (new, old)):
        assert all(item.effect == "neutral" for item in diff(one, two).changes) == neutral
