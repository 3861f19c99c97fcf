"""`conduct import`: a text of any kind as a code, with an account of every word. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import ModuleType
from typing import Any

from conductkit import readers, shelf
from conductkit.emit import emit
from conductkit.errors import ConductError, InputError
from conductkit.import_report import ImportReport, report, updated
from conductkit.importer import ledger, pictures, refuse, several, signs, titles
from conductkit.importer import tree as trees
from conductkit.importer.draft import Draft
from conductkit.importer.earlier import Earlier, earlier, retired
from conductkit.importer.lexicon import lexicon
from conductkit.importer.match import matched
from conductkit.importer.opened import opened
from conductkit.importer.understand import understand
from conductkit.importer.unseen import unseen_remark, without
from conductkit.importer.update import update
from conductkit.model import Code
from conductkit.outline import Block, Outline, Remark
from conductkit.source import Source
from conductkit.write_back import comments, written

MAX_BYTES = 4_000_000
"""A longer text is no code of conduct."""

MAX_BLOCKS = 20_000
"""A text of more paragraphs and items is none either."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A code as YAML text in canonical layout, the tree it was made from, and the report."""

    yaml: str
    tree: dict[str, Any]
    report: ImportReport


def import_bytes(
    data: bytes,
    path: str,
    *,
    language: str = "",
    part: int = 1,
    known: dict[str, str] | None = None,
    before: Earlier | None = None,
) -> Imported:
    """The code that a file's bytes hold; `path` names its kind, and places.

    `language` overrides what the text seems to be in; `part` chooses one of several codes in one
    file; `known` are rule ids to use again, by the words of their rules (see `importer.tree.key`),
    `before` is what an earlier edition took its sentences for.
    InputError, as a sentence, for what is no code.
    """
    outline = _outline(data, path)
    return import_outline(outline, path, language=language, part=part, known=known, before=before)


def _outline(data: bytes, path: str) -> Outline:
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{path} is larger than {MAX_BYTES // 1_000_000} MB: no code is that long."
        )
    refuse.bytes_(data, path)
    outline: Outline = reader(data, path).read(data, path)
    return outline


def reader(data: bytes, path: str) -> ModuleType:
    """The reader for a file: by its name, else by what it holds."""
    suffix = PurePath(path).suffix.lower()
    shelved = shelf.modules(readers)
    for module in shelved:
        if suffix in module.SUFFIXES:
            return module
    for module in shelved:
        if module.recognises(data):
            return module
    return shelf.load(readers, "text")


def import_outline(
    outline: Outline,
    path: str,
    *,
    language: str = "",
    part: int = 1,
    known: dict[str, str] | None = None,
    before: Earlier | None = None,
) -> Imported:
    """The code that an outline holds."""
    if len(outline.blocks) > MAX_BLOCKS:
        raise InputError(f"{path} has more than {MAX_BLOCKS} paragraphs: no code is that long.")
    if outline.kind != "csv":
        outline = _seen(outline)
        outline = replace(outline, blocks=tuple(pictures.taken_out(outline.blocks)))
    blocks, spoken, remarks = _chosen(outline, path, part)
    tongue = language or titles.named(outline.meta, path) or spoken or "en"
    words = lexicon(tongue)
    before = before or Earlier()
    draft = understand(outline, blocks, tongue, path, before)
    refuse.draft(draft, path, words)
    draft.remarks += remarks
    chosen = set(map(id, blocks))
    for block in outline.blocks:
        if id(block) not in chosen:
            draft.leave(block.line, block.text, "another code in the same file")
    ledger.settle(_ready(blocks), draft)
    draft.remarks += signs.signs(_with_furniture(blocks, draft), draft.title, words)
    trees.name(draft, words, known or {}, before.gone)
    found = trees.tree(draft, words, path)
    text = emit(found)
    return Imported(text, found, report(draft, outline, path, found))


