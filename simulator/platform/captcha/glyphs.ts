/**
 * A letter on 5 × 7 dots: seven rows from the top, each one digit to the base 32, whose highest bit is the dot on the
 * left. Only letters that a person cannot take for another: no 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V.
 */
const glyphs = {
  2: 'eh168gv',
  3: 'v2421he',
  4: '26aiv22',
  5: 'vgu11he',
  6: '68guhhe',
  7: 'v124888',
  8: 'ehhehhe',
  9: 'ehhf12c',
  A: 'ehhvhhh',
  C: 'ehgggge',
  D: 'sihhhis',
  E: 'vgguggv',
  F: 'vgguggg',
  G: 'ehgnhhf',
  H: 'hhhvhhh',
  J: '72222ic',
  K: 'hikokih',
  M: 'hrllhhh',
  N: 'hhpljhh',
  P: 'uhhuggg',
  R: 'uhhukih',
  T: 'v444444',
  U: 'hhhhhhe',
  W: 'hhhllla',
  X: 'hha4ahh',
  Y: 'hhha444',
} as const

export const glyphColumns = 5
export const glyphRows = 7

export type Letter = `${keyof typeof glyphs}`
export const letters = Object.keys(glyphs) as readonly Letter[]

/** Whether there is a dot at this place of the letter. */
export function hasDot(letter: Letter, column: number, row: number): boolean {
  const bits = Number.parseInt(glyphs[letter].charAt(row), 32)
  return ((bits >> (glyphColumns - 1 - column)) & 1) === 1
}
