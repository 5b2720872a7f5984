// node read_tags.mjs NODE_MODULES FILE: what npm's music-metadata and node-id3 read from a file, as JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + "/"));
const { parseFile } = await import(pathToFileURL(require.resolve("music-metadata")));
const id3 = require("node-id3").read(file);
const found = await parseFile(file, { duration: true, includeChapters: true });
console.log(
  JSON.stringify({
    duration: found.format.duration,
    profile: found.format.codecProfile,
    warnings: found.quality.warnings,
    title: found.common.title,
    artists: found.common.artists,
    chapters: found.format.chapters.map((c) => [c.start, c.title]),
    frames: id3.chapter.map((c) => [c.startTimeMs, c.tags.title]),
    tables: id3.tableOfContents.map((t) => t.elements),
  }),
);
