"""A code that extends another: what it adds, changes and takes out."""
