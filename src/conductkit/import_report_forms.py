"""The account of an import as text, JSON and Markdown."""

import json
from collections import Counter

from conductkit.import_report import ImportReport
from conductkit.importer.draft import Left


def as_json(result: ImportReport) -> str:
    """The report as JSON (format 1)."""
    shape = {
        "format": 1, "path": result.path, "kind": result.kind, "code": result.code,
        "counts": dict(result.counts),
        "items": [
            {
                "line": one.line, "source": one.source, "became": one.became, "sure": one.sure,
                "note": one.note,
            }
            for one in result.lines
        ],
        "left_out": [
            {"line": one.line, "text": one.text, "reason": one.reason} for one in result.left
        ],
        "findings": [finding.as_dict() for finding in (*result.findings, *(result.done or ()))],
    }  # fmt: skip
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def as_text(result: ImportReport, colour: bool = False) -> str:
    """The report for people: what was found, what to look at, what was left out."""
    from conductkit.terminal import clean, paint

    out = [paint(f"{clean(result.path)} → {result.code}", "bold", when=colour), ""]
    told = [
        f"{count} {name if count > 1 else name.removesuffix('s')}"
        for name, count in result.counts.items()
        if count
    ]
    out += [f"  Found: {', '.join(told)}.", ""]
    if result.unsure:
        out.append(paint("Look at", "bold", when=colour))
        for one in result.unsure:
            out.append(f"  {one.line:>5}  {_cut(clean(one.source))}")
            out.append(f"         → {one.became} ({one.sure}){': ' + one.note if one.note else ''}")
        out.append("")
    if result.findings:
        out.append(paint("What is wrong with the source", "bold", when=colour))
        for finding in result.findings:
            out.append(f"  {finding.span.line:>5}  {finding.check}: {clean(finding.message)}")
            out.append(f"         “{_cut(clean(finding.quote))}” {finding.help}")
        out.append("")
    if result.done:
        out.append(paint("What changed in the code", "bold", when=colour))
        for finding in result.done:
            out.append(f"  {finding.check}: {clean(finding.message)}")
            out += [f"         {finding.help}"] if finding.help else []
        out.append("")
    elif result.done is not None:
        out += ["The code says all of this already; nothing in it was changed.", ""]
    if result.left:
        out.append(paint("Left out", "bold", when=colour))
        for reason, entries in _by_reason(result):
            out.append(f"  {reason} ({len(entries)})")
            out += [f"  {one.line:>5}  {_cut(clean(one.text))}" for one in entries[:6]]
            if len(entries) > 6:
                out.append(f"         and {len(entries) - 6} more")
        out.append("")
    out.append(_sum(result))
    return "\n".join(out) + "\n"


def as_markdown(result: ImportReport) -> str:
    """The report as Markdown: every line of the source beside what became of it."""
    out = [
        f"# Import of {_cell(result.path)}",
        "",
        _sum(result),
        "",
        "| Line | Source | Became | Sure | Look at |",
        "|---|---|---|---|---|",
    ]
    out += [
        f"| {one.line} | {_cell(one.source)} | {_cell(one.became)} | {one.sure}"
        f" | {_cell(one.note)} |"
        for one in result.lines
    ]
    if result.findings:
        out += ["", "## What is wrong with the source", ""]
        out += [
            f"- Line {one.span.line}, `{one.check}`: {_cell(one.message)}"
            for one in result.findings
        ]
    if result.done:
        out += ["", "## What changed in the code", ""]
        out += [f"- `{one.check}`: {_cell(one.message)}" for one in result.done]
    if result.left:
        out += ["", "## Left out", "", "| Line | Words | Reason |", "|---|---|---|"]
        out += [f"| {one.line} | {_cell(one.text)} | {_cell(one.reason)} |" for one in result.left]
    return "\n".join(out) + "\n"


def _sum(result: ImportReport) -> str:
    sure = Counter(one.sure for one in result.lines)
    if result.unplaced:
        return f"{result.unplaced} words of the source found no place; they are listed above."
    guessed = sure["medium"] + sure["low"]
    return (
        f"Every word of the source is in the code or on the list of what was left out;"
        f" {_parts(sure['high'])} clear, {_parts(guessed)} guessed."
    )


def _parts(count: int) -> str:
    return "1 part was" if count == 1 else f"{count} parts were"


def _by_reason(result: ImportReport) -> list[tuple[str, list[Left]]]:
    groups: dict[str, list[Left]] = {}
    for one in result.left:
        groups.setdefault(one.reason, []).append(one)
    return list(groups.items())


def _cut(text: str, most: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    for mark in "\\|<>`*_[]":
        flat = flat.replace(mark, "\\" + mark)
    return flat
