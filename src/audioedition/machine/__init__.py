"""The computer a build runs on: files written whole, a lock, the clip cache, worker processes."""