def _seen(outline: Outline) -> Outline:
    """An outline without characters that nobody sees: entities and Word files can hold them."""
    found = [without(block.text) for block in outline.blocks]
    unseen = sum(count for _, count in found)
    if not unseen:
        return outline
    blocks = tuple(
        replace(block, text=text, cells=tuple(without(cell)[0] for cell in block.cells))
        for block, (text, _) in zip(outline.blocks, found, strict=True)
    )
    return replace(outline, blocks=blocks, remarks=(*outline.remarks, unseen_remark(unseen)))


def _chosen(outline: Outline, path: str, part: int) -> tuple[Sequence[Block], str, list[Remark]]:
    """The blocks of the code to read, its language, and a remark where there are more."""
    found = several.stretches(outline.blocks)
    if not 1 <= part <= len(found):
        count = "only one code" if len(found) == 1 else f"{len(found)} codes"
        raise InputError(f"{path} holds {count}; there is no part {part}.")
    chosen = found[part - 1]
    if len(found) == 1:
        text = " ".join(block.text for block in chosen.blocks if block.kind != "furniture")
        return chosen.blocks, titles.detected(text), []
    told = ", ".join(f"{number} ({one.language})" for number, one in enumerate(found, 1))
    other = found[1 if part == 1 else 0].blocks[0]
    words = f"the file holds {len(found)} texts in several languages: {told}; this is number {part}"
    remark = Remark(
        "several-codes", other.line, other.text, words, "Import the others with --part."
    )
    return chosen.blocks, chosen.language, [remark]


def _ready(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.kind != "furniture"]


def _with_furniture(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """The blocks, those named furniture on the way marked so."""
    reasons = {(one.line, one.text): one.reason for one in draft.left}
    return [
        replace(block, kind="furniture", reason=reasons[block.line, block.text])
        if (block.line, block.text) in reasons and block.kind != "heading"
        else block
        for block in blocks
    ]


def update_bytes(
    data: bytes, path: str, code: Code, source: Source, *, language: str = "", part: int = 1
) -> Imported:
    """An existing code brought up to a newer text: `yaml` is its file with the edits made.

    Rules are known again by their words, in tables by their ids. Comments, layout and whatever the
    text does not say stay. InputError for what is no code.
    """
    tongue = language or code.language
    is_table = reader(data, path).SUFFIXES[0] == ".csv"
    sure = language or is_table or not titles.tells(tongue)
    before = retired(code)
    outline = _outline(data, path)
    fresh = import_outline(outline, path, language=tongue if sure else "", part=part, before=before)
    _same_language(path, fresh.tree["language"], tongue)
    if not is_table:
        before = earlier(code, fresh.tree)
        if before.rules or before.words:
            fresh = import_outline(outline, path, language=tongue, part=part, before=before)
    found = [
        rule
        for part_ in (*fresh.tree.get("sections", []), fresh.tree)
        for rule in part_.get("rules", [])
    ]
    own = {rule["id"] for rule in found} if is_table else set()
    old = {rule.id: rule.text for rule in code.rules if rule.id not in own}
    texts = [
        rule["text"] for rule in found if rule["id"] not in code.by_id or rule["id"] not in own
    ]
    known = {trees.key(text): id for text, id in zip(texts, matched(old, texts), strict=True) if id}
    made = import_outline(outline, path, language=tongue, part=part, known=known, before=before)
    told = {line.became for line in made.report.lines}
    said = {key: value for key, value in made.tree.items() if key != "title" or "title" in told}
    tree = opened(code.place.node)
    remarks = update(tree, said, comments(source), whole=not is_table)
    text = written(source.text, opened(code.place.node), tree)
    if text is None:
        raise ConductError(f"{source.path} could not be brought up to {path}; nothing was written.")
    return Imported(text, made.tree, updated(made.report, code.id, remarks))


def _same_language(path: str, found: str, wanted: str) -> None:
    """InputError for a text that is in another language than the code it is to come onto."""
    if found.partition("-")[0] != wanted.partition("-")[0]:
        raise InputError(
            f"{path} is in another language ({found}) than the code ({wanted}), and a translation"
            " is a code of its own: import it by itself. If the language was guessed wrong, give"
            f" --language {wanted}."
        )
