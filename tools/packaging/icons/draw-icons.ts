import { Resvg } from '@resvg/resvg-js'
import { writeIcns } from './icns.ts'
import { writeIco, type IconPicture } from './ico.ts'

const sides = [16, 20, 24, 32, 40, 48, 64, 128, 256, 512, 1024]
/** What Linux desktops look for; Debian's folder has no 20, 40 or 1024. */
const linuxSides = [16, 24, 32, 48, 64, 128, 256, 512]

/**
 * Every icon file of the packages, drawn from one SVG.
 * @returns contents by path below `build/`; the same bytes each time
 */
export function drawIcons(svg: string): ReadonlyMap<string, Uint8Array> {
  const pictures = sides.map((side) => draw(svg, side))
  return new Map([
    ['icon.ico', writeIco(pictures.filter(({ side }) => side <= 256))],
    ['icon.icns', writeIcns(pictures)],
    ...pictures
      .filter(({ side }) => linuxSides.includes(side))
      .map(({ side, png }): [string, Uint8Array] => [`icons/${side}x${side}.png`, png]),
  ])
}

function draw(svg: string, side: number): IconPicture {
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: side }, font: { loadSystemFonts: false } })
  return { side, png: drawing.render().asPng() }
}
