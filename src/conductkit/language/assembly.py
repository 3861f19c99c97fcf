"""Walk the segments of a sentence: which begin a directive, which go on with one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from conductkit.language import lemma
from conductkit.language.clauses import Segment, match, segments
from conductkit.language.heads import Head
from conductkit.language.imperatives import imperative
from conductkit.language.lexicon import Lexicon
from conductkit.language.missing import missing_comma, missing_stop
from conductkit.language.modals import is_person, modal
from conductkit.language.reading import ClauseKind
from conductkit.language.statements import nominal, request, statement
from conductkit.language.words import Word


@dataclass(slots=True, eq=False, repr=False)
class Part:
    """A clause as tokens first to last; `more` are heads joined to its own by `or`."""

    first: int
    last: int
    kind: ClauseKind
    joint: str
    cue: int = 0
    head: Head | None = None
    more: list[Head] = field(default_factory=list)


def parts_of(tokens: Sequence[Word], lexicon: Lexicon) -> list[Part]:
    """Return the clauses of one sentence as runs of tokens; those with a head direct somebody."""
    return _Assembly(tokens, lexicon).run()


_LIST = 12  # tokens that a list of subjects may have before its last item


_ATTEMPT = 2  # the strength of `try to`


# Brackets and quotation marks set words apart without beginning a clause.
_PAUSES = frozenset({",", ";", ":", "-", "–", "—", "…", ".", "!", "run-on"})


def _marked(part: Segment) -> bool:
    """Whether a mark, not only a word, joins a segment to the one before it."""
    return any(mark in _PAUSES for mark in part.joint.split())


class _Assembly:
    """Walk the segments from left to right and decide of each: new clause, or more of the last."""

    def __init__(self, tokens: Sequence[Word], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.parts: list[Part] = []
        self.open: Part | None = None  # the part of the last directive
        self.pending: Head | None = None  # `You must:`, its verbs still to come

    def run(self) -> list[Part]:
        queue = segments(self.tokens, self.lexicon)[::-1]
        if queue and (head := nominal(self.tokens, queue[-1], self.lexicon)):
            part = queue.pop()
            self._start(part, head)
        while queue:
            part = queue.pop()
            rest = self._main(part) if part.kind == "main" else self._subordinate(part)
            if rest is not None:
                queue.append(rest)
        return self.parts

    # ── main clauses ──────────────────────────────────────────────────────────────────────

    def _main(self, part: Segment) -> Segment | None:
        rest = None if self.open else missing_stop(self.tokens, part, self.lexicon)
        head = self._head(part)
        if head is None:
            if self.parts and (not self._detached(part) or self._conditional(part)):
                self.parts[-1].last = part.last
            else:
                self._add(part, self._kind(part))
        elif self._alternative(part, head):
            self._open_part().more.append(head)
            self.parts[-1].last = part.last
        else:
            self._join_subject(part, head)
            self._start(part, head)
        return rest

    def _take_up(self) -> None:
        """`You must: greet; thank`: the items are the directives, not the words before them."""
        if self.open is not None and self.open.head is self.pending:
            self.open.head = None

    def _join_subject(self, part: Segment, head: Head) -> None:
        """`Staff, agents and managers must …`: all of them are the subject."""
        if head.subject is None or head.subject[0] != part.first or len(self.parts) != 1:
            return
        before = self.parts[0]
        words = {token.low for token in self.tokens[before.first : before.last]}
        listed = part.joint.endswith(("and", "or", "nor")) and before.last - before.first <= _LIST
        if before.kind == "main" and listed and not words & self.lexicon.auxiliaries:
            self.parts.clear()
            head.subject = (before.first, head.subject[1])
            head.first = part.first = before.first
            part.joint = before.joint

    def _head(self, part: Segment) -> Head | None:
        tokens, lexicon = self.tokens, self.lexicon
        remarked = bool(self.parts) and self.parts[-1].kind == "reason" and self.open
        if remarked and not part.joint.startswith((",", ";")):
            return None
        head = imperative(
            tokens, part, lexicon, opening=self._opening(part), chained=self._chained(part)
        )
        if head is not None:
            if self.pending is not None:
                self._inherit(part, head, self.pending)
                self._take_up()
            elif self.open is not None and self.open.head is not None:
                self._inherit(part, head, self.open.head)
            return head
        head = modal(tokens, part, lexicon, self._subject())
        head = head or request(tokens, part, lexicon) or statement(tokens, part, lexicon)
        if head is not None and head.verb is None and head.form == "modal":
            self.pending = head
        return head

    def _opening(self, part: Segment) -> bool:
        """Whether an imperative may begin here: at the start, or after what is only fronted."""
        if not self.parts:
            return True
        if self.open is not None:
            return part.joint.endswith((";", ":", "-", "–", "—")) or (
                part.joint == "," and self._emphatic(part)
            )
        if part.joint == "run-on":
            return True
        if not _marked(part) or self._conditional(part):
            return False
        if part.joint.endswith((":", ";", "-", "–", "—")):
            return True
        return all(one.kind != "main" for one in self.parts) or self._emphatic(part)

    def _conditional(self, part: Segment) -> bool:
        """`If you are hurt, or have any concern, …`: the condition goes on."""
        joined = part.joint.split()
        listed = bool(joined) and joined[-1] in ("and", "or", "nor")
        return listed and self.open is None and self.parts[-1].kind == "condition"

    def _emphatic(self, part: Segment) -> bool:
        """`…, do not`, `…, never`, `…, be`: hardly ever the next item of a list."""
        first = self.tokens[part.first].low
        return first in ("be", "always", "please") or bool(
            match(self.lexicon.negators, self.tokens, part.first)
        )

    def _chained(self, part: Segment) -> int:
        """Return the token after the verb of the directive this one may follow, or 0."""
        if self.open is None or self.open.head is None or self._inside(part):
            return 0
        head = self.open.more[-1] if self.open.more else self.open.head
        return (head.verb_at or head.first) + 1

    def _inside(self, part: Segment) -> bool:
        """Whether `and` goes on inside a subordinate clause: `when they call and ask`."""
        last = self.parts[-1]
        joined = part.joint.split()
        if not joined or not joined[-1].isalpha() or last.head is not None:
            return False
        if last.kind == "main":
            return False
        at = last.first + last.cue
        if last.kind != "relative" and self.tokens[at].low in self.lexicon.personal:
            at += 1
        return at < last.last and lemma.is_base(self.tokens[at].low, self.lexicon)

    def _inherit(self, part: Segment, head: Head, before: Head) -> None:
        """A verb joined by `and` or `or` keeps the modal, the subject and the ban before it."""
        joined = part.joint.split()
        same = before is self.pending or (bool(joined) and joined[-1] in ("and", "or", "nor"))
        # `You may warn, suspend or ban them`: a verb alone between commas is one more of the list.
        same = same or (joined == [","] and before.form == "modal" and part.last - part.first == 1)
        same = same or self._listed_ban(part, before)
        # `Do not shout or try to win`: the ban covers the attempt too.
        attempt = before.force == "ban" and head.value == _ATTEMPT and joined[-1:] == ["or"]
        if not same or (head.cue is not None and not attempt) or self._signal(part):
            return
        head.force, head.value, head.cue = before.force, before.value, before.cue
        head.form, head.subject = before.form, before.subject

    def _signal(self, part: Segment) -> bool:
        return self.tokens[part.first].low in ("always", "instead", "then", "please", "rather")

    def _subject(self) -> tuple[int, int] | None:
        """The subject a modal has that stands without one: that of the clause before it."""
        if self.open is not None and self.open.head is not None:
            return self.open.head.subject
        for part in self.parts:
            if part.kind == "main":
                return part.first, min(part.last, part.first + 12)
        return None

    def _alternative(self, part: Segment, head: Head) -> bool:
        joined = part.joint.split()
        alternative = bool(joined) and joined[-1] in ("or", "nor")
        if self.open is not None and self.open.head is not None:
            alternative = alternative or self._listed_ban(part, self.open.head)
        return self.open is not None and alternative and head.cue == self._cue()

    def _listed_ban(self, part: Segment, before: Head) -> bool:
        """`Do not mock, threaten or hurt them`: a ban goes on to the `or` of its list."""
        if before.force != "ban" or before.form != "imperative" or part.joint != ",":
            return False
        ends = self.lexicon.coordinators | (_PAUSES - {","})
        joints = [token.low for token in self.tokens[part.last :] if token.low in ends]
        return joints[:1] in (["or"], ["nor"])

    def _cue(self) -> tuple[int, int] | None:
        return self.open.head.cue if self.open is not None and self.open.head else None

    # ── what is no directive ──────────────────────────────────────────────────────────────

    def _detached(self, part: Segment) -> bool:
        """Whether a segment without a directive begins a clause of its own."""
        return _marked(part) and self._kind(part) != "adverbial" and self._has_verb(part)

    def _kind(self, part: Segment) -> ClauseKind:
        tokens, lexicon = self.tokens, self.lexicon
        first = tokens[part.first].low
        if self.open is not None:
            return "reason" if self._remark(part) else "main"
        if (
            first in lexicon.prepositions
            or self._fronted(part)
            or (lemma.is_gerund(first, lexicon) and not self._has_verb(part))
        ):
            return "adverbial"
        return "main"

    def _fronted(self, part: Segment) -> bool:
        """`First of all, …`, `Then, …`, `Daily in your talks, …`: what an order may follow."""
        opening = match(self.lexicon.openings, self.tokens, part.first)
        at = part.first + (opening[0] if opening else 0)
        while at < part.last and lemma.is_adverb(self.tokens[at].low, self.lexicon):
            at += 1
        return at >= part.last or (
            at > part.first and self.tokens[at].low in self.lexicon.prepositions
        )

    def _remark(self, part: Segment) -> bool:
        first = self.tokens[part.first].low
        return (
            first in self.lexicon.reasons
            or first == "so"
            or lemma.is_gerund(first, self.lexicon)
            or self._has_verb(part)
        )

    def _has_verb(self, part: Segment) -> bool:
        return any(
            lemma.is_finite(self.tokens[at].low, self.lexicon)
            for at in range(part.first + 1, part.last)
        )

    # ── subordinate clauses ───────────────────────────────────────────────────────────────

    def _subordinate(self, part: Segment) -> Segment | None:
        head = self._interrupted(part)
        if head is not None:
            self.open = self.parts[-1]
            self.open.head, self.open.last = head, part.last
            return None
        rest = None
        if self.open is None and all(one.kind != "main" for one in self.parts):
            rest = missing_comma(self.tokens, part, self.lexicon)
        self._add(part, part.kind)
        return rest

    def _interrupted(self, part: Segment) -> Head | None:
        """`Employees who receive a gift must report it`: the modal of the main clause."""
        if part.kind != "relative" or len(self.parts) != 1 or self.open is not None:
            return None
        before = self.parts[0]
        subject = (before.first, before.last)
        if before.kind != "main" or not is_person(self.tokens, subject, self.lexicon):
            return None
        seen = False
        for at in range(part.first + part.cue, part.last):
            if seen and match(self.lexicon.modals, self.tokens, at):
                return modal(self.tokens, Segment(at, part.last, ""), self.lexicon, subject)
            low = self.tokens[at].low
            seen = seen or lemma.is_finite(low, self.lexicon) or lemma.is_base(low, self.lexicon)
        return None

    # ── bookkeeping ───────────────────────────────────────────────────────────────────────

    def _add(self, part: Segment, kind: ClauseKind) -> None:
        self.parts.append(Part(part.first, part.last, kind, part.joint, part.cue))

    def _start(self, part: Segment, head: Head) -> None:
        self._add(part, "main")
        self.open = self.parts[-1]
        self.open.head = head

    def _open_part(self) -> Part:
        if self.open is None:
            raise LookupError("no directive is open")
        return self.open
