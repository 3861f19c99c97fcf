"""What one party or channel must know, with the examples, for a training."""

from conductkit.formats._paper import paper

FORMAT = paper("handout", ".handout.pdf", "party", "channel", "signature", excerpt=True)
