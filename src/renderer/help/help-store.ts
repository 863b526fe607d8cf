import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { SearchHit, Topic } from '../../shared/ipc/models-knowledge.ts'
import type { HelpReference } from '../../shared/content/help-reference.ts'
import type { ContentPart } from '../../shared/content/parts.ts'
import { call, toFailure } from '../desktop.ts'

/** What is shown while nothing is searched and nothing opened. */
export type HelpTab = 'knowledge' | ContentPart

interface HelpState {
  readonly tab: HelpTab
  readonly show: (tab: HelpTab) => void
  /** None before they were read. */
  readonly topics: readonly Topic[] | undefined
  /** Why there are no topics. */
  readonly topicsFailure: Failure | undefined
  readonly query: string
  /** Of the query that was answered last; none before the first answer. */
  readonly hits: readonly SearchHit[] | undefined
  /** Why `query` was not answered. */
  readonly failure: Failure | undefined
  /** The pages that were opened one from the other; none while the topics or the hits are shown. */
  readonly trail: readonly HelpReference[]
  readonly readTopics: () => Promise<void>
  /** As it is typed: asked at once, or as soon as the question before is answered; what was skipped is not asked. */
  readonly search: (query: string) => Promise<void>
  readonly open: (reference: HelpReference) => void
  readonly back: () => void
}

const nothingYet: Omit<HelpState, 'show' | 'readTopics' | 'search' | 'open' | 'back'> = {
  ...{ tab: 'knowledge', topics: undefined, topicsFailure: undefined },
  ...{ query: '', hits: undefined, failure: undefined, trail: [] },
}

export const useHelp = create<HelpState>()((set, get) => {
  let isAsking = false
  const ask = async (query: string): Promise<void> => {
    try {
      const hits = await call('knowledge:search', { query })
      if (get().query.trim() === query) set({ hits, failure: undefined })
    } catch (error) {
      if (get().query.trim() === query) set({ hits: undefined, failure: toFailure(error) })
    }
  }
  return {
    ...nothingYet,
    show: (tab) => set({ tab }),
    readTopics: async () => {
      try {
        set({ topics: await call('knowledge:topics', {}), topicsFailure: undefined })
      } catch (error) {
        set({ topicsFailure: toFailure(error) })
      }
    },
    search: async (typed) => {
      set({ query: typed, trail: [], failure: undefined, ...(typed.trim() === '' ? { hits: undefined } : {}) })
      if (isAsking) return
      isAsking = true
      let asked = ''
      for (let query = get().query.trim(); query !== asked && query !== ''; query = get().query.trim()) {
        asked = query
        await ask(query)
      }
      isAsking = false
    },
    open: (reference) => set(({ trail }) => ({ trail: [...trail, reference] })),
    back: () => set(({ trail }) => ({ trail: trail.slice(0, -1) })),
  }
})
