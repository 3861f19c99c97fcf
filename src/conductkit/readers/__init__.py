"""One file an input kind of `conduct import`.

A reader has `SUFFIXES` (of file names, in lower case), `recognises(data)` (whether bytes without a
telling name look like its kind) and `read(data, path) -> Outline`. It raises InputError for what it
cannot read. Files that begin with _ are what several readers share.
"""
