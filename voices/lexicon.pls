<?xml version="1.0" encoding="UTF-8"?>
<!-- How names and words sound, beyond what the voices know. W3C Pronunciation Lexicon Specification 1.0.
     A project's own voices/lexicon.pls and voices/lexicon.toml win over this one. -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
</lexicon>
