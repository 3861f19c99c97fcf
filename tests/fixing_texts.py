"""Codes with slips in every style of YAML, made up by Hypothesis."""

from hypothesis import strategies as st

from conductkit.quoting import inside, is_plain

SENTENCES = [
    "Ask  them first .", "Call the the customer.", "Give a answer within an day.", "Don't wait!!!",
    "You will recieve it.", "See to the customer´s needs.", "Greet each customer’s guest",
    "Tell them that is was late.", "Help every cus\u00adtomer and cli\u200bent.",
    "Be kind\u2011ish.", "Ask first.Then act.",
    "Keep 3  promises .", "You must must call.", "Do not not call.", "Say “a answer” aloud.",
    "Never  share it unless they ask .", "Never take personal what they say.",
    'Say "yes" and it\'s done.', "Mind the \\ and the # sign.", "Smile.", "Answer within two days.",
    "Note: write it down ,  please.", "Ring them if if they ask.",
    "Be the reason they are into business.",
]  # fmt: skip
_STYLES = ("plain", "'", '"', "|", ">")


def _folded(words: str, width: int) -> list[str]:
    """Lines that YAML joins by one space; never broken beside another space."""
    lines = [""]
    for part in words.split(" "):
        last = lines[-1]
        if last and part and last[-1] != " " and len(last) > width:
            lines.append(part)
        else:
            lines[-1] = f"{last} {part}" if last else part
    return lines


@st.composite
def value(draw: st.DrawFn) -> str:
    """A rule's text as it stands behind `text:`."""
    words = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)))
    style = draw(st.sampled_from(_STYLES))
    width = draw(st.integers(5, 60))
    comment = draw(st.sampled_from(["", "  # a  remark .", " # the the"]))
    lines = _folded(words, width)
    if style == "plain" and not all(is_plain(line) for line in lines):
        style = '"'
    if style == "plain":
        return "\n      ".join(lines) + comment
    if style in "'\"":
        return style + "\n      ".join(inside(line, style) for line in lines) + style + comment
    strip = draw(st.sampled_from(["", "-", "+"]))
    return f"{style}{strip}{comment}\n      " + "\n      ".join(lines)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A code of a few rules; its line breaks may be CR LF."""
    rules = [
        f"  - id: r{number}\n    text: {draw(value())}\n"
        for number in range(draw(st.integers(1, 4)))
    ]
    head = "conduct: 1  # the  format .\nid: case\ntitle: 'A  code .'\nlanguage: en\nrules:\n"
    text = head + "".join(rules) + "# the the  end ."
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
