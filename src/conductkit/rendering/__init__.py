"""What templates see of a code, and the sandbox they run in."""
