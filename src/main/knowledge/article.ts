import { CORE_SCHEMA, load } from 'js-yaml'
import * as z from 'zod'
import { checkNames } from '../../shared/environment/check-names.ts'
import type { Block } from '../../shared/ipc/models-knowledge.ts'
import { articleIds, type ArticleId } from '../../shared/knowledge/article-ids.ts'
import { topicNames } from '../../shared/knowledge/topics.ts'
import { toBlocks } from './markdown.ts'

/** What stands above the text of an article, between two lines of three dashes (YAML 1.2). */
const FrontMatter = z.strictObject({
  id: z.enum(articleIds),
  title: z.string().min(2).max(30),
  topic: z.enum(topicNames),
  /** V: several vendors say so. M: the manual that the program replaces. K: experience. */
  source: z.array(z.enum(['V', 'M', 'K'])).min(1),
  /** The row of 环境检测 that belongs to it. */
  check: z.enum(checkNames).optional(),
  related: z.array(z.enum(articleIds)).default([]),
  /** What people type who do not know the words of the title. */
  keywords: z.array(z.string().min(1)).min(3),
})

export interface Article extends z.output<typeof FrontMatter> {
  readonly blocks: readonly Block[]
}

/** In the order of their numbers. */
export type Articles = ReadonlyMap<ArticleId, Article>

const shape = /^---\n([\s\S]+?)\n---\n([\s\S]+)$/

/** @throws Error when the file is not an article */
export function readArticle(text: string): Article {
  const [, frontMatter, body] = shape.exec(text.replaceAll('\r\n', '\n')) ?? []
  if (frontMatter === undefined || body === undefined) throw new Error('an article begins with its front matter')
  return { ...FrontMatter.parse(load(frontMatter, { schema: CORE_SCHEMA })), blocks: toBlocks(body) }
}
