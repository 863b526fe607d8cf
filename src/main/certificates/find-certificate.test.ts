import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { findCertificate } from './find-certificate.ts'
import { moduleWith, storedCertificate, tokenWith } from './testing/stored-certificate.ts'

const value = Uint8Array.of(1, 2, 3)
const id = createHash('sha256').update(value).digest('hex')
const stored = storedCertificate(value)
const token = tokenWith([storedCertificate(Uint8Array.of(9)), stored], 'B2')
const modules = [moduleWith([tokenWith([])]), moduleWith([tokenWith([]), token])]

it('finds the certificate and the token that holds it, in whichever module', () => {
  expect(findCertificate(modules, id)).toEqual({ token, stored })
})

it('finds it by the hash of what the token holds and by nothing else', () => {
  for (const other of ['', id.toUpperCase(), id.slice(0, -1), '01']) {
    expect(() => findCertificate(modules, other)).toThrow(new AppError('certificate.notFound'))
  }
  expect(() => findCertificate([], id)).toThrow(new AppError('certificate.notFound'))
})
