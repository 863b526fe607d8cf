import { create } from 'zustand'
import type { TokenWaiting } from '../../shared/ipc/models-waiting.ts'
import { call } from '../desktop.ts'

interface WaitingState {
  readonly waits: readonly TokenWaiting[]
  /** Places on the screen where the user waits; the last one, which lies above the others, shows the notice. */
  readonly places: readonly string[]
  readonly load: () => Promise<void>
  readonly received: (waiting: TokenWaiting) => void
  readonly waitLonger: (waitId: string) => Promise<void>
  readonly stop: (waitId: string) => Promise<void>
  /** Takes a place; answers with what gives it back. */
  readonly take: (place: string) => () => void
}

export const useWaiting = create<WaitingState>()((set) => {
  const received = (waiting: TokenWaiting) =>
    set(({ waits }) => {
      const others = waits.filter(({ id }) => id !== waiting.id)
      return { waits: waiting.isOver ? others : [...others, waiting] }
    })
  return {
    waits: [],
    places: [],
    // Main tells of every change by itself: what cannot be asked for now is told with the next one.
    load: () => call('token:list-waiting', {}).then((waits) => waits.forEach(received), ignore),
    received,
    waitLonger: (waitId) => call('token:wait-longer', { waitId }).then(ignore, ignore),
    stop: (waitId) => call('token:stop-waiting', { waitId }).then(ignore, ignore),
    take: (place) => {
      set(({ places }) => ({ places: [...places, place] }))
      return () => set(({ places }) => ({ places: places.filter((other) => other !== place) }))
    },
  }
})

function ignore(): void {
  // The notice stays as long as main says that it waits.
}
