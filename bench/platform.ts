import { randomBytes, randomUUID } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readAnswer } from '../src/main/platform/dialects/contract-answer.ts'
import { endpoints } from '../src/shared/platform/endpoints.ts'
import { certificateSample } from '../src/main/platform/testing/wire-samples.ts'
import { startApp } from '../tests/support/app-under-test.ts'
import { createDesk, deskAccount, deskPin } from '../tests/support/desk.ts'
import { medianOf, progress } from './measure.ts'

/**
 * `certificatesPage100Ms`: from the octets of a page of 100 certificates to what its schema makes of them.
 * `renewalRoundTrips`: all requests of one renewal, from the login to the end; exact.
 */
export async function measurePlatform() {
  progress('platform')
  return { certificatesPage100Ms: await measurePage(), renewalRoundTrips: await countRoundTrips() }
}

async function measurePage(): Promise<number> {
  const items = Array.from({ length: 100 }, () =>
    certificateSample({
      id: `cert-${randomUUID()}`,
      serialNumber: randomBytes(16).toString('hex').toUpperCase(),
      publicKeySha256: randomBytes(32).toString('hex'),
      commonName: '中国（山东）自由贸易试验区济南片区示例科技有限公司',
    }),
  )
  const body = Buffer.from(JSON.stringify({ items, page: 1, pageSize: 100, total: 100 }))
  const answer = {
    ...{ status: 200, contentType: 'application/json; charset=utf-8', date: undefined, retryAfter: undefined },
    body,
  }
  const read = () => {
    const attempt = readAnswer(endpoints.listCertificates, answer)
    if (!attempt.ok) throw new Error('the page was not taken')
    return Promise.resolve()
  }
  await read()
  return medianOf(51, read)
}

async function countRoundTrips(): Promise<number> {
  const desk = await createDesk('soft')
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const app = await startApp(desk)
  let requests = 0
  const count = () => (requests += 1)
  subscribe('http.client.request.start', count)
  try {
    const { cards } = await app.overview((overview) => overview.complete && overview.cards.length > 0)
    const certificateId = cards[0]?.certificates[0]?.id ?? ''
    await app.value('account:login', deskAccount)
    await app.value('renewal:gate', { certificateId })
    const { id: renewalId } = await app.value('renewal:start', { certificateId })
    await app.value('renewal:request-sms', { renewalId })
    await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
    await app.value('renewal:initialise', { renewalId, pin: deskPin })
    const { state } = await app.value('renewal:execute', { renewalId })
    if (state !== 'completed') throw new Error(`the renewal ended as ${state}`)
    return requests
  } finally {
    unsubscribe('http.client.request.start', count)
    await app.close()
    await desk.remove()
  }
}
