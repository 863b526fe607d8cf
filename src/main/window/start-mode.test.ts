import { expect, it } from 'vitest'
import { startMode, startsHidden } from './start-mode.ts'

function appWith(switches: readonly string[], isPackaged: boolean, wasOpenedAtLogin = false) {
  const commandLine = { hasSwitch: (name: string) => switches.includes(name) }
  // Only what is asked of Electron's object.
  return { commandLine, isPackaged, getLoginItemSettings: () => ({ wasOpenedAtLogin }) } as unknown as Parameters<
    typeof startsHidden
  >[0]
}

it.each([
  [[], true, 'real', false],
  [['hidden'], true, 'real', true],
  [['hidden', 'demo'], true, 'demo', false],
  [[], false, 'demo', false],
  [['hidden'], false, 'demo', false],
  [['hidden', 'real'], false, 'real', true],
] as const)('started with %j, packaged: %s, it is %s and hidden: %s', (switches, isPackaged, mode, isHidden) => {
  const app = appWith(switches, isPackaged)
  expect([startMode(app), startsHidden(app, 'win32')]).toEqual([mode, isHidden])
})

it('is told by macOS that it was started at login', () => {
  expect(startsHidden(appWith([], true, true), 'darwin')).toBe(true)
  expect(startsHidden(appWith([], true, true), 'win32')).toBe(false)
})
