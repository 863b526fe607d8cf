import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Card } from '../../shared/ipc/models.ts'
import type { ChosenFileModel, FileCheck, ProofModel, SavedFile } from '../../shared/ipc/models-signing.ts'
import { call, toFailure } from '../desktop.ts'

type SigningTask = 'prove' | 'sign' | 'check'

/** What a task has come to; the next one begins without it. */
interface Outcome {
  readonly failure?: Failure | undefined
  readonly proof?: ProofModel | undefined
  readonly saved?: SavedFile | undefined
  readonly check?: FileCheck | undefined
}

interface SigningState extends Outcome {
  readonly isOpen: boolean
  /** Whose certificates are tried and sign; without one a file can only be checked. */
  readonly card: Card | undefined
  readonly task: SigningTask
  readonly content: ChosenFileModel | undefined
  readonly signature: ChosenFileModel | undefined
  readonly isBusy: boolean
  readonly open: (card: Card | undefined) => void
  readonly close: () => void
  readonly begin: (task: SigningTask) => void
  readonly chooseContent: () => Promise<void>
  readonly chooseSignature: () => Promise<void>
  readonly prove: (certificateId: string, pin: string) => Promise<void>
  readonly sign: (certificateId: string, pin: string) => Promise<void>
  readonly checkFile: () => Promise<void>
}

const nothing = { failure: undefined, proof: undefined, saved: undefined, check: undefined } as const
const noFiles = { content: undefined, signature: undefined } as const

export const useSigning = create<SigningState>()((set, get) => {
  const attempt = async (ask: () => Promise<Partial<SigningState>>) => {
    set({ ...nothing, isBusy: true })
    try {
      set(await ask())
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
    set({ isBusy: false })
  }
  return {
    ...{ isOpen: false, card: undefined, task: 'prove', isBusy: false },
    ...nothing,
    ...noFiles,
    open: (card) => set({ ...nothing, ...noFiles, isOpen: true, card, task: card === undefined ? 'check' : 'prove' }),
    close: () => set({ ...nothing, ...noFiles, isOpen: false, card: undefined }),
    begin: (task) => set({ ...nothing, ...noFiles, task }),
    chooseContent: () => attempt(() => chooseContent(get().signature)),
    chooseSignature: () => attempt(() => chooseSignature(get().content)),
    prove: (certificateId, pin) =>
      attempt(async () => ({ proof: await call('signing:prove', { certificateId, pin }) })),
    sign: (certificateId, pin) =>
      attempt(async () => {
        const fileId = get().content?.id ?? ''
        return { saved: await call('signing:sign-file', { certificateId, fileId, pin }) }
      }),
    checkFile: () =>
      attempt(async () => {
        const { content, signature } = get()
        const files = { fileId: content?.id ?? '', signatureId: signature?.id ?? '' }
        return { check: await call('signing:verify-file', files) }
      }),
  }
})

type Files = Pick<SigningState, 'content' | 'signature'>

/** A cancelled dialog leaves things as they are; a file brings the signature beside it along. */
async function chooseContent(signature: ChosenFileModel | undefined): Promise<Partial<Files>> {
  const { file, beside } = await call('signing:choose-file', { purpose: 'content' })
  if (file === undefined) return {}
  if (isSignature(file)) return { signature: file, ...(beside === undefined ? {} : { content: beside }) }
  return { content: file, signature: beside ?? signature }
}

async function chooseSignature(content: ChosenFileModel | undefined): Promise<Partial<Files>> {
  const { file, beside } = await call('signing:choose-file', { purpose: 'signature' })
  return file === undefined ? {} : { signature: file, content: content ?? beside }
}

function isSignature({ name }: ChosenFileModel): boolean {
  return name.toLowerCase().endsWith('.p7s')
}
