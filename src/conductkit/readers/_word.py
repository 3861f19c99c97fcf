"""Paragraphs of a Word document: their words as Markdown, their headings and numbers."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Listed:
    """What a paragraph's numbering makes of it."""

    depth: int
    ordered: bool
    marker: str


def inline(paragraph: Any, part: Any) -> str:
    """The words of a paragraph as inline Markdown; what tracked changes deleted is not there."""
    pieces: list[str] = []
    for child in paragraph.iterchildren():
        if child.tag == f"{_W}hyperlink":
            target = _target(child, part)
            words = "".join(_run(run) for run in child.iter(f"{_W}r")).strip()
            bare = words in (target, target.removeprefix("mailto:"))
            pieces.append(f"[{words}]({target})" if target and words and not bare else words)
        elif child.tag == f"{_W}r":
            pieces.append(_run(child))
        elif child.tag in (f"{_W}ins", f"{_W}smartTag", f"{_W}sdt", f"{_W}fldSimple"):
            pieces += [_run(run) for run in child.iter(f"{_W}r")]
    text = re.sub(r"\*\*(\s*)\*\*", r"\1", "".join(pieces))
    return " ".join(text.split())


def _target(link: Any, part: Any) -> str:
    found = part.rels.get(link.get(f"{_R}id", ""))
    target = getattr(found, "target_ref", "") if found is not None else ""
    return target if re.match(r"(?:https?://|mailto:|tel:)\S+$", target) else ""


def _run(run: Any) -> str:
    """The words of a run, in bold or italics where it is."""
    words = ""
    for child in run.iterchildren():
        if child.tag == f"{_W}t":
            words += child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            words += " "
        elif child.tag == f"{_W}noBreakHyphen":
            words += "-"
    properties = run.find(f"{_W}rPr")
    mark = ""
    if properties is not None and words.strip():
        mark = "**" if _on(properties, "b") else "*" if _on(properties, "i") else ""
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{mark}{words.strip()}{mark}{after}" if mark else words


def _on(properties: Any, name: str) -> bool:
    found = properties.find(f"{_W}{name}")
    return found is not None and found.get(f"{_W}val", "1") not in ("0", "false", "off")


def heading_level(paragraph: Any) -> int:
    """The level of a heading, by its style or its outline; 0 for other paragraphs."""
    style = paragraph.style
    for _ in range(_DEEPEST):
        if style is None:
            break
        name = (style.name or "").lower()
        if name == "title":
            return 1
        match = re.match(r"(?:heading|überschrift|titre|título) (\d)", name)
        if match:
            return min(6, int(match[1]) + 1)
        style = style.base_style
    outline = paragraph._p.find(f"{_W}pPr/{_W}outlineLvl")
    value = outline.get(f"{_W}val", "9") if outline is not None else "9"
    return min(6, int(value) + 2) if value.isdigit() and int(value) < 9 else 0


class Numbering:
    """The numbers that Word would print, counted as the paragraphs come by."""

    def __init__(self, document: Any) -> None:
        self._formats: dict[tuple[str, str], str] = {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * (_DEEPEST + 1))
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        kinds: dict[str, dict[str, str]] = {}
        for abstract in root.iter(f"{_W}abstractNum"):
            levels = {
                one.get(f"{_W}ilvl", "0"): _value(one, "numFmt")
                for one in abstract.iter(f"{_W}lvl")
            }
            kinds[abstract.get(f"{_W}abstractNumId", "")] = levels
        for number in root.iter(f"{_W}num"):
            for level, kind in kinds.get(_value(number, "abstractNumId"), {}).items():
                self._formats[number.get(f"{_W}numId", ""), level] = kind

    def of(self, paragraph: Any) -> Listed | None:
        """What the numbering makes of a paragraph; None where it is in no list."""
        holder, style = paragraph._p, paragraph.style
        found = holder.find(f"{_W}pPr/{_W}numPr")
        for _ in range(_DEEPEST):
            if found is not None or style is None:
                break
            found = style.element.find(f"{_W}pPr/{_W}numPr")
            style = style.base_style
        name = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
        if found is None:
            return (
                Listed(1, "number" in name, "1." if "number" in name else "•")
                if name.startswith("list ")
                else None
            )
        number, level = _value(found, "numId"), _value(found, "ilvl") or "0"
        if number in ("", "0") or not level.isdigit():
            return None
        depth = min(int(level), _DEEPEST)
        kind = self._formats.get((number, level), "bullet" if "bullet" in name else "decimal")
        counts = self._counts[number]
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (_DEEPEST - depth)
        ordered = kind not in ("bullet", "none")
        return Listed(depth + 1, ordered, f"{counts[depth]}." if ordered else "•")


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return str(found.get(f"{_W}val", "")) if found is not None else ""
