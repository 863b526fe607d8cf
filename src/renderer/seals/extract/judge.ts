import type { SealForm } from '../../../shared/seals/seal-types.ts'
import type { Finding, FindingCode, Quality } from './finding.ts'
import type { Measures } from './measures.ts'
import type { Rectangle } from '../ink/picture.ts'

interface Rule {
  readonly code: FindingCode
  readonly isRefused: (measures: Measures, form: SealForm) => boolean
  readonly isNoticed?: (measures: Measures) => boolean
  /** Points off a hundred. */
  readonly cost: (measures: Measures) => number
}

const none = () => 0
/** Of the border's own line; worn ones have 0.9 and more, and noise no line at all. */
const leastBorder = 0.8

/**
 * In the order of what matters: the first refusal is what the user reads first. The limits were set on drawn seals
 * (tests/support/drawn-seals.ts) and on what a reviewer can still read: a stroke of a seal is 0.4 mm and more.
 */
const rules: readonly Rule[] = [
  // A sticker, a dot, an empty circle, coloured noise: round, but nothing is written in it.
  { code: 'no-seal', isRefused: isNoSeal, cost: none },
  {
    code: 'cut-off',
    isRefused: ({ covered, gap }) => gap > 0.14 && covered > 0.3,
    cost: none,
  },
  {
    code: 'incomplete',
    isRefused: ({ covered, borderInk }) => covered < 0.72 || borderInk < leastBorder,
    isNoticed: ({ covered }) => covered < 0.9,
    cost: ({ covered }) => (1 - covered) * 100,
  },
  {
    code: 'too-small',
    isRefused: ({ dpi }) => dpi < 110,
    isNoticed: ({ dpi }) => dpi < 200,
    cost: ({ dpi }) => slope(dpi, 300, 110) * 20,
  },
  {
    code: 'blurred',
    isRefused: ({ blurMm }) => blurMm > 0.16,
    isNoticed: ({ blurMm }) => blurMm > 0.115,
    cost: ({ blurMm }) => slope(blurMm, 0.06, 0.16) * 35,
  },
  {
    code: 'faint',
    isRefused: ({ inkLevel }) => inkLevel < 45,
    isNoticed: ({ inkLevel }) => inkLevel < 80,
    cost: ({ inkLevel }) => slope(inkLevel, 130, 45) * 25,
  },
  {
    code: 'shadow',
    isRefused: ({ lightRange }) => lightRange < 0.28,
    isNoticed: ({ lightRange }) => lightRange < 0.6,
    cost: ({ lightRange }) => slope(lightRange, 0.85, 0.28) * 20,
  },
  {
    code: 'text-across',
    isRefused: ({ textShare }) => textShare > 0.3,
    isNoticed: ({ textShare }) => textShare > 0.004,
    cost: ({ textShare }) => slope(textShare, 0.004, 0.15) * 30,
  },
  {
    code: 'tilted',
    isRefused: ({ axisRatio }) => axisRatio < 0.78,
    isNoticed: ({ axisRatio }) => axisRatio < 0.94,
    cost: ({ axisRatio }) => slope(axisRatio, 0.98, 0.78) * 25,
  },
]

/** What is wrong with a seal that was found, and how good its picture will be. */
export function judge(measures: Measures, form: SealForm, where: Rectangle): Quality {
  const findings = rules.flatMap(({ code, isRefused, isNoticed }): Finding[] => {
    if (isRefused(measures, form)) return [{ code, severity: 'refused', where }]
    return isNoticed?.(measures) === true ? [{ code, severity: 'notice', where }] : []
  })
  const refused = findings.filter(({ severity }) => severity === 'refused')
  if (refused.length > 0) return { score: 0, findings: refused }
  const cost = rules.reduce((sum, rule) => sum + rule.cost(measures), 0)
  return { score: Math.round(Math.min(100, Math.max(1, 100 - cost))), findings }
}

function isNoSeal({ fill, innerFill, raggedness, borderInk, covered }: Measures, { shape }: SealForm): boolean {
  // Carved the other way, a name seal is red with white characters.
  const mostFill = shape === 'square' || shape === 'rectangle' ? 0.88 : 0.72
  // A spatter has ink all around its edge, but no line there; a border with gaps is told as such.
  const isWithoutBorder = borderInk < leastBorder && covered > 0.85
  return fill > mostFill || fill < 0.04 || innerFill < 0.02 || raggedness > 0.9 || isWithoutBorder
}

/** 0 at the good end, 1 at the bad one. */
function slope(value: number, good: number, bad: number): number {
  return Math.min(1, Math.max(0, (value - good) / (bad - good)))
}
