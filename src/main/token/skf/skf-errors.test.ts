import { expect, it } from 'vitest'
import { AppError } from '../../app-error.ts'
import { isSkfCode, SAR, skfCodeOf, toSkfError } from './skf-errors.ts'

it('tells what the standard tells, and keeps the number of everything else', () => {
  expect(toSkfError('SKF_VerifyPIN', SAR.pinIncorrect).failure).toEqual({
    ...{ code: 'token.pinIncorrect', details: { call: 'SKF_VerifyPIN', skf: '0x0A000024' } },
  })
  expect(toSkfError('SKF_EnumDev', 0xe0000005).failure).toEqual({
    ...{ code: 'token.failed', details: { call: 'SKF_EnumDev', skf: '0xE0000005' } },
  })
})

it('finds the code in a failure that has one', () => {
  expect(skfCodeOf(toSkfError('SKF_EnumDev', 5))).toBe(5)
  expect(isSkfCode(toSkfError('SKF_EnumDev', SAR.timeout), SAR.notSupported, SAR.timeout)).toBe(true)
  expect([skfCodeOf(new AppError('token.failed')), skfCodeOf(new Error('x')), isSkfCode(undefined, 5)]).toEqual([
    ...[undefined, undefined, false],
  ])
})
