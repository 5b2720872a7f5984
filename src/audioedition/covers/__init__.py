"""Artwork: drawn, or made from a picture the story has."""
