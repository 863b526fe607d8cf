import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { openOffice, type Office } from '../../simulator/platform/testing/office.ts'
import { readContract } from './fuzz/contract.ts'
import { fuzz } from './fuzz/fuzzer.ts'
import { fuzzPlatform } from './fuzz/platform.ts'
import { openBusyOffice } from './support/busy-office.ts'
import { items, json, where, without } from './support/corruptions.ts'
import { startCorruptingProxy, type Answer } from './support/corrupting-proxy.ts'

const seed = fc.readConfigureGlobal().seed ?? 1
const credentials = { account: 'demo', password: 'demo-password' }

it('gets no answer from the simulator that openapi.yaml does not describe', async () => {
  const { origin: address, hints } = await openBusyOffice()
  const all = readContract().operations.map(({ id }) => id)
  const runs = Math.ceil(3000 / all.length)
  const report = await fuzz({ address, credentials, hints, runs, seed })
  expect(report.findings).toEqual([])
  expect(report.succeeded).toEqual(all)
  expect(report.requests).toBeGreaterThanOrEqual(3000)
  expect(report.statuses).toMatchObject({ 'getDownloadContent 206': expect.any(Number) as number })
})

describe('finds what is wrong with an answer:', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
    await office.enrol(27)
  })

  async function findings(change: (answer: Answer) => Answer): Promise<readonly string[]> {
    const address = await startCorruptingProxy(office.origin, where(/^GET \S+\/certificates$/, change))
    const isWanted = ({ id }: { readonly id: string }) => id === 'listCertificates'
    return (await fuzz({ address, credentials, runs: 30, seed, isWanted })).findings
  }
  const header = (name: string, value: string | undefined) => (answer: Answer) => {
    const headers = Object.entries(answer.headers).filter(([other]) => other !== name)
    return { ...answer, headers: Object.fromEntries(value === undefined ? headers : [...headers, [name, value]]) }
  }

  it('nothing, when nothing is', async () => {
    expect(await findings((answer) => answer)).toEqual([])
  })

  it.each([
    ['a field that is missing', json(without('total')), /required property 'total'/],
    [
      'a value that is not in its list',
      json(items((one) => ({ ...one, usage: 'both' }))),
      /usage must be equal to one/,
    ],
    ['a wrong type', json((page) => ({ ...page, page: '1' })), /page must be integer/],
    ['text against its pattern', json(items((one) => ({ ...one, serialNumber: 'xyz' }))), /serialNumber must match/],
    ['what is not JSON', (answer: Answer) => ({ ...answer, body: answer.body.subarray(1) }), /not JSON/],
    ['an internal error', (answer: Answer) => ({ ...answer, status: 500 }), /: 500: /],
    ['a status that is not described', (answer: Answer) => ({ ...answer, status: 202 }), /status 202 is not described/],
    ['another media type', header('content-type', 'text/html'), /media type text\/html/],
    ['no X-Request-Id', header('x-request-id', undefined), /X-Request-Id is missing/],
    ['no Date', header('date', 'yesterday'), /header Date/],
    ['an answer that may be cached', header('cache-control', 'public'), /header Cache-Control/],
  ] as const)('%s', async (_what, change, found) => {
    expect(await findings(change)).toContainEqual(expect.stringMatching(found))
  })

  it('a refusal without the time to wait, with an unknown code, or about another status', async () => {
    const body = { title: '请求过于频繁', status: 400, code: 'rate.unknown' }
    const refuse = (answer: Answer): Answer => ({
      status: 503,
      headers: { ...answer.headers, 'content-type': 'application/problem+json' },
      body: Buffer.from(JSON.stringify(body)),
    })
    expect(await findings((answer) => ({ ...refuse(answer), status: 401 }))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/code rate.unknown is not described/),
        expect.stringMatching(/the body says status 400/),
      ]),
    )
    expect(await findings(refuse)).toContainEqual(expect.stringMatching(/: 503: /))
  })

  it('a server that takes what the contract forbids, and one that refuses what it allows', async () => {
    const page = { items: [], page: 1, pageSize: 20, total: 0 }
    const address = await startCorruptingProxy(office.origin, (asked, answer) =>
      asked.endsWith('/certificates') && answer.status === 400
        ? { ...answer, status: 200, headers: json200(answer), body: Buffer.from(JSON.stringify(page)) }
        : answer,
    )
    const isWanted = ({ id }: { readonly id: string }) => id === 'listCertificates'
    const lenient = await fuzz({ address, credentials, runs: 60, seed, isWanted })
    expect(lenient.findings).toContainEqual(expect.stringMatching(/took what the contract forbids/))

    const problem = { title: '请求内容不符合接口约定', status: 400, code: 'request.invalid' }
    const refused = (answer: Answer): Answer => ({
      status: 400,
      headers: { ...answer.headers, 'content-type': 'application/problem+json' },
      body: Buffer.from(JSON.stringify(problem)),
    })
    expect(await findings(refused)).toContainEqual(expect.stringMatching(/refused what the contract allows/))
  })
})

describe('against a platform of somebody else', () => {
  it('only looks, at what there is, unless it is told otherwise', async () => {
    const { origin, enrol } = await openOffice()
    await enrol(27)
    const asked = new Set<string>()
    const address = await startCorruptingProxy(origin, (request, answer) => {
      asked.add(request)
      return answer
    })
    const careful = { address, credentials, runs: 20, seed, mayWrite: false, mayLeave: false }
    expect((await fuzzPlatform(careful)).succeeded).toContain('listCertificates')
    const writes = [...asked].filter((request) => !/^(?:GET|HEAD|OPTIONS) /.test(request))
    expect(writes.sort()).toEqual(['DELETE /api/v1/sessions/current', 'POST /api/v1/sessions'])
  })

  it('does not leave this computer unless it is told to', async () => {
    const away = { address: 'https://platform.example.invalid', mayWrite: false, mayLeave: false }
    await expect(fuzzPlatform({ ...away, credentials, runs: 1, seed })).rejects.toThrow('--remote')
  })
})

const json200 = (answer: Answer) => ({ ...answer.headers, 'content-type': 'application/json' })
