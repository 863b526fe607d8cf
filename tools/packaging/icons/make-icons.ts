/** `npm run icons`: draws every icon of the packages from build/icon.svg. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../paths.ts'
import { drawIcons } from './draw-icons.ts'

const folder = join(root, 'build')
for (const [name, content] of drawIcons(readFileSync(join(folder, 'icon.svg'), 'utf8'))) {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
