import type { Failure } from '../../shared/failure.ts'
import type { UpdateReport, UpdateStage } from '../../shared/ipc/models-update.ts'
import { compareVersions } from '../environment/compare-versions.ts'
import type { Offer } from './offer.ts'
import type { UpdateHost } from './ports.ts'
import type { UpdateMemory } from './update-memory.ts'

interface Standing {
  readonly stage: Exclude<UpdateStage, 'off' | 'locked' | 'unsupported'>
  readonly offer: Offer | undefined
  readonly received: number
  readonly failure: Failure | undefined
}

export interface UpdateState {
  readonly now: () => Standing
  /** Tells the page. */
  readonly set: (change: Partial<Standing>) => void
  readonly report: () => UpdateReport
  /** Tells the page, where what is around it has changed. */
  readonly tell: () => void
}

interface StateParts {
  readonly version: string
  readonly address: () => string | undefined
  readonly host: Pick<UpdateHost, 'installation' | 'keys'>
  readonly memory: UpdateMemory
  readonly writing: () => boolean
  readonly publish: (report: UpdateReport) => void
}

const newsStages: readonly UpdateStage[] = ['available', 'paused', 'ready']

export function createUpdateState(parts: StateParts): UpdateState {
  let standing: Standing = { stage: 'idle', offer: undefined, received: 0, failure: undefined }
  let told = ''
  const report = () => reportOf(parts, standing)
  const tell = () => {
    const now = report()
    if (JSON.stringify(now) === told) return
    told = JSON.stringify(now)
    parts.publish(now)
  }
  return {
    ...{ report, tell, now: () => standing },
    set: (change) => {
      standing = { ...standing, ...change }
      tell()
    },
  }
}

function reportOf(parts: StateParts, standing: Standing): UpdateReport {
  const { version, address, memory } = parts
  const { checkedAt, failed, dismissed } = memory.read()
  const isHeldUp = parts.writing()
  const stage = stageOf(parts, standing)
  const shown = standing.offer?.shown
  const refused = failed.findLast((one) => compareVersions(one, version) > 0)
  return {
    ...defined({ address: address(), offer: shown, checkedAt, refused, failure: standing.failure }),
    ...{ version, stage, isHeldUp, received: standing.received },
    isNews: !isHeldUp && newsStages.includes(stage) && shown !== undefined && shown.version !== dismissed,
  }
}

/** What stands in the way comes first. */
function stageOf({ host, address }: StateParts, { stage }: Standing): UpdateStage {
  if (host.installation === undefined) return 'unsupported'
  if (host.keys.length === 0) return 'locked'
  return address() === undefined ? 'off' : stage
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
}
