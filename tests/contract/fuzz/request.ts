/** A plan becomes a request, with what is known now. */
import type { Sent } from './checks.ts'
import type { Operation } from './contract.ts'
import { parametersOf, type Known, type Words } from './known.ts'
import type { Plan } from './plan.ts'
import type { RawRequest } from './send.ts'
import { isPlaceholder, type Placeholder } from './values.ts'

/**
 * What only a holder of keys and phones can know: values for a field, parameter or media type of this name, in a request
 * with these path parameters.
 */
export type Hints = (name: string, params: Words) => Promise<readonly unknown[]>

export interface MadeRequest {
  readonly raw: RawRequest
  readonly sent: Sent
}

interface Surroundings {
  readonly known: Known
  readonly hints: Hints
  readonly token: () => Promise<string>
}

export async function makeRequest(operation: Operation, plan: Plan, around: Surroundings): Promise<MadeRequest> {
  const { segments, pathParameters } = pathOf(operation, plan, around.known)
  const fill = (value: unknown) => filled(value, pathParameters, around)
  const query = await namedTexts(plan.query, fill)
  const headers = (await namedTexts(plan.headers, fill)).filter(([, value]) => /^[\x20-\x7e\x80-\xff]*$/.test(value))
  const contentType = plan.body.kind === 'none' ? undefined : plan.body.contentType
  const body = await bodyOf(plan, fill)
  const authorization = await authorizationOf(operation, plan, around)
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`)
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => segments[name] ?? '')
  return {
    raw: {
      method: plan.method,
      target: search.length === 0 ? path : `${path}?${search.join('&')}`,
      headers: [
        ...headers,
        ...(authorization === undefined ? [] : [['authorization', authorization] as const]),
        ...(contentType === undefined ? [] : [['content-type', contentType] as const]),
      ],
      body,
    },
    sent: { pathParameters, query, headers, body, contentType },
  }
}

/** Each path parameter as it stands in the address, and as the server reads it. */
function pathOf(operation: Operation, { path }: Plan, known: Known) {
  const names = parametersOf(operation.path)
  if ('raw' in path) {
    const segments = Object.fromEntries(names.map((name, index) => [name, path.raw[index] ?? '']))
    return { segments, pathParameters: Object.fromEntries(names.map((name) => [name, decoded(segments[name] ?? '')])) }
  }
  const texts =
    'texts' in path ? Object.fromEntries(names.map((name, index) => [name, path.texts[index] ?? ''])) : undefined
  const words: Words = texts ?? known.params(operation, 'known' in path ? path.known : 0) ?? {}
  const pathParameters = Object.fromEntries(names.map((name) => [name, words[name] ?? 'unknown']))
  const segments = Object.fromEntries(names.map((name) => [name, encodeURIComponent(pathParameters[name] ?? '')]))
  return { segments, pathParameters }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

type Fill = (value: unknown) => Promise<unknown>

/** Puts what is known, if anything is, into the place of each placeholder. */
async function filled(value: unknown, params: Words, around: Pick<Surroundings, 'known' | 'hints'>): Promise<unknown> {
  const fill: Fill = (one) => filled(one, params, around)
  if (isPlaceholder(value)) return (await knownValue(value, params, around)) ?? fill(value.otherwise)
  if (Array.isArray(value)) return Promise.all(value.map(fill))
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  const entries = Object.entries(value).map(async ([name, one]) => [name, await fill(one)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

async function knownValue(
  { placeholder, at }: Placeholder,
  params: Words,
  { known, hints }: Pick<Surroundings, 'known' | 'hints'>,
): Promise<unknown> {
  const hinted = await hints(placeholder, params)
  return hinted.length === 0 ? known.word(placeholder, at) : hinted[at % hinted.length]
}

async function namedTexts(named: Plan['query'], fill: Fill): Promise<readonly (readonly [string, string])[]> {
  const texts = named.map(async ([name, value]) => [name, asText(await fill(value))] as const)
  return Promise.all(texts)
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

async function bodyOf({ body }: Plan, fill: Fill): Promise<Buffer | undefined> {
  if (body.kind === 'none') return undefined
  const value = await fill(body.value)
  if (value instanceof Uint8Array) return Buffer.from(value)
  const text = JSON.stringify(value) as string | undefined
  return Buffer.from(text ?? '')
}

async function authorizationOf({ needsLogin }: Operation, { authorization }: Plan, { token }: Surroundings) {
  if (authorization === 'own') return needsLogin ? `Bearer ${await token()}` : undefined
  return authorization === 'none' ? undefined : authorization.text
}
