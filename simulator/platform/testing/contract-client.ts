/** A client that holds every answer of the simulator against the wire contract. */
import { randomUUID } from 'node:crypto'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import type { OperationId, PlatformAnswer, PlatformRequest } from '../../../src/shared/platform/endpoints.ts'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { Problem } from '../../../src/shared/platform/schemas/common.ts'
import type { ProblemBody } from '../http/problem.ts'

interface Sent<O extends OperationId> {
  readonly status: number
  readonly headers: Headers
  /** The parsed answer; reading it fails when the platform refused. */
  readonly answer: PlatformAnswer<O>
  readonly problem: ProblemBody | undefined
}

export interface ContractClient {
  readonly send: <O extends OperationId>(
    operation: O,
    request: PlatformRequest<O>,
    key?: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Sent<O>>
  /** For success: fails with the problem's code. */
  readonly call: <O extends OperationId>(
    operation: O,
    request: PlatformRequest<O>,
    key?: string,
  ) => Promise<PlatformAnswer<O>>
  /** For refusal: fails when the platform does it. */
  readonly refused: <O extends OperationId>(
    operation: O,
    request: PlatformRequest<O>,
    key?: string,
  ) => Promise<ProblemBody>
  readonly login: (account?: string, password?: string) => Promise<void>
}

export function createContractClient(origin: string): ContractClient {
  let token: string | undefined

  const send: ContractClient['send'] = async (operation, request, key = randomUUID(), headers = {}) => {
    const endpoint: Endpoint = endpoints[operation]
    const { body, type } = contentOf(endpoint, request)
    const response = await fetch(addressOf(origin, endpoint, request), {
      method: endpoint.method,
      redirect: 'manual',
      headers: {
        ...(type === undefined ? {} : { 'content-type': type }),
        ...(endpoint.auth && token !== undefined ? { authorization: `Bearer ${token}` } : {}),
        ...(endpoint.retry === 'keyed' ? { 'idempotency-key': key } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    return readAnswer(endpoint, response)
  }

  const client: ContractClient = {
    send,
    call: async (operation, request, key) => (await send(operation, request, key)).answer,
    refused: async (operation, request, key) => {
      const { problem } = await send(operation, request, key)
      if (problem === undefined) throw new Error(`${operation} was not refused`)
      return problem
    },
    login: async (account = 'demo', password = 'demo-password') => {
      token = (await client.call('login', { body: { account, password } })).accessToken
    },
  }
  return client
}

function addressOf(origin: string, endpoint: Endpoint, request: { params?: unknown; query?: unknown }): string {
  const params = new Map(Object.entries((request.params ?? {}) as Record<string, string>))
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params.get(name) ?? '')
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((request.query ?? {}) as Record<string, unknown>)) {
    query.set(name, String(value))
  }
  return `${origin}/api/v1${path}?${query.toString()}`
}

function contentOf({ upload }: Endpoint, request: { readonly body?: unknown; readonly upload?: Uint8Array }) {
  if (upload !== undefined) return { body: Buffer.from(request.upload ?? []), type: upload.mediaType }
  if (request.body === undefined) return {}
  return { body: JSON.stringify(request.body), type: 'application/json' }
}

async function readAnswer<O extends OperationId>(endpoint: Endpoint, response: Response): Promise<Sent<O>> {
  const { status, headers } = response
  const octets = new Uint8Array(await response.arrayBuffer())
  if (status < 400) {
    const answer = successOf(endpoint, response, octets) as PlatformAnswer<O>
    return { status, headers, answer, problem: undefined }
  }
  const problem = Problem.parse(jsonOf(octets))
  const listed: readonly string[] = endpoint.problems[status] ?? []
  if (problem.code !== 'service.internal' && !listed.includes(problem.code)) {
    throw new Error(`${endpoint.operationId} may not answer ${status} ${problem.code}`)
  }
  return {
    status,
    headers,
    problem,
    get answer(): PlatformAnswer<O> {
      throw new Error(`${endpoint.operationId} was refused: ${problem.code} ${problem.detail ?? ''}`)
    },
  }
}

function successOf({ operationId, success }: Endpoint, { status, headers }: Response, octets: Uint8Array): unknown {
  const isPart = status === 206 && success.ranges === true
  if (status !== success.status && !isPart) throw new Error(`${operationId} answered ${status}`)
  const type = success.octets ?? (success.body === undefined ? null : 'application/json; charset=utf-8')
  if (headers.get('content-type') !== type)
    throw new Error(`${operationId} answered ${String(headers.get('content-type'))}`)
  if (isPart && !isDescribed(headers.get('content-range'), octets.length))
    throw new Error(`${operationId} answered another part`)
  if (success.octets !== undefined) return octets
  return success.body === undefined ? jsonOf(octets) : success.body.parse(jsonOf(octets))
}

/** Whether a Content-Range speaks of so many octets. */
function isDescribed(range: string | null, length: number): boolean {
  const [, first, last, whole] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range ?? '') ?? []
  return Number(last) - Number(first) + 1 === length && Number(last) < Number(whole)
}

function jsonOf(octets: Uint8Array): unknown {
  return octets.length === 0 ? undefined : JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets))
}
