"""What whoever gives the code says of itself and of others: “we keep reports private”, “reports
are kept private”; “we expect you to”, “you are expected to”."""

from conductkit.difference import cues
from conductkit.difference.restating.line import Line, Tok, words
from conductkit.language import lemma

_ASKED = {"asked": "ask", "encouraged": "encourage", "expected": "expect", "invited": "invite"}
_SUBJECT = 5  # words of whoever is asked
_BE = frozenset({"is", "are"})


def asked(line: Line) -> Line:
    """“Coaches are expected to come” as “we expect coaches to come”."""
    lows = line.lows
    for at in range(1, min(_SUBJECT, len(lows) - 3) + 1):
        if lows[at : at + 1] and lows[at] in _BE and lows[at + 1] in _ASKED:
            whole = lows[at + 2] == "to" and not any(tok.gap for tok in line.toks[: at + 2])
            if not whole or lows[0] in ("what", "who", "it", "there") or "by" in lows[at + 2 :]:
                return line
            who = [tok._replace(gap="") for tok in line.toks[:at]]
            put = [*words("we"), Tok(_ASKED[lows[at + 1]], _ASKED[lows[at + 1]]), *who]
            return line.having([*put, *line.toks[at + 2 :]])
    return line


def we_do(line: Line) -> Line:
    """“We will answer” as “we answer”: a promise either way."""
    lows = line.lows
    if lows[:2] != ["we", "will"] or len(lows) < 4 or not lemma.is_base(lows[2], line.known):
        return line
    return line.having([line.toks[0], *line.toks[2:]])


def done_by_us(line: Line) -> Line:
    """“Reports are kept private” as “we keep reports private”: who does it goes without saying."""
    lows = line.lows
    at = next((at for at in range(1, min(_SUBJECT + 1, len(lows) - 1)) if lows[at] in _BE), 0)
    if not at or not lemma.is_participle(lows[at + 1], line.known) or "by" in lows:
        return line
    verb = lemma.verb(lows[at + 1], line.known)
    states = cues.entries("states", line.language)
    plain = not any(tok.gap for tok in line.toks[:-1]) and lows[0] not in ("it", "there", "what")
    inside = {"who", "that", "which", "not", "never", "only", "no", "if", "when"}
    people = line.known.people | cues.entries("roles", "en") | cues.entries("served", "en")
    barred = inside | people | set(_ASKED) | line.known.personal
    if not plain or lows[at + 1] in states or not barred.isdisjoint(lows[: at + 2]):
        return line
    if verb not in line.known.verbs:
        return line
    what = [tok._replace(gap="") for tok in line.toks[:at]]
    return line.having([*words("we"), Tok(verb, verb), *what, *line.toks[at + 2 :]])


def told_to_you(line: Line) -> Line:
    """“You will be informed” as “we will inform you”: whoever gives the code does."""
    lows = line.lows
    be = 2 if lows[:2] == ["you", "are"] else 3 if lows[:3] == ["you", "will", "be"] else 0
    if not be or len(lows) <= be or "by" in lows or any(tok.gap for tok in line.toks[:-1]):
        return line
    verb = lemma.verb(lows[be], line.known)
    if verb not in ("contact", "inform", "notify") or not lemma.is_participle(lows[be], line.known):
        return line
    told = Tok("you", "you", line.toks[be].gap)
    return line.having([*words("we"), Tok(verb, verb), told, *line.toks[be + 1 :]])


def can_be_done(line: Line) -> Line:
    """“Problems can be reported by email” as “you can report problems by email”."""
    lows = line.lows
    at = next((at for at in range(1, _SUBJECT + 1) if lows[at : at + 2] == ["can", "be"]), 0)
    if not at or at + 2 >= len(lows) or not lemma.is_participle(lows[at + 2], line.known):
        return line
    verb = lemma.verb(lows[at + 2], line.known)
    barred = {"who", "that", "which", "not", "no", "only", "it", "you", "we", "they"}
    plain = not any(tok.gap for tok in line.toks[:-1]) and barred.isdisjoint(lows[:at])
    if not plain or verb not in cues.entries("contact-verbs", line.language):
        return line
    what = [tok._replace(gap="") for tok in line.toks[:at]]
    return line.having([*words("you can"), Tok(verb, verb), *what, *line.toks[at + 3 :]])
