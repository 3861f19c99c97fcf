"""What `conduct lint --fix` and `--diff` do with the files of a run."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from conductkit import baseline, terminal
from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.finding import Finding
    from conductkit.fixing import Fixed
    from conductkit.linted import Linted, Wanted
    from conductkit.model import Code

_BOM = b"\xef\xbb\xbf"


class Use:
    """What a run fixes: nothing, what is safe, or what is judged from words, too.

    ConductError where the options contradict each other.
    """

    def __init__(
        self, fix: bool, unsafe: bool, diff: bool, formats: Sequence[str], update: bool
    ) -> None:
        self.asked = fix or diff
        self.unsafe = unsafe
        self.diff = diff
        if unsafe and not self.asked:
            raise ConductError("--unsafe-fixes goes with --fix, or with --diff to look first.")
        if self.asked and update:
            raise ConductError("--update-baseline records what is left: run --fix before it.")
        if diff and formats:
            raise ConductError("--diff shows the change and no report: leave --output-format out.")

    def apply(
        self,
        results: "Mapping[str, Linted]",
        wanted: "Wanted",
        known: baseline.Baseline | None,
    ) -> "tuple[Mapping[str, Linted], Exit]":
        """The results with fixes made, in the files too; for --diff they are shown alone.

        A file that cannot be written is told and keeps its findings; the exit code says so.
        """
        from conductkit import fixing

        worst, done = Exit.CLEAN, 0
        after = dict(results)
        checks = fixing.names(unsafe=self.unsafe)
        for path, one in results.items():
            marked = _marked(one.findings, known)
            if not one.loaded or not any(fixing.fixable(item, checks) for item in marked):
                continue
            try:
                after[path], fixed = self._fix(path, one, wanted, known)
            except ConductError as error:
                terminal.note(f"conduct: {terminal.clean(str(error))}")
                worst = max(worst, error.exit_code)
                continue
            done += len(fixed.done)
            self._tell(path, fixed)
        self._sum_up(done, after, known)
        return (results if self.diff else after), worst

    def _fix(
        self, path: str, old: "Linted", wanted: "Wanted", known: baseline.Baseline | None
    ) -> "tuple[Linted, Fixed]":
        """One file: its result with the fixes made, and what they were."""
        from conductkit import fixing
        from conductkit.commands import _patch
        from conductkit.files import read_bytes
        from conductkit.linted import prepare
        from conductkit.load import load_bytes
        from conductkit.write import write_atomic

        data = read_bytes(path)
        code = load_bytes(data, path).code if isinstance(data, bytes) else None
        if not isinstance(data, bytes) or code is None:
            raise ConductError(f"{path}: the file was changed while `conduct` worked on it.")
        own = prepare(code, path, wanted)
        judge = own.with_all_of(prepare(code, path, wanted.without_choice()))
        chosen = fixing.names(unsafe=self.unsafe) & {check.name for check in own.checks}

        def lint(changed: "Code") -> "tuple[Finding, ...]":
            return _marked(judge.lint(changed), known)

        fixed = fixing.fix(code, lint, chosen)
        if not fixed.done:
            return old, fixed
        text = fixed.code.place.source.text
        if self.diff:
            _patch.show(path, code.place.source.text, text, "fixed")
        else:
            mark = _BOM if data.startswith(_BOM) else b""
            write_atomic(path, mark + text.encode(), expected=data)
        return old._replace(findings=own.lint(fixed.code)), fixed

    def _tell(self, path: str, fixed: "Fixed") -> None:
        """What was done in a file, and what was held back and why."""
        name = terminal.clean(path)
        if fixed.done:
            counts = Counter(finding.check for finding in fixed.done)
            words = ", ".join(f"{number} {check}" for check, number in sorted(counts.items()))
            terminal.note(f"{name}: {words}")
        for finding, why in fixed.kept:
            quote = terminal.clean(" ".join(finding.quote.split()))
            terminal.note(f"{name}: {finding.check} “{quote}” is left: {why}.")

    def _sum_up(
        self, done: int, after: "Mapping[str, Linted]", known: baseline.Baseline | None
    ) -> None:
        from conductkit import fixing

        left = [
            finding
            for one in after.values()
            for finding in _marked(one.findings, known)
            if finding.counts
        ]
        judged = fixing.names(unsafe=True) - fixing.names(unsafe=self.unsafe)
        more = sum(fixing.fixable(finding, judged) for finding in left)
        hint = f" (--unsafe-fixes can fix {more} of them)" if more else ""
        would = "would be " if self.diff else ""
        terminal.note(f"{done} {would}fixed, {len(left)} left{hint}.")


def _marked(
    findings: "tuple[Finding, ...]", known: baseline.Baseline | None
) -> "tuple[Finding, ...]":
    return baseline.mark(findings, known)[0] if known else findings
