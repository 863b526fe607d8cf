import type { KnowledgePage, SearchHit, Topic } from '../../shared/ipc/models-knowledge.ts'
import type { Language } from '../../shared/language.ts'
import type { Reference } from '../../shared/knowledge/reference.ts'
import { readArticles } from './articles.ts'
import { documentsOf, faqDocument, type SearchableFaq } from './documents.ts'
import { inLanguage, pageOf, topicsOf } from './pages.ts'
import type { Search } from './search.ts'

interface KnowledgeParts {
  /** The folder `resources` of the program. */
  readonly resources: string
  readonly language: () => Language
  /** What the platform answers: searched together with the articles. */
  readonly faqs?: SearchableFaqs
}

export interface Knowledge {
  /** The best first; nothing for an empty query, or when nothing fits. */
  readonly search: (query: string) => Promise<SearchHit[]>
  readonly page: (reference: Reference) => Promise<KnowledgePage>
  readonly topics: () => Promise<Topic[]>
}

/** The same array as long as nothing has changed. */
type SearchableFaqs = () => Promise<readonly SearchableFaq[]>

/**
 * 知识库: read when it is first asked for, so that no start of the program pays for it; offline always.
 * Articles are in Chinese; the pages of codes are in the language of the program.
 */
export function createKnowledge({ resources, language, faqs = nothing }: KnowledgeParts): Knowledge {
  const articles = once(() => readArticles(resources))
  const search = once(async () => {
    // With its dictionary of pinyin the search is a chunk of its own.
    const { createSearch } = await import('./search.ts')
    return withFaqs(await createSearch(documentsOf(await articles())), faqs)
  })
  return {
    // Whoever looks at the topics is going to type.
    topics: async () => {
      const topics = topicsOf(await articles())
      void search().catch(ignore) // Said when something is searched.
      return topics
    },
    search: async (query) => (await (await search())(query)).map((hit) => inLanguage(hit, language())),
    page: async (reference) => pageOf(await articles(), reference, language()),
  }
}

const noFaqs: readonly SearchableFaq[] = []
const nothing: SearchableFaqs = () => Promise.resolve(noFaqs)

/** Looks at each search whether the platform's questions are still those that are indexed. */
function withFaqs(search: Search, faqs: SearchableFaqs): (query: string) => Promise<readonly SearchHit[]> {
  let indexed = noFaqs
  let indexing: Promise<void> = Promise.resolve()
  const bringUp = async (): Promise<void> => {
    const now = await faqs()
    if (now === indexed) return
    indexed = now
    await search.replacePlatform(now.map(faqDocument))
  }
  return async (query) => {
    // Without the platform's questions the program's own articles are found all the same.
    indexing = indexing.then(bringUp).catch(ignore)
    await indexing
    return search.find(query)
  }
}

/** Asked for again after a failure: what was missing may be there by then. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

function ignore(): void {
  // Nobody is waiting for it.
}
