import * as z from 'zod'
import { secretInputs } from '../../shared/ipc/secret-inputs.ts'

/** What of this input its schema marks as secret, whether the input is right or not. */
export function secretsOfInput(schema: z.ZodType, input: unknown): readonly string[] {
  if (schema instanceof z.ZodOptional) return secretsOfInput(schema.unwrap() as z.ZodType, input)
  if (secretInputs.has(schema)) return typeof input === 'string' ? [input] : []
  if (!(schema instanceof z.ZodObject) || typeof input !== 'object' || input === null) return []
  const fields: readonly (readonly [string, unknown])[] = Object.entries(input)
  return fields.flatMap(([name, value]) => {
    const field: unknown = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    return field instanceof z.ZodType ? secretsOfInput(field, value) : []
  })
}
