"""One file a command: parse options, call one engine, report."""
