import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { createFileLog } from './file-log.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
  path = join(folder, 'main.log')
})
afterEach(() => rmSync(folder, { recursive: true }))

const lines = () => readFileSync(path, 'utf8').trimEnd().split('\n')

it('writes what it is told, without numbers that may be secret', () => {
  createFileLog(path).info('code 123456 to 13812345678')
  expect(lines()).toEqual([expect.stringMatching(/^\S+Z info {2}\[-\] code \[digits\] to \[phone\]$/)])
})

it('writes a failure with its code, details and causes', () => {
  const cause = new Error('refused pin 12345678', { cause: new TypeError('CKR_PIN_INCORRECT') })
  const error = new AppError('token.pinIncorrect', { details: { triesLeft: 2 }, cause })
  createFileLog(path).failure('renewal:execute', error.failure, error)
  expect(lines()).toEqual([
    expect.stringMatching(
      /^\S+Z warn {2}\[-\] renewal:execute token\.pinIncorrect {"triesLeft":2} \| AppError: token\.pinIncorrect <- Error: refused pin \[digits\] <- TypeError: CKR_PIN_INCORRECT$/,
    ),
  ])
})

it('writes a failure without details or causes', () => {
  createFileLog(path).failure('app:info', { code: 'internal' }, undefined)
  expect(lines()[0]).toMatch(/app:info internal \| *$/)
})

it.runIf(process.platform !== 'win32')('keeps the file to this user', () => {
  createFileLog(path).info('text')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})
