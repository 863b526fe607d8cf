import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { builtInDriverTable, DriverTableFile } from '../drivers/driver-table.ts'
import { failureOf } from '../../../tests/support/token-steps.ts'
import { openSignedResource } from './signed-resource.ts'

const script = resolve(import.meta.dirname, '../../../scripts/sign-resource.mjs')
const folder = mkdtempSync(join(tmpdir(), 'signed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...parameters: readonly string[]) =>
  execFileSync(process.execPath, [script, ...parameters], { encoding: 'utf8', stdio: 'pipe' })
const inFolder = (name: string) => join(folder, name)
const key = inFolder('key.pem')
const publicKey = run('--make-key', key).trim()
const otherKey = inFolder('other.pem')
const otherPublicKey = run('--make-key', otherKey).trim()

const builtIn = builtInDriverTable()
const kept = inFolder('kept.json')
beforeEach(() => rmSync(kept, { force: true }))

/** A table of this version, signed by this key through the script that signs. */
function signed(version: number, by = key, content: object = { kind: 'drivers', ...builtIn }): string {
  const [plain, output] = [inFolder('plain.json'), inFolder(`signed-${version}.json`)]
  writeFileSync(plain, JSON.stringify({ ...content, version }))
  run(by, plain, output)
  return output
}

const open = (keys: readonly string[] = [publicKey]) =>
  openSignedResource({ schema: DriverTableFile, builtIn, path: kept, keys })

it('takes a newer table, keeps it, and finds it again at the next start', async () => {
  const resource = await open()
  expect(await resource.take(signed(7))).toMatchObject({ version: 7 })
  expect([resource.read().version, resource.origin()]).toEqual([7, 'file'])
  const reopened = await open()
  expect([reopened.read().version, reopened.origin()]).toEqual([7, 'file'])
})

it('takes what any of its keys has signed: a key can be replaced', async () => {
  const resource = await open([otherPublicKey, publicKey])
  expect(await resource.take(signed(2))).toMatchObject({ version: 2 })
})

it('takes nothing as long as it knows no key, and tells so', async () => {
  const resource = await open([])
  expect(resource.acceptsFiles).toBe(false)
  expect(await failureOf(resource.take(signed(2)))).toEqual({ code: 'resource.refused', details: { reason: 'no-key' } })
})

function changed(file: string, change: (envelope: { payload: string; signature: string }) => unknown): string {
  const path = inFolder('changed.json')
  const content = change(JSON.parse(readFileSync(file, 'utf8')) as { payload: string; signature: string })
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** One bit of the octets behind this base64. */
function flipped(base64: string, at: number): string {
  const octets = Buffer.from(base64, 'base64')
  octets.writeUInt8(octets.readUInt8(at) ^ 1, at)
  return octets.toString('base64')
}

it.each([
  ['another key’s', 'signature', () => signed(9, otherKey)],
  [
    'one with a changed bit in its content',
    'signature',
    () => changed(signed(9), (e) => ({ ...e, payload: flipped(e.payload, 100) })),
  ],
  [
    'one with a changed bit in its signature',
    'signature',
    () => changed(signed(9), (e) => ({ ...e, signature: flipped(e.signature, 5) })),
  ],
  ['one without a signature', 'unreadable', () => changed(signed(9), ({ payload }) => ({ payload }))],
  ['one whose signature is empty', 'signature', () => changed(signed(9), (e) => ({ ...e, signature: '' }))],
  ['one that was cut off', 'unreadable', () => changed(signed(9), (e) => JSON.stringify(e).slice(0, 500))],
  ['a signed file of another kind', 'content', () => signed(9, key, { kind: 'conflicts', drivers: builtIn.drivers })],
  ['one that is as old as the one in use', 'older', () => signed(1)],
  ['a folder', 'unreadable', () => folder],
  ['none', 'unreadable', () => inFolder('missing.json')],
])('refuses %s and keeps what is in use', async (_what, reason, file) => {
  const resource = await open()
  expect(await failureOf(resource.take(file()))).toEqual({ code: 'resource.refused', details: { reason } })
  expect([resource.read(), resource.origin()]).toEqual([builtIn, 'built-in'])
  expect((await open()).origin()).toBe('built-in')
})

it('does not go back to an older one that was signed as well', async () => {
  const resource = await open()
  const older = signed(5)
  await resource.take(signed(6))
  expect(await failureOf(resource.take(older))).toMatchObject({ details: { reason: 'older' } })
  expect((await open()).read().version).toBe(6)
})

it('falls back to its own table when the kept file is damaged, and can be mended', async () => {
  await (await open()).take(signed(6))
  writeFileSync(kept, readFileSync(kept).subarray(0, 1000))
  const resource = await open()
  expect([resource.read(), resource.origin()]).toEqual([builtIn, 'built-in'])
  await resource.take(signed(6))
  expect((await open()).read().version).toBe(6)
})

it('prefers its own table to a kept one that is no newer', async () => {
  await (await open()).take(signed(6))
  const newer = await openSignedResource({
    schema: DriverTableFile,
    builtIn: { ...builtIn, version: 6 },
    path: kept,
    keys: [publicKey],
  })
  expect(newer.origin()).toBe('built-in')
})

it('changes nothing when the file cannot be kept', async () => {
  const resource = await openSignedResource({
    schema: DriverTableFile,
    builtIn,
    path: inFolder('no/such/kept.json'),
    keys: [publicKey],
  })
  expect(await failureOf(resource.take(signed(6)))).toMatchObject({ code: 'settings.saveFailed' })
  expect(resource.origin()).toBe('built-in')
})

it('never overwrites a key that is there', () => {
  const before = readFileSync(key)
  expect(() => run('--make-key', key)).toThrow()
  expect(readFileSync(key)).toEqual(before)
})
