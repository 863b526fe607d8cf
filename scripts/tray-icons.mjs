// Draws resources/tray: a USB key, in the colour of the program for Windows and Linux and as an outline for macOS.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PNG } from 'pngjs'

const folder = resolve(import.meta.dirname, '../resources/tray')
const points = 16
const samples = 8

/** On a grid of 16 by 16: the plug, and the body with its hole. */
const isInside = (x, y) => (isInBox(x, y, { left: 5.5, top: 1, right: 10.5, bottom: 6 }) ? !isHole(x, y) : isBody(x, y))
const isInBox = (x, y, { left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom
const isHole = (x, y) =>
  isInBox(x, y, { left: 6.7, top: 2.4, right: 7.6, bottom: 4 }) ||
  isInBox(x, y, { left: 8.4, top: 2.4, right: 9.3, bottom: 4 })
const isBody = (x, y) =>
  isInBox(x, y, { left: 4, top: 6, right: 12, bottom: 13 }) ||
  (y >= 13 && y < 15 && Math.hypot(Math.max(Math.abs(x - 8) - 2, 0), y - 13) < 2)

function draw(scale, [red, green, blue]) {
  const size = points * scale
  const png = new PNG({ width: size, height: size })
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const covered = coverage(pixel % size, Math.floor(pixel / size), scale)
    png.data.set([red, green, blue, Math.round(covered * 255)], pixel * 4)
  }
  return PNG.sync.write(png)
}

function coverage(column, row, scale) {
  let inside = 0
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const x = (column + ((sample % samples) + 0.5) / samples) / scale
    const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / scale
    if (isInside(x, y)) inside += 1
  }
  return inside / (samples * samples)
}

const blue = [9, 88, 217]
const black = [0, 0, 0]
for (const [name, colour] of [
  ['tray', blue],
  ['trayTemplate', black],
]) {
  writeFileSync(join(folder, `${name}.png`), draw(1, colour))
  writeFileSync(join(folder, `${name}@2x.png`), draw(2, colour))
}
