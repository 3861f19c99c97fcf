"""What the rules of a code cover: declared, found in the words, missing, overloaded."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from codes import code
from conductkit import profile
from conductkit.checks._clauses import uncovered
from conductkit.checks._stems import mentions, spot
from conductkit.cli import app
from conductkit.coverage import NAMES, coverage
from conductkit.covering.result import Coverage, Dimension, Row
from conductkit.load import load
from conductkit.model import Code

ROOT = Path(__file__).resolve().parent.parent
TWELVE = load(str(ROOT / "codes" / "twelve-principles.yaml"))
PUBLISHED = load(str(ROOT / "tests" / "data" / "cx-touchpoints-as-published.yaml"))
SHIPPED = load(str(ROOT / "codes" / "cx-touchpoints.yaml"))


def dimension(found: Coverage, name: str) -> Dimension:
    return next(one for one in found.dimensions if one.name == name)


def rows(of: Code, name: str, by: str = "both") -> dict[str, Row]:
    return {row.id: row for row in dimension(coverage(of, TWELVE, by=by), name).rows}


@pytest.mark.parametrize("by", ["words", "both"])
def test_the_code_as_published_covers_ten_of_the_twelve_principles(by: str) -> None:
    found = dimension(coverage(PUBLISHED, TWELVE, by=by), "principles")
    missing = [row.name for row in found.rows if row.status == "missing"]
    assert missing == ["Flexibility", "Continuous improvement"]
    assert (found.covered, len(found.rows)) == (10, 12)


def test_every_evidence_stands_in_a_duty_of_its_rule_and_in_the_file() -> None:
    text = Path(PUBLISHED.place.source.path).read_text(encoding="utf-8").splitlines()
    links = [link for row in rows(PUBLISHED, "principles").values() for link in row.links]
    assert len(links) >= 20
    for link in links:
        assert link.how == "words"
        assert link.rule is not None
        assert link.evidence in PUBLISHED.by_id[link.rule].text
        line = text[link.span.line - 1]
        assert line[link.span.column - 1 : link.span.end_column - 1] == link.evidence


def test_words_and_tags_are_told_apart() -> None:
    both = rows(SHIPPED, "principles")
    assert both["continuous-improvement"].status == "covered"
    assert {link.how for link in both["continuous-improvement"].links} == {"declared"}
    assert rows(SHIPPED, "principles", "words")["continuous-improvement"].status == "missing"
    assert rows(SHIPPED, "principles", "declared")["flexibility"].status == "missing"
    assert not any(one.name == "measures" for one in coverage(SHIPPED, by="words").dimensions)


def test_a_reason_covers_nothing() -> None:
    one = code({"a": "Thank every customer, because feedback helps us improve."})
    assert rows(one, "principles")["continuous-improvement"].status == "missing"


def test_a_value_on_more_than_half_of_eight_rules_is_overloaded() -> None:
    def made(number: int) -> Code:
        listed = [
            {"id": f"r{at}", "text": "File it.", "values": ["order"] if at < number else ["calm"]}
            for at in range(8)
        ]
        return code(
            listed, values=[{"id": "order", "name": "Order"}, {"id": "calm", "name": "Calm"}]
        )

    assert rows(made(4), "values")["order"].status == "covered"
    assert rows(made(5), "values")["order"].status == "overloaded"
    assert rows(made(0), "values")["order"].status == "missing"


def test_a_value_without_a_word_list_is_found_by_its_name() -> None:
    one = code({"a": "Practise thrift."}, values=[{"id": "thrift", "name": "Thrift"}])
    (link,) = rows(one, "values")["thrift"].links
    assert (link.rule, link.how, link.evidence) == ("a", "words", "thrift")


def test_parties_are_bound_and_served() -> None:
    found = rows(SHIPPED, "parties")
    assert {link.how for link in found["staff"].links} == {"binds"}
    assert [link.rule for link in found["line-managers"].links] == ["warn-before-deadlines"]
    lonely = code({"a": "Be kind."}, parties=[{"id": "staff", "name": "Staff"}])
    assert rows(lonely, "parties")["staff"].status == "missing"


CHANNELS: list[dict[str, Any]] = [
    {"id": "email", "text": "Answer each email within one working day."},
    {"id": "calls", "text": "Greet callers by name.", "channels": ["phone"]},
    {"id": "all", "text": "Keep personal data confidential."},
]


def test_a_rule_holds_on_its_own_channels_on_those_it_names_or_everywhere() -> None:
    found = rows(code(CHANNELS, channels=["phone", "email", "chat"]), "channels")
    held = {id: [(link.rule, link.how) for link in row.links] for id, row in found.items()}
    assert held == {
        "phone": [("calls", "declared"), ("all", "everywhere")],
        "email": [("email", "words"), ("all", "everywhere")],
        "chat": [("all", "everywhere")],
    }


def test_each_channel_needs_tone_response_time_and_data() -> None:
    found = rows(code(CHANNELS, channels=["phone", "email", "chat"]), "channel-needs")
    missing = {id for id, row in found.items() if row.status == "missing"}
    assert missing == {"phone/time", "email/tone", "chat/tone", "chat/time"}


def test_the_shipped_code_has_no_answer_time_by_phone_and_in_person() -> None:
    found = rows(SHIPPED, "channel-needs")
    missing = [id for id, row in found.items() if row.status == "missing"]
    assert missing == ["in-person/time", "phone/time"]


@pytest.mark.parametrize("name", profile.names())
def test_a_clause_is_missing_where_lint_says_so(name: str) -> None:
    found = dimension(coverage(SHIPPED, TWELVE, select=(), profiles=[name]), name)
    missing = [row.name for row in found.rows if row.status == "missing"]
    lacks = [hit.message for hit in uncovered(SHIPPED, name)]
    clauses = {clause.name: clause for clause in profile.read(name).clauses}
    assert len(lacks) == len(missing)
    for message, one in zip(lacks, missing, strict=True):
        assert message.endswith(clauses[one].missing)


def test_a_clause_is_covered_by_a_rule_by_a_field_or_by_other_words() -> None:
    found = dimension(coverage(SHIPPED, select=(), profiles=["iso10002"]), "iso10002")
    of = {row.id: row.links[0] for row in found.rows if row.links}
    assert (of["receive"].rule, of["receive"].how, of["receive"].where) == (
        None, "declared", "contacts",
    )  # fmt: skip
    assert of["own"].rule == "own-complaints"
    assert of["own"].evidence == "ownership"


def test_a_language_without_words_says_so() -> None:
    one = code([{"id": "a", "text": "Sei freundlich.", "values": ["v"]}], language="de",
               values=[{"id": "v", "name": "Freundlichkeit"}])  # fmt: skip
    found = dimension(coverage(one, TWELVE), "values")
    assert "declared" in found.note
    assert found.rows[0].status == "covered"
    silent = dimension(coverage(one, TWELVE), "principles")
    assert (silent.rows, "nothing was judged" in silent.note) == ((), True)


@pytest.mark.parametrize(
    ("language", "text", "principle", "words"),
    [
        ("fr", "Vous devez répondre à chaque client le jour même.", "responsiveness", "jour même"),
        ("fr", "Vous devez vous adapter à chaque demande.", "flexibility", "adapter"),
        ("es", "Debe escuchar a cada cliente.", "empathy", "escuchar"),
        ("es", "Debe cumplir cada promesa.", "reliability", "cumplir"),
        ("pt-BR", "Você deve tratar todos com respeito.", "respect", "respeito"),
        ("pt-BR", "Você não deve enganar ninguém.", "trustworthiness", "enganar"),
    ],
)
def test_other_languages_have_their_words(
    language: str, text: str, principle: str, words: str
) -> None:
    one = code({"a": text}, language=language)
    (link,) = rows(one, "principles")[principle].links
    assert link.evidence == words


def test_a_value_named_as_a_principle_stands_for_it_where_no_rule_names_the_principle() -> None:
    listed = [{"id": "a", "text": "File it.", "values": ["respect"]},
              {"id": "b", "text": "File it all.", "values": ["respect"]}]  # fmt: skip
    values = [{"id": "respect", "name": "Respect"}]
    assert len(rows(code(listed, values=values), "principles")["respect"].rules) == 2
    named = [{**listed[0], "principles": ["respect"]}, listed[1]]
    assert len(rows(code(named, values=values), "principles")["respect"].rules) == 1


def test_nothing_asked_is_all_covered() -> None:
    assert coverage(code({"a": "Be kind."})).percent == 100
    assert coverage(SHIPPED, TWELVE, select=["measures"]).counts == (4, 4)


_PIECES = st.sampled_from(
    ["trust", "Trust", "no exception", "exceptions", "customer’s", "a", "-", "**", "[x](http://y)",
     ".", "İ", "be trusted"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=8).map(" ".join))
def test_a_spot_is_where_a_mention_is(text: str) -> None:
    stems, passes = "trust*, exception*, customer's", ("no exception*",)
    found = spot(text, stems, passes)
    assert (found is not None) == mentions(text, stems, passes)
    if found:
        quoted = text[found[0] : found[1]].lower()
        assert quoted.startswith(("trust", "exception", "customer"))


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app(["coverage"]), ["coverage", *words])
    return result.exit_code, result.output


CX = str(ROOT / "codes" / "cx-touchpoints.yaml")


def test_json_has_each_link_with_its_place() -> None:
    exit_code, out = run(CX, "--output-format", "json", "--select", "principles,measures")
    (one,) = json.loads(out)["codes"]
    assert exit_code == 0
    assert [(d["name"], d["covered"], d["of"]) for d in one["dimensions"]] == [
        ("principles", 11, 12), ("measures", 4, 4),
    ]  # fmt: skip
    flexibility = next(r for r in one["dimensions"][0]["rows"] if r["id"] == "flexibility")
    assert flexibility == {
        "id": "flexibility", "name": "Flexibility", "status": "missing", "links": [],
    }  # fmt: skip


def test_csv_is_the_matrix() -> None:
    _, out = run(CX, "--output-format", "csv", "--select", "values")
    table = list(csv.reader(io.StringIO(out)))
    assert len(table[0]) == 35
    assert table[0][1] == "keep-customers-in-mind"
    respect = next(row for row in table if row[0] == "Respect")
    assert respect[table[0].index("courtesy")] == "declared; found in the words: “polite”"


def test_html_draws_a_mark_for_each_rule_and_markdown_a_row_for_each_thing() -> None:
    _, page = run(CX, "--output-format", "html", "--select", "values")
    assert page.count("<rect") == 5 * 33 + 2
    _, text = run(CX, "--output-format", "markdown", "--select", "values")
    (honesty,) = (line for line in text.splitlines() if line.startswith("| Honesty | `"))
    assert honesty.endswith("` | 9 rules |")
    assert (honesty.count("█"), honesty.count("·")) == (9, 24)


@pytest.mark.parametrize(("least", "expected"), [("93.3", 0), ("93.4", 1), ("0", 0)])
def test_fail_under(least: str, expected: int) -> None:
    assert run(CX, "--fail-under", least)[0] == expected


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--select", "vales"), "Did you mean “values”?"),
        (("--by", "guess"), "both, declared, words"),
        (("--catalogue", "seven-virtues"), "no catalogue “seven-virtues”"),
        (("--fail-under", "nan"), "--fail-under takes a share from 0 to 100, not “nan”."),
        (("--profile", "iso10003"), "no profile “iso10003”"),
    ],
)
def test_mistakes(words: tuple[str, ...], said: str) -> None:
    exit_code, out = run(CX, *words)
    assert exit_code == 2
    assert said in out


def test_a_catalogue_alone_covers_nothing() -> None:
    exit_code, out = run(str(ROOT / "codes" / "twelve-principles.yaml"))
    assert exit_code == 2
    assert "only catalogues" in out


def test_a_code_that_does_not_load(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("conduct: 1\nid: x\n", encoding="utf-8")
    assert run(str(path))[0] == 3


def test_a_code_that_extends_another_is_told_where_the_rest_stands(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(
        "conduct: 1\nid: x\ntitle: X\nlanguage: en\nextends: y@1.0.0\n"
        "rules: [{id: a, text: Be kind.}]\n",
        encoding="utf-8",
    )
    assert "It extends y@1.0.0" in run(str(path))[1]
    assert "It extends" not in run(CX)[1]


def test_all_dimensions_have_their_advice() -> None:
    from conductkit.coverage_sheet import _REMEDY

    assert set(NAMES) <= set(_REMEDY)
