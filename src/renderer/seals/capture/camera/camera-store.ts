import { createStore, type StoreApi } from 'zustand'
import type { Output } from '../../../../shared/ipc/contract.ts'
import type { CameraChoice, CameraPort } from './camera-port.ts'
import { problemOf, type CameraProblem } from './camera-problem.ts'

type System = Output<'camera:open'>['system']

export interface CameraState {
  /** `taken`: the last picture stands still until the photo is opened. */
  readonly phase: 'closed' | 'asking' | 'live' | 'taking' | 'taken' | 'stopped'
  /** Why it is `stopped`. */
  readonly problem: CameraProblem | undefined
  /** Whose settings a refusal is looked up in. */
  readonly system: System
  readonly stream: MediaStream | undefined
  readonly cameras: readonly CameraChoice[]
  /** The id of the one that is used. */
  readonly chosen: string | undefined
  /** The newest picture that was taken. */
  readonly photo: Blob | undefined
  readonly open: (deviceId?: string) => Promise<void>
  /** The picture that the camera has taken; undefined where it could not. The camera is off in any case. */
  readonly take: (video: HTMLVideoElement) => Promise<Blob | undefined>
  readonly stop: (problem: CameraProblem) => void
  readonly close: () => void
}

export type CameraStore = StoreApi<CameraState>

/** What main is told, who lends the camera. */
export interface CameraLender {
  readonly open: () => Promise<Output<'camera:open'>>
  readonly close: () => void
}

type Set = (part: Partial<CameraState>) => void
type Get = () => CameraState

/** One camera at a time: whatever comes of an earlier wish is stopped at once, and changes nothing. */
export function createCameraStore(port: CameraPort, lender: CameraLender): CameraStore {
  return createStore<CameraState>()((set, get) => {
    const turns = createTurns()
    const end = (part: Partial<CameraState>) => {
      turns.next()
      stopTracks(get().stream)
      lender.close()
      set(part)
    }
    const stop = (problem: CameraProblem) => end({ phase: 'stopped', problem, stream: undefined })
    return {
      ...{ phase: 'closed', problem: undefined, system: 'windows', stream: undefined, cameras: [] },
      ...{ chosen: undefined, photo: undefined },
      open: opener({ port, lender, turns, stop, set, get }),
      take: async (video) => {
        const { stream } = get()
        if (stream === undefined) return undefined
        const isNewest = turns.next()
        set({ phase: 'taking' })
        try {
          const photo = await port.take(stream, video)
          if (!isNewest()) return undefined
          end({ phase: 'taken', photo })
          return photo
        } catch {
          if (isNewest()) stop('failed')
          return undefined
        }
      },
      stop: (problem) => {
        if (isOn(get())) stop(problem)
      },
      close: () => {
        if (get().phase !== 'closed') end({ phase: 'closed', problem: undefined, stream: undefined })
      },
    }
  })
}

interface Opening {
  readonly port: CameraPort
  readonly lender: CameraLender
  readonly turns: ReturnType<typeof createTurns>
  readonly stop: (problem: CameraProblem) => void
  readonly set: Set
  readonly get: Get
}

function opener({ port, lender, turns, stop, set, get }: Opening): CameraState['open'] {
  const see = async (deviceId: string | undefined, isNewest: () => boolean) => {
    const stream = await port.open(deviceId)
    if (!isNewest()) {
      stopTracks(stream)
      return
    }
    for (const track of stream.getTracks()) {
      track.addEventListener('ended', () => {
        if (get().stream === stream) get().stop('lost')
      })
    }
    const chosen = stream.getVideoTracks()[0]?.getSettings().deviceId ?? deviceId
    set({ stream, chosen, phase: 'live' })
    const cameras = await port.list()
    if (get().stream === stream) set({ cameras })
  }
  return async (deviceId) => {
    const isNewest = turns.next()
    stopTracks(get().stream)
    set({ phase: 'asking', problem: undefined, stream: undefined })
    try {
      const { isAllowed, system } = await lender.open()
      if (!isNewest()) return
      set({ system })
      if (isAllowed) await see(deviceId, isNewest)
      else stop('denied')
    } catch (error) {
      if (isNewest()) stop(problemOf(error))
    }
  }
}

/** Is it on, or about to be? */
function isOn({ phase }: CameraState): boolean {
  return phase === 'asking' || phase === 'live' || phase === 'taking'
}

function stopTracks(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

function createTurns() {
  let newest = 0
  return {
    /** Begins a turn; what it answers says whether it is still the newest. */
    next: () => {
      newest += 1
      const turn = newest
      return () => turn === newest
    },
  }
}
