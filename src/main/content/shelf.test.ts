import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as z from 'zod'
import { openShelf } from './shelf.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelf-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (second: number) => `2026-11-23T08:00:0${second}.000Z`
const errors: unknown[] = []

function open(platform = 'https://a.example', most = 3, path = join(folder, 'shelf.json')) {
  return openShelf({
    path,
    platform,
    schema: z.object({ n: z.number() }),
    most,
    notKept: (error) => errors.push(error),
  })
}

it('keeps answers with when they were given, over a restart', async () => {
  const shelf = open()
  expect(await shelf.get('1')).toBeUndefined()
  await shelf.put('1', { value: { n: 1 }, fetchedAt: at(1) })
  await shelf.put('1', { value: { n: 2 }, fetchedAt: at(2) })
  expect(await open().get('1')).toEqual({ value: { n: 2 }, fetchedAt: at(2) })
  expect(readdirSync(folder)).toEqual(['shelf.json'])
})

it('keeps so many and no more: the oldest goes', async () => {
  const shelf = open()
  for (const n of [1, 2, 3]) await shelf.put(String(n), { value: { n }, fetchedAt: at(n) })
  await shelf.put('1', { value: { n: 1 }, fetchedAt: at(4) })
  await shelf.put('4', { value: { n: 4 }, fetchedAt: at(5) })
  const again = open()
  const kept = await Promise.all(['1', '2', '3', '4'].map(async (key) => (await again.get(key))?.value.n))
  expect(kept).toEqual([1, undefined, 3, 4])
})

it('shows nothing of another platform', async () => {
  await open().put('1', { value: { n: 1 }, fetchedAt: at(1) })
  expect(await open('https://b.example').get('1')).toBeUndefined()
})

it.each([
  ['is cut off', (path: string) => truncateSync(path, 20)],
  [
    'holds something else',
    (path: string) => writeFileSync(path, '{"platform":"https://a.example","answers":[{"key":7}]}'),
  ],
  ['is far too large', (path: string) => writeFileSync(path, `"${'x'.repeat(17 << 20)}"`)],
])('a file that %s is put aside, and is no error', async (_name, damage) => {
  await open().put('1', { value: { n: 1 }, fetchedAt: at(1) })
  const path = join(folder, 'shelf.json')
  damage(path)
  const shelf = open()
  expect(await shelf.get('1')).toBeUndefined()
  expect(existsSync(`${path}.damaged`)).toBe(true)
  await shelf.put('1', { value: { n: 3 }, fetchedAt: at(3) })
  expect(readFileSync(path, 'utf8')).toContain('"n":3')
})

it('an answer that cannot be kept is an answer all the same', async () => {
  const shelf = open('https://a.example', 3, join(folder, 'missing/shelf.json'))
  errors.length = 0
  await shelf.put('1', { value: { n: 1 }, fetchedAt: at(1) })
  expect(errors).toHaveLength(1)
  expect((await shelf.get('1'))?.value.n).toBe(1)
})
