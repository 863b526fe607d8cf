import { create } from 'zustand'
import type { Failure } from '../../../shared/failure.ts'
import type { SealCertificate } from '../../../shared/ipc/models-seals.ts'
import { withLogin } from '../../account/with-login.ts'
import { call, toFailure } from '../../desktop.ts'

interface SealCertificatesState {
  /** Undefined until they were read. */
  readonly items: readonly SealCertificate[] | undefined
  readonly failure: Failure | undefined
  readonly load: () => Promise<void>
}

/** The certificates that a seal can be bound to; read each time the choice is shown, since a renewal changes them. */
export const useSealCertificates = create<SealCertificatesState>()((set) => ({
  items: undefined,
  failure: undefined,
  load: async () => {
    set({ items: undefined, failure: undefined })
    try {
      const { items } = await withLogin(() => call('seals:certificates', {}))
      set({ items })
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  },
}))
