import type { FindingCode } from '../../../src/renderer/seals/extract/finding.ts'
import { sealTypes, type SealForm } from '../../../src/shared/seals/seal-types.ts'
import type { Scene } from './photo.ts'

/** A photo that has to be taken, or refused for this reason. */
export interface DrawnCase {
  readonly name: string
  readonly form: SealForm
  readonly scene: Scene
  readonly refusal?: FindingCode
}

const forms = {
  round: sealTypes.official,
  oval: sealTypes.oval,
  square: sealTypes.finance,
  name: sealTypes['legal-representative'],
  rectangle: { shape: 'rectangle', widthMm: 20, heightMm: 10 },
} as const satisfies Readonly<Record<string, SealForm>>
const { round, oval, square, name, rectangle } = forms

type Change = Omit<Scene, 'stamps' | 'seed'> & { readonly clockwise?: number }

const conditions: Readonly<Record<string, Change>> = {
  plain: {},
  'turned by 6°': { clockwise: 6 },
  'turned by −24°': { clockwise: -24 },
  noisy: { noise: 14 },
  'falling light': { falloff: 0.45 },
  'a shadow across': { shadow: 0.4, light: [240, 232, 214] },
  'warm lamp': { light: [238, 206, 160], noise: 5 },
  'black text across': { text: 'across' },
  'JPEG 60': { jpeg: 60, noise: 5 },
  'seen 5° from the side': { tilt: 5 },
  'worn, with text beside': { wear: 0.35, text: 'beside', jpeg: 85 },
}

/** The small forms have the same strokes: what they are drawn under is what could tell them apart. */
const forSmall = ['plain', 'turned by 6°', 'a shadow across', 'black text across', 'JPEG 60']

/** Photos of every form under every condition that matters to it, and some that have several. */
export const usable: readonly DrawnCase[] = [
  ...Object.entries(forms).flatMap(([shape, form], shapeIndex) =>
    Object.entries(conditions)
      .filter(([name]) => shapeIndex < 3 || forSmall.includes(name))
      .map(([name, { clockwise = 0, ...change }], index) =>
        drawn(`${shape}, ${name}`, form, { ...change, seed: 100 * shapeIndex + index, stamps: [{ form, clockwise }] }),
      ),
  ),
  ...[0, 1, 2].map((index) =>
    drawn(`round, on a page of text ${index}`, sealTypes.official, {
      seed: 900 + index,
      text: 'everywhere',
      jpeg: 75,
      stamps: [{ form: sealTypes.official, x: -8 + 6 * index, y: 4, clockwise: 12 * index }],
      view: { width: 140, height: 105 },
      perMm: 12,
    }),
  ),
  drawn('round, all at once', sealTypes.official, {
    ...{ seed: 950, noise: 8, falloff: 0.3, light: [236, 220, 190], tilt: 6, jpeg: 60, text: 'across' },
    stamps: [{ form: sealTypes.official, clockwise: -15 }],
  }),
]

/** Photos that cannot be used, and why. */
export const useless: readonly DrawnCase[] = [
  ...[round, oval, square, name].flatMap((form, index) => [
    refusedFor('cut-off', 'over the edge of the photo', form, {
      seed: 1000 + index,
      stamps: [{ form, x: 40 - form.widthMm * 0.3 }],
    }),
    refusedFor('cut-off', 'over the edge of the paper', form, {
      seed: 1010 + index,
      stamps: [{ form }],
      paperEnds: form.widthMm * 0.25,
    }),
    refusedFor('several-seals', 'two', form, {
      seed: 1020 + index,
      stamps: [
        { form, x: -form.widthMm * 0.62 },
        { form, x: form.widthMm * 0.62, y: 2, clockwise: 8 },
      ],
      view: { width: 120, height: 90 },
    }),
    refusedFor('not-red', 'a grey scan', form, { seed: 1030 + index, stamps: [{ form }], grey: true }),
    refusedFor('blurred', 'out of focus', form, { seed: 1040 + index, stamps: [{ form }], blurMm: 0.45 }),
    refusedFor('too-small', 'from far away', form, {
      seed: 1050 + index,
      stamps: [{ form }],
      view: { width: 240, height: 180 },
      perMm: 3.6,
    }),
  ]),
  refusedFor('not-red', 'blue ink', round, { seed: 1100, stamps: [{ form: round }], ink: [0.25, 0.3, 0.8] }),
  refusedFor('no-seal', 'a page of text', round, { seed: 1101, stamps: [], text: 'everywhere' }),
  refusedFor('no-seal', 'an empty page', square, { seed: 1102, stamps: [], noise: 12 }),
  refusedFor('no-seal', 'a red sticker', round, { seed: 1103, stamps: [], disc: 15 }),
  refusedFor('wrong-shape', 'a square one as a round one', round, { seed: 1104, stamps: [{ form: square }] }),
  refusedFor('wrong-shape', 'a round one as a square one', square, { seed: 1105, stamps: [{ form: round }] }),
  refusedFor('wrong-shape', 'an oval one as a round one', round, { seed: 1106, stamps: [{ form: oval }] }),
  refusedFor('wrong-shape', 'a rectangle as a square', name, { seed: 1107, stamps: [{ form: rectangle }] }),
  refusedFor('faint', 'hardly any ink', round, { seed: 1108, stamps: [{ form: round }], ink: [0.98, 0.86, 0.87] }),
  refusedFor('several-seals', 'a square one beside a round one', round, {
    seed: 1109,
    stamps: [
      { form: round, x: -18 },
      { form: square, x: 22, y: 6 },
    ],
    view: { width: 100, height: 75 },
  }),
]

function drawn(name: string, form: SealForm, scene: Scene): DrawnCase {
  return { name, form, scene }
}

function refusedFor(refusal: FindingCode, what: string, form: SealForm, scene: Scene): DrawnCase {
  return { name: `${form.shape} ${form.widthMm} mm, ${what}`, form, scene, refusal }
}
