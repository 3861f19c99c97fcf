"""Codes side by side: what they share, where they part, what one promises and the other asks."""
