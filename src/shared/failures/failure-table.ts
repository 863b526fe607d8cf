import type { ErrorCode } from '../error-codes.ts'
import type { FailureRow } from './failure-row.ts'
import { environmentRows } from './rows-environment.ts'
import { platformRows } from './rows-platform.ts'
import { programRows } from './rows-program.ts'
import { renewalRows } from './rows-renewal.ts'
import { tokenRows } from './rows-token.ts'

/** Exhaustive: a code without a row does not compile. */
export const failureTable: Readonly<Record<ErrorCode, FailureRow>> = {
  ...tokenRows,
  ...platformRows,
  ...renewalRows,
  ...environmentRows,
  ...programRows,
}
