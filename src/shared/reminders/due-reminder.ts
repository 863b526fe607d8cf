import { calendarDaysUntil } from '../format/calendar-days.ts'
import { lastDays, reachedReminder, type ReminderDay } from './thresholds.ts'

/** A reminder that was shown; `at` is ISO 8601. */
export interface Telling {
  readonly days: ReminderDay
  readonly at: string
}

/** What is known of one certificate's reminders. Instants are ISO 8601. */
export interface ReminderState {
  readonly notAfter: string
  /** The platform renews it from then on, where the platform has said so. */
  readonly renewableFrom?: string | undefined
  readonly told: readonly Telling[]
  /** 明天再提醒. `isOver`: that reminder has come again; it can be put off once. */
  readonly snoozed?: (Telling & { readonly isOver: boolean }) | undefined
  readonly isMuted: boolean
}

export interface Circumstances {
  readonly now: Date
  /** IANA name; left out, this computer's. */
  readonly timeZone?: string | undefined
  /** Off, only the last days are told. */
  readonly isOn: boolean
}

const dayMs = 86_400_000

/**
 * The reminder that is to be shown now, if any: of those whose day has come only the newest, and only while neither it nor
 * a later one was shown. What was missed at the end itself comes afterwards.
 */
export function dueReminder(state: ReminderState, circumstances: Circumstances): ReminderDay | undefined {
  const { now, timeZone } = circumstances
  const days = reachedReminder(calendarDaysUntil(new Date(state.notAfter), now, timeZone))
  if (days === undefined || isHeldBack(state, days, circumstances)) return undefined
  const newest = newestTold(state, now)
  if (newest === undefined || days < newest) return days
  return days === newest && isSnoozeOver(state, days, circumstances) ? days : undefined
}

/** Above the last days it may be silenced, and waits until it can be answered with a renewal. */
function isHeldBack(
  { isMuted, renewableFrom }: ReminderState,
  days: ReminderDay,
  { now, isOn }: Circumstances,
): boolean {
  if (days <= lastDays) return false
  return !isOn || isMuted || (renewableFrom !== undefined && now < new Date(renewableFrom))
}

/**
 * What was shown more than a day later than now was shown by a clock that was wrong: it does not count, or a clock that
 * once stood in the next year would silence everything until then. A day is more than zones and corrections make.
 */
function newestTold({ told }: ReminderState, now: Date): ReminderDay | undefined {
  const counted = told.filter(({ at }) => Date.parse(at) <= now.getTime() + dayMs)
  return counted.map(({ days }) => days).sort((one, other) => one - other)[0]
}

function isSnoozeOver({ snoozed }: ReminderState, days: ReminderDay, { now, timeZone }: Circumstances): boolean {
  if (snoozed?.days !== days || snoozed.isOver) return false
  return calendarDaysUntil(new Date(snoozed.at), now, timeZone) < 0
}

/** After this reminder was shown. */
export function afterTelling<State extends ReminderState>(state: State, days: ReminderDay, now: Date): State {
  const told = [...state.told.filter((telling) => telling.days !== days), { days, at: now.toISOString() }]
  const { snoozed } = state
  return { ...state, told, ...(snoozed?.days === days ? { snoozed: { ...snoozed, isOver: true } } : {}) }
}

/** Once for each reminder; the one of the day itself has no tomorrow. */
export function canSnooze({ snoozed }: ReminderState, days: ReminderDay): boolean {
  return days > 0 && snoozed?.days !== days
}

/** The reminder is to come again tomorrow. The same state where that is not possible. */
export function afterSnoozing<State extends ReminderState>(state: State, days: ReminderDay, now: Date): State {
  if (!canSnooze(state, days)) return state
  return { ...state, snoozed: { days, at: now.toISOString(), isOver: false } }
}

/** May it be silenced now? Not in its last days, nor after them. */
export function canMute({ notAfter }: Pick<ReminderState, 'notAfter'>, { now, timeZone }: Omit<Circumstances, 'isOn'>) {
  return calendarDaysUntil(new Date(notAfter), now, timeZone) > lastDays
}
