import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import type { PictureSource } from '../../../src/renderer/seals/ink/picture.ts'
import { sizeWithin } from '../../../src/renderer/seals/ink/picture.ts'
import type { SealForm } from '../../../src/shared/seals/seal-types.ts'
import { drawSealArt } from './seal-art.ts'

/** One stamp on the paper, in millimetres from its middle. */
interface Stamp {
  readonly form: SealForm
  readonly x?: number
  readonly y?: number
  readonly clockwise?: number
}

/** What is photographed, and how. */
export interface Scene {
  readonly stamps: readonly Stamp[]
  readonly seed: number
  /** Of the paper that the picture shows, in millimetres, and how many pixels each of them has. */
  readonly view?: { readonly width: number; readonly height: number }
  readonly perMm?: number
  /** Share of each channel that full ink lets through. */
  readonly ink?: readonly [number, number, number]
  /** 0: full ink everywhere; 1: half of it is missing. */
  readonly wear?: number
  /** Black printed text under the stamp; `everywhere`: a page of it. */
  readonly text?: 'across' | 'everywhere' | 'beside'
  /** Colour of the light, and how far it falls off from left to right, and a shadow's edge. */
  readonly light?: readonly [number, number, number]
  readonly falloff?: number
  readonly shadow?: number
  readonly noise?: number
  /** Standard deviation, in millimetres. */
  readonly blurMm?: number
  /** Degrees that the camera looks from the side, from 400 mm away. */
  readonly tilt?: number
  readonly jpeg?: number
  /** Everything to the right of this is table, in millimetres from the middle. */
  readonly paperEnds?: number
  readonly grey?: boolean
  /** Without any inner parts: a red disc. */
  readonly disc?: number
}

const sheetPerMm = 18
const cameraMm = 400

/** Draws the scene as a camera would see it. */
export async function photograph(scene: Scene): Promise<Canvas> {
  const { width, height } = scene.view ?? { width: 80, height: 60 }
  const perMm = scene.perMm ?? 13
  const photo = createCanvas(Math.round(width * perMm), Math.round(height * perMm))
  const context = photo.getContext('2d')
  const image = context.createImageData(photo.width, photo.height)
  expose(image.data, { width: photo.width, height: photo.height }, scene, perMm)
  context.putImageData(image, 0, 0)
  const sharp = scene.blurMm === undefined ? photo : blurred(photo, scene.blurMm * perMm)
  const noisy = withNoise(sharp, scene)
  return scene.jpeg === undefined ? noisy : reopened(noisy, scene.jpeg)
}

/** A photo as the extraction reads it; the canvas makes it smaller as a browser does. */
export function sourceOf(photo: Canvas): PictureSource {
  return {
    width: photo.width,
    height: photo.height,
    read: (area, maxSide) => {
      const { width, height } = sizeWithin(area, maxSide)
      const canvas = createCanvas(width, height)
      const context = canvas.getContext('2d')
      context.imageSmoothingQuality = 'high'
      context.drawImage(photo, area.x, area.y, area.width, area.height, 0, 0, width, height)
      return { width, height, data: context.getImageData(0, 0, width, height).data }
    },
  }
}

/** A canvas asks its native half for each: read once. */
interface Size {
  readonly width: number
  readonly height: number
}

interface Sheet {
  readonly width: number
  readonly height: number
  readonly ink: Uint8ClampedArray
  readonly text: Uint8ClampedArray | undefined
}

function expose(data: Uint8ClampedArray, { width, height }: Size, scene: Scene, perMm: number): void {
  const sheet = printed(scene)
  const ink = scene.ink ?? [0.86, 0.2, 0.24]
  const table = [0.45, 0.36, 0.3] as const
  const light = scene.light ?? ([250, 248, 244] as const)
  const patches = patchesOf(randomFrom(scene.seed))
  const [ends, wear] = [scene.paperEnds ?? Infinity, scene.wear ?? 0.06]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = (x + 0.5 - width / 2) / perMm
      const paper = onPaper(u, (y + 0.5 - height / 2) / perMm, scene.tilt ?? 0)
      const isTable = paper.x > ends
      const inked = isTable ? 0 : inkAt(sheet, paper, sheet.ink)
      const covered = inked === 0 ? 0 : inked * (1 - wear * patches(paper.x, paper.y))
      const black = isTable ? 0 : inkAt(sheet, paper, sheet.text)
      const bright = lightAt(scene, u / (width / perMm)) * (1 - 0.012 * patches(paper.x * 3, paper.y * 3))
      const at = (y * width + x) * 4
      for (let channel = 0; channel < 3; channel += 1) {
        const paperShare = (1 - 0.88 * black) * (1 - covered * (1 - (ink[channel] ?? 0)))
        data[at + channel] = (light[channel] ?? 0) * bright * (isTable ? (table[channel] ?? 0) : paperShare)
      }
      if (scene.grey === true) {
        const grey = ((data[at] ?? 0) * 299 + (data[at + 1] ?? 0) * 587 + (data[at + 2] ?? 0) * 114) / 1000
        data.fill(grey, at, at + 3)
      }
      data[at + 3] = 255
    }
  }
}

/** The paper is turned about its vertical axis under a camera that looks straight down. */
function onPaper(u: number, v: number, tilt: number): { readonly x: number; readonly y: number } {
  const angle = (tilt * Math.PI) / 180
  const x = (u * cameraMm) / (cameraMm * Math.cos(angle) + u * Math.sin(angle))
  return { x, y: v * (1 - (x * Math.sin(angle)) / cameraMm) }
}

