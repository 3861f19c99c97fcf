"""One file an axis: one dimension on which a duty can be weaker or stronger."""
