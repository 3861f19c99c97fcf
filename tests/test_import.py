"""`conduct import` on small texts of our own: every reader, what is understood, what is refused."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from conductkit.cli import app
from conductkit.errors import InputError
from conductkit.fmt import format_source
from conductkit.importing import Imported, import_bytes, reader, update_bytes
from conductkit.load import load_text
from conductkit.source import Source

MARKDOWN = """---
title: House rules
lang: en-GB
---

# House Code of Conduct

This is for everybody who works in the house.

## Our values

- **Kindness**: we notice each other.
- **Honesty**: we say what is so.

## Our standards

Examples of behaviour that helps include:

* Using kind words
* Being on time

You must not:

1. shout at guests;
2. share private letters.

## Reporting

Report to [the desk][desk] or write to desk@example.org. All reports will be reviewed within a week.

## Enforcement

### 1. Warning

**Impact**: A first breach of these rules.

**Consequence**: A private talk with the manager.

## Attribution

This code is adapted from the [Contributor Covenant](https://www.contributor-covenant.org),
version 2.1. Licensed under CC BY 4.0.

[desk]: https://example.org/desk
"""


def made(text: str, name: str = "house.md", **options: Any) -> Imported:
    """What import makes of a text; the result must load and be laid out as by fmt."""
    result = import_bytes(text.encode(), name, **options)
    loaded = load_text(result.yaml, "made.yaml")
    assert loaded.code is not None, [finding.message for finding in loaded.findings]
    assert format_source(Source("made.yaml", result.yaml)) == result.yaml
    assert result.report.unplaced == 0
    return result


def rules(result: Imported) -> list[dict[str, Any]]:
    parts = [*result.tree.get("sections", []), result.tree]
    return [rule for part in parts for rule in part.get("rules", [])]


def checks(result: Imported) -> list[str]:
    return [finding.check for finding in result.report.findings]


def test_markdown_whole() -> None:
    result = made(MARKDOWN)
    tree = result.tree
    assert tree["title"] == "House Code of Conduct"
    assert tree["language"] == "en-GB"
    assert tree["purpose"] == "This is for everybody who works in the house."
    assert [value["name"] for value in tree["values"]] == ["Kindness", "Honesty"]
    assert tree["values"][0]["text"] == "we notice each other."
    assert [rule["text"] for rule in rules(result)] == [
        "Examples of behaviour that helps include using kind words.",
        "Examples of behaviour that helps include being on time.",
        "You must not shout at guests.",
        "You must not share private letters.",
        "Report to [the desk](https://example.org/desk) or write to desk@example.org.",
        "All reports will be reviewed within a week.",
    ]
    assert {"for": "reports", "email": "desk@example.org"} in tree["contacts"]
    assert tree["consequences"] == [
        {
            "id": "warning", "name": "Warning", "when": "A first breach of these rules.",
            "then": "A private talk with the manager.",
        }
    ]  # fmt: skip
    assert tree["sources"][0]["title"] == "Contributor Covenant 2.1"
    assert tree["sources"][0]["licence"] == "CC BY 4.0"


def test_every_word_is_accounted_for() -> None:
    result = made(MARKDOWN)
    left = {(one.line, one.text) for one in result.report.left}
    assert (2, "title: House rules") in left
    assert (24, "1.") in left
    assert any(one.source.startswith("Report to") for one in result.report.lines)
    assert {one.became.split("/")[0] for one in result.report.lines} == {
        "title", "purpose", "values", "sections", "rules", "consequences",
    }  # fmt: skip


def test_ids_come_from_words_and_stay() -> None:
    first = [rule["id"] for rule in rules(made(MARKDOWN))]
    moved = MARKDOWN.replace(
        "* Using kind words\n* Being on time\n", "* Being on time\n* Using kind words\n"
    )
    assert sorted(first) == sorted(rule["id"] for rule in rules(made(moved)))
    assert not any(part.isdigit() for id in first for part in id.split("-"))


@pytest.mark.parametrize(
    ("lead", "item", "text", "level"),
    [
        ("You should not:", "run", "You should not run.", None),
        ("Examples of unacceptable behaviour include:", "Name-calling",
         "Examples of unacceptable behaviour include name-calling.", "must-not"),
        ("The following conduct is encouraged:", "Kind words for all",
         "The following conduct is encouraged: kind words for all.", "should"),
        ("The following rules hold:", "Be quiet at night.", "Be quiet at night.", None),
    ],
)  # fmt: skip
def test_a_lead_in_and_its_item_are_one_sentence(
    lead: str, item: str, text: str, level: str | None
) -> None:
    (first, _) = rules(made(f"# Code\n\n## Part\n\n{lead}\n\n- {item}\n- {item} too\n"))
    assert first["text"] == text
    assert first.get("level") == level


def test_no_colon_stands_between_a_subject_and_its_verb() -> None:
    text = "# Code\n\n## Part\n\nWe expect that members of the house:\n\n- are kind\n- Are calm\n"
    assert [rule["text"] for rule in rules(made(text))] == [
        "We expect that members of the house are kind.",
        "We expect that members of the house are calm.",
    ]


def test_a_word_that_lead_in_and_item_share_is_said_once() -> None:
    text = "# Code\n\n## Part\n\nThe desk commits to:\n\n- keep secrets\n- to answer letters\n"
    result = made(text)
    assert [rule["text"] for rule in rules(result)] == [
        "The desk commits to keep secrets.", "The desk commits to answer letters.",
    ]  # fmt: skip
    assert (8, "to") in {(one.line, one.text) for one in result.report.left}


def test_an_item_that_says_more_keeps_the_list_that_it_leads_into() -> None:
    text = (
        "# Code\n\n- Be calm.\n- **Mind your words.** Harassment is not acceptable."
        " This includes:\n  - threats,\n  - insults.\n- Be kind.\n"
    )
    found = rules(made(text))
    assert [rule["text"] for rule in found] == [
        "Be calm.",
        "Harassment is not acceptable. This includes:\n\n- threats,\n- insults.",
        "Be kind.",
    ]
    assert found[1]["title"] == "Mind your words"


def test_a_list_stays_with_the_sentence_that_leads_into_it() -> None:
    text = (
        "# Code\n\n## Rules\n\n- Be kind.\n- Do not lie.\n\n## Reporting\n\nAll reports will"
        " be kept secret. In your report please include:\n\n- the day,\n- the place.\n"
    )
    (found,) = made(text).tree["sections"][1:]
    assert "text" not in found
    assert found["rules"][0]["text"] == (
        "All reports will be kept secret. In your report please include:\n\n"
        "- the day,\n- the place."
    )


def test_rules_of_a_paragraph_keep_its_order() -> None:
    text = (
        "# Code\n\n## Part\n\nGuests come from afar. You must greet them."
        " You must not mock them.\n\nThe hall is old. You must keep it clean."
        " You must not smoke in it.\n"
    )
    (section,) = made(text).tree["sections"]
    assert section["text"] == "Guests come from afar."
    assert [rule["text"] for rule in section["rules"]] == [
        "You must greet them.", "You must not mock them.",
        "The hall is old. You must keep it clean.", "You must not smoke in it.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["[Our staff must greet guests. They must not lie.]",
     "Guests are told “You must pay. You must not smoke.” and must obey.",
     "**You must greet guests. You must not lie.**"],
)  # fmt: skip
def test_what_stands_between_two_marks_stays_together(words: str) -> None:
    found = rules(made(f"# Code\n\n## Part\n\n{words}\n\nYou must be kind.\n"))
    assert [rule["text"] for rule in found] == [words, "You must be kind."]


def test_a_mark_opens_with_the_sentence_that_it_holds() -> None:
    text = "# Code\n\n## Part\n\nYou must pay. **You must not** smoke.\n"
    assert [rule["text"] for rule in rules(made(text))] == [
        "You must pay.", "**You must not** smoke.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Moderators:\n\n- Ann\n- Bob\n- Cem\n", "Read it:\n\n- [en](https://x.org)\n- [fr](https://y.org)\n"]
)  # fmt: skip
def test_names_of_people_and_links_are_no_values(text: str) -> None:
    result = made(f"# Code\n\n## Rules\n\n- Be kind.\n- Do not lie.\n\n## People\n\n{text}")
    assert "values" not in result.tree


def test_a_note_of_the_template_is_no_contact() -> None:
    note = "[NOTE: Say how you handle appeals. Add your own contact here.]"
    result = made(
        "# Code\n\n## Rules\n\n- Be kind.\n- Do not lie.\n\n## Reporting\n\n"
        f"Report to [EMAIL ADDRESS].\n\n{note}\n"
    )
    assert result.tree["contacts"] == [{"for": "reports", "address": "[EMAIL ADDRESS]"}]
    assert note in result.tree["sections"][1]["text"]


def test_values_may_have_a_heading_each() -> None:
    text = (
        "# House code\n\n## Our values\n\n### 1. Honesty\n\nWe say what is so.\n\n### 2. Care\n\n"
        "Guests matter.\n\n- at the desk\n- on the phone\n\n## Rules\n\n- Be kind.\n- Do not lie.\n"
    )
    result = made(text)
    assert result.tree["values"] == [
        {"id": "honesty", "name": "Honesty", "text": "We say what is so."},
        {"id": "care", "name": "Care", "text": "Guests matter.\n\n- at the desk\n- on the phone"},
    ]
    assert [rule["text"] for rule in rules(result)] == ["Be kind.", "Do not lie."]
    assert {(5, "1."), (9, "2."), (3, "Our values")} <= {
        (one.line, one.text) for one in result.report.left
    }


def test_headings_that_command_are_no_values() -> None:
    text = "# Code\n\n## Our principles\n\n### Be honest\n\nWe are.\n\n### Be kind\n\nIt helps.\n"
    result = made(text)
    assert "values" not in result.tree
    assert [rule["text"] for rule in rules(result)] == ["Be honest.", "Be kind."]


def test_numbers_in_bold_are_numbers() -> None:
    text = "# Code\n\n**1.** Be kind.\n\n**2.** Do not lie.\n\n**4)** Do not run.\n"
    result = made(text)
    assert [rule["text"] for rule in rules(result)] == ["Be kind.", "Do not lie.", "Do not run."]
    assert {"1.", "2.", "4)"} <= {one.text for one in result.report.left}


@pytest.mark.parametrize(
    "text",
    [
        "- Greet guests.\n\n  *Why:* They are guests.\n\n  **Bad:** Looking away.\n- Pay.\n",
        "- Greet guests.\n  - Why: They are guests.\n  - Bad example: Looking away.\n- Pay.\n",
        "You must greet guests.\n\nWhy: They are guests.\n\n__Bad example__: Looking away.\n",
    ],
)
def test_reasons_and_examples_go_with_their_rule(text: str) -> None:
    rule = rules(made(f"# Code\n\n## Rules\n\n{text}"))[0]
    assert rule["text"].endswith("reet guests.")
    assert rule["why"] == "They are guests."
    assert rule["examples"] == {"bad": ["Looking away."]}
    assert "title" not in rule


def test_items_of_a_page_that_begin_with_a_heading_are_parts() -> None:
    text = (
        "<h1>House code</h1><h2>Values</h2><ul><li><h3>Care</h3><p>Guests matter.</p></li>"
        "<li><h3>Honesty</h3><p>We say what is so.</p></li></ul>"
        "<h2>Rules</h2><ul><li>Be kind.</li><li>Do not lie.</li></ul>"
    )
    result = made(text, "x.html")
    assert [(value["name"], value["text"]) for value in result.tree["values"]] == [
        ("Care", "Guests matter."), ("Honesty", "We say what is so."),
    ]  # fmt: skip
    assert [rule["text"] for rule in rules(result)] == ["Be kind.", "Do not lie."]


@pytest.mark.parametrize(
    "text",
    [
        "1. Clothes\n   - You must be neat.\n   - You must shave.\n2. Gifts\n   - Take none.\n",
        (
            "  a. *Clothes*\n\n      i. You must be neat.\n\n      i. You must shave.\n\n"
            "  a. *Gifts*\n\n      i. Take none.\n"
        ),
    ],
)
def test_a_list_of_topics_gives_its_rules_their_titles(text: str) -> None:
    found = rules(made(f"# Code\n\n## Rules\n\n{text}"))
    assert [(rule.get("title"), rule["text"]) for rule in found] == [
        ("Clothes", "You must be neat."), ("Clothes", "You must shave."), ("Gifts", "Take none."),
    ]  # fmt: skip


def test_the_title_may_stand_above_the_article() -> None:
    body = "".join(
        f"<li>Be kind to guest number {number} at all times.</li>" for number in "abcdef"
    )
    text = (
        "<html><body><header><h1>House code</h1><p>Hello.</p></header>"
        f"<main><h2>Rules</h2><ul>{body}</ul></main></body></html>"
    )
    assert made(text, "x.html").tree["title"] == "House code"


def test_lists_that_are_no_rules_stay_words() -> None:
    text = (
        "# Code\n\n## Scope\n\nIt applies to these spaces:\n\n- rooms\n- gardens\n\n"
        "## Rules\n\n- Be kind.\n- Do not lie.\n"
    )
    result = made(text)
    assert [rule["text"] for rule in rules(result)] == ["Be kind.", "Do not lie."]
    assert "- rooms\n- gardens" in result.tree["scope"]


def test_items_inside_an_item_that_leads_into_them_stay_with_it() -> None:
    text = "# Code\n\n- Do not mock people because of:\n  - age,\n  - faith\n- Be kind.\n"
    first, second = rules(made(text))
    assert first["text"] == "Do not mock people because of:\n\n- age,\n- faith"
    assert second["text"] == "Be kind."


def test_plain_text_with_broken_numbers_and_residue() -> None:
    text = (
        "The Service Code\n\nThe Service code tells how we work.\n\n • Care\n • Pride\n\n"
        " 1. Always greet\n    the guest.\n 2. Never lie.\n\n 1. Thank the guest.\n"
        "The service code #7\n\nRead More »\n"
    )
    result = made(text, "service.txt")
    assert [value["name"] for value in result.tree["values"]] == ["Care", "Pride"]
    assert [rule["text"] for rule in rules(result)] == [
        "Always greet the guest.", "Never lie.", "Thank the guest.",
    ]  # fmt: skip
    found = {finding.check: finding for finding in result.report.findings}
    assert found["numbering-broken"].span.line == 12
    assert found["numbering-broken"].rule == "thank-guest"
    assert found["name-casing"].severity.word == "warning"
    assert [f.quote for f in result.report.findings if f.check == "web-residue"] == [
        "The service code #7", "Read More »",
    ]  # fmt: skip


def test_a_clean_text_has_no_findings() -> None:
    assert checks(made("# House code\n\n1. Be kind.\n2. Do not lie.\n")) == []


def test_text_without_any_markup() -> None:
    text = (
        "Shop Code of Conduct\n\nScope\n\nThis code applies in all shops of the company, and online"
        " too, whenever somebody wears our badge.\n\nUnacceptable Behaviours\n\nThe following"
        " actions are not tolerated:\n\nShouting at guests\n\nTelling lies about prices\n\n"
        "Reporting\n\nWrite to boss@example.org when somebody breaks a rule. All reports will be"
        " treated in confidence.\n"
    )
    result = made(text, "shop.txt")
    assert result.tree["title"] == "Shop Code of Conduct"
    assert result.tree["scope"].startswith("This code applies")
    assert (
        rules(result)[0]["text"] == "The following actions are not tolerated: shouting at guests."
    )
    assert result.tree["contacts"] == [{"for": "reports", "email": "boss@example.org"}]


def test_html_article_among_furniture() -> None:
    text = (
        "<!doctype html><html lang=fr-CA><head><title>T</title><script>var x</script></head><body>"
        "<nav><a href=/>Accueil</a></nav><main><h1>Code de conduite</h1><p>Bonjour.</p>"
        "<h2 id=r>Règles <a href='#r'>¶</a></h2><ul><li>Vous <b>devez</b> saluer.</li>"
        "<li>Vous ne devez pas mentir.</li></ul></main><footer>© Maison</footer></body></html>"
    )
    result = made(text, "page.html")
    assert result.tree["language"] == "fr-CA"
    assert [rule["text"] for rule in rules(result)] == [
        "Vous **devez** saluer.", "Vous ne devez pas mentir.",
    ]  # fmt: skip
    assert result.tree["sections"][0]["title"] == "Règles"
    reasons = {one.text: one.reason for one in result.report.left}
    assert reasons["[Accueil](/)"] == "furniture of the page (nav)"
    assert reasons["© Maison"] == "furniture of the page (footer)"


def test_template_tags_around_html() -> None:
    text = (
        '{% load i18n %}<h1>{% translate "House code" %}</h1><ul><li>Be kind.</li><li>Do '
        "not lie.</li></ul>"
    )
    result = made(text, "x.html")
    assert result.tree["title"] == "House code"
    assert ("load i18n", "a tag of a template") in {
        (one.text, one.reason) for one in result.report.left
    }


def test_tables() -> None:
    text = (
        "# Code\n\n| Rule | Level | Why |\n|---|---|---|\n| Greet guests. | must | They "
        "are guests. |\n"
    )
    (rule,) = rules(made(text))
    assert rule == {
        "id": "greet-guests", "text": "Greet guests.", "level": "must", "why": "They are guests.",
    }  # fmt: skip


def test_csv() -> None:
    text = "id;text;level\r\ngreet;Greet guests.;must\r\n;'=never reply with a formula;\r\n"
    result = made(text, "rules.csv")
    assert rules(result)[0] == {"id": "greet", "text": "Greet guests.", "level": "must"}
    assert rules(result)[1]["text"] == "=never reply with a formula"


def test_json() -> None:
    text = (
        '{"title": "Code", "unacceptable_behaviour": {"lead": "It is forbidden to:", '
        '"list": ["lie", "run"]}}'
    )
    assert [rule["text"] for rule in rules(made(text, "c.json"))] == [
        "It is forbidden to lie.", "It is forbidden to run.",
    ]  # fmt: skip


def test_rst() -> None:
    pytest.importorskip("docutils")
    text = (
        "House code\n==========\n\nRules\n-----\n\nYou must not:\n\n* shout at `guests "
        "<https://x.org>`_\n* lie\n"
    )
    assert [rule["text"] for rule in rules(made(text, "c.rst"))] == [
        "You must not shout at [guests](https://x.org).", "You must not lie.",
    ]  # fmt: skip


def test_docx() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("House code", 0)
    document.add_heading("Rules", 1)
    document.add_paragraph("You must not:")
    for words in ("shout", "lie"):
        document.add_paragraph(words, style="List Number")
    document.sections[0].footer.paragraphs[0].text = "Page one"
    buffer = io.BytesIO()
    document.save(buffer)
    result = import_bytes(buffer.getvalue(), "c.docx")
    assert [rule["text"] for rule in rules(result)] == ["You must not shout.", "You must not lie."]
    assert "the header or footer of the pages" in {one.reason for one in result.report.left}
    assert reader(buffer.getvalue(), "unnamed").SUFFIXES == (".docx", ".docm")


@pytest.mark.parametrize(
    ("name", "module", "package", "extra"),
    [
        ("c.docx", "docx", "python-docx", "conductkit[docx]"),
        ("c.rst", "docutils.core", "docutils", "conductkit[rst]"),
    ],
)
def test_without_its_extra_a_kind_says_what_to_install(
    name: str, module: str, package: str, extra: str,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", b"<a/>")
    path = tmp_path / name
    path.write_bytes(buffer.getvalue() if name.endswith("docx") else b"Code\n====\n\nBe kind.\n")
    monkeypatch.setitem(sys.modules, module, None)
    result = CliRunner().invoke(app(["import"]), ["import", str(path)])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert package in result.stderr
    assert f"`pip install '{extra}'`" in result.stderr


def test_a_zip_bomb_is_not_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 70_000_000)
    with pytest.raises(InputError, match="unpacks to more"):
        import_bytes(buffer.getvalue(), "bomb.docx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b" \n\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture"),
        (b"%PDF-1.7 x", "a PDF"),
        (b"\x00\x01\x02" * 90, "holds no text"),
        (b"# Code\n\nSee the [code](https://example.org/code).\n", "points to another file"),
        (
            (
                b"# Code\n\nWe have adopted a Code of Conduct that we expect everybody to keep.\n"
                b"Please read the [full text](https://example.org/code) to know what is allowed.\n"
            ),
            "points to another file",
        ),
        (
            (
                b"We care.\n\n**Our Code of Conduct can be found here**:\n\nhttps://example.org/a\n\n"
                b"For a history, see the page history here:\n\nhttps://example.org/history\n"
            ),
            "points to another file",
        ),
        (b"# Blog\n\nThe weather was fine and the sea calm.\n", "holds no rule and no value"),
        (b"PK\x03\x04word/ and nothing", "no Word document"),
        (b"# ours\nconduct: 1\nid: a\ntitle: A\n", "a code of this format already"),
    ],
)  # fmt: skip
def test_what_is_no_code_is_told_as_what_it_is(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        import_bytes(data, "x.docx" if data.startswith(b"PK") else "x.md")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_line_endings(encoding: str) -> None:
    data = "# Café code\r\n\r\n- Be kind.\r\n- Do not lie.\r\n".encode(encoding)
    result = import_bytes(data, "x.md")
    assert result.tree["title"] == "Café code"
    assert ("encoding-guessed" in checks(result)) is (encoding == "cp1252")


def test_several_languages_in_one_file() -> None:
    english = "# House code\n\n" + "You must be kind to all of the people in the house. " * 12
    french = (
        "\n\n# Code de la maison\n\n"
        + "Vous devez être aimable avec tous les gens de la maison. " * 12
    )
    first = made(english + french)
    assert first.tree["language"] == "en"
    assert "several-codes" in checks(first)
    second = made(english + french, part=2)
    assert second.tree["title"] == "Code de la maison"
    with pytest.raises(InputError, match="no part 3"):
        import_bytes((english + french).encode(), "x.md", part=3)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("[home](http:example.org)", "link-malformed"),
        ("[home][nowhere]", "reference-dead"),
        ("[home](#nowhere)", "reference-dead"),
        ("as rule 7 says", "reference-by-number"),
    ],
)
def test_links_and_references(text: str, check: str) -> None:
    whole = f"# Code\n\n- Be kind {text}.\n- Do not lie.\n"
    assert checks(made(whole)) == [check]


def test_an_empty_section_is_told() -> None:
    result = made("# Code\n\n## Empty\n\n## Rules\n\n- Be kind.\n- Do not lie.\n")
    assert checks(result) == ["empty-section"]


def test_placeholders_are_kept() -> None:
    result = made(
        "# Code\n\n## Rules\n\n- Be kind.\n- Do not lie.\n\n## Reporting\n\n"
        "Report to [INSERT CONTACT METHOD].\n"
    )
    assert result.tree["contacts"] == [{"for": "reports", "address": "[INSERT CONTACT METHOD]"}]


def test_command(tmp_path: Path) -> None:
    source, target = tmp_path / "house.md", tmp_path / "house.yaml"
    source.write_text(MARKDOWN, encoding="utf-8")
    run = CliRunner()

    def conduct(*words: str) -> Any:
        return run.invoke(app(["import"]), ["import", *words])

    first = conduct(str(source), "-o", str(target))
    assert first.exit_code == 0, first.output
    assert "Every word of the source" in first.stdout
    assert target.read_text(encoding="utf-8") == made(MARKDOWN).yaml
    again = conduct(str(source), "-o", str(target))
    assert again.exit_code == 2
    other = tmp_path / "other.yaml"
    other.write_text("mine", encoding="utf-8")
    kept = conduct(str(source), "--update", str(target), "-o", str(other))
    assert kept.exit_code == 2
    assert other.read_text(encoding="utf-8") == "mine"
    updated = conduct(str(source), "--update", str(target), "--output-format", "json")
    assert updated.exit_code == 0, updated.output
    assert updated.stdout.startswith('{\n  "format": 1')
    missing = conduct(str(tmp_path / "none.md"))
    assert missing.exit_code == 3
    shown = conduct(str(source))
    assert shown.stdout.startswith("conduct: 1\n")
    table = conduct(str(source), "--output-format", "markdown")
    assert table.stdout.startswith("# Import of")


def test_a_table_comes_back_unchanged(root: Path) -> None:
    from conductkit.load import load
    from conductkit.render import render

    path = root / "codes" / "cx-touchpoints.yaml"
    code = load(path)
    table = render(code, "csv")
    source = Source(str(path), path.read_text(encoding="utf-8"))
    assert update_bytes(table.encode(), "rules.csv", code, source).yaml == source.text
    changed = table.replace("Keep a smile at all times.", "Keep a smile.")
    result = update_bytes(changed.encode(), "rules.csv", code, source)
    assert result.yaml == source.text.replace("Keep a smile at all times.", "Keep a smile.")
    assert [one.check for one in result.report.done or ()] == ["rule-changed"]


def test_a_cell_is_no_formula() -> None:
    from conductkit.spreadsheet import cell

    assert cell("=1+1") == '"\'=1+1"'
    assert cell("'quoted") == "\"''quoted\""
    assert cell('Say "no".') == '"Say ""no""."'


def test_the_folder_of_the_output_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("House rules\n\n- Be kind to guests.\n- Do not shout.\n")
    command = [sys.executable, "-m", "conductkit", "import", "a.txt", "-o", "codes/a.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "codes" / "a.yaml").is_file()


def test_a_file_that_only_includes_another_points_to_it() -> None:
    with pytest.raises(InputError, match=r"points to another file \(\.\./CODE_OF_CONDUCT\.rst\)"):
        made(".. include:: ../CODE_OF_CONDUCT.rst\n", "code.rst")


@pytest.mark.parametrize(
    "text",
    [
        ".. _code:\n\n.. mdinclude:: ../CODE.md\n",
        ":tocdepth: 2\n\n.. _code:\n\n.. include:: ../CODE.md\n",
    ],
)
def test_labels_and_settings_above_an_include_are_no_words(text: str) -> None:
    with pytest.raises(InputError, match=r"points to another file \(\.\./CODE\.md\)"):
        made(text, "code.rst")


def test_a_text_that_only_says_see_there_points_to_it() -> None:
    with pytest.raises(InputError, match="points to another file"):
        made("For the house code of conduct, see:\n    https://example.org/code.html\n")


def test_a_duty_beside_a_link_makes_a_code() -> None:
    text = (
        "# Treat each other well\n\nEveryone is expected to treat others with respect, and to"
        " follow the [Community Code](https://example.org/code).\n"
    )
    assert [rule["text"].split(",")[0] for rule in rules(made(text))] == [
        "Everyone is expected to treat others with respect"
    ]


def test_where_a_code_applies_is_its_scope_also_behind_the_rules() -> None:
    code = made(
        "# House rules\n\nDo not lie.\n\nThis code of conduct applies both in the house and in"
        " public places.\n\nThank you for reading.\n"
    ).tree
    assert code["scope"] == "This code of conduct applies both in the house and in public places."
    assert code["closing"] == "Thank you for reading."


@pytest.mark.parametrize(
    ("heading", "item", "expected"),
    [
        ("Don’t", "Blame a colleague in public", "Don’t blame a colleague in public."),
        ("Do not:", "Leave a chat unanswered.", "Do not leave a chat unanswered."),
        ("Don'ts", "**Data** – share an account", "Do not share an account."),
        ("Never", "Blame a colleague", "Never blame a colleague."),
        ("We do not", "Share a password", "We do not share a password."),
        ("Things to avoid", "Ask for a password", "Do not ask for a password."),
    ],
)  # fmt: skip
def test_a_heading_that_forbids_goes_before_each_command_below_it(
    heading: str, item: str, expected: str
) -> None:
    text = f"# Desk code\n\n## Do\n\n- Greet every customer.\n\n## {heading}\n\n- {item}\n- Lie.\n"
    assert [rule["text"] for rule in rules(made(text))][:2] == ["Greet every customer.", expected]


def test_what_is_no_command_below_a_ban_keeps_its_words_and_gets_the_level() -> None:
    text = "# Desk code\n\n## Don'ts\n\n- Gossip about customers\n- Long waits on the phone\n"
    assert rules(made(text))[-1]["level"] == "must-not"


def test_numbers_of_several_levels_are_numbers_as_printed() -> None:
    text = (
        "DESK CODE OF PRACTICE\n\n1. Our staff\n\n1.1 Staff must be polite.\n"
        "1.2 Staff must not accept gifts.\n\n2. Times\n\n2.1 We will answer within two days.\n"
        "2.2 We will call back at the agreed hour.\n"
    )
    result = made(text, "desk.txt")
    assert [rule["text"] for rule in rules(result)] == [
        "Staff must be polite.", "Staff must not accept gifts.",
        "We will answer within two days.", "We will call back at the agreed hour.",
    ]  # fmt: skip
    assert [section["title"] for section in result.tree["sections"]] == ["Our staff", "Times"]


def test_an_office_is_named_without_the_sentence_around_it() -> None:
    text = (
        "# Desk code\n\n- Staff must be polite.\n\n## Complaints\n\nIf you are not satisfied with"
        " our answer, you may ask the Ombudsman to review it.\n"
    )
    assert made(text).tree["contacts"] == [{"for": "reports", "address": "the Ombudsman"}]


def test_a_table_of_what_to_do_and_not_to_do() -> None:
    text = (
        "# Desk code\n\n| Situation | Do | Don't |\n|---|---|---|\n"
        "| Angry caller | Listen until they finish | Interrupt the caller |\n"
    )
    assert [(rule["title"], rule["text"]) for rule in rules(made(text))] == [
        ("Angry caller", "Listen until they finish."),
        ("Angry caller", "Don't interrupt the caller."),
    ]


def test_an_item_in_lower_case_goes_on_from_what_its_lead_in_demands() -> None:
    text = "# Desk code\n\nAgents shall at all times:\n\na) answer calls;\nb) record complaints.\n"
    assert [rule["text"] for rule in rules(made(text))] == [
        "Agents shall at all times answer calls.",
        "Agents shall at all times record complaints.",
    ]


def test_a_telephone_number_is_a_contact() -> None:
    text = (
        "# Desk code\n\n- Staff must be polite.\n\n## Contact us\n\nPhone 0345 000 000 or write.\n"
    )
    assert {"for": "reports", "phone": "0345 000 000"} in made(text).tree["contacts"]
