/** Ajv on the schemas of openapi.yaml. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule, { type FormatsPlugin } from 'ajv-formats'
import type { Contract, Operation, Parameter, Schema } from './contract.ts'

// CommonJS that calls its function `default`; who loads it decides whether that is undone.
const addFormats = ('default' in addFormatsModule ? addFormatsModule['default'] : addFormatsModule) as FormatsPlugin

/** What is wrong with a value; undefined when nothing is. */
export type Check = (schema: Schema, value: unknown) => string | undefined

export function createCheck({ document }: Contract): Check {
  // The contract counts UTF-16 code units, as JavaScript does.
  const ajv = new Ajv2020({ strict: false, allErrors: true, unicode: false, logger: false })
  addFormats(ajv)
  for (const encoding of ['base64', 'base64url']) ajv.addFormat(encoding, true)
  ajv.addSchema({ $id: 'contract', ...document })
  const known = new Map<Schema, ReturnType<typeof ajv.compile>>()
  return (schema, value) => {
    const validate = known.get(schema) ?? ajv.compile(absolute(schema))
    known.set(schema, validate)
    return validate(value) ? undefined : ajv.errorsText(validate.errors).slice(0, 300)
  }
}

/** References within the document keep their meaning outside of it. */
function absolute(schema: Schema): object {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/')
  return JSON.parse(text) as object
}

/** What a request carries, as the server sees it. */
export interface Sent {
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: readonly (readonly [name: string, value: string])[]
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer | undefined
  readonly contentType: string | undefined
}

/** Why the contract forbids the request; undefined when it does not. Where it does not say, nothing is forbidden. */
export function objection(check: Check, { parameters, requestBody }: Operation, sent: Sent): string | undefined {
  const unknown = sent.query.find(([name]) => !parameters.some((one) => one.in === 'query' && one.name === name))
  if (unknown !== undefined) return `query ${unknown[0]} is not described`
  for (const parameter of parameters) {
    const wrong = parameterObjection(check, parameter, valuesOf(parameter, sent))
    if (wrong !== undefined) return `${parameter.in} ${parameter.name}: ${wrong}`
  }
  return requestBody === undefined ? undefined : bodyObjection(check, requestBody, sent)
}

function valuesOf({ in: place, name }: Parameter, { pathParameters, query, headers }: Sent): readonly string[] {
  if (place === 'path') return [pathParameters[name] ?? '']
  const sent = place === 'query' ? query : headers
  return sent.filter(([other]) => other.toLowerCase() === name.toLowerCase()).map(([, value]) => value)
}

function parameterObjection(check: Check, { required, schema }: Parameter, values: readonly string[]) {
  const [value] = values
  if (value === undefined) return required === true ? 'missing' : undefined
  if (values.length > 1) return 'given twice'
  return check(schema, schema.type === 'integer' && isNumber(value) ? Number(value) : value)
}

const isNumber = (text: string) => text.trim() !== '' && !Number.isNaN(Number(text))

function bodyObjection(
  check: Check,
  { mediaType, schema }: NonNullable<Operation['requestBody']>,
  { body, contentType }: Sent,
): string | undefined {
  if (body === undefined || body.length === 0) return 'no body'
  if (contentType?.split(';', 1)[0]?.trim().toLowerCase() !== mediaType) return `body of type ${contentType ?? 'none'}`
  if (schema === undefined) return undefined
  try {
    return check(schema, JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)))
  } catch {
    return 'body is not JSON'
  }
}
