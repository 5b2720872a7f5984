"""Quotations -> who says each: attribution, people, pronouns, gender."""
