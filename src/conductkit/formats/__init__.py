"""One file an output of a code: `FORMAT` says how it escapes; its template stands in templates/."""
