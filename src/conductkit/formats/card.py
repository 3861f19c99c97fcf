"""Two sides of a card for the wallet: the values, and whom to ask."""

from conductkit.formats._paper import paper

FORMAT = paper("card", ".card.pdf", excerpt=True)
