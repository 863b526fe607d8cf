/** Requests for one operation: as the contract wants them, or with one thing wrong. */
import fc, { type Arbitrary } from 'fast-check'
import type { Operation, Parameter } from './contract.ts'
import { junk, nearlyValid, valid, type Placeholder, type Resolve } from './values.ts'

type Named = readonly (readonly [name: string, value: unknown])[]

export interface Plan {
  readonly method: string
  readonly authorization: 'own' | 'none' | { readonly text: string }
  /** The last parameter's placeholder decides about all of them: an id belongs to the ids before it. */
  readonly path:
    { readonly known: number } | { readonly texts: readonly string[] } | { readonly raw: readonly string[] }
  readonly query: Named
  readonly headers: Named
  readonly body: PlannedBody
}

type PlannedBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown; readonly contentType: string | undefined }
  | { readonly kind: 'octets'; readonly value: Uint8Array | Placeholder; readonly contentType: string | undefined }

export interface PlanOptions {
  readonly resolve: Resolve
  /** Methods to try where the path does not have them. */
  readonly otherMethods: readonly string[]
}

export function planFor(operation: Operation, options: PlanOptions): Arbitrary<Plan> {
  const right = rightPlan(operation, options.resolve)
  const wrongs = wrongParts(operation, options)
  const spoiled = fc.oneof(...wrongs).chain((wrong) => right.map((plan) => ({ ...plan, ...wrong })))
  return fc.oneof({ weight: 1, arbitrary: right }, { weight: 1, arbitrary: spoiled })
}

function rightPlan(operation: Operation, resolve: Resolve): Arbitrary<Plan> {
  return fc.record({
    method: fc.constant(operation.method),
    authorization: fc.constant('own' as const),
    path: fc.oneof(
      { weight: 9, arbitrary: fc.record({ known: fc.nat(39) }) },
      { weight: 1, arbitrary: fc.record({ texts: texts(operation, resolve) }) },
    ),
    query: some(operation, 'query', resolve),
    headers: fc.tuple(some(operation, 'header', resolve), accept(operation)).map((parts) => parts.flat()),
    body: rightBody(operation, resolve),
  })
}

/** Any form in which the document describes the answer, or none. */
function accept({ responses }: Operation): Arbitrary<Named> {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const types = successes.flatMap(([, { content = {} }]) => Object.keys(content))
  return fc.constantFrom([], ...types.map((type) => [['Accept', `${type}, application/problem+json`] as const]))
}

function texts({ parameters }: Operation, resolve: Resolve): Arbitrary<readonly string[]> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  return fc.tuple(...inPath.map(({ schema }) => valid(schema, resolve).map(String)))
}

const absent = fc.constant(undefined)

/** All that are required and few of the others: with many conditions every list is empty. */
function some({ parameters }: Operation, place: Parameter['in'], resolve: Resolve): Arbitrary<Named> {
  const there = parameters.filter((parameter) => parameter.in === place)
  const drawn = there.map(({ name, required, schema }) => {
    const value = valid(schema, resolve, name)
    return (required === true ? value : fc.oneof(absent, absent, value)).map((one) => [name, one] as const)
  })
  return fc.tuple(...drawn).map((pairs) => pairs.filter(([, value]) => value !== undefined))
}

function rightBody({ requestBody }: Operation, resolve: Resolve): Arbitrary<PlannedBody> {
  if (requestBody === undefined) return fc.constant({ kind: 'none' })
  const { mediaType, schema } = requestBody
  if (schema !== undefined) {
    return valid(schema, resolve).map((value) => ({ kind: 'json', value, contentType: mediaType }))
  }
  const known = { placeholder: mediaType, at: 0, otherwise: new Uint8Array() }
  return fc
    .oneof(fc.constant(known), fc.uint8Array({ maxLength: 2000 }))
    .map((value) => ({ kind: 'octets', value, contentType: mediaType }))
}

