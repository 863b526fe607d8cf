import { create } from 'zustand'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import type { Failure } from '../../../shared/failure.ts'
import { call, toFailure } from '../../desktop.ts'

type Known =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'here'; readonly image: string }

interface SealPicturesState {
  /** By the picture's own digest: another picture of the same seal is another one. */
  readonly pictures: ReadonlyMap<string, Known>
  /** Reads it, unless that is done or under way; what could not be read is tried again. */
  readonly ask: (seal: SealModel) => void
}

export function pictureKey({ id, imageSha256 }: SealModel): string {
  return `${id} ${imageSha256 ?? ''}`
}

/** The pictures of the seals that are shown; one is read after the other, so that a page is not twenty calls at once. */
export const useSealPictures = create<SealPicturesState>()((set, get) => {
  let last: Promise<void> = Promise.resolve()
  const put = (key: string, known: Known) => set(({ pictures }) => ({ pictures: new Map([...pictures, [key, known]]) }))
  const read = async (seal: SealModel, imageSha256: string): Promise<void> => {
    const key = pictureKey(seal)
    try {
      const { image } = await call('seals:image', { sealId: seal.id, imageSha256 })
      put(key, { state: 'here', image })
    } catch (error) {
      // The row says that the picture is not there; the list has its own failure for what is behind it.
      put(key, { state: 'failed', failure: toFailure(error) })
    }
  }
  return {
    pictures: new Map(),
    ask: (seal) => {
      const known = get().pictures.get(pictureKey(seal))
      if (seal.imageSha256 === undefined || known?.state === 'loading' || known?.state === 'here') return
      put(pictureKey(seal), { state: 'loading' })
      const { imageSha256 } = seal
      last = last.then(() => read(seal, imageSha256))
    },
  }
})
