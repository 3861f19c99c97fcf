"""What a rule says, in the one form that an editor's other ways of saying it come down to.

Each module has one idea and functions from a line to a line. They leave alone what they do not
know, so two texts have one form only where each step between them is known to say the same.
"""
