"""Jinja for templates that nobody vouches for: bounded, and escaping whatever it writes.

Jinja's own escaping is HTML's. Here every expression goes through the escape of the format at hand
(`finalize`, `~`, `+` and `join`), and the filters and methods that could get around it, or build
something huge out of something small, are not there.
"""

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from conductkit.faults import nearest

STEPS, STEPS_A_RULE = 1_000_000, 2_000
"""How many turns of loops, calls and inclusions one rendering may take."""
CHARACTERS, CHARACTERS_A_RULE = 20_000_000, 40_000
"""How many characters one rendering may put together, those of its parts counted again."""
_MAX_BITS = 64
_FILTERS = (
    "abs", "capitalize", "count", "default", "d", "dictsort", "first", "float", "groupby", "int",
    "items", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr",
    "replace", "reverse", "select", "selectattr", "sort", "string", "sum", "title", "trim",
    "unique", "upper",
)  # fmt: skip
_GLOBALS = ("range", "dict", "joiner", "namespace")
_METHODS = frozenset((
    "capitalize", "endswith", "lower", "lstrip", "rstrip", "split", "startswith", "strip", "title",
    "upper",
))  # fmt: skip


class EndlessError(SecurityError):
    """A rendering that went on for longer or grew larger than any page."""


class Unknown(StrictUndefined):
    """A name that a template got wrong, said in a sentence."""

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            return str(self._undefined_hint)
        if owner is missing:
            return f"there is no variable “{name}”"
        known = [key for key in dir(owner) if not key.startswith("_")]
        near = nearest(str(name), known)
        has = f"“{near}”" if near else ", ".join(known)
        return f"“{name}” is no part of {type(owner).__name__}; it has {has}"


class _Generator(CodeGenerator):
    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for one format; `begin` gives it a new budget before each rendering."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "**", "%"))

    def __init__(
        self,
        source: Callable[[str], tuple[str, str] | None],
        escape: Callable[[str], str],
    ) -> None:
        super().__init__(
            autoescape=True, finalize=self.written, undefined=Unknown, trim_blocks=True,
            lstrip_blocks=True, keep_trailing_newline=True, extensions=[],
            loader=FunctionLoader(lambda name: _uptodate(source(name))),
        )  # fmt: skip
        self._escape = escape
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters |= {"join": self.join, "bounded": self.bounded, "e": self.written}
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        self.concat = self.together  # type: ignore[method-assign]
        self.begin()

    def begin(self, rules: int = 0) -> None:
        """A new rendering, of a code with so many rules: nothing is spent yet."""
        self._steps = STEPS + rules * STEPS_A_RULE
        self._characters = CHARACTERS + rules * CHARACTERS_A_RULE

    def spend(self, steps: int = 0, characters: int = 0) -> None:
        """Count towards the bounds; EndlessError when one is passed."""
        self._steps -= steps
        self._characters -= characters
        if self._steps < 0 or self._characters < 0:
            raise EndlessError("the page grows without end")

    def written(self, value: Any) -> Markup:
        """A value as it stands on the page; what was written for it already stays as it is."""
        if not hasattr(value, "__html__"):
            value = Markup(self._escape("" if value is None else str(value)))  # noqa: S704
        self.spend(1, len(value))
        return value if isinstance(value, Markup) else Markup(value.__html__())  # noqa: S704

    def together(self, parts: Iterable[str]) -> str:
        """Pieces of a page as one."""
        text = "".join(parts)
        self.spend(1, len(text))
        return text

    def joined(self, parts: Iterable[Any]) -> str:
        """Words with words stay words; with something written for the page they are escaped."""
        pieces = list(parts)
        if not any(hasattr(piece, "__html__") for piece in pieces):
            return self.together(str(piece) for piece in pieces)
        return Markup(self.together(self.written(piece) for piece in pieces))  # noqa: S704

    def join(self, value: Iterable[Any], between: Any = "") -> str:
        """`join`, escaping for the format at hand."""
        parts: list[Any] = []
        for part in value:
            parts += [between, part] if parts else [part]
        return self.joined(parts)

    def bounded(self, value: Iterable[Any]) -> list[Any]:
        """What a loop runs over, counted; every `for` of a template goes through here."""
        items: list[Any] = []
        for item in value:
            self.spend(1)
            items.append(item)
        return items

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(
                loop.iter, "bounded", [], [], None, None, lineno=loop.lineno, environment=self
            )
        return tree

    def get_template(self, *args: Any, **options: Any) -> Any:
        self.spend(1)
        return super().get_template(*args, **options)

    def call(__self, __context: Any, __obj: Any, *args: Any, **options: Any) -> Any:  # noqa: N805
        __self.spend(1)
        return super().call(__context, __obj, *args, **options)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            return self.joined((left, right))
        for number in (left, right):
            if not isinstance(number, int | float) or int(number).bit_length() > _MAX_BITS:
                raise SecurityError(f"“{operator}” is for small numbers here")
        if operator == "**":
            raise SecurityError("powers are not calculated here")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str) and attr not in _METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """No `format`: a width in it can ask for gigabytes."""


def _uptodate(found: tuple[str, str] | None) -> tuple[str, str, Callable[[], bool]] | None:
    return None if found is None else (*found, lambda: True)
