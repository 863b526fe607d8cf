import { describe, expect, it } from 'vitest'

import { decodeLabel, trimField } from './token-text.ts'

describe('decodeLabel', () => {
  it('reads UTF-8, and what is not UTF-8 as GB 18030', () => {
    expect(decodeLabel(Buffer.from('张三', 'utf8'))).toBe('张三')
    expect(decodeLabel(Buffer.from('d5c5c8fd', 'hex'))).toBe('张三')
    expect(decodeLabel(new Uint8Array())).toBe('')
  })
})

describe('trimField', () => {
  it('takes away the padding and nothing else', () => {
    expect(trimField(' a b  \0\0 ')).toBe(' a b')
    expect(trimField('   ')).toBe('')
  })
})
