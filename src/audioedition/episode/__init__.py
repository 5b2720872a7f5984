"""One story -> its finished files: sound, transcript, chapters; and all stories -> the edition file."""
