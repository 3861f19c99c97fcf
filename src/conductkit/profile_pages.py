"""What a profile asks for, as text for `conduct explain` and as Markdown for `docs/profiles.md`."""

from pathlib import Path

from conductkit import profile
from conductkit.page_text import filled
from conductkit.profile import DEFAULT, Clause, Profile

_HEAD = Path(__file__).parent / "data" / "profiles.md"


def page(asked: Profile) -> str:
    """The page of a profile as plain text."""
    clauses = "\n".join(
        filled(f"{clause.name}: {_covered(clause)}.", "  ", "    ") for clause in asked.clauses
    )
    checks = "\n".join(f"  {name}  {word}" for name, word in _checks(asked))
    parts = (
        asked.name, asked.title, filled(asked.about), filled(f"Source: {asked.source}"),
        filled(f"Kinds: {', '.join(asked.kinds)}. {asked.limits}"),
        f"Languages: {', '.join(asked.languages)}",
        f"Checks that it switches on\n{checks}",
        f"What it asks for, and what covers it\n{clauses}",
        filled(
            f"It is off until `conduct lint --profile {asked.name}` asks for it, or `lint:"
            f" {{profiles: [{asked.name}]}}` in conductkit.yaml."
        ),
    )  # fmt: skip
    return "\n\n".join(parts) + "\n"


def markdown() -> str:
    """All profiles as one page."""
    entries = [_entry(profile.read(name)) for name in profile.names()]
    return "\n".join([_HEAD.read_text(encoding="utf-8"), *entries])


def _entry(asked: Profile) -> str:
    checks = ", ".join(f"[{name}](checks.md#{name}) ({word})" for name, word in _checks(asked))
    rows = "\n".join(
        f"| {clause.name} | {clause.ref} | {_covered(clause)} | {clause.write} |"
        for clause in asked.clauses
    )
    return (
        f"## {asked.name}\n\n**{asked.title}.** {asked.about}\n\n"
        f"- Source: {asked.source}\n- Kinds: {', '.join(asked.kinds)}. {asked.limits}".rstrip()
        + f"\n- Languages: {', '.join(asked.languages)}\n- Checks: {checks}\n\n"
        f"| Part | There | What covers it | For example |\n| --- | --- | --- | --- |\n{rows}\n"
    )


def _checks(asked: Profile) -> list[tuple[str, str]]:
    return [(name, "as it is" if word == DEFAULT else word) for name, word in asked.checks.items()]


def _covered(clause: Clause) -> str:
    keys = [f"`{field}`" for field in clause.fields]
    said = [f"a sentence that says {clause.missing}"] if clause.words else []
    return " or ".join([*keys, *said])
