import fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { outputs, payloads } from '../ipc/testing/samples.ts'
import { createFileLog, type FileLog } from '../logging/file-log.ts'
import { encodings, secretKinds } from '../logging/testing/secret-kinds.ts'
import { createDiagnosticsCases } from './diagnostics-cases.ts'
import type { Source } from './ports.ts'
import { describeRenewals } from './sections/renewals.ts'
import { describeSetup } from './sections/settings.ts'
import { describeTokens } from './sections/tokens.ts'
import { renewalRecord } from './testing/renewal-record.ts'
import { unzip } from './testing/unzip.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-in-zip-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

let rounds = 0
function newLog(): FileLog {
  rounds += 1
  return createFileLog(join(folder, `log-${rounds}`, 'main.log'))
}

/** Each text in one of five places where a library or a platform could have put it; the log has them all. */
function sources(all: readonly string[], log: FileLog): readonly Source[] {
  const [texts = [], others = [], more = [], still = [], last = []] = [0, 1, 2, 3, 4].map((place) =>
    all.filter((_, index) => index % 5 === place),
  )
  const failures = others.map((text) => ({ code: 'token.failed', details: { detail: text } }))
  const overview = payloads['certificates:changed']
  const [token] = overview.tokens
  const tokens = token === undefined ? [] : more.map((text) => ({ ...token, label: text, model: `model ${text}` }))
  const setup = still.map((text) =>
    describeSetup({ ...outputs['settings:read'], platformAddress: `https://ca/?a=${text}` }),
  )
  const json = (section: Source['section'], value: unknown): Source => ({
    section,
    read: () => Promise.resolve([{ file: `${section}.json`, value }]),
  })
  return [
    json(
      'environment',
      texts.map((text) => ({ findings: [{ details: [{ label: 'said', value: `it said ${text}` }] }] })),
    ),
    json('drivers', failures),
    json('tokens', describeTokens({ ...overview, tokens })),
    json('settings', setup),
    {
      section: 'renewals',
      read: () => Promise.resolve(describeRenewals(last.map((text) => renewalRecord(undefined, text)))),
    },
    {
      section: 'log',
      read: () =>
        Promise.resolve(log.recent().map(({ name, text }) => ({ file: `log/${name}`, lines: text.split('\n') }))),
    },
  ]
}

/** The texts of the zip that is saved, unpacked again. */
async function packed(texts: readonly string[], log: FileLog): Promise<string> {
  const cases = createDiagnosticsCases({
    ...{ sources: sources(texts, log), version: '0.1.0', redact: log.redact, log, publish: () => undefined },
    ...{ chooseSavePath: () => Promise.resolve(join(folder, 'a.zip')), showFile: () => undefined },
    language: () => 'zh-CN',
  })
  const { code } = await cases.prepareDiagnostics()
  await cases.saveDiagnostics(code)
  const files = await unzip(readFileSync(join(folder, 'a.zip')))
  // Times have four digits in a row of their own.
  return [...files]
    .flat()
    .join('\n')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d{4}-\d\d-\d\d/g, '')
}

/** As it is, and two of its encodings: another two for each secret in turn. The log's own test has them all for each. */
function someSpellings(secret: string, turn: number): readonly string[] {
  const all = encodings(secret)
  return [0, 2 * turn + 1, 2 * turn + 2].map((index) => all[index % all.length] ?? secret)
}

it.each(secretKinds)(
  '1,000 times no $name in the zip, however it is spelled',
  async ({ values, isKnown }) => {
    const some = fc.array(values, { minLength: 10, maxLength: 10 })
    const hidden = fc.asyncProperty(some, fc.nat(5), async (secrets, shift) => {
      const log = newLog()
      const letGo = isKnown ? secrets.map(log.hide) : []
      const texts = secrets.flatMap((secret, index) => someSpellings(secret, index + shift))
      for (const text of texts) log.info(`driver said: ${text}`)
      const shown = await packed(texts, log)
      for (const end of letGo) end()
      expect(texts.filter((text) => shown.includes(text) || shown.includes(JSON.stringify(text).slice(1, -1)))).toEqual(
        [],
      )
    })
    await fc.assert(hidden, { numRuns: 100 })
  },
  300_000,
)
