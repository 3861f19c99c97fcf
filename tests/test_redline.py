"""Word-level comparison: nothing lost, mirrored the other way round."""

from hypothesis import given
from hypothesis import strategies as st

from conductkit.redline import Piece, blocks, redline

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=12)


@given(WORDS, WORDS)
def test_the_other_way_round_is_mirrored(old: list[str], new: list[str]) -> None:
    there = blocks(old, new)
    assert [(c, d, a, b) for a, b, c, d in there] == blocks(new, old)


@given(WORDS, WORDS)
def test_what_is_not_in_a_stretch_is_the_same(old: list[str], new: list[str]) -> None:
    kept_old, kept_new = list(old), list(new)
    for a, b, c, d in reversed(blocks(old, new)):
        del kept_old[a:b], kept_new[c:d]
    assert kept_old == kept_new


@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_give_both_texts_back(old: str, new: str) -> None:
    pieces = redline(old, new)
    assert "".join(piece.old for piece in pieces) == "".join(_spaced(old))
    assert "".join(piece.new for piece in pieces) == "".join(_spaced(new))


def _spaced(text: str) -> list[str]:
    return [piece.old for piece in redline(text, text)]


def test_words_side_by_side_are_one_replacement() -> None:
    assert redline("within the same day of it", "within two days of it") == [
        Piece("within ", "within "), Piece("the same day", "two days"), Piece(" of it", " of it"),
    ]  # fmt: skip
