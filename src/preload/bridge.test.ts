import { expect, it } from 'vitest'
import { channels, events } from '../shared/ipc/channels.ts'
import { createBridge } from './bridge.ts'

type Listener = (...parameters: readonly unknown[]) => void

/** Stands in for ipcRenderer: remembers what was invoked, and sends events as Electron does, with an event object. */
function fakeIpc() {
  const invoked: unknown[][] = []
  let listeners: readonly (readonly [event: string, listener: Listener])[] = []
  const ipc = {
    invoke: (...parameters: unknown[]) => {
      invoked.push(parameters)
      return Promise.resolve({ ok: true, value: parameters[0] })
    },
    on: (event: string, listener: Listener) => {
      listeners = [...listeners, [event, listener]]
    },
    off: (event: string, listener: Listener) => {
      listeners = listeners.filter(([name, known]) => name !== event || known !== listener)
    },
  }
  const emit = (event: string, ...parameters: readonly unknown[]) => {
    for (const [name, listener] of listeners) if (name === event) listener(...parameters)
  }
  // Only what the bridge uses of Electron's type is here.
  return { emit, invoked, count: () => listeners.length, ipc: ipc as unknown as Parameters<typeof createBridge>[0] }
}

const electronEvent = { sender: 'ipcRenderer', ports: [] }

it('shows exactly the channels and events of the contract', () => {
  const bridge = createBridge(fakeIpc().ipc)
  expect(Object.keys(bridge)).toEqual(['invoke', 'on'])
  expect(Object.keys(bridge.invoke)).toEqual([...channels])
  expect(Object.keys(bridge.on)).toEqual([...events])
})

it('invokes each channel under its own name with one input, whatever more it is given', async () => {
  for (const channel of channels) {
    const { ipc, invoked } = fakeIpc()
    const invoke = createBridge(ipc).invoke[channel] as (...parameters: unknown[]) => Promise<unknown>
    expect(await invoke({ input: 1 }, 'more')).toEqual({ ok: true, value: channel })
    expect(invoked).toEqual([[channel, { input: 1 }]])
  }
})

it.each(events)('hands on what %s carries, never the event object', (event) => {
  const { ipc, emit } = fakeIpc()
  const heard: unknown[][] = []
  createBridge(ipc).on[event]((...parameters: unknown[]) => heard.push(parameters))
  emit(event, electronEvent, { payload: 1 }, 'more')
  expect(heard).toEqual([[{ payload: 1 }]])
})

it.each(events)('stops hearing %s, and leaves nothing behind', (event) => {
  const { ipc, emit, count } = fakeIpc()
  const heard: string[] = []
  const { on } = createBridge(ipc)
  const stopFirst = on[event](() => heard.push('first'))
  const stopSecond = on[event](() => heard.push('second'))
  stopFirst()
  stopFirst()
  emit(event, electronEvent, 1)
  stopSecond()
  emit(event, electronEvent, 2)
  expect([heard, count()]).toEqual([['second'], 0])
})

it('stops one of two subscriptions of the same listener', () => {
  const { ipc, emit, count } = fakeIpc()
  const heard: unknown[] = []
  const listener = (payload: unknown) => heard.push(payload)
  const { on } = createBridge(ipc)
  const stop = on['demo:message'](listener)
  on['demo:message'](listener)
  stop()
  emit('demo:message', electronEvent, 1)
  expect([heard, count()]).toEqual([[1], 1])
})

it('does not leak when a screen comes and goes a thousand times', () => {
  const { ipc, count } = fakeIpc()
  const { on } = createBridge(ipc)
  for (let visit = 0; visit < 1000; visit += 1) on['renewal:changed'](() => undefined)()
  expect(count()).toBe(0)
})
