/** docs/security.md cannot rot: what it names is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commentedItems, itemsOf, namedFiles, namedTests, root, rowsWithStatus, titlesIn } from './security-doc.ts'

const text = readFileSync(join(root, 'docs/security.md'), 'utf8')

describe('docs/security.md', () => {
  it('names only files that are there', () => {
    const files = namedFiles(text)
    expect(files.length).toBeGreaterThan(60)
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  it('names only tests that are there, by their whole title', () => {
    const tests = namedTests(text)
    expect(tests.length).toBeGreaterThan(60)
    const missing = tests.filter(({ file, title }) => !titlesIn(join(root, file)).has(title))
    expect(missing.map(({ file, title }) => `${file} "${title}"`)).toEqual([])
  })

  it('has the 20 items of Electron’s checklist, in their order', () => {
    expect(itemsOf(text).map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('names a test for everything that it says is held', () => {
    const rows = rowsWithStatus(text)
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter(({ status, tests }) => status !== 'open' && tests.length === 0)).toEqual([])
  })

  it('and the comments in the code name the same items', () => {
    const commented = commentedItems(['src', 'tools', 'scripts'])
    const items = itemsOf(text)
    const known = items.map(({ number }) => number)
    expect([...commented].filter((number) => !known.includes(number))).toEqual([])
    const silent = items.filter(({ number, status }) => status !== 'open' && !commented.has(number))
    expect(silent.map(({ number }) => number)).toEqual([])
  })
})

describe('the reading of it', () => {
  it('finds what is named, and takes nothing else for it', () => {
    const line =
      '| 3 | x | held | `src/a.ts`, `unsafe-inline`, `SECURITY(n)` (0001) | `src/a.test.ts` "does %s"; `b.test.tsx` "is" |'
    expect(namedFiles(line)).toEqual(['src/a.ts', 'src/a.test.ts', 'b.test.tsx'])
    expect(itemsOf(`${line}\n| what | x |\n| --- | --- |`)).toEqual([
      {
        number: 3,
        status: 'held',
        tests: [
          { file: 'src/a.test.ts', title: 'does %s' },
          { file: 'b.test.tsx', title: 'is' },
        ],
      },
    ])
  })

  it('knows titles of tests from other texts', () => {
    const titles = titlesIn(join(import.meta.dirname, 'security-doc.test.ts'))
    expect(titles).toContain('knows titles of tests from other texts')
    expect(titles).not.toContain('the reading of it')
    expect(titles).not.toContain('src')
  })
})
