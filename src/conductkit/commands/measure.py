"""`conduct measure`: readings and progress."""

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.model import Code, Measure

_FORMATS = typer.Option(help="text, json, markdown, html, csv, or FORMAT:FILE; repeatable.")


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help="Files or folders; codes/.")
    ] = None,
    output_format: Annotated[list[str] | None, _FORMATS] = None,
) -> Exit:
    """Show how far each measure of a code is on the way to its target.

    `conduct measure record CODE ID VALUE` adds a reading; `conduct measure retention` reckons what
    customers who leave cost. Both have a --help of their own.
    """
    from conductkit import report
    from conductkit.commands._codes import loaded
    from conductkit.measure_sheet import sheet

    codes = loaded(paths)
    if codes is None:
        return Exit.INPUT
    shown = [code for code in codes if code.kind != "catalogue"] or codes
    report.write(output_format or [], "sheet", sheet(shown))
    return Exit.CLEAN


def record(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The file of the code.")],
    id: Annotated[str, typer.Argument(metavar="ID", help="Of the measure.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What was read: a number.")],
    date: Annotated[str, typer.Option(help="The day of the reading; today where not given.")] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Give a day that has a reading a new one.")
    ] = False,
) -> Exit:
    """Add a reading to a measure; the rest of the file stays as it is, byte for byte."""
    from conductkit import terminal
    from conductkit.alone import alone
    from conductkit.dates import day
    from conductkit.load import load
    from conductkit.measures import progress
    from conductkit.reading_edits import edits
    from conductkit.scalar_types import NUMBER_TYPE
    from conductkit.write import edit_file

    if not NUMBER_TYPE.accepts(value):
        raise ConductError(f"A reading is {NUMBER_TYPE.says}, not “{value}”.")
    when = day(date, "--date").isoformat()
    with alone(code):  # of runs at once none takes away what another wrote
        found = load(code)
        measure = _measure(found, id)
        old = next((one.value for one in measure.readings if one.date == when), "")
        if old and Decimal(old) != Decimal(value) and not replace:
            raise ConductError(
                f"{code}: “{id}” has a reading of {when} already: {old}. Nothing was written."
                " Give another day with --date, or change that one with --replace."
            )
        if not old or Decimal(old) != Decimal(value):
            edit_file(found.place.source, edits(found, measure, when, value))
    new = next(one for one in progress(load(code)) if one.measure.id == id)
    unit = f" {measure.unit}" if measure.unit else ""
    last = new.latest.date if new.latest else when
    now = new.verdict if last == when else f"the last reading is of {last}: {new.verdict}"
    terminal.out(terminal.clean(f"{id}: {value}{unit} on {when}; {now}.") + "\n")
    return Exit.CLEAN


def _measure(code: "Code", id: str) -> "Measure":
    from conductkit.faults import did_you_mean

    known = {one.id: one for one in code.measures}
    if id in known:
        return known[id]
    path = code.place.source.path
    if not known:
        raise ConductError(
            f"{path}: this code has no measures. Add one under `measures:`;"
            " docs/format.md says how."
        )
    hint = did_you_mean(id, known) or f"It has {', '.join(known)}."
    raise ConductError(f"{path}: there is no measure “{id}”. {hint}")


def retention(
    customers: Annotated[str, typer.Option(help="How many customers there are.")],
    churn: Annotated[str, typer.Option(help="How many of them leave within a year, in percent.")],
    churn_after: Annotated[str, typer.Option(help="The same after the change, in percent.")],
    value: Annotated[str, typer.Option(help="What one customer is worth in a year.")],
    output_format: Annotated[list[str] | None, _FORMATS] = None,
) -> Exit:
    """Reckon what customers who leave cost a year, and what keeping more of them saves."""
    from conductkit import report
    from conductkit.measure_sheet import retention as laid_out
    from conductkit.measures import Retention

    told = Retention(
        _number("--customers", customers, whole=True),
        _number("--churn", churn, most=100),
        _number("--churn-after", churn_after, most=100),
        _number("--value", value),
    )
    report.write(output_format or [], "sheet", laid_out(told))
    return Exit.CLEAN


def _number(option: str, given: str, *, most: int | None = None, whole: bool = False) -> Decimal:
    """A number that is not negative, as people write it: 10000, 10,000 or 5%."""
    import re

    words = given.strip().removesuffix("%").strip() if most else given.strip()
    grouped = re.fullmatch(r"[0-9]{1,3}(?:[ ,_][0-9]{3})+(?:\.[0-9]+)?", words)
    plain = re.sub(r"[ ,_]", "", words) if grouped else words
    if not re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]{1,6})?", plain):
        raise ConductError(f"{option} takes a number such as 10000 or 4.5, not “{given}”.")
    number = Decimal(plain)
    if whole and "." in plain:  # 10.000 is ten thousand to half of the world
        raise ConductError(f"{option} takes a whole number such as 10000, not “{given}”.")
    if most is not None and number > most:
        raise ConductError(f"{option} is in percent: at most {most}, not {given}.")
    return number


ACTIONS = {"record": record, "retention": retention}
SETTINGS = {"record": {"ignore_unknown_options": True}}  # a reading may be negative
