import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNameList } from './name-list.ts'

const read = (text: string) => readNameList(Buffer.from(text)).map((name) => Buffer.from(name).toString())

describe('readNameList', () => {
  it('reads names up to the end of the list, with and without its last marks', () => {
    expect(read('first\0second\0\0')).toEqual(['first', 'second'])
    expect(read('first\0second\0')).toEqual(['first', 'second'])
    expect(read('first\0second')).toEqual(['first', 'second'])
    expect(read('first\0\0left over\0')).toEqual(['first'])
    expect([read(''), read('\0'), read('\0\0')]).toEqual([[], [], []])
  })

  it('reads every list as it was written, and no octets otherwise than as a list', () => {
    const name = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((octets) => octets.map((octet) => octet || 1))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), (names) => {
        const list = Buffer.concat([...names.flatMap((each) => [each, Buffer.of(0)]), Buffer.of(0)])
        expect(readNameList(list)).toEqual(names.map((each) => Uint8Array.from(each)))
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (octets) => {
        expect(readNameList(octets).every((each) => each.length > 0 && !each.includes(0))).toBe(true)
      }),
    )
  })
})
