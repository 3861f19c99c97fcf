"""Word documents: a page of XML read as paragraphs, two of them woven into one, and the file."""