const segments = [
  ...['%00', '%', '%zz', '%C3%28', '.', '..', '%2e%2e', '', '%2F', ';a=b', "a'b", '%F0%9F%98%80', 'nobody'],
  ...['x'.repeat(65), 'x'.repeat(200), 'x'.repeat(20_000)],
]
const authorizations = ['Bearer x', 'Bearer', 'Basic eA==', 'bearer', `Bearer ${'x'.repeat(5000)}`, 'Bearer a b']
/** The empty one stands for none. */
const headerValues = [
  ...['', 'short', 'x'.repeat(65), 'x'.repeat(200), 'has a blank in it', '\u00e9\u00ff', 'x'.repeat(20_000)],
  ...['bytes=5-2', 'bytes=a-b', 'bytes=0-1,3-4', 'W/"weak"'],
]
const contentTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/jsonx',
  'multipart/form-data',
  '/',
]
const rawBodies = [
  ...[
    '',
    '{',
    '[1,',
    'null',
    '"text"',
    '\ufeff{}',
    '{}{}',
    '{"a":1,"a":2}',
    '{"__proto__":{"a":1}}',
    '[[[[[[[[[[1]]]]]]]]]]',
  ],
  ...[`${'['.repeat(5000)}${']'.repeat(5000)}`, '{"constructor":{"prototype":{}}}', ' '.repeat(1000)],
].map((text) => Buffer.from(text))
const notUtf8 = Buffer.from('7b2261223a22ff227d', 'hex')
const tooLarge = Buffer.alloc(3 << 20, 0x20)

/** One of these replaces the right part of the same name. */
function wrongParts(operation: Operation, { resolve, otherMethods }: PlanOptions): readonly Arbitrary<Partial<Plan>>[] {
  const { parameters, needsLogin } = operation
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const queries = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  return [
    fc.constantFrom(...otherMethods).map((method) => ({ method })),
    wrongQuery(queries),
    wrongHeaders(operation, resolve),
    ...(inPath.length === 0
      ? []
      : [fc.record({ path: fc.record({ raw: fc.tuple(...inPath.map(() => fc.constantFrom(...segments))) }) })]),
    ...(needsLogin
      ? [
          fc
            .constantFrom('none' as const, ...authorizations.map((text) => ({ text })))
            .map((authorization) => ({ authorization })),
        ]
      : []),
    ...(operation.method === 'GET' ? [] : [wrongBody(operation, resolve).map((body) => ({ body }))]),
  ]
}

function wrongQuery(names: readonly string[]): Arbitrary<Partial<Plan>> {
  const values = fc.oneof(
    fc.constantFrom(
      '',
      '-1',
      '0',
      '99999999999',
      '1e3',
      '0x10',
      'NaN',
      '[]',
      'null',
      'true',
      '\u0000',
      'x'.repeat(9000),
    ),
    fc.string(),
  )
  const name = fc.constantFrom(...names, 'unknown', '__proto__', `${names[0] ?? 'a'}[]`)
  const pairs = fc.array(fc.tuple(name, values), { minLength: 1, maxLength: 3 })
  return pairs.map((query) => ({ query: [...query, ...query.slice(0, query.length - 1)] }))
}

function wrongHeaders(operation: Operation, resolve: Resolve): Arbitrary<Partial<Plan>> {
  const names = operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name)
  const value = fc.constantFrom(...headerValues)
  return fc.tuple(some(operation, 'header', resolve), fc.constantFrom(...names), value).map(([right, name, wrong]) => ({
    headers: [...right.filter(([other]) => other !== name), ...(wrong === '' ? [] : [[name, wrong] as const])],
  }))
}

function wrongBody({ requestBody, maxRequestBytes }: Operation, resolve: Resolve): Arbitrary<PlannedBody> {
  const mediaType = requestBody?.mediaType ?? 'application/json'
  const schema = requestBody?.schema
  const octets = (value: Uint8Array, contentType: string | undefined = mediaType): PlannedBody => ({
    ...{ kind: 'octets', value, contentType },
  })
  const json = (value: unknown): PlannedBody => ({ kind: 'json', value, contentType: mediaType })
  return fc.oneof(
    { weight: 4, arbitrary: schema === undefined ? junk.map(json) : nearlyValid(schema, resolve).map(json) },
    { weight: 2, arbitrary: fc.constantFrom(...rawBodies, notUtf8).map((value) => octets(value)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...contentTypes, undefined).map((type) => octets(Buffer.from('{}'), type)),
    },
    { weight: 1, arbitrary: fc.constant<PlannedBody>({ kind: 'none' }) },
    ...(maxRequestBytes === undefined
      ? [{ weight: 1, arbitrary: fc.constant(octets(tooLarge)) }]
      : [{ weight: 1, arbitrary: fc.constant(octets(new Uint8Array(maxRequestBytes + 1))) }]),
  )
}
