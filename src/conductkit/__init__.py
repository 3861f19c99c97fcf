"""Codes of conduct as plain files."""

__version__ = "0.1.0"
