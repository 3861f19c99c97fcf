"""One file a check; its docstring is its documentation."""
