import { createHash } from 'node:crypto'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { AppError, hasCode } from '../app-error.ts'
import type { SealPorts } from './ports.ts'
import { registerSeal } from './register-seal.ts'
import { assertSealImage } from './seal-image-check.ts'

/** What the page may do with seals. Each rejects with seal.notOffered where the platform has none. */
export interface SealCases {
  list(query: Input<'seals:list'>): Promise<Output<'seals:list'>>
  certificates(): Promise<Output<'seals:certificates'>>
  register(registration: Input<'seals:register'>): Promise<Output<'seals:register'>>
  putImage(upload: Input<'seals:put-image'>): Promise<Output<'seals:put-image'>>
  image(wanted: Input<'seals:image'>): Promise<Output<'seals:image'>>
  remove(sealId: string): Promise<void>
}

export function createSealCases(ports: SealPorts): SealCases {
  const { platform, now } = ports
  const inTurn = createTurns()
  const offered = async <T>(act: () => Promise<T>): Promise<T> => {
    await requireSeals(ports)
    return act()
  }
  return {
    list: (query) => offered(async () => ({ ...(await platform.list(query)), readAt: now().toISOString() })),
    certificates: () => offered(async () => ({ items: [...(await platform.certificates())] })),
    // One after the other: two clicks are one wish, and the second finds what the first has made.
    register: (registration) => offered(() => inTurn(() => registerSeal(ports, registration))),
    putImage: ({ sealId, image }) =>
      offered(() => {
        const png = new Uint8Array(Buffer.from(image, 'base64'))
        assertSealImage(png)
        return platform.putImage(sealId, png)
      }),
    image: (wanted) => offered(() => showImage(ports, wanted)),
    remove: (sealId) => offered(() => remove(ports, sealId)),
  }
}

/** What a platform does not name it is never asked for; where it could not be asked, the call itself will tell. */
async function requireSeals({ status }: SealPorts): Promise<void> {
  const { features } = await status()
  if (features !== undefined && !features.includes('seals')) {
    throw new AppError('seal.notOffered', { details: { outcome: 'not-done' } })
  }
}

/** Code seal.otherPicture: what the platform sends is not what it has registered. */
async function showImage(
  { platform }: SealPorts,
  { sealId, imageSha256 }: Input<'seals:image'>,
): Promise<Output<'seals:image'>> {
  const png = await platform.image(sealId)
  try {
    assertSealImage(png)
  } catch (cause) {
    throw new AppError('platform.offContract', { details: { outcome: 'not-done', paths: '/image' }, cause })
  }
  if (createHash('sha256').update(png).digest('hex') !== imageSha256) {
    throw new AppError('seal.otherPicture', { details: { outcome: 'not-done' } })
  }
  return { image: `data:image/png;base64,${Buffer.from(png).toString('base64')}` }
}

/** A seal that was approved is no longer the user's to remove here. One that is gone already is removed. */
async function remove({ platform }: SealPorts, sealId: string): Promise<void> {
  try {
    const { state } = await platform.read(sealId)
    if (state !== 'draft' && state !== 'rejected') {
      throw new AppError('seal.wrongState', { details: { outcome: 'not-done', state } })
    }
  } catch (error) {
    if (hasCode(error, 'seal.notFound')) return
    throw error
  }
  await platform.remove(sealId)
}

function createTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }
}
