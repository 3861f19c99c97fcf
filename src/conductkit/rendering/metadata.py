"""What a page tells other programs about its code: schema.org, as JSON-LD.

It stands in a data block (`<script type="application/ld+json">`), which browsers never run and no
content security policy has to allow.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from conductkit.model import Code, Contact, Origin, Owner
from conductkit.prose import plain, tame
from conductkit.rendering.anchors import Anchors
from conductkit.rendering.interface import Interface

_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def metadata(code: Code, words: Interface) -> dict[str, Any]:
    """The code as a schema.org DigitalDocument; what it does not say is not there."""
    anchors, edition = Anchors(code), _edition_date(code)
    return _given({
        "@context": "https://schema.org", "@type": "DigitalDocument",
        "identifier": code.id, "name": code.title, "inLanguage": code.language,
        "version": code.version, "creativeWorkStatus": code.status,
        "description": " ".join(plain(code.summary or code.purpose).split()),
        "datePublished": code.adopted, "dateModified": edition,
        "author": list(code.authors),
        "publisher": _given({"@type": "Organization", "name": code.issuer}, "name"),
        "maintainer": _maintainer(code),
        "about": [
            {"@type": "DefinedTerm", "@id": f"#{anchors.of('value', value.id)}", "name": value.name}
            for value in code.values
        ],
        "hasPart": [
            {"@type": "CreativeWork", "@id": f"#{rule.id}", "position": number,
             "name": rule.title or words.word("rule", number=str(number))}
            for number, rule in code.numbered()
        ],
        "isBasedOn": [_origin(source) for source in code.sources],
        "translationOfWork": _given({
            "@type": "CreativeWork", "identifier": code.translation_of.id,
            "version": code.translation_of.version,
        }) if code.translation_of else {},
    })  # fmt: skip


def json_block(data: Any) -> str:
    """Data as JSON that nothing in it can end, whatever element it stands in."""
    text = json.dumps(_each(data, tame), ensure_ascii=False, separators=(",", ":"))
    return "".join(_ESCAPES.get(char, char) for char in text)


def _edition_date(code: Code) -> str:
    dates = [edition.date for edition in code.changelog if edition.version == code.version]
    return dates[0] if dates else ""


def _maintainer(code: Code) -> dict[str, Any]:
    if code.owner is None:
        return {}
    points = [
        _point(contact, contactType=contact.route, name=contact.name) for contact in code.contacts
    ]
    return _point(code.owner, "Organization", name=code.owner.name, contactPoint=points)


def _point(holds: Owner | Contact, kind: str = "ContactPoint", **more: Any) -> dict[str, Any]:
    reach = {"email": holds.email, "telephone": holds.phone, "url": holds.url}
    return _given({"@type": kind, **more, **reach})


def _origin(source: Origin) -> dict[str, Any]:
    return _given({
        "@type": "CreativeWork", "name": source.title, "author": source.author, "url": source.url,
        "license": source.licence,
    })  # fmt: skip


def _given(data: Mapping[str, Any], needed: str = "") -> dict[str, Any]:
    """What is not empty; nothing at all where the needed key is empty."""
    if needed and not data[needed]:
        return {}
    return {key: value for key, value in data.items() if value not in ("", [], {})}


def _each(data: Any, change: Callable[[str], str]) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, Mapping):
        return {key: _each(value, change) for key, value in data.items()}
    return [_each(item, change) for item in data] if isinstance(data, list) else data
