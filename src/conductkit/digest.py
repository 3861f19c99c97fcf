"""Digests of what binds: equal where nobody is asked for anything else.

A digest is `sha256:` and 64 hexadecimal digits over the fields that bind, in the form in which two
texts are compared: markup, case, spaces, quotes, dashes and spelling variants do not count, nor do
reasons, examples or who wrote the code. Rules count in order of their ids: moving one changes
nothing. The method has a number inside the digest, so that a later method never agrees by accident.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from conductkit.language.normal import normalise
from conductkit.model import Code, Rule
from conductkit.prose import plain

_METHOD = 1
_SHORT = 12


def of_code(code: Code) -> str:
    """The digest of everything in a code that binds: its rules, what follows, what words mean."""
    language = code.language
    return _digest(
        {
            "rules": sorted([rule.id, of_rule(code, rule)] for rule in code.rules),
            "scope": _words(code.scope, language),
            "limits": _words(code.limits, language),
            "redress": _words(code.redress, language),
            "terms": sorted([_words(item.term, language), _words(item.text, language)]
                            for item in code.terms),
            "consequences": [[step.id, _words(step.name, language), _words(step.when, language),
                              _words(step.then, language)] for step in code.consequences],
            "effective": code.effective,
        }
    )  # fmt: skip


def of_rule(code: Code, rule: Rule) -> str:
    """The digest of what one rule asks, of whom, for whom and where."""
    return _digest(
        {
            "text": _words(rule.text, code.language),
            "level": rule.level,
            "binds": _names(code.bound(rule)),
            "serves": _names(code.served(rule)),
            "channels": _names(code.channels_of(rule)),
        }
    )


def _words(text: str, language: str) -> str:
    return normalise(plain(text), language) if text else ""


def _names(ids: Iterable[str]) -> list[str]:
    return sorted(set(ids))


def short(digest: str) -> str:
    """A digest as people write it down: its first twelve digits."""
    return digest.partition(":")[2][:_SHORT]


def _digest(content: Mapping[str, Any]) -> str:
    data = json.dumps({"method": _METHOD, **content}, sort_keys=True)
    return f"sha256:{hashlib.sha256(data.encode()).hexdigest()}"
