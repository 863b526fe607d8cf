import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pixelsOf, stamp, drawSeal, type StampOptions } from '../../../../tests/support/stamp-pictures.ts'
import type { SealType } from '../../../shared/seals/seal-types.ts'
import { checkSeal } from './check-seal.ts'

const codes = (options: StampOptions, type: SealType = 'official') =>
  checkSeal(pixelsOf(stamp(options)), type).map(({ code }) => code)

const oval = { shape: 'oval', width: 532, height: 354, size: 1.4 } as const
const square = { shape: 'square', width: 240, size: 0.92 } as const

test.each<[string, StampOptions, SealType]>([
  ['a transparent round one', {}, 'official'],
  ['one on white', { ground: '#ffffff' }, 'official'],
  ['one on paper that is nearly white', { ground: '#f4f4f2' }, 'official'],
  ['a round one that is turned', { turn: 30 }, 'official'],
  ['a darker red', { ink: '#9b1b1b' }, 'official'],
  ['a red towards orange', { ink: '#e8401c' }, 'official'],
  ['one that is half transparent', { ink: 'rgba(214, 0, 28, 0.75)' }, 'contract'],
  ['an oval one', oval, 'invoice'],
  ['an oval one that stands for the oval seal', oval, 'oval'],
  ['a square one', square, 'legal-representative'],
  ['a square one for finance', { ...square, width: 300 }, 'finance'],
  ['a round one for finance', {}, 'finance'],
  ['one a little beside the centre', { size: 0.86, shift: [12, -12] }, 'official'],
  ['one without a frame, its letters apart', { shape: 'letters', size: 0.9 }, 'personal'],
  ['a square that is turned by two degrees', { ...square, turn: 2, size: 0.84 }, 'personal'],
])('%s is in order', (_what, options, type) => {
  expect(codes(options, type)).toEqual([])
})

test.each<[string, StampOptions, SealType, readonly string[]]>([
  ['nothing at all', { ink: 'transparent' }, 'official', ['no-seal']],
  ['a black one', { ink: '#111111', ground: '#ffffff' }, 'official', ['not-red']],
  ['a grey one', { ink: '#a0a0a0', ground: '#ffffff' }, 'official', ['not-red']],
  ['a blue one', { ink: '#1030c0' }, 'official', ['not-red']],
  ['one on yellow paper', { ground: '#f3e7b0' }, 'official', ['coloured-ground']],
  ['one on grey paper', { ground: '#c9c9c9' }, 'official', ['coloured-ground']],
  ['one that is cut off on the left', { shift: [-40, 0] }, 'official', ['cut-off']],
  ['one that is cut off above', { shift: [0, -30] }, 'official', ['cut-off']],
  ['one that touches the edge', { size: 1 }, 'official', ['cut-off', 'cut-off', 'cut-off', 'cut-off']],
  ['one in a corner', { size: 0.7, shift: [60, 60] }, 'official', ['off-centre']],
  ['one that is small', { size: 0.4 }, 'official', ['small-in-picture']],
  ['one without a quarter of its ring', { gap: 110 }, 'official', ['incomplete']],
  ['an oval that leans', { ...oval, height: 440, size: 1.05, turn: 9 }, 'invoice', ['skewed']],
  ['a square that leans', { ...square, size: 0.78, turn: 8 }, 'personal', ['skewed']],
  ['one without a frame that leans', { shape: 'letters', size: 0.8, turn: 12 }, 'personal', ['skewed']],
  ['one without a frame for a round type', { shape: 'letters', size: 0.9 }, 'official', ['wrong-shape']],
  ['a square for a round type', square, 'official', ['wrong-shape']],
  ['a round one for a square type', {}, 'personal', ['wrong-shape']],
  ['an oval for a round type', oval, 'official', ['wrong-shape']],
])('%s is refused', (_what, options, type, expected) => {
  expect(codes(options, type)).toEqual(expected)
})

test('text across the seal is refused, and shown where it is', () => {
  const over: StampOptions['over'] = (context) => {
    context.fillStyle = '#202020'
    context.font = 'bold 40px "Noto Serif CJK SC"'
    context.fillText('签订日期二〇二六年', -180, 60)
  }
  const [finding, ...others] = checkSeal(pixelsOf(stamp({ over })), 'official')
  expect([finding?.code, others]).toEqual(['other-ink', []])
  const where = finding?.where
  expect(where === undefined ? 0 : where.y + where.height / 2).toBeGreaterThan(248)
  expect(where?.width).toBeGreaterThan(300)
})

test('two seals are refused, and each is shown', () => {
  const over: StampOptions['over'] = (context) => {
    context.translate(500, 0)
    context.strokeStyle = context.fillStyle = '#d6001c'
    drawSeal(context, {}, 180)
  }
  const picture = stamp({ width: 1000, height: 496, shift: [-250, 0], size: 0.8, over })
  const found = checkSeal(pixelsOf(picture), 'official')
  expect(found.map(({ code }) => code)).toEqual(['several-seals', 'several-seals'])
  const [left, right] = found.map(({ where }) => where?.x ?? 0).sort((one, other) => one - other)
  expect([(left ?? 0) < 100, (right ?? 0) > 500]).toEqual([true, true])
})

test('a speck of dust changes nothing', () => {
  const over: StampOptions['over'] = (context) => {
    context.fillStyle = '#d6001c'
    context.fillRect(-246, -246, 3, 3)
  }
  expect(codes({ size: 0.86, over })).toEqual([])
})

test('a ring with a small gap is pointed out, and not refused', () => {
  expect(checkSeal(pixelsOf(stamp({ gap: 50, size: 0.9 })), 'official')).toMatchObject([
    { code: 'gaps', severity: 'notice' },
  ])
})

test('noise is never taken for a seal, and nothing of it throws', () => {
  const side = fc.integer({ min: 1, max: 40 })
  const octets = fc.uint8Array({ minLength: 6400, maxLength: 6400 })
  fc.assert(
    fc.property(side, side, octets, (width, height, noise) => {
      const data = new Uint8ClampedArray(noise.subarray(0, width * height * 4))
      const findings = checkSeal({ width, height, data }, 'official')
      expect(findings.some(({ severity }) => severity === 'refused')).toBe(true)
    }),
  )
})
