// Reads a folder's feeds with npm's feedsmith and podcast-partytime and prints what they understood as JSON.
// usage: node read_feed.cjs NODE_MODULES FOLDER
const { createRequire } = require('node:module')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const [modules, folder] = process.argv.slice(2)
const load = createRequire(join(modules, 'any.js'))
const read = (name) => readFileSync(join(folder, name), 'utf8')
const smith = load('feedsmith')
const partytime = load('podcast-partytime')

process.stdout.write(
  JSON.stringify({
    rss: smith.parseRssFeed(read('feed.xml')),
    json: smith.parseJsonFeed(read('feed.json')),
    opml: smith.parseOpml(read('feeds.opml')),
    partytime: partytime.parseFeed(read('feed.xml')),
  }),
)
