/** Values drawn from a schema, and values that are nearly right. */
import fc, { type Arbitrary } from 'fast-check'
import type { Schema } from './contract.ts'

/** Stands for something that the server knows; what, is decided when the request is sent. */
export interface Placeholder {
  readonly placeholder: string
  readonly at: number
  /** When nothing is known. */
  readonly otherwise: unknown
}

export function isPlaceholder(value: unknown): value is Placeholder {
  return typeof value === 'object' && value !== null && 'placeholder' in value
}

export type Resolve = <T extends object>(node: T) => T

const longest = 80

/** @param name of the property or parameter that the value is for */
export function valid(schema: Schema, resolve: Resolve, name?: string): Arbitrary<unknown> {
  const drawn = withExample(resolve(schema), resolve)
  if (name === undefined) return drawn
  const known = fc.record({ placeholder: fc.constant(name), at: fc.nat(39), otherwise: drawn })
  return fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: drawn })
}

/** What the document itself proposes comes as often as anything else. */
function withExample(schema: Schema, resolve: Resolve): Arbitrary<unknown> {
  const drawn = ofType(schema, resolve)
  const proposed = [...(schema.examples ?? []), ...(schema.default === undefined ? [] : [schema.default])]
  return proposed.length === 0 ? drawn : fc.oneof(fc.constantFrom(...proposed), drawn)
}

function ofType(schema: Schema, resolve: Resolve): Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'object':
      return ofProperties(schema, resolve)
    case 'array':
      return fc.array(valid(schema.items ?? {}, resolve), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      })
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 })
    case 'boolean':
      return fc.boolean()
    case 'string':
      return text(schema)
    case undefined:
    default:
      throw new Error(`requests with ${JSON.stringify(schema)} cannot be drawn yet`)
  }
}

function ofProperties({ properties = {}, required = [] }: Schema, resolve: Resolve): Arbitrary<unknown> {
  const model = Object.entries(properties).map(([name, schema]) => [name, valid(schema, resolve, name)])
  return fc.record(Object.fromEntries(model) as Record<string, Arbitrary<unknown>>, { requiredKeys: [...required] })
}

function text({ contentEncoding, pattern, minLength = 0, maxLength = longest }: Schema): Arbitrary<string> {
  if (contentEncoding === 'base64') {
    return fc.uint8Array({ maxLength: 300 }).map((octets) => Buffer.from(octets).toString('base64'))
  }
  const fits = (value: string) => value.length >= minLength && value.length <= maxLength
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).filter(fits)
  return fc.string({ unit: letter, minLength, maxLength: Math.min(maxLength, longest) })
}

/** Mostly what people type; all of one UTF-16 code unit. */
const letter = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'aZ09 证书延期单位公司-_.@'.split('')) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xd7ff }).map((unit) => String.fromCharCode(unit)) },
)

export const junk: Arbitrary<unknown> = fc.oneof(
  ...[null, '', ' ', 0, -1, 1.5, 1e308, true, [], {}, '\u0000', '../../etc/passwd', "' OR 1=1--", '\ud800'].map(
    (value) => fc.constant<unknown>(value),
  ),
  fc.constantFrom('__proto__', 'constructor', '<script>', '𠮷'.repeat(50), 'x'.repeat(70_000), '0x10', '1e3', 'NaN'),
  fc.anything({ maxDepth: 2 }),
)

/** One field too many, too few, or wrong. */
export function nearlyValid(schema: Schema, resolve: Resolve): Arbitrary<unknown> {
  const names = Object.keys(resolve(schema).properties ?? {})
  const body = valid(schema, resolve) as Arbitrary<Readonly<Record<string, unknown>>>
  const name = fc.constantFrom(...names)
  return fc.oneof(
    fc
      .tuple(body, name)
      .map(([fields, gone]) => Object.fromEntries(Object.entries(fields).filter(([one]) => one !== gone))),
    fc.tuple(body, name, junk).map(([fields, one, value]) => ({ ...fields, [one]: value })),
    fc.tuple(body, junk).map(([fields, value]) => ({ ...fields, extra: value })),
    junk,
  )
}
