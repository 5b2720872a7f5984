"""What a stretch of text states, wherever it stands: a date, a byline, furniture, a sentence end, a language."""
