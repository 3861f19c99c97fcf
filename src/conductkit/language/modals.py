"""Duties, bans, permissions and releases that a modal expresses in the main clause."""

from collections.abc import Sequence

from conductkit.language import lemma
from conductkit.language.clauses import Segment, match
from conductkit.language.heads import Head, content, strength
from conductkit.language.lexicon import Lexicon
from conductkit.language.words import Word

_FIRM = frozenset({"must", "shall", "should", "need", "needs", "has", "have", "ought"})
_OWING = frozenset({"commit", "commits", "committed", "obligated", "obliged", "responsible"})
_OUTSIDE = frozenset({"are", "has", "have", "is", "need", "needs"})  # “nobody” denies these
_EFFORT = 2  # the value of `try to`
_EMPTY = frozenset({"it", "this", "that", "there", "these", "those"})


def modal(
    tokens: Sequence[Word], part: Segment, lexicon: Lexicon, subject: tuple[int, int] | None = None
) -> Head | None:
    """Read a segment by its modal; `subject` is the one it has where it names none itself."""
    for at in range(part.first, part.last):
        token = tokens[at]
        if token.low.endswith("'ll"):  # `we'll call you`: the subject is in the word
            head = _head(tokens, part, at, (1, "5"), (at, at + 1), lexicon)
            if head is not None:
                return head
        found = match(lexicon.modals, tokens, at) or _graded(tokens, at, lexicon)
        found = _tried(tokens, at, found, lexicon) if found else None
        if found is None or token.name or at + found[0] > part.last:
            if token.low in lexicon.possibility:
                return _possible(tokens, part, at, lexicon)
            continue
        own = (_opening(tokens, part.first, at, lexicon), at)
        span = own if own[0] < at else subject
        if _is_noun(tokens, at, lexicon) or _is_relative(tokens, span, lexicon):
            continue
        head = _head(tokens, part, at, found, span, lexicon)
        if head is not None:
            return head
    return None


def _tried(
    tokens: Sequence[Word], at: int, found: tuple[int, str], lexicon: Lexicon
) -> tuple[int, str]:
    """`Should try to`, `will always do our best to`: who must try is bound to no more than that."""
    if strength(found[1])[0] != "duty" or strength(found[1])[1] <= _EFFORT:
        return found
    ahead = at + found[0]
    while ahead < len(tokens) and lemma.is_adverb(tokens[ahead].low, lexicon):
        ahead += 1
    effort = match(lexicon.modals, tokens, ahead) if ahead < len(tokens) else None
    if effort is None or effort[1] != str(_EFFORT):
        return found
    return ahead + effort[0] - at, effort[1]


