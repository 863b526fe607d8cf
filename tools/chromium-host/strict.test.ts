import { expect, test } from 'vitest'
import { HostEmitter } from './host-emitter.ts'
import { strict, strictClass } from './strict.ts'

test('what an object has can be read and replaced; what it has not throws by name', () => {
  const dialog = strict('dialog', { showErrorBox: (): string => 'shown' })
  expect(dialog.showErrorBox()).toBe('shown')
  dialog.showErrorBox = () => 'replaced'
  expect(dialog.showErrorBox()).toBe('replaced')
  expect(() => Reflect.get(dialog, 'showOpenDialogSync') as unknown).toThrow(
    'not supported in the Chromium host: dialog.showOpenDialogSync',
  )
})

test('a strict object can be awaited, printed and compared', async () => {
  const object = strict('app', { name: 'x' })
  expect(await Promise.resolve(object)).toBe(object)
  expect(JSON.stringify(object)).toBe('{"name":"x"}')
  expect(object).toEqual({ name: 'x' })
})

test('a strict class makes strict instances, which are instances of it', () => {
  class Plain {
    static isSupported(): boolean {
      return true
    }
    readonly kind = 'plain'
  }
  const Strict = strictClass('Notification', Plain)
  const instance = new Strict()
  expect(instance).toBeInstanceOf(Strict)
  expect(instance.kind).toBe('plain')
  expect(Strict.isSupported()).toBe(true)
  expect(() => Reflect.get(instance, 'actions') as unknown).toThrow('Notification.actions')
  expect(() => Reflect.get(Strict, 'handleActivation') as unknown).toThrow('Notification.handleActivation')
})

test('a listener for an event that is never sent is refused', () => {
  const emitter = new HostEmitter('app', ['ready'])
  expect(() => emitter.on('ready', () => undefined)).not.toThrow()
  expect(() => emitter.once('gpu-info-update', () => undefined)).toThrow("app.on('gpu-info-update')")
})
