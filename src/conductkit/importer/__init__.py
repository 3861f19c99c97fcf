"""The understanding of `conduct import`: from blocks to the parts of a code. Pure functions."""
