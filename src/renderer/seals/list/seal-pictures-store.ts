import { create } from 'zustand'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { call } from '../../desktop.ts'

type Known = { readonly state: 'loading' | 'failed' } | { readonly state: 'here'; readonly image: string }

interface SealPicturesState {
  /** By the picture's own digest: another picture of the same seal is another one. */
  readonly pictures: ReadonlyMap<string, Known>
  /** Reads it, unless that is done or under way. */
  readonly ask: (seal: SealModel) => void
  /** The next page, or the next account, begins without them. */
  readonly forget: () => void
}

export function pictureKey({ id, imageSha256 }: SealModel): string {
  return `${id} ${imageSha256 ?? ''}`
}

/** The pictures of the seals that are shown; one is read after the other, so that a page is not twenty calls at once. */
export const useSealPictures = create<SealPicturesState>()((set, get) => {
  let last: Promise<void> = Promise.resolve()
  const put = (key: string, known: Known) => set(({ pictures }) => ({ pictures: new Map([...pictures, [key, known]]) }))
  const read = async (seal: SealModel): Promise<void> => {
    const key = pictureKey(seal)
    if (!get().pictures.has(key)) return
    try {
      const { image } = await call('seals:image', { sealId: seal.id })
      if (get().pictures.has(key)) put(key, { state: 'here', image })
    } catch {
      // The row says that the picture is not there; the list has its own failure for what is behind it.
      if (get().pictures.has(key)) put(key, { state: 'failed' })
    }
  }
  return {
    pictures: new Map(),
    ask: (seal) => {
      if (seal.imageSha256 === undefined || get().pictures.has(pictureKey(seal))) return
      put(pictureKey(seal), { state: 'loading' })
      last = last.then(() => read(seal))
    },
    forget: () => set({ pictures: new Map() }),
  }
})