def _graded(tokens: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """`is strictly forbidden`, `are considered unacceptable`: a modal with a word inside it."""
    if tokens[at].low not in ("is", "are") or at + 2 >= len(tokens):
        return None
    inside = tokens[at + 1].low
    if inside != "considered" and not inside.endswith("ly"):
        return None
    found = match(lexicon.modals, [tokens[at], *tokens[at + 2 : at + 8]], 0)
    return (found[0] + 1, found[1]) if found and found[0] > 1 else None


def _opening(tokens: Sequence[Word], first: int, at: int, lexicon: Lexicon) -> int:
    while first < at and (size := match(lexicon.openings, tokens, first)):
        first += size[0]
    while first < at and lemma.is_adverb(tokens[first].low, lexicon):
        first += 1
    return first


def _is_noun(tokens: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """`Against the customer's will`, `a must`, `at will`: not a modal."""
    if (
        lexicon.language != "en"
        or at == 0
        or tokens[at].low not in ("will", "must", "can", "may", "need")
    ):
        return False
    before = tokens[at - 1].low
    return (
        before in lexicon.determiners - lexicon.pronouns - {"all", "both", "each", "any"}
        or before in ("at", "free", "good", "ill")
        or before.endswith("'s")
    )


def _is_relative(tokens: Sequence[Word], subject: tuple[int, int] | None, lexicon: Lexicon) -> bool:
    """`The complaints you cannot handle`: the modal belongs to a clause about the complaints."""
    if subject is None or subject[1] - subject[0] < 2:
        return False
    before, last = tokens[subject[1] - 2].low, tokens[subject[1] - 1].low
    return (
        last in lexicon.personal
        and before not in lexicon.prepositions
        and before not in lexicon.determiners
    )


def _head(
    tokens: Sequence[Word],
    part: Segment,
    at: int,
    found: tuple[int, str],
    subject: tuple[int, int] | None,
    lexicon: Lexicon,
) -> Head | None:
    force, value = strength(found[1])
    after = at + found[0]
    head = Head(part.first, None, None, "modal", force, value, (at, after), subject, after)
    if lexicon.language != "en":
        return _romance(tokens, part, head, lexicon)
    nominal = tokens[at].low in ("is", "are") or tokens[after - 1].low == "tolerated"
    place = after
    while place < part.last and lemma.is_adverb(tokens[place].low, lexicon):
        place += 1
    if place < part.last and (content(tokens[place].low, lexicon) or _plain(tokens[place].low)):
        _verb(tokens, part, place, head, lexicon)
    elif not nominal and not (place >= part.last and subject):
        return None
    if head.verb is None and nominal and subject:
        head.form = "nominal"
        _gerund_subject(tokens, head, subject, lexicon)
        return head
    impersonal = nominal and subject is not None and tokens[subject[0]].low == "it"
    if not impersonal and not _binds(tokens, head, tokens[at].low, part, lexicon):
        return None
    if subject and tokens[subject[0]].low in ("no", "nobody", "no-one", "neither"):
        _turn(head, [token.low for token in tokens[at:after]])
    return head


def _turn(head: Head, cue: list[str]) -> None:
    """`Nobody must enter` forbids it, as strongly as it would be asked; `nobody is required to
    enter` lets everybody off."""
    if head.force == "duty" and cue[0] in _OUTSIDE and cue not in (["is", "to"], ["are", "to"]):
        head.force, head.value = "release", 0
    elif head.force == "duty":
        head.force, head.value = "ban", -abs(head.value)
    else:
        head.force, head.value = "ban", -5


def _plain(low: str) -> bool:
    return low in ("have", "do", "be")


def _verb(tokens: Sequence[Word], part: Segment, place: int, head: Head, lexicon: Lexicon) -> None:
    phrase = match(lexicon.verb_phrases, tokens, place)
    size, verb = phrase if phrase else (1, lemma.verb(tokens[place].low, lexicon))
    if verb == "be":
        ahead = place + 1
        while ahead < part.last and lemma.is_adverb(tokens[ahead].low, lexicon):
            ahead += 1
        if ahead < part.last and lemma.is_participle(tokens[ahead].low, lexicon):
            head.passive = True
            place, verb = ahead, lemma.verb(tokens[ahead].low, lexicon)
    head.verb_at, head.verb, head.after = place, verb, place + size


def _gerund_subject(
    tokens: Sequence[Word], head: Head, subject: tuple[int, int], lexicon: Lexicon
) -> None:
    first = tokens[subject[0]].low
    if lemma.is_gerund(first, lexicon):
        head.verb_at, head.verb = subject[0], lemma.verb(first, lexicon)
        head.after = subject[0] + 1


def _binds(tokens: Sequence[Word], head: Head, cue: str, part: Segment, lexicon: Lexicon) -> bool:
    """Whether the modal binds somebody, rather than say what is possible or to come."""
    subject = head.subject
    if subject is None:
        return False
    if _foretells(tokens, head, cue, part):
        return False
    person = is_person(tokens, subject, lexicon)
    empty = tokens[subject[1] - 1].low in _EMPTY
    if head.cue and any(token.low in _OWING for token in tokens[slice(*head.cue)]):
        return not empty  # only persons and bodies are `obliged` or `commit to` a thing
    if head.force == "permission":
        return person and not head.passive and head.verb != "be"
    if cue == "may" and head.force == "ban":
        doubtful = head.verb == "be" and not head.passive
        contrast = part.last < len(tokens) and any(
            token.low == "but" for token in tokens[part.last :]
        )
        if head.verb in lexicon.stative:
            return False  # `You may not feel ready`: a possibility
        return (person or head.passive) and not (doubtful and (contrast or not person))
    if head.passive:
        return not empty or cue in _FIRM
    if cue in ("will", "won't", "can", "cannot", "can't") or cue.endswith("'ll"):
        ahead = tokens[head.after].low if head.after < len(tokens) else ""
        meets = head.verb == "see" and ahead in (
            "everybody",
            "everyone",
            "him",
            "her",
            "them",
            "you",
        )
        return person and (meets or head.verb not in lexicon.stative)
    if cue in _FIRM:
        return not empty
    return person


def _foretells(tokens: Sequence[Word], head: Head, cue: str, part: Segment) -> bool:
    """`They'll make people feel unwelcome`, `Depending on …, you may have …`: what may come."""
    first = next((token.low for token in tokens if token.low[0].isalnum()), "")
    if cue == "may" and head.force == "permission" and first == "depending":
        return True
    subject = tokens[head.subject[0]].low.removesuffix("'ll") if head.subject else ""
    ahead = {token.low for token in tokens[head.after : min(head.after + 4, part.last)]}
    return subject in ("it", "they", "this") and head.verb == "make" and "feel" in ahead


def is_person(tokens: Sequence[Word], subject: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the head of a subject names a person or a body; proper names count as such."""
    head = subject[1] - 1
    for place in range(subject[0], subject[1]):
        low = tokens[place].low
        if place > subject[0] and (low in lexicon.prepositions or _is_told(tokens, place, lexicon)):
            head = place - 1
            break
    while head > subject[0] and lemma.is_adverb(tokens[head].low, lexicon):
        head -= 1
    low = tokens[head].low.removesuffix("'s").removesuffix("'ll")
    return low in lexicon.people or tokens[head].name or low in ("all", "both", "no-one")


def _is_told(tokens: Sequence[Word], place: int, lexicon: Lexicon) -> bool:
    """`Anyone asked to stop`: a participle that says more of the person before it."""
    return tokens[place - 1].low in lexicon.people and lemma.is_participle(
        tokens[place].low, lexicon
    )


def _possible(tokens: Sequence[Word], part: Segment, at: int, lexicon: Lexicon) -> Head | None:
    """`Staff could greet`: weak advice to the person named, and to a person only."""
    subject = (_opening(tokens, part.first, at, lexicon), at)
    if subject[0] >= at or tokens[at - 1].low in lexicon.personal or at + 1 >= part.last:
        return None
    verb = tokens[at + 1].low
    if not lemma.is_base(verb, lexicon) or verb in lexicon.stative or verb in ("be", "have"):
        return None
    if not is_person(tokens, subject, lexicon) or tokens[at - 1].low in lexicon.served:
        return None
    return Head(part.first, at + 1, verb, "modal", "duty", 1, (at, at + 1), subject, after=at + 2)


def _romance(tokens: Sequence[Word], part: Segment, head: Head, lexicon: Lexicon) -> Head | None:
    """Negation around the verb (`ne devez pas`), then the infinitive."""
    if head.cue is None:
        return None
    at, after = head.cue
    if head.subject and tokens[head.subject[1] - 1].low in ("ne", "n'"):
        head.subject = (head.subject[0], head.subject[1] - 1)
        head.cue = (at - 1, after)
        if head.force == "duty" and tokens[after - 1].low in ("de", "d'"):
            head.force, head.value = "release", 0
        else:
            head.force, head.value = "ban", -3 if head.value == 3 else -5
    for place in range(after, min(after + 5, part.last)):
        low = tokens[place].low.rpartition("'")[2]
        if len(low) > 3 and low.endswith(lexicon.infinitives) and low not in lexicon.not_adverbs:
            head.verb_at, head.verb, head.after = place, low, place + 1
            break
    return head
