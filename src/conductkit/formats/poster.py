"""One A3 sheet for the wall: the values, and each rule in its shortest words."""

from conductkit.formats._paper import paper

FORMAT = paper("poster", ".poster.pdf", excerpt=True)
