"""Articles -> an edition in the output folder: what has to be made, in which order, and what is remembered."""
