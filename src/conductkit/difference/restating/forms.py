"""Words and forms that ask the same: “make sure”, “in a friendly way”, “his or her”."""

from functools import cache

from conductkit.difference import cues
from conductkit.difference.embedded import embeds
from conductkit.difference.restating import inflecting
from conductkit.difference.restating.line import Line, Tok, words
from conductkit.language import lemma

_OWNERS = frozenset({"your", "our", "their", "my", "its", "his", "her"})


def phrases(line: Line) -> Line:
    """Each phrase of the list as the first of its group."""
    toks: list[Tok] = []
    at = 0
    lows = line.lows
    while at < len(lows):
        for parts, said in _phrases(line.language).get(lows[at], ()):
            run = line.toks[at : at + len(parts)]
            if tuple(tok.low for tok in run) == parts and not any(tok.gap for tok in run[:-1]):
                named = parts == (said,) and not run[0].text.isupper()  # “Support”, a name
                put = list(run) if named else words(said)
                put[-1] = put[-1]._replace(gap=run[-1].gap)
                toks += put
                at += len(parts)
                break
        else:
            toks.append(line.toks[at])
            at += 1
    return line if len(toks) == len(line.toks) and tuple(toks) == line.toks else line.having(toks)


@cache
def _phrases(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    same = [(other, group[0]) for group in cues.ladders("restatements", language)
            for other in group]  # fmt: skip
    for group in cues.ladders("restated-verbs", language):
        same += [
            (written, inflecting.regular(group[0], form))
            for other in group
            for form, written in inflecting.forms(other)
        ]
    for other, said in same:
        parts = tuple(other.split())
        found.setdefault(parts[0], []).append((parts, said))
    return {first: sorted(said, key=lambda one: -len(one[0])) for first, said in found.items()}


def broken(line: Line) -> Line:
    """“Who break this code”, “breaking the rules”, as “who violate this code”."""
    lows = line.lows
    rules = cues.entries("rule-nouns", line.language) | {
        "guidelines",
        "guideline",
        "policy",
        "code",
    }
    for at in range(len(lows) - 2):
        said = _BROKEN.get(lows[at])
        pointed = lows[at + 1] in line.known.determiners and lows[at + 2] in rules
        if said and pointed and not any(tok.gap for tok in line.toks[at : at + 2]):
            return line.having([*line.toks[:at], Tok(said, said), *line.toks[at + 1 :]])
    return line


_BROKEN = {
    "break": "violate", "breaks": "violates", "breaking": "violating", "broke": "violated",
    "broken": "violated", "breach": "violate", "infringe": "violate",
}  # fmt: skip


def in_a_way(line: Line) -> Line:
    """“In a friendly manner” as “in a friendly way”."""
    lows = line.lows
    for at in range(3, len(lows)):
        if lows[at] == "manner" and lows[at - 3] == "in" and lows[at - 2] in ("a", "an"):
            way = Tok("way", "way", line.toks[at].gap)
            return line.having([*line.toks[:at], way, *line.toks[at + 1 :]])
    return line


def that_left_out(line: Line) -> Line:
    """“Promises that you cannot keep” as “promises you cannot keep”."""
    lows, known = line.lows, line.known
    for at in range(1, len(lows) - 1):
        before, behind = lows[at - 1], lows[at + 1]
        if lows[at] != "that" or line.toks[at - 1].gap or line.toks[at].gap:
            continue
        person = behind in ("you", "we", "they", "he", "she", "i")
        sure = before in ("ensure", "sure") and (
            behind in known.determiners or behind in known.personal or behind.endswith("s")
        )
        if lemma.verb(before, known) in _THINKING and not {before, behind} & {"not", "is"}:
            return line.having([*line.toks[:at], *line.toks[at + 1 :]])
        barred = cues.entries("keeps-that", line.language)
        noun = before not in barred | known.prepositions | known.auxiliaries | known.coordinators
        if sure or (person and noun and before not in known.subordinators):
            return line.having([*line.toks[:at], *line.toks[at + 1 :]])
    return line


_THINKING = frozenset({"think", "believe", "feel", "suspect", "fear", "hope"})


# Irregular verbs whose past and participle are one form.
_ALIKE = ("made", "had", "left", "lost", "said", "told", "found", "felt", "heard")


def perfect(line: Line) -> Line:
    """“If somebody has broken a rule” as “if somebody broke a rule”: it is over in both."""
    lows, known = line.lows, line.known
    if lows[0] not in ("if", "when"):
        return line
    for at in range(1, len(lows) - 1):
        if line.toks[at - 1].gap:
            return line
        past = lows[at + 1].endswith("ed") or lows[at + 1] in (
            "made",
            "had",
            "left",
            "lost",
            "said",
        )
        if lows[at] in ("has", "have") and past and lemma.is_participle(lows[at + 1], known):
            return line.having([*line.toks[:at], *line.toks[at + 1 :]])
    return line


def owner_once(line: Line) -> Line:
    """“Your knowledge and your skills” as “your knowledge and skills”."""
    lows, known = line.lows, line.known
    for at in range(3, len(lows) - 1):
        if lows[at - 1] not in ("and", "or") or lows[at] not in _OWNERS or lows[at - 3] != lows[at]:
            continue
        things = lows[at - 2], lows[at + 1]
        ends = at + 2 >= len(lows) or bool(line.toks[at + 1].gap)
        ends = ends or lows[at + 2] in known.prepositions or lows[at + 2] == "to"
        if ends and not any(_person_or_verb(low, line) for low in things):
            return line.having([*line.toks[:at], *line.toks[at + 1 :]])
    return line


def _person_or_verb(low: str, line: Line) -> bool:
    one = lemma.noun(low, line.known)
    person = one in line.known.people or one.endswith(
        ("er", "or", "ee", "ist", "ian", "ant", "man")
    )
    return person or lemma.is_base(low, line.known) or lemma.is_adverb(low, line.known)


def whoever_does(line: Line) -> Line:
    """“Agents who are handling complaints must” as “agents handling complaints must”."""
    lows, known = line.lows, line.known
    at = next((at for at, low in enumerate(lows[:4]) if low in ("who", "that", "which")), 0)
    if not at or lows[at + 1 : at + 2] not in (["are"], ["is"]) or line.toks[at - 1].gap:
        return line
    if any(low in known.prepositions for low in lows[:at]) or len(lows) < at + 5:
        return line
    form = lows[at + 2]
    if not (lemma.is_gerund(form, known) or lemma.is_participle(form, known)):
        return line
    if lows[0] in known.verbs or not {"must", "shall", "should", "may", "will"} & set(
        lows[at + 3 :]
    ):
        return line
    return line.having([*line.toks[:at], *line.toks[at + 2 :]])


def when_you(line: Line) -> Line:
    """“When talking to guests” as “when you talk to guests”, where “you” are told so."""
    found, lows, known = line.directive, line.lows, line.known
    mine = found and (found.form == "imperative" or (found.subject or "").lower() == "you")
    if not found or not mine:
        return line
    for at in range(len(lows) - 1):
        form = lows[at + 1]
        if lows[at] not in ("when", "while", "before", "after") or form == "being":
            continue
        verb = lemma.verb(form, known)
        if not form.endswith("ing") or verb not in known.verbs:
            continue
        end = next((to for to in range(at, len(lows)) if line.toks[to].gap), len(lows) - 1)
        rest = lows[end + 1 :] if not at else lows[:at]
        people = known.people | cues.entries("roles", "en") | cues.entries("served", "en")
        others = any(low in people or lemma.noun(low, known) in people for low in rest)
        if others or embeds(rest, line.language):
            return line  # “call guests when leaving”: who leaves?
        put = [Tok("you", "you"), Tok(verb, verb, line.toks[at + 1].gap)]
        return line.having([*line.toks[: at + 1], *put, *line.toks[at + 2 :]])
    return line


def when_they(line: Line) -> Line:
    """“Swimmers must shower before entering” as “swimmers must shower before they enter”."""
    found, lows, known = line.directive, line.lows, line.known
    if not found or found.form != "modal" or found.passive or not found.subject:
        return line
    start, many = line.at(found.modal.end), found.subject.lower().split()[-1]
    if found.start or not many.endswith("s") or many.endswith("ss"):
        return line
    people = known.people | cues.entries("roles", "en") | cues.entries("served", "en")
    for at in range(start, len(lows) - 1):
        verb = lemma.verb(lows[at + 1], known)
        doing = lows[at + 1].endswith("ing") and verb in known.verbs
        if lows[at] not in ("before", "after", "while") or not doing or lows[at + 1] == "being":
            continue
        rest = lows[start:at]
        plural = any(low.endswith("s") and not low.endswith("ss") for low in rest)
        others = any(low in people or lemma.noun(low, known) in people for low in rest)
        if plural or others or embeds(rest, line.language):
            return line  # “coaches must call players before leaving”: who leaves?
        put = [Tok("they", "they"), Tok(verb, verb, line.toks[at + 1].gap)]
        return line.having([*line.toks[: at + 1], *put, *line.toks[at + 2 :]])
    return line


def of_a_body(line: Line) -> Line:
    """“Club property” as “the property of the club”."""
    lows, known = line.lows, line.known
    bodies = cues.entries("group-nouns", line.language) | {"company", "school", "shop", "team"}
    for at in range(len(lows) - 1):
        if lows[at] not in bodies or lows[at + 1] not in _OF_BODIES or line.toks[at].gap:
            continue
        before = lows[at - 1] if at else ""
        behind = lows[at + 2] if at + 2 < len(lows) and not line.toks[at + 1].gap else ""
        start = at - 1 if before in ("the", "our") else at
        opens = start < at or before in known.prepositions | known.coordinators | known.verbs
        if not opens or (behind and behind not in known.prepositions | known.coordinators):
            return line
        put = [
            *words("the"), line.toks[at + 1]._replace(gap=""), *words("of the"),
            line.toks[at]._replace(gap=line.toks[at + 1].gap),
        ]  # fmt: skip
        return line.having([*line.toks[:start], *put, *line.toks[at + 2 :]])
    return line


_OF_BODIES = frozenset({"goals", "mission", "property", "reputation", "rules", "values"})


def owned(line: Line) -> Line:
    """“The guest's name” as “the name of the guest”."""
    lows, known = line.lows, line.known
    for at in range(len(lows) - 1):
        low = lows[at]
        single, many = low.endswith("'s"), low.endswith("s'")
        if not (single or many) or lows[at + 1] not in cues.entries("owned-things", line.language):
            continue
        behind = lows[at + 2] if at + 2 < len(lows) and not line.toks[at + 1].gap else ""
        closing = known.prepositions | known.coordinators | known.auxiliaries
        closed = not behind or behind in closing
        before = lows[at - 1] if at else ""
        start = at - 1 if before in ("the", "a", "an", "your", "our", "other") else at
        if not closed or (start == at and before in known.determiners) or before == "of":
            return line
        owner = low[:-2] if single else low[:-1]
        put = [
            *words("the"), line.toks[at + 1]._replace(gap=""), *words("of"),
            *line.toks[start:at], Tok(owner, owner, line.toks[at + 1].gap),
        ]  # fmt: skip
        return line.having([*line.toks[:start], *put, *line.toks[at + 2 :]])
    return line


def be_once(line: Line) -> Line:
    """“Be polite, be patient and be honest” with one “be”."""
    lows = line.lows
    first = 1 if lows[:1] == ["always"] else 0
    if lows[first : first + 1] != ["be"] or lows.count("be") < 2 or "not" in lows:
        return line
    kept = [
        tok for at, tok in enumerate(line.toks)
        if not (at > first and tok.low == "be" and not tok.gap
                and (lows[at - 1] in ("and", "or") or line.toks[at - 1].gap == ","))
    ]  # fmt: skip
    return line.having(kept)
