"""Lines and their clips -> one finished audio file: when, how loud, in which format."""
