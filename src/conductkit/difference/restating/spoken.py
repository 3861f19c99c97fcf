"""Turns of one thing asked: “let us know”, “help them to settle”, “no shouting”, “please”."""

from conductkit.difference import cues
from conductkit.difference.restating.inflecting import third
from conductkit.difference.restating.line import Line, Tok, words
from conductkit.language import lemma

_NEAR = 5  # words between “help” or “let” and the verb that belongs to them
_ONE = frozenset({"anyone", "everyone", "nobody", "someone", "whoever", "person"})


def politely(line: Line) -> Line:
    """“Please knock” as “knock”: asked either way."""
    lows = line.lows
    found = line.directive
    if len(lows) < 3 or "please" not in lows or not found or found.form != "imperative":
        return line
    at = lows.index("please")
    if at and line.toks[at - 1].gap != ",":
        return line
    rest = list(line.toks)
    del rest[at]
    return line.having(rest)


def mailed(line: Line) -> Line:
    """“Email us” as “write to us”."""
    found = line.directive
    if not found or found.verb not in ("email", "e-mail") or found.form != "imperative":
        return line
    at = next((at for at, low in enumerate(line.lows[:-1]) if low in ("email", "e-mail")), None)
    if at is None or line.toks[at].gap or line.lows[at + 1] in ("to", "at", "from"):
        return line
    return line.having([*line.toks[:at], *words("write to"), *line.toks[at + 1 :]])


def pledged(line: Line) -> Line:
    """“I will never cheat” as “never cheat”: who signs a code gives its orders to themselves."""
    lows = line.lows
    size = next((len(opening) for opening in _PLEDGES if lows[: len(opening)] == opening), 0)
    if not size or len(lows) < size + 2 or any(tok.gap for tok in line.toks[:size]):
        return line
    verb, rest = lows[size], line.toks[size:]
    if verb == "not" and lemma.is_base(lows[size + 1], line.known):
        return line.having([*words("do"), *rest])
    known = lemma.is_base(verb, line.known) or verb in ("always", "never", "be", "do")
    return line.having(rest) if known else line


_PLEDGES = (["i", "will"], ["i", "shall"], ["i", "agree", "to"], ["i", "promise", "to"])


def helped(line: Line) -> Line:
    """“Help them to settle” as “help them settle”."""
    lows = line.lows
    for at, low in enumerate(lows[:-2]):
        if lemma.verb(low, line.known) != "help":
            continue
        for to in range(at + 1, min(at + _NEAR, len(lows) - 1)):
            if line.toks[to - 1].gap or lows[to] in line.known.prepositions - {"to"}:
                break
            if lows[to] == "to" and lows[to + 1] in line.known.verbs:
                return line.having([*line.toks[:to], *line.toks[to + 1 :]])
    return line


def let_know(line: Line) -> Line:
    """“Let a host know” as “inform a host”."""
    lows = line.lows
    for at, low in enumerate(lows[:-2]):
        if low not in ("let", "lets", "letting"):
            continue
        for to in range(at + 2, min(at + _NEAR + 1, len(lows))):
            if line.toks[to - 1].gap:
                break
            if lows[to] == "know":
                said = {"let": "inform", "lets": "informs", "letting": "informing"}[low]
                who = line.toks[at + 1 : to]
                who = (*who[:-1], who[-1]._replace(gap=line.toks[to].gap))
                return line.having([*line.toks[:at], *words(said), *who, *line.toks[to + 1 :]])
    return line


def no_doing(line: Line) -> Line:
    """“No shouting in the hall” as “do not shout in the hall”."""
    lows, known = line.lows, line.known
    if lows[0] != "no" or len(lows) < 2 or not lemma.is_gerund(lows[1], known):
        return line
    finite = any(low in known.auxiliaries for low in lows)
    if finite or any(tok.gap for tok in line.toks[:-1]) or {"and", "or"} & set(lows):
        return line
    verb = lemma.verb(lows[1], known)
    return line.having([*words("do not"), Tok(verb, verb, line.toks[1].gap), *line.toks[2:]])


def who_does(line: Line) -> Line:
    """“Anyone breaking these rules may” as “anyone who breaks these rules may”."""
    lows, known = line.lows, line.known
    at = next((at for at in range(1, 4) if at < len(lows) and lemma.is_gerund(lows[at], known)), 0)
    head = lows[at - 1]
    people = known.people | cues.entries("roles", "en") | cues.entries("served", "en") | _ONE
    people |= {"people", "those"}
    if not at or head not in people or line.toks[at - 1].gap:
        return line
    if not {"must", "may", "will", "should", "shall", "can"} & set(lows[at + 1 :]):
        return line
    verb = lemma.verb(lows[at], known)
    many = head in ("people", "those", "staff") or (head.endswith("s") and head not in _ONE)
    form = verb if many else third(verb)
    put = [Tok("who", "who"), Tok(form, form, line.toks[at].gap)]
    return line.having([*line.toks[:at], *put, *line.toks[at + 1 :]])


def any_form(line: Line) -> Line:
    """“Harassment in any form” as “any form of harassment”."""
    lows = line.lows
    for at in range(len(lows) - 2):
        if lows[at + 1 : at + 4] != ["in", "any", "form"] or line.toks[at].gap:
            continue
        if at and lows[at - 1] in ("and", "or", "of"):
            return line
        noun = line.toks[at]._replace(gap=line.toks[at + 3].gap)
        put = [*words("any form of"), noun]
        return line.having([*line.toks[:at], *put, *line.toks[at + 4 :]])
    return line


def promised(line: Line) -> Line:
    """“Reports will be kept private” as “reports are kept private”: said of what is done."""
    lows = line.lows
    for at in range(1, len(lows) - 2):
        done = lemma.is_participle(lows[at + 2], line.known)
        if lows[at : at + 2] == ["will", "be"] and done and not line.toks[at].gap:
            before = lows[at - 1]
            many = before in ("staff", "they", "people") or (
                before.endswith("s") and not before.endswith(("ss", "us"))
            )
            be = "are" if many else "is"
            return line.having([*line.toks[:at], *words(be), *line.toks[at + 2 :]])
    return line
