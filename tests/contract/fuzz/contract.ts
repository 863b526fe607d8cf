/** The contract as openapi.yaml has it, and nothing else: whoever wrote our schemas may have been wrong twice. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { contractFolder } from '../support/contract-files.ts'

/** Of JSON Schema 2020-12, what requests are drawn from. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly pattern?: string
  readonly contentEncoding?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly required?: boolean
  readonly schema: Schema
}

interface DescribedHeader {
  readonly required?: boolean
  readonly schema: Schema
}

export interface DescribedResponse {
  readonly headers?: Readonly<Record<string, DescribedHeader>>
  /** Octets have no schema. */
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
  readonly 'x-problem-codes'?: readonly string[]
}

export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly needsLogin: boolean
  /** The optional part of the contract that it belongs to. */
  readonly feature: string | undefined
  readonly maxRequestBytes: number | undefined
  readonly parameters: readonly Parameter[]
  readonly requestBody: { readonly mediaType: string; readonly schema: Schema | undefined } | undefined
  readonly responses: Readonly<Record<string, DescribedResponse>>
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly security?: readonly unknown[]
}

interface DescribedOperation {
  readonly operationId: string
  readonly security?: readonly unknown[]
  readonly 'x-feature'?: string
  readonly 'x-max-request-bytes'?: number
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
  readonly responses: Readonly<Record<string, DescribedResponse>>
}

export interface Contract {
  readonly document: object
  readonly operations: readonly Operation[]
  /** What stands where a reference points to. */
  readonly resolve: <T extends object>(node: T) => T
}

export function readContract(): Contract {
  const document = parse(readFileSync(join(contractFolder, 'openapi.yaml'), 'utf8')) as Document
  const resolve = <T extends object>(node: T): T => resolveIn(document, node)
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => operationOf(document, { path, method, operation })),
  )
  return { document, operations, resolve }
}

function operationOf(
  document: Document,
  { path, method, operation }: { path: string; method: string; operation: DescribedOperation },
): Operation {
  const [body] = Object.entries(operation.requestBody?.content ?? {})
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const { headers = {}, ...rest } = resolveIn(document, response)
    const resolved = Object.entries(headers).map(([name, header]) => [name, resolveIn(document, header)])
    return [status, { ...rest, headers: Object.fromEntries(resolved) as Record<string, DescribedHeader> }] as const
  })
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    needsLogin: (operation.security ?? document.security ?? []).length > 0,
    feature: operation['x-feature'],
    maxRequestBytes: operation['x-max-request-bytes'],
    parameters: (operation.parameters ?? []).map((parameter) => resolveIn(document, parameter)),
    requestBody: body && { mediaType: body[0], schema: body[1].schema },
    responses: Object.fromEntries(responses),
  }
}

function resolveIn<T extends object>(document: object, node: T): T {
  const { $ref } = node as { $ref?: string }
  if ($ref === undefined) return node
  const steps = $ref.replace('#/', '').split('/')
  const found = steps.reduce<unknown>((at, step) => Reflect.get(at as object, unescaped(step)), document)
  return resolveIn(document, found as T)
}

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~')
