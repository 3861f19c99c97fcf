"""A document for paper and for screen readers: PDF/UA-1, tagged, with contents and bookmarks."""

from conductkit.formats._paper import paper

FORMAT = paper("pdf", ".pdf", "signature")
