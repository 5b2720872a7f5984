"""What holds for the whole test run."""

import signal

# A test run that was started in the background ignores Ctrl-C, and so would every program that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
