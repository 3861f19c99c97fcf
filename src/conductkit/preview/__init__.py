"""Codes shown in a browser of this machine while somebody writes: `conduct render --watch`."""
