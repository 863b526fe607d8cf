// What the page has to load before it can show a date, what it may load later, and what runs beside it.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const out = resolve(import.meta.dirname, '../out')
const assets = join(out, 'renderer/assets')
const kilobyte = 1000

const limits = [
  { name: 'renderer scripts at the start', bytes: sum(scriptsOfPage()), limit: 480 * kilobyte },
  { name: 'the same, compressed', bytes: sumCompressed(scriptsOfPage()), limit: 450 * kilobyte },
  { name: 'renderer scripts', bytes: sum(readdirSync(assets)), limit: 1650 * kilobyte },
  { name: 'preload', bytes: statSync(join(out, 'preload/index.cjs')).size, limit: 5 * kilobyte },
]

for (const { name, bytes, limit } of limits) console.log(`${name}: ${bytes} of ${limit} bytes`)
process.exit(limits.every(({ bytes, limit }) => bytes > 0 && bytes <= limit) ? 0 : 1)

/** The page names its script and what that imports at once; what is imported later it does not name. */
function scriptsOfPage() {
  const page = readFileSync(join(out, 'renderer/index.html'), 'utf8')
  return [...page.matchAll(/assets\/([\w-]+\.js)"/g)].map(([, name]) => name)
}

function sumCompressed(names) {
  return names.reduce((bytes, name) => bytes + gzipSync(readFileSync(join(assets, name))).length, 0)
}

function sum(names) {
  return names
    .filter((name) => name.endsWith('.js'))
    .reduce((bytes, name) => bytes + statSync(join(assets, name)).size, 0)
}
