"""The items of a list, in the order of their letters, where their own order tells nothing."""

from conductkit.difference import cues
from conductkit.difference.restating.line import Line, Tok
from conductkit.language import lemma


def sorted_items(line: Line) -> Line:
    """A list of single things, in the order of their letters."""
    lows = line.lows
    joints = [at for at, low in enumerate(lows) if low in ("and", "or")]
    if len(joints) != 1 or not cues.entries("ranking", line.language).isdisjoint(lows):
        return line
    joint = joints[0]
    cuts = [at + 1 for at in range(joint) if line.toks[at].gap == ","]
    last = joint + (2 if lows[joint + 1 : joint + 2] and lows[joint + 1] in _ARTICLES else 1)
    first = (cuts or [joint])[0] - 1
    first -= 1 if first > 0 and lows[first - 1] in _ARTICLES else 0
    if cuts and cuts[-1] == joint:
        cuts = cuts[:-1]
    starts = [first, *cuts]
    if last >= len(lows) or not _closed(line, last) or not _opens_list(line, first):
        return line
    ends = [*cuts, joint]
    items = [line.toks[one:two] for one, two in zip(starts, ends, strict=True)]
    items.append(line.toks[joint + 1 : last + 1])
    if any(tok.gap for tok in line.toks[:first]) or not _things(line, items):
        return line
    alone = all(len(item) == 1 for item in items[1:])
    if len(items[0]) == 2 and items[0][0].low not in ("a", "an") and alone:
        first, items[0] = first + 1, items[0][1:]  # “your hats and coats”
    order = sorted(items, key=lambda item: item[-1].low)
    put: list[Tok] = []
    for place, (item, was) in enumerate(zip(order, items, strict=True)):
        put += [line.toks[joint]] if place == len(items) - 1 else []
        put += [tok._replace(gap="") for tok in item[:-1]]
        put.append(item[-1]._replace(gap=was[-1].gap))
    return line.having([*line.toks[:first], *put, *line.toks[last + 1 :]])


_ARTICLES = ("a", "an", "the", "your", "our")


def _closed(line: Line, end: int) -> bool:
    """Whether nothing behind a list can belong to its last item alone."""
    if end + 1 >= len(line.toks) or line.toks[end].gap:
        return end + 1 >= len(line.toks)
    after = line.lows[end + 1]
    if after in ("are", "is", "may", "must", "will"):
        return True
    manner = after in ("alike", "well") or lemma.is_adverb(after, line.known)
    return end + 2 == len(line.toks) and manner


def _opens_list(line: Line, first: int) -> bool:
    if first <= 0:
        return first == 0 and (_subjects(line) or _refused(line))
    before = line.lows[first - 1]
    verb = line.directive.verb if line.directive else None
    if before in ("between", "than", "from", "over", "before", "after"):
        return False
    told = before in line.known.verbs and line.lows[first - 2 : first - 1] == ["to"]
    listing = before in ("include", "includes", "including")
    return before in line.known.prepositions or before in ("be", verb) or told or listing


def _refused(line: Line) -> bool:
    """“Threats, insults and stalking are not tolerated”: each of them, whatever comes first."""
    lows = line.lows
    at = lows.index("are") if "are" in lows else 0
    rest = lows[at + 1 :]
    return at > 0 and rest in _NOT_WANTED


_NOT_WANTED = (
    ["not", "tolerated"], ["not", "accepted"], ["not", "allowed"], ["not", "permitted"],
    ["prohibited"], ["banned"], ["forbidden"],
)  # fmt: skip


def _subjects(line: Line) -> bool:
    """Whether a sentence says of people, and nothing else, what they must or may do."""
    modals = {"must", "may", "should", "shall", "will", "can", "are", "have"}
    at = next((at for at, low in enumerate(line.lows) if low in modals), 0)
    known = line.known.people | cues.entries("roles", line.language)
    known |= cues.entries("served", line.language)
    inside = {*_ARTICLES, "and", "or"}
    who = [low for low in line.lows[:at] if low not in inside]
    return len(who) > 1 and all({low, lemma.noun(low, line.known)} & known for low in who)


def _things(line: Line, items: list[tuple[Tok, ...]]) -> bool:
    """Whether all items are single things; a word before a later one (“sun cream”) is its own."""
    later = [item[1:] if len(item) == 2 and _thing(line, item[:1]) else item for item in items[1:]]
    return all(_thing(line, item) for item in (items[0], *later))


def _thing(line: Line, item: tuple[Tok, ...]) -> bool:
    """Whether an item is one thing or quality: no figure, no function word, no verb."""
    known = line.known
    if not item or len(item) > 2 or any(tok.gap for tok in item[:-1]):
        return False
    if len(item) == 2 and item[0].low not in _ARTICLES:
        return False
    low = item[-1].low
    small = low in known.determiners | known.prepositions | known.objects | known.personal
    verb = low in known.verbs or lemma.is_adverb(low, known)
    return not (small or verb or cues.figure(low, line.language) is not None)
