/** Joins 帮助中心's platform part with the platform, the knowledge base, and the folder of the program. */
import { join } from 'node:path'
import type { Language } from '../shared/language.ts'
import { toFailure } from './app-error.ts'
import { createContent, type Content } from './content/content.ts'
import { createMarkDownloaded } from './content/downloads/mark-of-the-web.ts'
import { openPart } from './content/downloads/part-file.ts'
import { openTransferRecords } from './content/downloads/record.ts'
import { createTransfers, type Transfers } from './content/downloads/transfers.ts'
import type { CurrentPlatform } from './content/ports.ts'
import { createShelves } from './content/shelves.ts'
import type { Publish } from './ipc/publish.ts'
import { createKnowledge, type Knowledge } from './knowledge/knowledge.ts'
import type { Log } from './logging/log.ts'
import type { PlatformConnection } from './platform/platform.ts'
import { addressOrNone } from './platform/session.ts'

interface ContentHost {
  readonly mode: 'demo' | 'real'
  readonly userData: string
  readonly resources: string
  readonly language: () => Language
  readonly log: Pick<Log, 'failure'>
  readonly publish: Publish
  readonly chooseSavePath: (suggestion: string) => Promise<string | undefined>
  readonly showFile: (path: string) => void
  readonly drivers: { readonly openPage: (url: string) => Promise<void> }
}

export interface ContentCases extends Omit<Content, 'heard' | 'searchable' | 'findDownload'> {
  readonly transfers: Omit<Transfers, 'close'>
}

export interface ContentDesk {
  readonly cases: { readonly content: ContentCases; readonly knowledge: Knowledge }
  /** Pauses what is being downloaded. */
  readonly close: () => Promise<void>
}

export function openContentDesk(host: ContentHost, connection: PlatformConnection): ContentDesk {
  const { log, publish, userData, mode, resources, language } = host
  const { health, way, clock, content: platform } = connection
  const notKept = (error: unknown) => log.failure('content', toFailure(error), error)
  // The demonstration's platform has another port each time, and is the same all the same.
  const folder = join(userData, ...(mode === 'demo' ? ['demo', 'content'] : ['content']))
  const name = () => (mode === 'demo' ? 'demo' : addressOrNone(way.baseUrl))
  const current: CurrentPlatform = { name, features: () => health.current().features }
  const content = createContent({
    ...{ platform, current, now: clock.now, openPage: host.drivers.openPage },
    shelvesOf: createShelves(folder, notKept),
    publish: (overview) => publish('content:changed', overview),
  })
  const transfers = createTransfers({
    ...{ platform, current, openPart, find: content.findDownload, stopped: notKept },
    ...{ chooseSavePath: host.chooseSavePath, showFile: host.showFile },
    markDownloaded: createMarkDownloaded(process.platform),
    records: openTransferRecords(join(folder, 'transfers.json'), notKept),
    publish: (list) => publish('content:transfers', list),
  })
  health.subscribe(() => void content.heard())
  return {
    cases: {
      content: { ...content, transfers },
      knowledge: createKnowledge({ ...{ resources, language }, faqs: content.searchable }),
    },
    close: transfers.close,
  }
}
