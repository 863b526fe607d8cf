import { join } from 'node:path'
import type { Language } from '../../shared/language.ts'
import type { Overview } from '../../shared/ipc/models.ts'
import type { RememberedCertificate } from '../../shared/reminders/remembered.ts'
import { toFailure } from '../app-error.ts'
import type { ChooseSavePath } from '../certificates/export-certificate.ts'
import type { Publish } from '../ipc/publish.ts'
import type { Log } from '../logging/log.ts'
import type { PlatformConnection } from '../platform/platform.ts'
import type { Managed } from '../settings/managed/managed.ts'
import { openEyes, type Eyes } from './eyes.ts'
import type { Outside, ReminderClock } from './ports.ts'
import { quietOutside } from './quiet-outside.ts'
import { createReminderCases, type ReminderCases } from './reminder-cases.ts'
import { openReminderMemory, type ReminderMemory } from './reminder-memory.ts'
import { watchReminders, type ReminderWatch } from './reminder-watch.ts'
import { createRenewalWindows } from './renewal-windows.ts'
import { systemClock } from './system-clock.ts'
import { reminderTexts, type ReminderWords } from './texts.ts'

export interface ReminderHost {
  readonly mode: 'demo' | 'real'
  readonly userData: string
  readonly log: Log
  readonly publish: Publish
  readonly chooseSavePath: ChooseSavePath
  /** What the program shows outside its window; left out, nothing. */
  readonly outside?: Outside
  readonly language?: () => Language
  /** What an administrator has set. */
  readonly managed?: Managed | undefined
}

/** What is known once the program runs. */
interface Running {
  readonly now: () => Date
  /** The renewal whose token is being worked with. */
  readonly writing: () => string | undefined
}

export interface Reminders {
  readonly cases: ReminderCases
  /** The same host; what it publishes is seen. */
  readonly watching: <Given extends ReminderHost>(host: Given) => Given
  /** The same connection; what its lists say of renewals is heard. */
  readonly listening: (connection: PlatformConnection) => PlatformConnection
  /** The overview with what is known of the platform's windows. */
  readonly mark: (overview: Overview) => Overview
  /** Told when more is known of them. */
  readonly subscribe: (listener: () => void) => void
  /** From now on it reminds. */
  readonly start: (running: Running) => void
  /** Does the program go on in the tray when its window is closed? */
  readonly staysInBackground: () => boolean
  readonly close: () => Promise<void>
}

/** Everything about reminders: what is remembered, what is due, and what the page asks about it. */
export async function openReminders(host: ReminderHost): Promise<Reminders> {
  let running: Running = { now: () => new Date(), writing: () => undefined }
  let watch: ReminderWatch | undefined
  const clock = systemClock(() => running.now())
  const look = () => watch?.look()
  const { memory, eyes, cases, pageKnows, ...shown } = await openParts(host, clock, look)
  const learned = new Set<() => void>()
  const windows = createRenewalWindows(
    () => memory.read().certificates,
    () => learned.forEach((listener) => listener()),
  )
  const see = (overview: Overview) => {
    eyes.see(overview)
    pageKnows()
  }
  return {
    ...{ cases, mark: windows.mark, subscribe: (listener) => void learned.add(listener) },
    watching: (given) => ({ ...given, publish: watchedPublish(given.publish, { see, look }) }),
    listening: (connection) => ({ ...connection, lists: windows.listening(connection.lists) }),
    start: (given) => {
      running = given
      const isWriting = () => running.writing() !== undefined
      watch = watchReminders({ ...shown, memory, clock, isWriting, asked: (one) => ask(host.publish, one) })
      shown.outside.onWake(look)
      look()
    },
    staysInBackground: () => host.mode === 'real' && memory.read().staysInBackground,
    close: async () => {
      watch?.stop()
      watch = undefined
      await memory.settled()
    },
  }
}

interface ReminderParts {
  readonly memory: ReminderMemory
  readonly eyes: Eyes
  readonly cases: ReminderCases
  /** Tells the page, unless it knows. */
  readonly pageKnows: () => void
  readonly outside: Outside
  readonly words: () => ReminderWords
}

async function openParts(host: ReminderHost, clock: ReminderClock, look: () => void): Promise<ReminderParts> {
  const { mode, outside = quietOutside, language = () => 'zh-CN' as const, log, chooseSavePath } = host
  const isDemo = mode === 'demo'
  let known = ''
  const pageKnows = () => {
    const report = cases.report()
    if (JSON.stringify(report) === known) return
    known = JSON.stringify(report)
    host.publish('reminders:changed', report)
  }
  const memory = await openReminderMemory({
    path: isDemo ? undefined : join(host.userData, 'reminders.json'),
    managed: isDemo ? undefined : host.managed,
    changed: () => {
      pageKnows()
      look()
    },
    notKept: (error) => log.failure('reminders', toFailure(error), error),
  })
  const eyes = openEyes(memory, clock.now)
  const words = () => spokenWords(reminderTexts[language()], isDemo)
  const cases: ReminderCases = createReminderCases({
    ...{ isDemo, memory, clock, words, chooseSavePath, loginItem: outside.loginItem },
    ...{ isPluggedIn: eyes.isThere, forgetting: eyes.forget },
  })
  return { memory, eyes, cases, pageKnows, outside, words }
}

/** A notification stays when the frame of the demonstration is gone: it says by itself what it is. */
function spokenWords(words: ReminderWords, isDemo: boolean): ReminderWords {
  return isDemo ? { ...words, line: (holder, days) => words.demo(words.line(holder, days)) } : words
}

/** What the page is told of is what reminders go by; so nothing else has to be watched. */
function watchedPublish(
  publish: Publish,
  { see, look }: { readonly see: (overview: Overview) => void; readonly look: () => void },
): Publish {
  return (event, payload) => {
    publish(event, payload)
    // The type of the payload follows the event, which TypeScript does not see here.
    if (event === 'certificates:changed') see(payload as Overview)
    if (event === 'certificates:changed' || event === 'renewal:changed') look()
  }
}

function ask(publish: Publish, certificate: RememberedCertificate | undefined): void {
  if (certificate === undefined) publish('reminders:asked', {})
  else {
    const { fingerprint, holder, cardNumber } = certificate
    publish('reminders:asked', { certificate: { id: fingerprint, holder, cardNumber } })
  }
}
