import type { Output, ParsedInput } from '../../shared/ipc/contract.ts'
import type { ContentPlatform, Faq } from './ports.ts'
import { known, notKnown } from './known.ts'
import type { Kept } from './shelf.ts'
import type { Shelves } from './shelves.ts'
import { toTextBlocks } from './text/to-blocks.ts'

export interface Faqs {
  /** Not known where it was to be the kept ones, and there are none. Codes of a call of the platform. */
  readonly list: (query: ParsedInput<'content:list-faqs'>) => Promise<Output<'content:list-faqs'>>
  /** Of those that are here; not known when it is not among them. */
  readonly read: (query: ParsedInput<'content:read-faq'>) => Promise<Output<'content:read-faq'>>
  /** The same array as long as nothing has changed. */
  readonly here: () => Promise<readonly Faq[]>
}

interface FaqParts {
  readonly platform: Pick<ContentPlatform, 'faqs'>
  readonly shelves: Shelves
  readonly now: () => Date
}

/** Pages of a hundred. More than that nobody reads, and the search would grow slow. */
const mostPages = 5

interface All {
  readonly items: readonly Faq[]
  readonly total: number
}

export function createFaqs({ platform, shelves, now }: FaqParts): Faqs {
  const kept = () => shelves.faqs.get('all')
  const ask = async () => {
    const answer = { value: await readAll(platform), fetchedAt: now().toISOString() }
    // The search is made anew only for what is new.
    const before = (await kept())?.value
    const value = JSON.stringify(before) === JSON.stringify(answer.value) ? (before ?? answer.value) : answer.value
    await shelves.faqs.put('all', { ...answer, value })
    return { ...answer, value }
  }
  return {
    list: async ({ source }) => {
      const all = source === 'kept' ? await kept() : await ask()
      return all === undefined ? notKnown : known(summary(all))
    },
    read: async ({ id }) => {
      const all = await kept()
      const faq = all?.value.items.find((one) => one.id === id)
      return all === undefined || faq === undefined ? notKnown : known(told(faq, all.fetchedAt))
    },
    here: async () => (await kept())?.value.items ?? none,
  }
}

const none: readonly Faq[] = []

async function readAll(platform: FaqParts['platform']): Promise<All> {
  const items = new Map<string, Faq>()
  let total = 0
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await platform.faqs(page)
    total = answer.total
    for (const faq of answer.items) items.set(faq.id, faq)
    if (answer.items.length === 0 || page * answer.pageSize >= total) break
  }
  return { items: [...items.values()], total }
}

function summary({ value: { items, total }, fetchedAt }: Kept<All>) {
  return { items: items.map(head), total: Math.max(total, items.length), fetchedAt }
}

function head({ id, question, category }: Faq) {
  return { id, question, ...(category === undefined ? {} : { category }) }
}

function told(faq: Faq, fetchedAt: string) {
  return { ...head(faq), updatedAt: faq.updatedAt, blocks: [...toTextBlocks(faq)], fetchedAt }
}
