"""How two editions are paired, and what the difference of their words does to a duty."""
