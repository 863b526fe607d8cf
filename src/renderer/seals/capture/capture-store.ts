import { createStore, type StoreApi } from 'zustand'
import { sealDpi, sealTypes, type SealForm, type SealType } from '../../../shared/seals/seal-types.ts'
import { unadjusted, type Adjustment } from '../extract/adjustment.ts'
import type { Answer, Extractor } from '../extract/extractor.ts'
import type { Finding } from '../extract/finding.ts'
import type { Drawn, Extracted, ExtractorRefusal, Opened } from '../extract/messages.ts'

/** What is known of a picture that the user has taken. */
export interface SealCaptureFacts {
  readonly form: SealForm
  readonly widthPx: number
  readonly heightPx: number
  readonly dpi: number
  readonly score: number
  readonly findings: readonly Finding[]
  readonly isAdjusted: boolean
  /** The photo as it was chosen. */
  readonly original: Blob
}

export interface CaptureState {
  /** What it is busy with. */
  readonly busy: 'opening' | 'extracting' | 'drawing' | undefined
  readonly form: SealForm
  readonly file: Blob | undefined
  readonly opened: Opened | undefined
  readonly extracted: Extracted | undefined
  readonly drawn: Drawn | undefined
  readonly refusal: ExtractorRefusal | undefined
  /** The newest adjustment last; the first is what was found. */
  readonly history: readonly Adjustment[]
  readonly isErasing: boolean
  /** Radius of the eraser. */
  readonly eraserMm: number
  readonly setEraser: (eraser: { readonly isErasing?: boolean; readonly eraserMm?: number }) => void
  readonly open: (file: Blob) => Promise<void>
  readonly chooseForm: (form: SealForm) => Promise<void>
  readonly adjust: (change: Partial<Adjustment>) => Promise<void>
  readonly undo: () => Promise<void>
  readonly reset: () => Promise<void>
  readonly forget: () => void
}

export type CaptureStore = StoreApi<CaptureState>

const nothing = {
  ...{ busy: undefined, file: undefined, opened: undefined, extracted: undefined, drawn: undefined },
  ...{ refusal: undefined, history: [unadjusted], isErasing: false },
}

/** One capture: it lives as long as its dialog. Whatever a newer question has replaced changes nothing. */
export function createCaptureStore(type: SealType, extractor: Extractor): CaptureStore {
  return createStore<CaptureState>()((set, get) => {
    const { open, extract, draw } = questions(extractor, set, get)
    const change = async (history: readonly Adjustment[]) => {
      set({ history })
      await draw()
    }
    return {
      ...nothing,
      ...{ eraserMm: 1, setEraser: (eraser) => set(eraser) },
      form: sealTypes[type].choices[0] ?? sealTypes[type],
      open,
      chooseForm: async (form) => {
        set({ form })
        if (get().opened !== undefined) await extract()
      },
      adjust: (part) => change([...get().history, { ...newestOf(get()), ...part }]),
      undo: () => change(get().history.length > 1 ? get().history.slice(0, -1) : get().history),
      reset: () => change([unadjusted]),
      forget: () => set(nothing),
    }
  })
}

/** A photo is opened, then searched, then drawn: each begins the next. */
function questions(extractor: Extractor, set: (part: Partial<CaptureState>) => void, get: () => CaptureState) {
  /** The value, if there is one; a refusal is shown. */
  const valueOf = <Value>(answer: Answer<Value>): Value | undefined => {
    if (answer.state === 'refused') set({ busy: undefined, refusal: answer.reason })
    return answer.state === 'done' ? answer.value : undefined
  }
  const draw = async () => {
    set({ busy: 'drawing' })
    const drawn = valueOf(await extractor.draw(newestOf(get())))
    if (drawn !== undefined) set({ drawn, busy: undefined })
  }
  const extract = async () => {
    set({ busy: 'extracting', extracted: undefined, drawn: undefined, history: [unadjusted], refusal: undefined })
    const extracted = valueOf(await extractor.extract(get().form))
    if (extracted === undefined) return
    set({ extracted, busy: undefined })
    if (extracted.isAccepted) await draw()
  }
  const open = async (file: Blob) => {
    set({ ...nothing, file, busy: 'opening' })
    const opened = valueOf(await extractor.open(file))
    if (opened === undefined) return
    set({ opened })
    await extract()
  }
  return { open, extract, draw }
}

export function newestOf({ history }: Pick<CaptureState, 'history'>): Adjustment {
  return history.at(-1) ?? unadjusted
}

/** The picture and what is known of it; undefined while there is none, or while it is not the newest. */
export function takenOf(state: CaptureState): { readonly png: Blob; readonly facts: SealCaptureFacts } | undefined {
  const { drawn, extracted, file, busy, history } = state
  if (drawn === undefined || extracted?.isAccepted !== true || file === undefined || busy !== undefined)
    return undefined
  const { score, findings } = extracted.quality
  return {
    png: drawn.png,
    facts: {
      form: drawn.form,
      widthPx: drawn.width,
      heightPx: drawn.height,
      dpi: sealDpi,
      ...{ score, findings, isAdjusted: history.length > 1, original: file },
    },
  }
}
