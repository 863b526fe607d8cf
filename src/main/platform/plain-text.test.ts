import { expect, it } from 'vitest'
import { plainText } from './plain-text.ts'

it('makes one line without control and direction characters', () => {
  expect(plainText('  材料\r\n\t不全\u0000\u202Etxt\u200B。 ')).toBe('材料 不全 txt。')
})

it('cuts after 200 characters without cutting one in half', () => {
  const cut = plainText('𠮷'.repeat(300))
  expect([Array.from(cut).length, cut.isWellFormed(), cut.endsWith('…')]).toEqual([200, true, true])
})
