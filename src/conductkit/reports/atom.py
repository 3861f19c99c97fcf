"""An Atom feed (RFC 4287) of the lives of codes and rules: a reader is told of each new change.

Ids are `tag:` URIs (RFC 4151) made of the commit, which no other commit shares, and the code; the
authority is under `.invalid`, a name that nobody can own. Dates are the commits', so that the same
history gives the same bytes.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as Xml

from conductkit.redline import redline
from conductkit.reports._labels import label
from conductkit.reports._words import sentence
from conductkit.terminal import clean

_ATOM = "http://www.w3.org/2005/Atom"
_TAG = "tag:conductkit.invalid,2026:"
_NEVER = "1970-01-01T00:00:00Z"
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def history(result: Any, colour: bool) -> str:
    """One feed of all lives, the newest entry first."""
    titles = [one.name for one in result]
    feed = Xml.Element("feed", {"xmlns": _ATOM})
    _add(feed, "title", f"Changes of {', '.join(titles)}")
    first = next((one.first for one in result if one.first), "")
    _add(feed, "id", f"{_TAG}{first}/{','.join(quote(title, safe='') for title in titles)}")
    entries = [(entry, one) for one in result for entry in one.entries]
    entries.sort(key=lambda pair: _when(pair[0]), reverse=True)
    _add(feed, "updated", entries[0][0].commit.date if entries else _NEVER)
    _add(feed, "generator", "conductkit")
    for entry, one in entries:
        item = Xml.SubElement(feed, "entry")
        title = entry.commit.subject.strip() or entry.commit.short
        _add(item, "title", f"{one.name}: {title} ({entry.summary})")
        _add(item, "id", f"{_TAG}{entry.commit.id}/{quote(one.name, safe='')}")
        _add(item, "updated", entry.commit.date)
        _add(Xml.SubElement(item, "author"), "name", entry.commit.author.strip() or "unknown")
        _add(item, "content", _page(entry), type="html")
    Xml.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(feed, encoding="unicode")}\n'


def _when(entry: Any) -> datetime:
    return datetime.fromisoformat(entry.commit.date)


def _add(parent: Xml.Element, tag: str, text: str, **attributes: str) -> None:
    Xml.SubElement(parent, tag, attributes).text = _NO_XML.sub("\ufffd", clean(text))


def _page(entry: Any) -> str:
    """What an entry did, as HTML: sentences, or old and new words in one."""
    if entry.lines:
        return _list(escape(line) for line in entry.lines)
    return _list(_change(change) for change in entry.changes)


def _list(items: Any) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _change(change: Any) -> str:
    head = f"<strong>{change.effect}</strong> {escape(change.name)} {escape(label(change))}"
    pieces = redline(change.old or "", change.new or "") if change.change != "moved" else []
    words = "".join(_piece(piece.old, piece.new) for piece in pieces)
    said: Sequence[str] = [
        escape(sentence(item)) for item in change.evidence if item.old and item.new
    ]
    return head + (f": {words}" if words else "") + "".join(f"<br>{line}" for line in said)


def _piece(old: str, new: str) -> str:
    if old == new:
        return escape(old)
    gone = f"<del>{escape(old)}</del>" if old else ""
    return gone + (f"<ins>{escape(new)}</ins>" if new else "")
