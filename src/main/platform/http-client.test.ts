import { afterEach, expect, it } from 'vitest'
import type { Endpoint } from '../../shared/platform/endpoint.ts'
import { endpoints } from '../../shared/platform/endpoints.ts'
import { contractDialect } from './dialects/contract.ts'
import { createHttpClient, type Send } from './http-client.ts'
import type { Attempt } from './platform-failure.ts'
import { answers, refuses, trickles } from './testing/behaviours.ts'
import { startLoopbackServer, type Behaviour, type LoopbackServer } from './testing/loopback-server.ts'
import { orderSample, serviceSample } from './testing/wire-samples.ts'

let server: LoopbackServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

interface Line {
  readonly address: string
  readonly send: (endpoint: Endpoint, signal?: AbortSignal) => Promise<Attempt>
}

async function connect(...behaviours: Behaviour[]): Promise<Line> {
  server = await startLoopbackServer(behaviours)
  const { address } = server
  const send: Send = createHttpClient({ userAgent: 'test', read: contractDialect.read, onDate: () => undefined })
  return {
    address,
    send: (endpoint, signal) => {
      const request = { method: endpoint.method, target: '/anything', body: undefined, headers: {} }
      const isRepeatable = endpoint.retry !== 'never'
      return send({ endpoint, baseUrl: `${address}/api/v1`, request, isRepeatable, signal })
    },
  }
}

const cancelled = (outcome: string): object => ({ ok: false, failure: { code: 'platform.cancelled', outcome } })

it('sends nothing for a caller that has given up already', async () => {
  const line = await connect(answers(201, orderSample()))
  expect(await line.send(endpoints.createOrder, AbortSignal.abort())).toMatchObject(cancelled('not-done'))
  expect(server?.seen).toEqual([])
})

it('lets go at once when the caller gives up, and says that it does not know', async () => {
  const caller = new AbortController()
  const line = await connect(() => caller.abort())
  expect(await line.send(endpoints.createOrder, caller.signal)).toMatchObject(cancelled('unknown'))
  await server?.abandoned
})

it('keeps connections, but makes a new one for what must not be sent twice', async () => {
  const line = await connect(answers(200, serviceSample), answers(200, serviceSample), refuses(403, 'auth.locked'))
  await line.send(endpoints.getService)
  await line.send(endpoints.getService)
  await line.send(endpoints.login)
  const [first, second, login] = (server?.seen ?? []).map(({ clientPort }) => clientPort)
  expect([first === second, first === login]).toEqual([true, false])
})

it('gives up after the operation’s own time, however busy the answer is', async () => {
  const line = await connect(trickles)
  expect(await line.send({ ...endpoints.getService, timeoutMs: 20 })).toMatchObject({
    ok: false,
    failure: { code: 'platform.timeout' },
  })
})
