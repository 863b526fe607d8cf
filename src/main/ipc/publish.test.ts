import { expect, it } from 'vitest'
import { events } from '../../shared/ipc/channels.ts'
import { AppError } from '../app-error.ts'
import { createPublish } from './publish.ts'
import { payloads } from './testing/samples.ts'
import { withUndeclared } from './testing/with-undeclared.ts'

function publishing() {
  const sent: unknown[] = []
  return { sent, publish: createPublish((event, payload) => sent.push([event, payload])) }
}

it.each(events)('sends %s with the fields that are declared, and no other', (event) => {
  const { sent, publish } = publishing()
  publish(event, withUndeclared(payloads[event]) as never)
  expect(sent).toEqual([[event, payloads[event]]])
})

it.each(events)('does not send %s with anything else', (event) => {
  const { sent, publish } = publishing()
  const refusal = new AppError('ipc.invalidOutput', { details: { event } })
  expect(() => publish(event, 'junk' as never)).toThrow(refusal)
  expect(sent).toEqual([])
})
