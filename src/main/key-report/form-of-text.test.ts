import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formOfText } from './form-of-text.ts'

it('keeps length, kinds of characters and what stands between them', () => {
  expect(formOfText('{3F2A09bc-1}')).toBe('{#A#A##aa-#}')
  expect(formOfText('济南示例公司 Zhang_3')).toBe('某某某某某某 Aaaaa_#')
  expect(formOfText('')).toBe('')
})

it('tells the end of a long text only, where that is wanted', () => {
  expect(formOfText('3701008822319907', 4)).toBe('############9907')
  expect(formOfText('88229907', 4)).toBe('########')
})

it('never tells a letter or a digit that is to be hidden, whatever the text is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const form = formOfText(text)
      expect(Array.from(form)).toHaveLength(Array.from(text).length)
      expect(form.replace(/[aA某#]/gu, '')).not.toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})
