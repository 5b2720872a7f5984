// Reads a book (EPUB, DAISY 2.02, DAISY 3) with npm's r2-shared-js and prints what it understood as JSON:
// title, reading order, table of contents, and of every media overlay its [text, audio] pairs.
// usage: node read_book.cjs NODE_MODULES BOOK
const { createRequire } = require('node:module')
const { join } = require('node:path')

const [modules, book] = process.argv.slice(2)
const load = createRequire(join(modules, 'any.js'))
const src = 'r2-shared-js/dist/es8-es2017/src'
load(`${src}/init-globals`).initGlobalConverters_GENERIC()
load(`${src}/init-globals`).initGlobalConverters_SHARED()
const { PublicationParsePromise } = load(`${src}/parser/publication-parser`)
const { lazyLoadMediaOverlays } = load(`${src}/parser/epub-daisy-common`)

const pairs = (node) => [
  ...(node.Text && node.Audio ? [[node.Text, node.Audio]] : []),
  ...(node.Children || []).flatMap(pairs),
]
const points = (links) => (links || []).map((l) => [l.Title, points(l.Children)])

PublicationParsePromise(book).then(async (publication) => {
  const spine = publication.Spine || []
  const overlays = []
  for (const link of spine) {
    if (!link.MediaOverlays) continue
    if (!link.MediaOverlays.initialized) await lazyLoadMediaOverlays(publication, link.MediaOverlays)
    overlays.push(pairs(link.MediaOverlays))
  }
  const read = { title: publication.Metadata.Title, spine: spine.map((l) => l.Href), toc: points(publication.TOC), overlays }
  process.stdout.write(JSON.stringify(read))
}).catch((problem) => { console.error(problem); process.exit(1) })
