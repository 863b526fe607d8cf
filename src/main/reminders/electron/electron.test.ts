import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ReminderAction } from '../ports.ts'
import { createElectronLoginItem } from './electron-login-item.ts'
import { createElectronNotifier } from './electron-notifier.ts'
import { createElectronTray } from './electron-tray.ts'
import { createLinuxLoginItem } from './linux-login-item.ts'

/** Only what is used of Electron's objects is here. */
function fakeNotification(outcome: 'show' | 'failed', isSupported = true) {
  const made: FakeNotification[] = []
  class FakeNotification extends EventEmitter {
    readonly options: unknown
    static isSupported = () => isSupported
    constructor(options: unknown) {
      super()
      this.options = options
      made.push(this)
    }
    show() {
      this.emit(outcome)
    }
  }
  const notifier = createElectronNotifier(FakeNotification as unknown as Parameters<typeof createElectronNotifier>[0])
  return { made, notifier }
}

const notice = {
  title: '还有 3 天',
  body: '卡号',
  actions: [
    { name: 'renew', text: '立即延期' },
    { name: 'snooze', text: '明天再提醒' },
  ],
  isUrgent: true,
} as const

it('shows a notification with its buttons; the whole of it is the first one', async () => {
  const { made, notifier } = fakeNotification('show')
  const acts: ReminderAction[] = []
  expect(await notifier.show(notice, (action) => acts.push(action))).toBe(true)
  expect(made[0]?.options).toEqual({
    ...{ title: '还有 3 天', body: '卡号', timeoutType: 'never' },
    actions: [
      { type: 'button', text: '立即延期' },
      { type: 'button', text: '明天再提醒' },
    ],
  })
  made[0]?.emit('click')
  made[0]?.emit('action', { actionIndex: 1 })
  made[0]?.emit('action', { actionIndex: 7 })
  expect(acts).toEqual(['renew', 'snooze'])
})

it('says when a notification was not shown', async () => {
  expect(await fakeNotification('failed').notifier.show(notice, () => undefined)).toBe(false)
  const { made, notifier } = fakeNotification('show', false)
  expect([await notifier.show(notice, () => undefined), made]).toEqual([false, []])
})

it('goes on without a tray where the desktop has none', () => {
  const errors: unknown[] = []
  const Tray = class {
    constructor() {
      throw new Error('no tray here')
    }
  }
  const tray = createElectronTray({
    Tray: Tray as never,
    Menu: { buildFromTemplate: () => ({}) as never },
    image: () => ({}) as never,
    notShown: (error) => errors.push(error),
  })
  for (const tooltip of ['one', 'two']) tray.show({ tooltip, items: [] }, () => undefined)
  tray.remove()
  expect(errors).toHaveLength(1)
})

it('asks for the same entry that it has made', async () => {
  const entries: unknown[] = []
  let isOn = false
  const app = {
    setLoginItemSettings: (settings: Electron.Settings) => {
      entries.push(settings)
      isOn = settings.openAtLogin ?? false
    },
    getLoginItemSettings: (options: unknown) => {
      entries.push(options)
      return { openAtLogin: isOn } as Electron.LoginItemSettings
    },
  }
  const item = createElectronLoginItem(app as Parameters<typeof createElectronLoginItem>[0], 'C:\\app.exe')
  await item.change(true)
  expect(item.state()).toBe('on')
  const entry = { path: 'C:\\app.exe', args: ['--hidden'] }
  expect(entries).toEqual([{ ...entry, openAtLogin: true }, entry])
})

it('writes and removes the entry of a Linux session', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'login-item-'))
  try {
    const path = join(folder, 'autostart', 'cert-user-tool.desktop')
    const item = createLinuxLoginItem(path, '/opt/CA 用户工具/100%"$x', 'CertUserTool')
    expect(item.state()).toBe('off')
    await item.change(true)
    expect(item.state()).toBe('on')
    expect(readFileSync(path, 'utf8').split('\n')).toEqual([
      '[Desktop Entry]',
      'Type=Application',
      'Name=CertUserTool',
      String.raw`Exec="/opt/CA 用户工具/100%%\\"\\$x" --hidden`,
      'Terminal=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    await item.change(false)
    await item.change(false)
    expect(item.state()).toBe('off')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
