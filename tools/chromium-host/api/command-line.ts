import { state } from '../state.ts'

// Playwright's loader sets these, and Chromium takes only the last of each: the host's own must stay.
const OWNED_BY_HOST = new Set(['enable-features', 'disable-features'])

function valueOf(argument: string, name: string): string | undefined {
  if (argument === `--${name}`) return ''
  return argument.startsWith(`--${name}=`) ? argument.slice(name.length + 3) : undefined
}

function find(name: string): string | undefined {
  for (const argument of [...process.argv, ...state.switches]) {
    const value = valueOf(argument, name)
    if (value !== undefined) return value
  }
  return undefined
}

/** app.commandLine: the switches of this process, and those that Chromium will be started with. */
export const commandLine = {
  appendSwitch(name: string, value?: string): void {
    if (OWNED_BY_HOST.has(name)) return
    state.switches.push(value === undefined || value === '' ? `--${name}` : `--${name}=${value}`)
  },
  hasSwitch: (name: string): boolean => find(name) !== undefined,
  getSwitchValue: (name: string): string => find(name) ?? '',
}
