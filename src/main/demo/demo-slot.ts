import type { SmsMessage } from '../../shared/demo/simulator-messages.ts'
import { prepareFolder, startDemo, type Demo, type DemoParts } from './demo.ts'

/** The demonstration while it is being set up, while it runs, and when it could not be set up. */
export interface DemoSlot {
  /** Removes what an earlier demonstration left, unless it can go on. Does nothing in real mode. */
  prepare(): Promise<void>
  start(): Promise<Demo>
  current(): Demo | undefined
  /** Is it still to be seen whether it works? False in real mode. */
  isStarting(): boolean
  messages(): Promise<readonly SmsMessage[]>
  stop(): void
}

export function createDemoSlot(isDemo: boolean, parts: DemoParts): DemoSlot {
  let demo: Demo | undefined
  let isStarting = isDemo
  let isStopped = false
  return {
    prepare: () => (isDemo ? prepareFolder(parts) : Promise.resolve()),
    start: async () => {
      try {
        demo = await startDemo(parts)
        if (isStopped) demo.stop()
        return demo
      } finally {
        isStarting = false
      }
    },
    current: () => demo,
    isStarting: () => isStarting,
    messages: () => demo?.messages() ?? Promise.resolve([]),
    stop: () => {
      isStopped = true
      demo?.stop()
    },
  }
}
