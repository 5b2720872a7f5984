"""Words as data: one table a kind of word, read by every stage."""
