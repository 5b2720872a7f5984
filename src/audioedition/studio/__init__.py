"""An editor's desk in the browser: what the command line can do, for people who are no terminal users.

    starting   a port, a key, one studio a project
    web        requests in, JSON and events out; who may ask
    desk       what can be done: every action is files that change, and can be undone
    stories    what there is, and what a build would do with it
    showing    a script as the page shows it
    clips      a line -> its sound
    building   `audioedition build` as a process of its own, and what it tells
    pages/     the page itself

The files of the project are all there is to lose: articles, edits, the lexicon. Nothing else is remembered.
docs/studio.md is for people.
"""
