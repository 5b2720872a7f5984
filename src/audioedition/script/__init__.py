"""Article + Project -> Script: who says what, in which words, with which pause."""
