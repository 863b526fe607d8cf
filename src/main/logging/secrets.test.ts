import fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFileLog, type FileLog } from './file-log.ts'
import { logFiles } from './rotate.ts'
import { encodings, secretKinds } from './testing/secret-kinds.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A log of its own for each round: electron-log remembers files by their paths. */
let rounds = 0
function newLog(): FileLog {
  rounds += 1
  path = join(folder, `log-${rounds}`, 'main.log')
  return createFileLog(path)
}

/** What was written, without the time, the level and the id of each line. */
function messages(): readonly string[] {
  const text = [...logFiles(path)].reverse().flatMap((file) => readIfThere(file))
  return text.flatMap((part) => part.trimEnd().split('\n')).map((line) => line.replace(/^\S+ \S+ +\[[^\]]+\] /, ''))
}

function readIfThere(file: string): readonly string[] {
  try {
    return [readFileSync(file, 'utf8')]
  } catch {
    return []
  }
}

/** As it stands on one line of a log. */
function lineOf(text: string): string {
  return text.replaceAll('\n', ' ⏎ ')
}

interface Written {
  readonly spelling: string
  /** How many messages in a row carry it. */
  readonly parts: number
}

/** As a failure's cause, and each spelling whole and cut in two anywhere. */
function writeAll(log: FileLog, secret: string, cutAt: number): readonly Written[] {
  log.failure('token:list', { code: 'token.failed' }, new Error(`module "${secret}" is odd`))
  const spelled = encodings(secret).flatMap((spelling) => {
    const at = 1 + (cutAt % (spelling.length - 1))
    log.info(`driver said: ${spelling}`)
    log.info(`driver said: ${spelling.slice(0, at)}`)
    log.info(`${spelling.slice(at)} and no more`)
    return [
      { spelling, parts: 1 },
      { spelling, parts: 2 },
    ]
  })
  return [{ spelling: secret, parts: 1 }, ...spelled]
}

function shows(shown: readonly string[], { spelling }: Written): boolean {
  return shown.some((text) => text.includes(lineOf(spelling))) || shown.join('').includes(lineOf(spelling))
}

it.each(secretKinds)(
  '1,000 times no $name in the log, however it is spelled or split',
  ({ values, isKnown }) => {
    const some = fc.array(values, { minLength: 10, maxLength: 10 })
    const hidden = fc.property(some, fc.nat(), (secrets, cutAt) => {
      const log = newLog()
      const written = secrets.flatMap((secret) => {
        const letGo = isKnown ? log.hide(secret) : () => undefined
        const all = writeAll(log, secret, cutAt)
        letGo()
        return all
      })
      const lines = messages()
      // Nothing was rotated away before it could be looked at.
      expect(lines.length).toBe(written.reduce((sum, { parts }) => sum + parts, 0))
      let at = 0
      const seen = written.filter((one) => {
        const shown = lines.slice(at, at + one.parts)
        at += one.parts
        return shows(shown, one)
      })
      expect(seen).toEqual([])
    })
    fc.assert(hidden, { numRuns: 100 })
  },
  300_000,
)
