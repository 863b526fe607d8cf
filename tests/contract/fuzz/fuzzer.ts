/**
 * Sends requests that openapi.yaml allows, and such that it nearly allows, and holds every answer against it. Reads
 * nothing else of ours.
 */
import fc from 'fast-check'
import { createCheck, objection, type Check } from './checks.ts'
import { readContract, type Contract, type Operation } from './contract.ts'
import { judge } from './judge.ts'
import { createKnown, type Known } from './known.ts'
import { planFor, type Plan } from './plan.ts'
import { makeRequest, type Hints, type MadeRequest } from './request.ts'
import { createSend, type RawAnswer, type Send } from './send.ts'
import { createSession, type Credentials, type Session } from './session.ts'

export interface FuzzOptions {
  /** Of the platform, without /api/v1. */
  readonly address: string
  readonly credentials: Credentials
  readonly hints?: Hints
  /** Requests for each operation. */
  readonly runs: number
  readonly seed: number
  readonly isWanted?: (operation: Operation) => boolean
  /** Only methods that cannot change anything are tried where the path does not have them. */
  readonly isCareful?: boolean
}

export interface FuzzReport {
  readonly requests: number
  /** Operations that have answered with their success, in the order of the document. */
  readonly succeeded: readonly string[]
  /** `operation status` and how often. */
  readonly statuses: Readonly<Record<string, number>>
  /** `operation: what`, each once. */
  readonly findings: readonly string[]
}

interface Fuzzing {
  readonly contract: Contract
  readonly check: Check
  readonly send: Send
  readonly session: Session
  readonly known: Known
  readonly hints: Hints
  readonly statuses: Map<string, number>
  readonly findings: Set<string>
}

export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const contract = readContract()
  const wanted = contract.operations.filter((operation) => options.isWanted?.(operation) ?? true)
  const { send, close } = createSend(options.address)
  const fuzzing: Fuzzing = {
    contract,
    check: createCheck(contract),
    send,
    session: createSession(() => login(fuzzing, options.credentials)),
    known: createKnown(contract.operations),
    hints: options.hints ?? (() => Promise.resolve([])),
    statuses: new Map(),
    findings: new Set(),
  }
  try {
    await look(fuzzing, wanted)
    const plans = sequence(wanted, contract, options)
    for (const [operation, plan] of plans) await attempt(fuzzing, operation, plan)
    return reportOf(fuzzing, wanted, plans.length)
  } finally {
    close()
  }
}

function reportOf({ statuses, findings }: Fuzzing, wanted: readonly Operation[], requests: number): FuzzReport {
  const succeeded = wanted.filter(({ id, responses }) =>
    Object.keys(responses).some((status) => status.startsWith('2') && statuses.has(`${id} ${status}`)),
  )
  return {
    requests,
    succeeded: succeeded.map(({ id }) => id),
    statuses: Object.fromEntries([...statuses].sort(([one], [other]) => one.localeCompare(other))),
    findings: [...findings],
  }
}

/** A request like all others, and held against the contract like them. */
async function login(fuzzing: Fuzzing, { account, password }: Credentials): Promise<string> {
  const operation = fuzzing.contract.operations.find(({ id }) => id === 'login')
  if (operation === undefined) throw new Error('the contract has no login')
  const value = { account, password }
  const body = { kind: 'json', value, contentType: 'application/json' } as const
  const answer = await attempt(fuzzing, operation, { ...bare, method: 'POST', body })
  const token = answer === undefined ? undefined : (jsonOf(answer) as { accessToken?: string } | undefined)?.accessToken
  if (token === undefined) throw new Error(`the login was answered with ${answer?.status ?? 'nothing'}`)
  return token
}

/** With nothing that need not be there. */
const bare = {
  ...{ method: 'GET', authorization: 'own', path: { known: 0 }, query: [], headers: [], body: { kind: 'none' } },
} as const satisfies Plan

/** Reads every list once: without ids nearly everything is answered with 404. */
async function look(fuzzing: Fuzzing, wanted: readonly Operation[]): Promise<void> {
  const lists = wanted.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  for (const operation of lists) await attempt(fuzzing, operation, bare)
}

/** One request of each operation in some order, then the next of each; those that end the login come last. */
function sequence(
  operations: readonly Operation[],
  { resolve }: Contract,
  { runs, seed, isCareful }: FuzzOptions,
): readonly (readonly [Operation, Plan])[] {
  const methods = isCareful === true ? harmless : [...harmless, 'GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  const plans = new Map(
    operations.map((operation, index) => {
      const otherMethods = methods.filter((method) => !isDescribed(operations, operation.path, method))
      // A seed of its own for each: with the same one, all would choose the same order at the same time.
      const parameters = { numRuns: runs, seed: seed + index }
      return [operation, fc.sample(planFor(operation, { resolve, otherMethods }), parameters)]
    }),
  )
  const inSomeOrder = fc.shuffledSubarray([...operations], { minLength: operations.length })
  const rounds = fc.sample(inSomeOrder, { numRuns: runs, seed })
  const all = rounds.flatMap((round, number) =>
    round.flatMap((operation) =>
      (plans.get(operation) ?? []).slice(number, number + 1).map((plan) => [operation, plan] as const),
    ),
  )
  const endsLogin = ([{ id }]: readonly [Operation, Plan]) => id === 'logout'
  return [...all.filter((one) => !endsLogin(one)), ...all.filter(endsLogin)]
}

const harmless = ['HEAD', 'OPTIONS']

const isDescribed = (operations: readonly Operation[], path: string, method: string) =>
  operations.some((operation) => operation.path === path && operation.method === method)

async function attempt(fuzzing: Fuzzing, operation: Operation, plan: Plan): Promise<RawAnswer | undefined> {
  const found = (what: string) => fuzzing.findings.add(`${operation.id}: ${what}`)
  try {
    const { made, answer } = await exchange(fuzzing, operation, plan)
    const { statuses, check } = fuzzing
    const seen = `${operation.id} ${answer.status}`
    if (plan.method === operation.method) statuses.set(seen, (statuses.get(seen) ?? 0) + 1)
    const judged = {
      ...{ operation, method: plan.method, answer, isLoggedIn: plan.authorization === 'own' },
      objection: objection(check, operation, made.sent),
      isUnsaid: isUnsaid(operation, made),
    }
    for (const what of judge(check, judged)) found(what)
    return answer
  } catch (error) {
    found(`no answer: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/** How much a server has to read is not in the contract, and neither is a body where none is described. */
function isUnsaid({ requestBody }: Operation, { raw, sent }: MadeRequest): boolean {
  const head = raw.target.length + raw.headers.flat().reduce((length, text) => length + text.length, 0)
  return head > mostRead || (requestBody === undefined && sent.body !== undefined)
}

const mostRead = 8000

async function exchange(
  fuzzing: Fuzzing,
  operation: Operation,
  plan: Plan,
): Promise<{ made: MadeRequest; answer: RawAnswer }> {
  const { send, session, known, hints } = fuzzing
  const made = await makeRequest(operation, plan, { known, hints, token: session.token })
  const answer = await send(made.raw)
  const isOwn = operation.needsLogin && plan.authorization === 'own' && operation.id !== 'logout'
  if (answer.status === 401 && isOwn) session.end()
  if (answer.status < 300) known.learn(operation, made.sent.pathParameters, jsonOf(answer))
  return { made, answer }
}

function jsonOf({ headers, body }: RawAnswer): unknown {
  if (headers['content-type']?.startsWith('application/json') !== true) return undefined
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}
