import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pkcs11Errors } from '../../../shared/failures/vendor/pkcs11.ts'

import { isRefusal, isSessionGone, toTokenError } from './pkcs11-errors.ts'

describe('toTokenError', () => {
  it('goes by a table whose names and values are those of the standard’s header', () => {
    const folder = dirname(createRequire(import.meta.url).resolve('pkcs11js'))
    const header = readFileSync(join(folder, 'includes/pkcs11/pkcs11t.h'), 'utf8')
    const defined = header.matchAll(/#define (CKR_\w+)\s+(0x[\dA-Fa-f]+)/g)
    const values = new Map([...defined].map(([, name, value]) => [name, Number(value)]))
    expect(pkcs11Errors.map(({ name, value }) => [name, Number(value)])).toEqual(
      pkcs11Errors.map(({ name }) => [name, values.get(name)]),
    )
    expect(pkcs11Errors.length).toBeGreaterThan(50)
  })

  it('reads both shapes of pkcs11js errors, and names the call', () => {
    expect(toTokenError('C_Login', new Error('CKR_PIN_INCORRECT')).failure).toEqual({
      code: 'token.pinIncorrect',
      details: { call: 'C_Login', ckr: 'CKR_PIN_INCORRECT' },
    })
    expect(toTokenError('C_CreateObject', new Error('CKR_DEVICE_MEMORY:49\n at x')).failure).toEqual({
      code: 'token.noRoom',
      details: { call: 'C_CreateObject', ckr: 'CKR_DEVICE_MEMORY' },
    })
  })

  it('keeps the number of what a vendor has added, and says failed where it knows nothing', () => {
    expect(toTokenError('C_Sign', new Error('CKR_VENDOR_DEFINED:2147483649')).failure).toEqual({
      code: 'token.failed',
      details: { call: 'C_Sign', ckr: 'CKR_VENDOR_DEFINED:2147483649' },
    })
    expect(toTokenError('C_Login', new TypeError('the PIN 12345678 is bad')).failure).toEqual({
      code: 'token.failed',
      details: { call: 'C_Login', ckr: 'none' },
    })
  })
})

describe('isRefusal', () => {
  it('tells answers of the module from each other and from everything else', () => {
    const gone = toTokenError('C_FindObjectsInit', new Error('CKR_SESSION_HANDLE_INVALID:179'))
    expect(isRefusal(gone, 'SESSION_HANDLE_INVALID')).toBe(true)
    expect(isRefusal(gone, 'PIN_INCORRECT')).toBe(false)
    expect(isRefusal(new Error('CKR_SESSION_HANDLE_INVALID'), 'SESSION_HANDLE_INVALID')).toBe(false)
    expect(isSessionGone(gone)).toBe(true)
  })
})
