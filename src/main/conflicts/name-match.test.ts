import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitsPattern, holdsPart, leadsThrough } from './name-match.ts'

it.each([
  ['KEYX.EXE', 'KeyX.exe', true],
  ['KeyXAexe', 'KeyX.exe', false],
  ['MyKeyX.exe', 'KeyX.exe', false],
  ['citic_certd.exe', '*certd*.exe', true],
  ['certd', '*certd*.exe', false],
  ['a+b(1).exe', 'a+b(1).exe', true],
  ['新点.exe', '新点*', true],
])('%s against %s: %s', (name, pattern, fits) => {
  expect(fitsPattern(name, pattern)).toBe(fits)
})

it('takes every character of a pattern but * for itself', () => {
  // Unicode knows more about case than one letter for another (ß, ſ): file names of the table are plain.
  const plain = fc.property(fc.stringMatching(/^[ -~]{0,12}$/), fc.stringMatching(/^[ -~]{0,12}$/), (name, text) => {
    const pattern = text.replaceAll('*', '')
    expect(fitsPattern(name, pattern)).toBe(name.toLowerCase() === pattern.toLowerCase())
  })
  fc.assert(plain, { numRuns: 500 })
})

it('finds parts of names whatever their blanks and case', () => {
  expect(holdsPart('国信 CA 助手', ['国信CA'])).toBe(true)
  expect(holdsPart('netca PKI', ['网证通', 'NETCA'])).toBe(true)
  expect(holdsPart('北京 数字 认证', ['数字认证'])).toBe(true)
  expect(holdsPart('Beijing  Certificate Authority', ['beijing certificate authority'])).toBe(true)
  expect(holdsPart('Net Control', ['NETCA'])).toBe(false)
})

it('makes no word of the end of one and the beginning of the next', () => {
  expect(holdsPart('China Internet CA', ['NETCA'])).toBe(false)
  expect(holdsPart('Planet Camera 2', ['NETCA'])).toBe(false)
})

it('finds folders by whole steps, with either slash', () => {
  expect(leadsThrough('C:\\Program Files (x86)\\NETCA\\KeyX\\KeyX.exe', ['netca'])).toBe(true)
  expect(leadsThrough('/opt/EnterSafe/ePass3000GM/certd', ['EnterSafe\\ePass3000GM'])).toBe(true)
  expect(leadsThrough('C:\\NETCAnything\\x.exe', ['NETCA'])).toBe(false)
})
