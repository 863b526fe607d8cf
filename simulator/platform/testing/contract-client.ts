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
  readonly send: <O extends OperationId>(operation: O, request: PlatformRequest<O>, key?: string) => Promise<Sent<O>>
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

  async function send<O extends OperationId>(operation: O, request: PlatformRequest<O>, key: string = randomUUID()) {
    const endpoint: Endpoint = endpoints[operation]
    const response = await fetch(addressOf(origin, endpoint, request), {
      method: endpoint.method,
      redirect: 'manual',
      headers: {
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(endpoint.auth && token !== undefined ? { authorization: `Bearer ${token}` } : {}),
        ...(endpoint.retry === 'keyed' ? { 'idempotency-key': key } : {}),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    })
    return readAnswer<O>(endpoint, response)
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

async function readAnswer<O extends OperationId>(endpoint: Endpoint, response: Response): Promise<Sent<O>> {
  const text = await response.text()
  const { status, headers } = response
  const json: unknown = text === '' ? undefined : JSON.parse(text)
  if (status < 400) {
    if (status !== endpoint.success.status) throw new Error(`${endpoint.operationId} answered ${status}`)
    const answer = (endpoint.success.body === undefined ? json : endpoint.success.body.parse(json)) as PlatformAnswer<O>
    return { status, headers, answer, problem: undefined }
  }
  const problem = Problem.parse(json)
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
