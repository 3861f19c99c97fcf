"""One file an output of findings and changes."""
