"""How many, how old, and what a list gives examples of."""

from conductkit.difference import cues
from conductkit.difference.restating.line import Line, Tok, words

_LONE = ("room", "bed", "ticket", "parent", "mother", "father", "adult", "person", "woman", "man")


def one(line: Line) -> Line:
    """“A single subject” as “one subject”; a single parent is no count."""
    lows = line.lows
    for at in range(len(lows) - 2):
        if lows[at : at + 2] == ["a", "single"] and not lows[at + 2].startswith(_LONE):
            return line.having([*line.toks[:at], Tok("one", "one"), *line.toks[at + 2 :]])
    return line


def aged(line: Line) -> Line:
    """“16 years or older”, “aged 16 or over”, as “at least 16 years old”."""
    lows = line.lows
    for at in range(len(lows) - 2):
        for before, behind in _AGES:
            start, end = at - len(before), at + 1 + len(behind)
            fits = start >= 0 and lows[start:at] == before and lows[at + 1 : end] == behind
            if fits and cues.figure(lows[at], line.language) is not None:
                last = Tok("old", "old", line.toks[end - 1].gap)
                put = [*words("at least"), line.toks[at], *words("years"), last]
                return line.having([*line.toks[:start], *put, *line.toks[end:]])
    return line


_AGES: tuple[tuple[list[str], list[str]], ...] = (
    ([], ["years", "or", "older"]),
    ([], ["years", "old", "or", "older"]),
    ([], ["years", "of", "age", "or", "older"]),
    (["at", "least"], ["years", "of", "age"]),
    (["aged"], ["or", "over"]),
    (["aged"], ["and", "over"]),
    (["aged"], ["or", "older"]),
)


def under(line: Line) -> Line:
    """“Below the age of 12” as “under 12”."""
    lows = line.lows
    for lead in (["under", "the", "age", "of"], ["below", "the", "age", "of"], ["younger", "than"]):
        for at in range(1, len(lows) - len(lead)):
            end = at + len(lead)
            if lows[at:end] == lead and cues.figure(lows[end], line.language) is not None:
                return line.having([*line.toks[:at], Tok("under", "under"), *line.toks[end:]])
    return line


def colon(line: Line) -> Line:
    """“Harassment includes: threats” without its colon."""
    bare = [
        tok._replace(gap="") if tok.low in ("include", "includes") and tok.gap == ":" else tok
        for tok in line.toks[:-1]
    ]
    return line if tuple(bare) == line.toks[:-1] else line.having([*bare, line.toks[-1]])


def examples(line: Line) -> Line:
    """“Examples of rude conduct include X” as “rude conduct includes X”: more may be meant."""
    lows = line.lows
    if lows[:2] != ["examples", "of"] or "include" not in lows[3:8]:
        return line
    at = lows.index("include", 3)
    if any(tok.gap for tok in line.toks[:at]) or {"who", "that", "which"} & set(lows[:at]):
        return line
    head = lows[at - 1]
    form = "include" if head.endswith("s") and not head.endswith("ss") else "includes"
    put = [*line.toks[2:at], Tok(form, form, line.toks[at].gap)]
    return line.having([*put, *line.toks[at + 1 :]])
