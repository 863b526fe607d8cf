// What the page has to load before it can show a date, and what runs beside it.
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const out = resolve(import.meta.dirname, '../out')
const kilobyte = 1000

const limits = [
  { name: 'renderer scripts', bytes: scripts(join(out, 'renderer/assets')), limit: 1200 * kilobyte },
  { name: 'preload', bytes: statSync(join(out, 'preload/index.cjs')).size, limit: 5 * kilobyte },
]

for (const { name, bytes, limit } of limits) console.log(`${name}: ${bytes} of ${limit} bytes`)
process.exit(limits.every(({ bytes, limit }) => bytes > 0 && bytes <= limit) ? 0 : 1)

function scripts(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}
