import { expect, test } from 'vitest'
import { errorCodes } from '../error-codes.ts'
import { failureTable } from './failure-table.ts'
import { vendorErrors, vendorErrorsOf } from './vendor-errors.ts'

test('a code that lets nobody go on alone names who can help', () => {
  const alone = errorCodes.filter(
    (code) => failureTable[code].severity === 'serious' && failureTable[code].contact === 'nobody',
  )
  expect(alone).toEqual([])
  expect(Object.keys(failureTable).sort()).toEqual([...errorCodes].sort())
})

test('each value of a vendor is known once, by name and by number', () => {
  const values = vendorErrors.map(({ value }) => value)
  const names = vendorErrors.map(({ name }) => name)
  expect([new Set(values).size, new Set(names).size]).toEqual([values.length, names.length])
  expect(values.filter((value) => !/^(0x[\dA-F]{8}|1\d\d)$/.test(value))).toEqual([])
})

test('the values that users meet most lead to the code that explains them', () => {
  const codeOf = (wanted: string) => vendorErrors.find(({ name, value }) => [name, value].includes(wanted))?.code
  expect(
    ['0x0A000024', '0x0A000025', '0x0A000023', '0x0A000030', '0x0B0000A9', 'CKR_PIN_LOCKED', '0x000000A0', '103'].map(
      codeOf,
    ),
  ).toEqual([
    'token.pinIncorrect',
    'token.pinLocked',
    'token.absent',
    'token.noRoom',
    'issued.otherKey',
    'token.pinLocked',
    'token.pinIncorrect',
    'token.pinLocked',
  ])
  expect(vendorErrorsOf('token.pinLocked').map(({ name }) => name)).toEqual([
    'CKR_PIN_LOCKED',
    'SAR_PIN_LOCKED',
    'GDCA 103',
  ])
})
