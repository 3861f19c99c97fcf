"""Several codes or languages in one file: where one ends and the next begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from conductkit.importer.titles import detected
from conductkit.importer.words import plain
from conductkit.outline import Block

_LEAST_WORDS = 400
_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks in one language, from a heading on."""

    language: str
    blocks: tuple[Block, ...]


def stretches(blocks: Sequence[Block]) -> list[Stretch]:
    """The stretches of a text: one for each language that it is written in."""
    chunks: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "heading" and block.level <= 2:
            chunks.append([])
        chunks[-1].append(block)
    told = [(_language(chunk), chunk) for chunk in chunks if chunk]
    found: list[tuple[str, list[Block]]] = []
    for language, chunk in told:
        if found and language in ("", found[-1][0]):
            found[-1][1].extend(chunk)
        elif found and not found[-1][0]:
            found[-1] = (language, [*found[-1][1], *chunk])
        else:
            found.append((language, chunk))
    total = max(1, sum(_size(chunk) for _, chunk in found))
    if len(found) < 2 or any(_size(chunk) < _SHARE * total for _, chunk in found):
        return [Stretch("", tuple(blocks))]
    return [Stretch(language, tuple(_pulled(chunk))) for language, chunk in found]


def _pulled(chunk: list[Block]) -> list[Block]:
    return sorted(chunk, key=lambda block: block.line)


def _size(chunk: list[Block]) -> int:
    return sum(len(block.text) for block in chunk if block.kind != "furniture")


def _language(chunk: list[Block]) -> str:
    text = " ".join(plain(block.text) for block in chunk if block.kind != "furniture")
    dense = any(
        "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in text[:2000]
    )
    return detected(text) if len(text) > (30 if dense else 200) else ""