function lightAt({ falloff = 0, shadow }: Scene, position: number): number {
  const even = 1 - falloff * (position + 0.5)
  if (shadow === undefined) return even
  // A shadow's edge, a few millimetres wide.
  const depth = 1 / (1 + Math.exp(-position * 30))
  return even * (1 - shadow * depth)
}

function printed(scene: Scene): Sheet {
  const { width, height } = scene.view ?? { width: 80, height: 60 }
  const [across, down] = [Math.round(width * 1.3 * sheetPerMm), Math.round(height * 1.3 * sheetPerMm)]
  const layer = (draw: (context: ReturnType<Canvas['getContext']>) => void) => {
    const canvas = createCanvas(across, down)
    const context = canvas.getContext('2d')
    context.translate(across / 2, down / 2)
    context.scale(sheetPerMm, sheetPerMm)
    draw(context)
    const { data } = context.getImageData(0, 0, across, down)
    const opacity = new Uint8ClampedArray(across * down)
    for (let at = 0; at < opacity.length; at += 1) opacity[at] = data[at * 4 + 3] ?? 0
    return opacity
  }
  return {
    width: across,
    height: down,
    ink: layer((context) => {
      for (const { form, x = 0, y = 0, clockwise = 0 } of scene.stamps) {
        context.save()
        context.translate(x, y)
        context.rotate((clockwise * Math.PI) / 180)
        drawSealArt(context, form)
        context.restore()
      }
      if (scene.disc === undefined) return
      context.beginPath()
      context.arc(0, 0, scene.disc, 0, 2 * Math.PI)
      context.fill()
    }),
    text: scene.text === undefined ? undefined : layer((context) => drawText(context, scene)),
  }
}

function drawText(context: ReturnType<Canvas['getContext']>, { text, view }: Scene): void {
  if (text === undefined) return
  context.font = '4px "Noto Serif CJK SC", "Noto Serif CJK JP", serif'
  context.textAlign = 'center'
  const line = '甲方盖章（公章）：二〇二六年十一月二十六日签订本合同'
  const height = view?.height ?? 60
  const rows = text === 'across' ? [-1] : text === 'beside' ? [-27, 27] : rowsOver(height)
  for (const y of rows) context.fillText(line, 0, y)
}

function rowsOver(height: number): readonly number[] {
  return Array.from({ length: Math.floor(height / 7) }, (_, row) => row * 7 - height / 2 + 5)
}

function inkAt(sheet: Sheet, { x, y }: { x: number; y: number }, layer: Uint8ClampedArray | undefined): number {
  if (layer === undefined) return 0
  const [column, row] = [x * sheetPerMm + sheet.width / 2 - 0.5, y * sheetPerMm + sheet.height / 2 - 0.5]
  const [left, top] = [Math.floor(column), Math.floor(row)]
  if (left < 0 || top < 0 || left >= sheet.width - 1 || top >= sheet.height - 1) return 0
  const [across, down] = [column - left, row - top]
  const at = top * sheet.width + left
  const upper = (layer[at] ?? 0) * (1 - across) + (layer[at + 1] ?? 0) * across
  const lower = (layer[at + sheet.width] ?? 0) * (1 - across) + (layer[at + sheet.width + 1] ?? 0) * across
  return (upper * (1 - down) + lower * down) / 255
}

function blurred(photo: Canvas, sigma: number): Canvas {
  const canvas = createCanvas(photo.width, photo.height)
  const context = canvas.getContext('2d')
  context.drawImage(photo, 0, 0)
  context.filter = `blur(${sigma}px)`
  context.drawImage(photo, 0, 0)
  return canvas
}

function withNoise(photo: Canvas, { noise = 3, seed }: Scene): Canvas {
  const next = gaussFrom(randomFrom(seed + 1))
  const context = photo.getContext('2d')
  const image = context.getImageData(0, 0, photo.width, photo.height)
  const data = image.data
  for (let at = 0; at < data.length; at += 4) {
    const common = next() * noise * 0.7
    for (let channel = 0; channel < 3; channel += 1) {
      data[at + channel] = (data[at + channel] ?? 0) + common + next() * noise * 0.7
    }
  }
  context.putImageData(image, 0, 0)
  return photo
}

async function reopened(photo: Canvas, quality: number): Promise<Canvas> {
  const image = await loadImage(photo.toBuffer('image/jpeg', quality))
  const canvas = createCanvas(photo.width, photo.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas
}

/** Wear in patches of about a millimetre, 0…1. */
function patchesOf(random: () => number): (x: number, y: number) => number {
  const grid = Array.from({ length: 64 * 64 }, random)
  return (x, y) => {
    const [column, row] = [x * 0.8 + 512, y * 0.8 + 512]
    const [left, top] = [Math.floor(column), Math.floor(row)]
    const value = (dx: number, dy: number) => grid[((top + dy) % 64) * 64 + ((left + dx) % 64)] ?? 0
    const [across, down] = [column - left, row - top]
    const upper = value(0, 0) * (1 - across) + value(1, 0) * across
    return upper * (1 - down) + (value(0, 1) * (1 - across) + value(1, 1) * across) * down
  }
}

/** Mulberry32: the same photo in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Normal deviates out of a table: a million of them are wanted for each photo. */
function gaussFrom(random: () => number): () => number {
  const table = Float32Array.from(
    { length: 1 << 15 },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  )
  return () => table[(random() * table.length) | 0] ?? 0
}
