import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { SimulatorPush, SimulatorReply } from '../../src/shared/demo/simulator-messages.ts'
import { createContractClient } from './testing/contract-client.ts'
import { newTestKey } from './testing/holder.ts'
import { dayMs, organisationHolder } from './testing/office.ts'
import { sealPicture } from './testing/pictures.ts'

type Message = SimulatorReply | SimulatorPush

function startProcess() {
  const child: ChildProcess = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced', execArgv: [] })
  onTestFinished(async () => {
    if (child.exitCode !== null) return
    child.disconnect()
    await once(child, 'exit')
  })
  const received: Message[] = []
  child.on('message', (message) => received.push(message as Message))
  let id = 0
  const ask = async (command: object): Promise<unknown> => {
    id += 1
    child.send({ id, ...command })
    const mine = () => received.find((message): message is SimulatorReply => 'id' in message && message.id === id)
    await expect.poll(mine, { timeout: 20_000 }).toBeDefined()
    const reply = mine()
    return reply?.ok === true ? reply.value : `failed: ${reply?.message ?? ''}`
  }
  return { ask, received }
}

test('runs in a child process and is commanded by messages', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'platform-process-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { ask, received } = startProcess()
  expect(await ask({ type: 'books' })).toBe('failed: not started')
  const start = { type: 'start', stateFile: join(folder, 'platform.json'), smsResendMs: 0, review: true }
  const { origin, rootCertificates } = (await ask(start)) as { origin: string; rootCertificates: Uint8Array[] }
  expect(rootCertificates).toHaveLength(3)
  expect(await ask(start)).toBe('failed: already started')

  const dates = { notBefore: Date.now() - dayMs, notAfter: Date.now() + 27 * dayMs }
  const { publicKey } = newTestKey()
  const { certificate } = (await ask({ type: 'enrol', ...organisationHolder, ...dates, publicKey })) as {
    certificate: Uint8Array
  }
  expect(certificate[0]).toBe(0x30)
  expect(await ask({ type: 'enrol-sm2', ...organisationHolder, ...dates })).toMatchObject({
    certificate: expect.any(Uint8Array) as Uint8Array,
  })
  expect(await ask({ type: 'enrol', ...organisationHolder, ...dates, account: 'nobody', publicKey })).toBe(
    'failed: there is no account nobody',
  )

  const client = createContractClient(origin)
  await client.login()
  const { items } = await client.call('listCertificates', { query: {} })
  const certificateId = items.find(({ renewable }) => renewable)?.id ?? ''
  const { id: orderId } = await client.call('createOrder', { body: { kind: 'renewal', certificateId } })
  await client.call('requestSms', { params: { orderId } })
  const pushed = received.flatMap((message) => ('type' in message ? [message.message] : []))
  expect(pushed).toMatchObject([{ orderId, maskedPhone: '138****1234' }])
  expect(await ask({ type: 'sms-list' })).toEqual({ messages: pushed })

  const { id: captchaId } = await client.call('createCaptcha', {})
  expect(await ask({ type: 'captcha-answer', captchaId })).toEqual({
    answer: expect.stringMatching(/^[2-9A-Z]{4}$/) as string,
  })
  expect(await ask({ type: 'captcha-answer', captchaId: 'none' })).toBe('failed: there is no captcha none')

  const { id: sealId } = await client.call('createSeal', { body: { type: 'official', name: '公章', certificateId } })
  await client.call('putSealImage', { params: { sealId }, upload: sealPicture() })
  expect(await ask({ type: 'seal-reject', sealId, reason: '不清晰' })).toEqual({})
  expect(await ask({ type: 'seal-approve', sealId })).toBe(`failed: seal ${sealId} is not in-review`)
  await client.call('putSealImage', { params: { sealId }, upload: sealPicture() })
  for (const type of ['seal-approve', 'seal-enable', 'seal-disable', 'seal-cancel']) {
    expect(await ask({ type, sealId })).toEqual({})
  }
  expect((await client.call('getSeal', { params: { sealId } })).state).toBe('cancelled')

  const maintenance = { from: Date.now() - 1000, until: Date.now() + dayMs, notice: '升级' }
  expect(await ask({ type: 'set-maintenance', maintenance })).toEqual({})
  expect((await client.refused('listSeals', { query: {} })).code).toBe('service.maintenance')
  expect(await ask({ type: 'set-maintenance' })).toEqual({})
  expect((await client.call('listSeals', { query: {} })).total).toBe(1)

  await ask({ type: 'arm-fault', fault: { kind: '500-before', operation: 'getService' } })
  expect((await client.send('getService', {})).status).toBe(500)
  await ask({ type: 'move-clock', offsetMs: 400 * dayMs })
  expect(Date.parse((await client.call('getService', {})).time)).toBeGreaterThan(Date.now() + 399 * dayMs)
  expect(await ask({ type: 'approve', orderId })).toBe(`failed: order ${orderId} is not in review`)
  expect(await ask({ type: 'books' })).toMatchObject({ orders: 1, sms: 1 })
  expect(await ask({ type: 'stop' })).toEqual({})
})
