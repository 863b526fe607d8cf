import { AppError } from '../app-error.ts'
import type { Managed } from '../settings/managed/managed.ts'

interface Choices {
  readonly isOn?: boolean | undefined
  readonly staysInBackground?: boolean | undefined
}

const keys = { isOn: 'reminders', staysInBackground: 'staysInBackground' } as const
const usual = { isOn: true, staysInBackground: false } as const
const names = ['isOn', 'staysInBackground'] as const

/** What holds: what is locked is the administrator's, otherwise the user's choice comes first. */
export function withChoices<Kept extends Choices>(kept: Kept, managed: Managed | undefined) {
  const choice = (name: keyof typeof usual): boolean => {
    const key = keys[name]
    const own = managed?.isLocked(key) === true ? undefined : kept[name]
    return own ?? managed?.values[key] ?? usual[name]
  }
  return { ...kept, isOn: choice('isOn'), staysInBackground: choice('staysInBackground') }
}

/** What of a change is the user's own. Code settings.managed where it would change what is locked. */
export function ownChoices<Change extends Choices>(
  change: Change,
  holding: Choices,
  managed: Managed | undefined,
): Change {
  const locked = names.filter((name) => managed?.isLocked(keys[name]) === true && change[name] !== undefined)
  if (locked.some((name) => change[name] !== holding[name])) throw new AppError('settings.managed')
  return Object.fromEntries(
    Object.entries(change).filter(([name]) => !(locked as readonly string[]).includes(name)),
  ) as Change
}
