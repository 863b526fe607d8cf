import { expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { connectSimulator } from './simulator-process.ts'
import { fakeChild } from './testing/fake-child.ts'

const sms = { at: 1, maskedPhone: '138****5678', text: '验证码 123456', code: '123456', orderId: 'o1' }
const unavailable = new AppError('demo.unavailable')

function connected() {
  const child = fakeChild()
  const messages: unknown[] = []
  return { child, messages, simulator: connectSimulator(child.handle, (message) => messages.push(message)) }
}

it('answers each request with its own reply, in whatever order they come', async () => {
  const { child, simulator } = connected()
  const [first, second] = [simulator.request('sms-list', {}), simulator.request('approve', { orderId: 'o1' })]
  expect(child.sent).toEqual([
    { id: 1, type: 'sms-list' },
    { id: 2, type: 'approve', orderId: 'o1' },
  ])
  child.say({ id: 2, ok: true, value: {} })
  child.say({ id: 1, ok: true, value: { messages: [sms] } })
  expect(await Promise.all([first, second])).toEqual([{ messages: [sms] }, {}])
})

it('passes on what the simulator sends unasked', () => {
  const { child, messages } = connected()
  child.say({ type: 'sms', message: sms })
  expect(messages).toEqual([sms])
})

it('fails with demo.unavailable, and the simulator’s words as the cause', async () => {
  const { child, simulator } = connected()
  const reply = simulator.request('sms-list', {})
  child.say({ id: 1, ok: false, message: 'disk full' })
  const failure = await reply.catch((error: unknown) => error)
  expect(failure).toEqual(new AppError('demo.unavailable', { cause: new Error('disk full') }))
})

it('takes no notice of a reply that nobody waits for', () => {
  const { child } = connected()
  expect(() => child.say({ id: 7, ok: true, value: {} })).not.toThrow()
})

it('fails what is waiting when the simulator ends, and every request after that', async () => {
  const { child, simulator } = connected()
  const waiting = simulator.request('sms-list', {})
  child.exit()
  await expect(waiting).rejects.toEqual(unavailable)
  await expect(simulator.request('sms-list', {})).rejects.toEqual(unavailable)
  expect(child.sent).toHaveLength(1)
})

it('kills the process when it is stopped', () => {
  const { child, simulator } = connected()
  simulator.stop()
  expect(child.kills()).toBe(1)
})
