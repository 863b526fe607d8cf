import type { BrowserWindow } from 'electron'
import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { createCameraLease } from './camera-lease.ts'
import { withdrawWhenUnseen } from './withdraw-when-unseen.ts'

it.each([
  ['the window', 'hide'],
  ['the window', 'minimize'],
  ['the window', 'closed'],
  ['its contents', 'did-navigate'],
  ['its contents', 'render-process-gone'],
])('ends the lease when %s says %s', (which, event) => {
  let withdrawn = 0
  const lease = createCameraLease({ now: () => 0, onWithdrawn: () => (withdrawn += 1) })
  const webContents = new EventEmitter()
  const window = Object.assign(new EventEmitter(), { webContents })
  // Only what is listened to of a window.
  withdrawWhenUnseen(window as unknown as BrowserWindow, lease)
  lease.prepare()()
  ;(which === 'the window' ? window : webContents).emit(event)
  const question = { isOurWindow: true, isMainFrame: true, isOurOrigin: true, media: ['video'] }
  expect([lease.allows(question), withdrawn]).toEqual([false, 1])
})
