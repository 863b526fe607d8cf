import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { useAccount } from '../account/account-store.ts'
import { withLogin } from '../account/with-login.ts'
import { call, toFailure } from '../desktop.ts'
import { isShownTo, type ListOwner } from './list-owner.ts'

export type ListChannel = Extract<Channel, `platform:list-${string}` | 'seals:list'>

export interface ListState<C extends ListChannel> {
  readonly query: Input<C>
  /** The newest answer; while another is awaited, still the one before. */
  readonly shown: Output<C> | undefined
  readonly owner: ListOwner | undefined
  readonly isLoading: boolean
  readonly failure: Failure | undefined
  /** Changes the query and asks; another condition begins at page 1. */
  readonly ask: (change: Partial<Input<C>>) => Promise<void>
  readonly reload: () => Promise<void>
}

export type UseList<C extends ListChannel> = UseBoundStore<StoreApi<ListState<C>>>

/** A list of the platform, page by page. What was read is kept in memory, for when the platform cannot be reached. */
export function createListStore<C extends ListChannel>(channel: C, first: Input<C>): UseList<C> {
  return create<ListState<C>>()((set, get) => {
    const known = new Map<string, Output<C>>()
    let newest = 0
    const load = async (): Promise<void> => {
      const { query, owner } = get()
      const key = JSON.stringify(query)
      newest += 1
      const turn = newest
      if (owner === undefined || !isShownTo(owner, present())) {
        known.clear()
        set({ shown: undefined, owner: undefined })
      }
      set({ isLoading: true, failure: undefined })
      try {
        const list = await withLogin(() => call(channel, query))
        known.set(key, list)
        if (turn === newest) set({ shown: list, owner: present(), isLoading: false })
        const last = Math.max(1, Math.ceil(list.total / list.pageSize))
        // The list has become shorter than the page that was asked for.
        if (turn === newest && query.page > last) await get().ask({ page: last } as Partial<Input<C>>)
      } catch (thrown) {
        if (turn === newest) set({ shown: known.get(key), isLoading: false, failure: toFailure(thrown) })
      }
    }
    return {
      query: first,
      shown: undefined,
      owner: undefined,
      isLoading: false,
      failure: undefined,
      ask: async (change) => {
        set(({ query }) => ({ query: { ...query, page: 1, ...change } }))
        await load()
      },
      reload: load,
    }
  })
}

function present(): ListOwner {
  const { account, logouts } = useAccount.getState()
  return { account, logouts }
}
