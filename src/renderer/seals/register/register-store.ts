import { create, type StoreApi } from 'zustand'
import type { Failure } from '../../../shared/failure.ts'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import type { SealType } from '../../../shared/seals/seal-types.ts'
import { withLogin } from '../../account/with-login.ts'
import { call, toFailure } from '../../desktop.ts'
import { isSendable, readSealFile, type SealFile } from './seal-file.ts'

/** What is typed and chosen before the platform knows of it. */
export interface SealForm {
  readonly certificateId: string | undefined
  readonly type: SealType
  /** Undefined until it is typed: then it follows the certificate and the type. */
  readonly name: string | undefined
  readonly department: string
  readonly applicant: string
}

/** What is sent, complete. */
export interface SealWords {
  readonly certificateId: string
  readonly type: SealType
  readonly name: string
  readonly department?: string
  readonly applicant?: string
}

interface RegisterState {
  readonly step: 'details' | 'picture' | undefined
  readonly form: SealForm
  /** The card whose certificate is meant, where another page has led here. */
  readonly cardNumber: string | undefined
  readonly words: SealWords | undefined
  /** The seal as the platform has it, once it has. */
  readonly seal: SealModel | undefined
  readonly file: SealFile | undefined
  readonly isChecking: boolean
  readonly isSending: boolean
  readonly failure: Failure | undefined
  /** What was submitted last. */
  readonly sent: SealModel | undefined
  readonly open: (cardNumber?: string) => void
  /** Goes on with a seal that has no picture yet, or whose picture was refused. */
  readonly resume: (seal: SealModel) => void
  readonly change: (change: Partial<SealForm>) => void
  readonly proceed: (words: SealWords) => void
  readonly back: () => void
  readonly close: () => void
  /** Looks at a picture; nothing of it is sent yet. */
  readonly choose: (file: Blob) => Promise<void>
  /** Makes the seal, unless that is done, and sends its picture. */
  readonly send: () => Promise<void>
}

type Set = StoreApi<RegisterState>['setState']
type Get = StoreApi<RegisterState>['getState']

const emptyForm: SealForm = {
  certificateId: undefined,
  type: 'official',
  name: undefined,
  department: '',
  applicant: '',
}
const nothing = {
  step: undefined,
  form: emptyForm,
  cardNumber: undefined,
  words: undefined,
  seal: undefined,
  file: undefined,
  isChecking: false,
  isSending: false,
  failure: undefined,
} as const

export const useSealRegister = create<RegisterState>()((set, get) => ({
  ...nothing,
  sent: undefined,
  open: (cardNumber) => set({ ...nothing, sent: undefined, step: 'details', cardNumber }),
  resume: (seal) =>
    set({ ...nothing, sent: undefined, step: 'picture', seal, form: { ...emptyForm, type: seal.type } }),
  change: (change) => set(({ form }) => ({ form: { ...form, ...change } })),
  proceed: (words) => {
    set({ step: 'picture', words, failure: undefined })
    void recheck(set, get)
  },
  back: () => set({ step: 'details', failure: undefined }),
  // The list reads itself anew when it is shown again.
  close: () => set(nothing),
  choose: (file) => look(set, get, file),
  send: () => send(set, get),
}))

/** Of which type the seal is that is being registered. */
export function typeOf({ seal, words, form }: RegisterState): SealType {
  return seal?.type ?? words?.type ?? form.type
}

async function look(set: Set, get: Get, blob: Blob): Promise<void> {
  set({ isChecking: true, file: undefined, failure: undefined })
  const file = await readSealFile(blob, typeOf(get()))
  // Left meanwhile.
  if (get().step === 'picture') set({ file, isChecking: false })
}

/** The same picture is judged anew for another type. */
async function recheck(set: Set, get: Get): Promise<void> {
  const { file } = get()
  if (file !== undefined && file.type !== typeOf(get())) await look(set, get, file.blob)
}

async function send(set: Set, get: Get): Promise<void> {
  const { file, words, isSending } = get()
  if (file === undefined || !isSendable(file) || isSending) return
  set({ isSending: true, failure: undefined })
  try {
    const seal = get().seal ?? (await register(words))
    // From here on the platform has the seal: another try sends the picture only.
    set({ seal })
    const sent = await withLogin(() => call('seals:put-image', { sealId: seal.id, image: file.base64 }))
    set({ ...nothing, sent })
  } catch (thrown) {
    set({ isSending: false, failure: toFailure(thrown) })
  }
}

async function register(words: SealWords | undefined): Promise<SealModel> {
  if (words === undefined) throw new Error('nothing to register')
  const { seal } = await withLogin(() => call('seals:register', words))
  return seal
}
