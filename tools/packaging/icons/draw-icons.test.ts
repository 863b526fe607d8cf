import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { root } from '../paths.ts'
import { drawIcons } from './draw-icons.ts'
import { writeIcns } from './icns.ts'

const folder = join(root, 'build')
const drawn = drawIcons(readFileSync(join(folder, 'icon.svg'), 'utf8'))

it('the committed icons are what the drawing makes: npm run icons', () => {
  const differing = [...drawn].filter(([name, content]) => !readFileSync(join(folder, name)).equals(content))
  expect(differing.map(([name]) => name)).toEqual([])
})

it('has no icon beside them', () => {
  const committed = readdirSync(join(folder, 'icons')).map((name) => `icons/${name}`)
  expect(committed.toSorted()).toEqual([...drawn.keys()].filter((name) => name.startsWith('icons/')).toSorted())
})

it('the icon of Windows holds readable pictures of the sides it names', () => {
  const ico = Buffer.from(drawn.get('icon.ico') ?? [])
  const sides = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index
    const [size, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)]
    const { width, height } = PNG.sync.read(ico.subarray(offset, offset + size))
    return [ico.readUInt8(at) || 256, width, height]
  })
  expect(sides).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256].map((side) => [side, side, side]))
})

it('the icon of macOS is as long as it says, and misses no size', () => {
  const icns = Buffer.from(drawn.get('icon.icns') ?? [])
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  expect(() => writeIcns([])).toThrow('16 pixels')
})
