/** 帮助中心: articles, the pages of codes, and what a search finds. */
import * as z from 'zod'
import { checkNames } from '../environment/check-names.ts'
import { contacts, severities } from '../failures/failure-row.ts'
import { references } from '../knowledge/reference.ts'
import { topicNames } from '../knowledge/topics.ts'
import { ContentId } from './models-content.ts'

export const KnowledgeReference = z.enum(references)

/** Everything that may stand in a line of an article. */
export const Inline = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['text', 'strong', 'code']), text: z.string().min(1) }),
  /** Leads to another article or to the page of a code; there are no other links. */
  z.object({ kind: z.literal('link'), text: z.string().min(1), reference: KnowledgeReference }),
])
export type Inline = z.output<typeof Inline>

const Line = z.array(Inline).min(1)

/** Everything an article may be made of; what Markdown could say besides is refused. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string().min(1) }),
  z.object({ kind: z.literal('paragraph'), content: Line }),
  z.object({ kind: z.literal('list'), isOrdered: z.boolean(), items: z.array(Line).min(1) }),
])
export type Block = z.output<typeof Block>

export const PageLink = z.object({ reference: KnowledgeReference, title: z.string() })
export type PageLink = z.output<typeof PageLink>

const Words = z.object({ title: z.string(), cause: z.string(), nextStep: z.string() })

/** What is known of a code besides the article that explains it. */
export const CodeFacts = z.object({
  severity: z.enum(severities),
  contact: z.enum(contacts),
  cause: z.string(),
  nextStep: z.string(),
  /** What this code may say more exactly, as sentences. */
  reasons: z.array(z.string()),
  /** The words in English, where the page is not. */
  english: Words.optional(),
  /** Values of vendors that mean the same. */
  vendorErrors: z.array(z.object({ name: z.string(), value: z.string(), meaning: z.string().optional() })),
})
export type CodeFacts = z.output<typeof CodeFacts>

export const KnowledgePage = z.object({
  reference: KnowledgeReference,
  title: z.string(),
  /** Of a code's page: of the article that explains it, named by `article`. */
  blocks: z.array(Block),
  article: PageLink.optional(),
  code: CodeFacts.optional(),
  /** The row of 环境检测 that tells whether it is so on this computer. */
  check: z.enum(checkNames).optional(),
  related: z.array(PageLink),
  /** The codes that an article explains. */
  codes: z.array(PageLink),
})
export type KnowledgePage = z.output<typeof KnowledgePage>

/** An article, a code's page, or a question that the platform answers. */
export const SearchHit = PageLink.extend({
  reference: z.union([KnowledgeReference, z.templateLiteral(['faq:', ContentId])]),
  snippet: z.string(),
})
export type SearchHit = z.output<typeof SearchHit>

export const Topic = z.object({ name: z.enum(topicNames), articles: z.array(PageLink).min(1) })
export type Topic = z.output<typeof Topic>
