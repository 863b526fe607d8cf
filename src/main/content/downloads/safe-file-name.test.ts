import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from './safe-file-name.ts'

test.each([
  ['证书驱动 v1.2.exe', '证书驱动 v1.2.exe'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a\\b:c*?"<>|.txt', 'a_b_c______.txt'],
  ['报价\u202efdp.exe', '报价fdp.exe'],
  ['CON.txt', '_CON.txt'],
  ['com1', '_com1'],
  ['console.txt', 'console.txt'],
  ['.profile', 'profile'],
  ['a.txt. . ', 'a.txt'],
  ['\u200b\u200b', 'd-1'],
  ['___', 'd-1'],
  [`${'长'.repeat(150)}.tar.gz`, `${'长'.repeat(100)}.gz`],
])('%j is saved as %j', (name, saved) => {
  expect(safeFileName(name, 'd-1')).toBe(saved)
})

test('every name is one that any system takes, and is no path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (name) => {
      const saved = safeFileName(name, 'd-1')
      expect(saved).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+$/u)
      expect(saved).not.toMatch(/^[. ]|[. ]$|^(?:con|prn|aux|nul)(?:\.|$)/i)
      expect(Array.from(saved).length).toBeLessThanOrEqual(117)
      expect(Buffer.byteLength(saved)).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})
