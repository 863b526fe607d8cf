/** How one operation of the contract is said in the sample platform's words. */
import * as z from 'zod'
import type { OperationId, PlatformReceived } from '../../../../shared/platform/endpoints.ts'

export interface Translation<O extends OperationId> {
  readonly path: string
  /** The JSON of the request. */
  readonly say: (request: PlatformReceived<O>) => object
  /** Makes the contract's answer of `data`; the contract's own schema looks at it afterwards. */
  readonly hear: z.ZodType
}

/** Milliseconds since 1970 as RFC 3339. A time that no date can hold is off the contract, not a crash. */
export const Time = z
  .int()
  .min(0)
  .max(8.64e15)
  .transform((ms) => new Date(ms).toISOString())

/** A number for a word of the contract. */
export function wordOf<W extends string>(words: Readonly<Record<number, W>>): z.ZodType<W> {
  return z.int().transform((number, context) => {
    const word = words[number]
    if (word !== undefined) return word
    context.addIssue({ code: 'custom', message: 'unknown number' })
    return z.NEVER
  })
}

/** The number of a word. */
export function numberOf<W extends string>(words: Readonly<Record<number, W>>, word: W): number {
  const found = Object.entries(words).find(([, candidate]) => candidate === word)
  // Every word of the contract stands in its table; the sample's test goes through all of them.
  return Number(found?.[0] ?? Number.NaN)
}
