import { createCanvas } from '@napi-rs/canvas'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unadjusted } from '../src/renderer/seals/extract/adjustment.ts'
import { drawSeal } from '../src/renderer/seals/extract/draw-seal.ts'
import { extractSeal } from '../src/renderer/seals/extract/extract-seal.ts'
import type { Picture, PictureSource } from '../src/renderer/seals/ink/picture.ts'
import { sealTypes, type SealForm } from '../src/shared/seals/seal-types.ts'
import { usable, useless } from '../tests/support/drawn-seals/cases.ts'
import { iou } from '../tests/support/drawn-seals/held-against.ts'
import { photograph, sourceOf } from '../tests/support/drawn-seals/photo.ts'
import { median, medianOf, progress, rounded } from './measure.ts'
import { open } from './ui.ts'

const runs = 7

/**
 * `extractMs`: in the page's own worker, from a JPEG of 12 megapixels to the PNG of its seal; ms, median. `pureMs`: the part
 * of it that is ours, in Node, without making the photo smaller. The rest is over the drawn photos: how well those that are taken are met, and how many of
 * the others are refused for the right reason.
 */
export async function measureSeal() {
  progress('seal')
  const photo = await bigPhoto()
  const source = remembering(sourceOf(photo))
  const form = sealTypes.official
  const pureMs = await medianOf(runs, () => {
    const extracted = extractSeal(source, form)
    if (!extracted.isAccepted) throw new Error('the seal was not taken')
    drawSeal(extracted.reading, unadjusted)
    return Promise.resolve()
  })
  const extractMs = await measureInPage(photo.toBuffer('image/jpeg', 90).toString('base64'), form)
  return { extractMs, pureMs, ...(await measureSet()) }
}

/** Reads each part once. */
function remembering(source: PictureSource): PictureSource {
  const read = new Map<string, Picture>()
  return {
    ...source,
    read: (area, maxSide) => {
      const key = JSON.stringify([area, maxSide])
      const picture = read.get(key) ?? source.read(area, maxSide)
      read.set(key, picture)
      return picture
    },
  }
}

/** 4000 × 3000 pixels of paper with one seal. */
async function bigPhoto() {
  const small = await photograph({ seed: 3, text: 'beside', stamps: [{ form: sealTypes.official, clockwise: 7 }] })
  const photo = createCanvas(4000, 3000)
  photo.getContext('2d').drawImage(small, 0, 0, 4000, 3000)
  return photo
}

async function measureInPage(base64: string, form: SealForm): Promise<number> {
  const userData = mkdtempSync(join(tmpdir(), 'bench-seal-'))
  const { app, page } = await open(['.', '--real', '--no-driver-search', `--user-data-dir=${userData}`], {})
  try {
    const name = readdirSync(join(import.meta.dirname, '../out/renderer/assets')).find((file) =>
      file.startsWith('extract-worker-'),
    )
    await page.getByRole('heading', { name: '我的证书' }).waitFor()
    const input = { script: `./assets/${name ?? ''}`, base64, form, runs }
    return rounded(median(await page.evaluate(extractInWorker, input)))
  } finally {
    await app.close()
    rmSync(userData, { recursive: true, force: true })
  }
}

interface InPage {
  readonly script: string
  readonly base64: string
  readonly form: SealForm
  readonly runs: number
}

/** Runs in the page: the worker that the program ships, asked as the program asks it. */
async function extractInWorker({ script, base64, form, runs: count }: InPage): Promise<readonly number[]> {
  const file = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' })
  const worker = new Worker(script, { type: 'module' })
  let task = 0
  const ask = (message: object) =>
    new Promise<{ readonly kind: string }>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<{ readonly kind: string }>) => resolve(data)
      worker.onerror = () => reject(new Error('the worker broke'))
      task += 1
      worker.postMessage({ ...message, task })
    })
  const adjustment = { thresholdShift: 0, quarterTurns: 0, fineDegrees: 0, strokes: [] }
  const times: number[] = []
  for (let run = 0; run < count; run += 1) {
    const begun = performance.now()
    await ask({ kind: 'open', file })
    await ask({ kind: 'extract', form })
    const { kind } = await ask({ kind: 'draw', adjustment })
    if (kind !== 'drawn') throw new Error(`the seal was not drawn: ${kind}`)
    times.push(performance.now() - begun)
  }
  worker.terminate()
  return times
}

async function measureSet() {
  const figures: number[] = []
  for (const { form, scene } of usable) {
    const extracted = extractSeal(sourceOf(await photograph(scene)), form)
    if (!extracted.isAccepted) throw new Error('a usable photo was refused')
    const { placement } = extracted.reading
    const turn = (scene.stamps[0]?.clockwise ?? 0) + placement.turnedDegrees
    figures.push(iou(drawSeal(extracted.reading, unadjusted), placement.form, turn))
  }
  let refusedRight = 0
  for (const { form, scene, refusal } of useless) {
    const { isAccepted, quality } = extractSeal(sourceOf(await photograph(scene)), form)
    if (!isAccepted && quality.findings[0]?.code === refusal) refusedRight += 1
  }
  return {
    iouMedian: rounded(median(figures)),
    iouWorst: rounded(Math.min(...figures)),
    taken: figures.length,
    refusedRight: rounded(refusedRight / useless.length),
    useless: useless.length,
  }
}
