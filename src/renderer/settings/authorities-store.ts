import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { TrustedAuthority } from '../../shared/ipc/models-trust.ts'
import { call, toFailure } from '../desktop.ts'

interface AuthoritiesState {
  readonly authorities: readonly TrustedAuthority[] | undefined
  readonly failure: Failure | undefined
  readonly load: () => Promise<void>
  /** Main opens the file dialog. */
  readonly add: () => Promise<void>
  readonly remove: (sha256: string) => Promise<void>
}

export const useAuthorities = create<AuthoritiesState>()((set) => {
  const show = async (asked: Promise<readonly TrustedAuthority[]>) => {
    set({ failure: undefined })
    try {
      set({ authorities: await asked })
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  return {
    authorities: undefined,
    failure: undefined,
    load: () => show(call('trust:list-authorities', {})),
    add: () => show(call('trust:add-authority', {})),
    remove: (sha256) => show(call('trust:remove-authority', { sha256 })),
  }
})
