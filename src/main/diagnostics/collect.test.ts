import { expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { redact } from '../logging/redact.ts'
import { collect } from './collect.ts'
import type { Source } from './ports.ts'
import { spokenCode } from './spoken-code.ts'

function collecting(deadlineMs?: number) {
  const told: (readonly [string, boolean])[] = []
  const failed: (readonly [string, string])[] = []
  const options = {
    redact,
    collected: (section: string, isFailed: boolean) => void told.push([section, isFailed]),
    failed: (section: string, { code }: { readonly code: string }) => void failed.push([section, code]),
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  }
  return { told, failed, options }
}

const about: Source = {
  section: 'about',
  read: () => Promise.resolve([{ file: 'about.json', value: { pin: 'x 123456' } }]),
}

it('keeps the order of the sources, and redacts values, names and lines', async () => {
  const slow: Source = {
    section: 'tokens',
    read: async () => {
      await new Promise(setImmediate)
      return [{ file: 'tokens.json', value: { '13812345678': ['Bearer abc.def', 7, null] } }]
    },
  }
  const log: Source = {
    section: 'log',
    read: () => Promise.resolve([{ file: 'log/main.log', lines: ['a 12345', 'b'] }]),
  }
  const { options, told } = collecting()
  const entries = await collect([slow, about, log], options)
  expect(
    entries.map(({ file, text }) => [file, file.endsWith('.json') ? (JSON.parse(text) as unknown) : text]),
  ).toEqual([
    ['tokens.json', { '[phone]': ['Bearer [token]', 7, null] }],
    ['about.json', { pin: 'x [digits]' }],
    ['log/main.log', 'a [digits]\nb'],
  ])
  expect(told.map(([section]) => section).sort()).toEqual(['about', 'log', 'tokens'])
})

it('says which section failed, by its code, and packs the others', async () => {
  const broken: Source = { section: 'drivers', read: () => Promise.reject(new AppError('token.failed')) }
  const odd: Source = { section: 'platform', read: () => Promise.reject(new Error('pin 123456')) }
  const { options, told, failed } = collecting()
  const entries = await collect([broken, odd, about], options)
  expect(entries.map(({ section, failure }) => [section, failure?.code])).toEqual([
    ['drivers', 'token.failed'],
    ['platform', 'internal'],
    ['about', undefined],
  ])
  expect(entries[0]?.text).toBe('{\n  "failed": "token.failed"\n}\n')
  expect([failed, told.filter(([, isFailed]) => isFailed).length]).toEqual([
    [
      ['drivers', 'token.failed'],
      ['platform', 'internal'],
    ],
    2,
  ])
})

it('does not wait for ever', async () => {
  const hung: Source = { section: 'environment', read: () => new Promise(() => undefined) }
  const { options } = collecting(1)
  const entries = await collect([hung, about], options)
  expect(entries.map(({ failure }) => failure?.code)).toEqual(['diagnostics.late', undefined])
})

it('keeps the end of what is too long, and stays below the limit of a package', async () => {
  const lines = Array.from({ length: 200_000 }, (_, index) => `line ${index % 100} of many`)
  const long = (file: string): Source => ({
    section: 'log',
    read: () => Promise.resolve([{ file, lines: [...lines, 'last'] }]),
  })
  const options = { ...collecting().options, redact: (text: string) => text }
  const entries = await collect(['a', 'b', 'c', 'd', 'e'].map(long), options)
  const sizes = entries.map(({ text }) => Buffer.byteLength(text))
  expect(entries[0]?.text.endsWith('\nlast')).toBe(true)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1_250_010)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(5_000_100)
  expect(entries.length).toBe(5)
})

it('makes the same six digits of the same files, and others of others', () => {
  const files = [
    { file: 'a', text: '1' },
    { file: 'b', text: '2' },
  ]
  // printf 'a\0001\000b\0002\000' | sha256sum, the first 12 digits, modulo 1,000,000
  expect(spokenCode(files)).toBe('133791')
  expect(spokenCode([...files].reverse())).not.toBe(spokenCode(files))
  expect(spokenCode([{ file: 'a1', text: '' }])).not.toBe(spokenCode([{ file: 'a', text: '1' }]))
})

it('gives a source the time that it says it needs', async () => {
  const silent: Source = { section: 'environment', deadlineMs: 1, read: () => new Promise(() => undefined) }
  const { options } = collecting()
  expect((await collect([silent, about], options)).map(({ failure }) => failure?.code)).toEqual([
    'diagnostics.late',
    undefined,
  ])
})
