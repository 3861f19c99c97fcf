"""Who does what inside a relative clause: “who are elected by the club”, “whom the club elects”."""

from conductkit.difference import cues
from conductkit.difference.restating.inflecting import third
from conductkit.difference.restating.line import OFTEN, Line, Tok, words
from conductkit.language import lemma

_OWNERS = ("the", "our", "your")


def whom(line: Line) -> Line:
    """“Three members who are elected by the club” as “three members whom the club elects”."""
    lows, known = line.lows, line.known
    for at in range(1, len(lows) - 5):
        if lows[at] != "who" or lows[at + 1] not in ("is", "are") or line.toks[at - 1].gap:
            continue
        done, by, owner, head = lows[at + 2 : at + 6]
        verb = lemma.verb(done, known)
        plain = lemma.is_participle(done, known) and lemma.is_base(verb, known)
        if not plain or by != "by" or owner not in _OWNERS or any(_gaps(line, at, at + 5)):
            continue
        behind = lows[at + 6 : at + 7]
        if behind and not line.toks[at + 5].gap and behind[0] not in OFTEN:
            continue  # “by the club manager”: where its name ends cannot be seen
        form = verb if head.endswith("s") and not head.endswith("ss") else third(verb)
        gap = line.toks[at + 5].gap
        put = [*words(f"whom {owner} {line.toks[at + 5].text}"), Tok(form, form, gap)]
        return line.having([*line.toks[:at], *put, *line.toks[at + 6 :]])
    return line


def _gaps(line: Line, first: int, last: int) -> list[str]:
    return [tok.gap for tok in line.toks[first:last] if tok.gap]


def reduced(line: Line) -> Line:
    """“Use the bins that are provided” as “use the bins provided”."""
    lows, known = line.lows, line.known
    small = known.prepositions | known.coordinators | known.auxiliaries | known.determiners
    for at in range(1, len(lows) - 2):
        named = lows[at] in ("that", "which", "who") and not line.toks[at - 1].gap
        if not named or lows[at - 1] in small or lows[at + 1] not in ("is", "are"):
            continue
        behind = lows[at + 3] if at + 3 < len(lows) and not line.toks[at + 2].gap else ""
        closed = not behind or behind in known.prepositions or behind in known.auxiliaries
        asks = lemma.verb(lows[at - 1], known) in cues.entries("asking-verbs", line.language)
        if lemma.is_participle(lows[at + 2], known) and closed and not asks:
            return line.having([*line.toks[:at], *line.toks[at + 2 :]])
    return line


def that(line: Line) -> Line:
    """“The person who filed it”, “rules which hold”, as “that”, where no comma stands before."""
    lows, known = line.lows, line.known
    small = known.prepositions | known.coordinators | known.auxiliaries | known.determiners
    toks = list(line.toks)
    for at in range(1, len(lows) - 1):
        before = lows[at - 1]
        if lows[at] not in ("who", "which") or line.toks[at - 1].gap or before in small:
            continue
        asks = before in cues.entries("asking-verbs", line.language)
        if asks or lemma.verb(before, known) in known.verbs:
            continue
        toks[at] = Tok("that", "that", line.toks[at].gap)
    return line if tuple(toks) == line.toks else line.having(toks)
