import type { ErrorCode } from '../../error-codes.ts'

/** One value with which a vendor's component tells what went wrong. */
export interface VendorError {
  /** As it is written in headers and error boxes; the same for no two values of a family. */
  readonly name: string
  /** As users see it: hexadecimal with 0x, GDCA's in decimal. */
  readonly value: string
  readonly code: ErrorCode
  /** What it says, in Chinese. */
  readonly meaning: string
}

/** Value, name, our code, meaning: a table is read line by line. */
export type VendorRow = readonly [number, string, ErrorCode, string]

export function hexadecimal(rows: readonly VendorRow[], digits: number): readonly VendorError[] {
  return rows.map(([value, name, code, meaning]) => ({ name, value: hex(value, digits), code, meaning }))
}

function hex(value: number, digits: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`
}
