"""A duty is worded as advice or as an attempt.

Why: “should”, “might” and “try to” leave it open whether anybody is bound; those who break the
rule can say that it was only advice.

Example: “Agents should verify the caller.” → “Agents must verify the caller.”

Fix: write “must”, “must not” or a plain order. Where advice is meant, set `level: should`
(or `may`) and the check is silent.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import readings
from conductkit.language import word_list
from conductkit.model import Code

_FORESEEN = frozenset({"expect"})  # `You should expect less leeway` binds nobody


@define("warning", "wording", languages="en fr pt es")
def check(code: Code, context: Context) -> Iterator[Hit]:
    cues = word_list("weak-modal", code.language).entries
    for rule, reading in readings(code):
        if rule.level in ("should", "should-not", "may"):
            continue
        seen = set()
        for directive in reading.directives:
            modal = directive.modal
            nobody = (directive.subject or "").lower().startswith(("nobody", "no one", "no-one"))
            weak = modal.cue in cues and modal.force in ("duty", "ban") and not nobody
            if modal.start in seen or not weak or directive.verb in _FORESEEN:
                continue
            seen.add(modal.start)  # one `should` before two verbs
            if exempt(code, context, rule.text, modal.start, modal.end):
                continue
            must = "will" if (directive.subject or "").lower() == "we" else "must"
            must += " not" if modal.force == "ban" else ""
            yield words(
                rule, "text", modal.start, modal.end,
                f"“{modal.cue}” leaves the duty open",
                f"Write “{must}” or a plain order; set `level: should` where advice is meant."
                if code.language.startswith("en")
                else "Say plainly that it is a duty; set `level: should` where advice is meant.",
            )  # fmt: skip
