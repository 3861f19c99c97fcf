"""The parts of a three-way merge of codes; `conductkit.merge` puts them together."""
