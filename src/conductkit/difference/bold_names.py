"""Names in bold that open a paragraph: a colon or a full stop behind them says the same."""

import re

_NAME = re.compile(
    r"(?P<start>^|\n[ \t]*(?:[-*+][ \t]+)?)(?P<mark>\*\*|__)(?P<name>[^*_\n]{1,80}?)"
    r"(?P<end>[.:]?(?P=mark)[.:]?)(?=\s)"
)


def marked_alike(old: str, new: str) -> tuple[str, str]:
    """The texts, names in bold that both have with the marks that the old text puts behind them."""
    ends = {match["name"]: match["end"] for match in _NAME.finditer(old)}

    def marked(match: re.Match[str]) -> str:
        end = ends.get(match["name"], "")
        both = len(end) > 2 and len(match["end"]) > 2  # two are the marks of the bold words alone
        return f"{match['start']}{match['mark']}{match['name']}{end if both else match['end']}"

    return old, _NAME.sub(marked, new)
