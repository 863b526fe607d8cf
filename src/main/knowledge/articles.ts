import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { articleIds, type ArticleId } from '../../shared/knowledge/article-ids.ts'
import { readArticle, type Article, type Articles } from './article.ts'

/**
 * The articles of `resources/knowledge-base`.
 * @param resources the folder `resources` of the program
 * @throws Error when one is missing, or is not an article
 */
export async function readArticles(resources: string): Promise<Articles> {
  const articles = await Promise.all(articleIds.map((id, index) => read(join(resources, fileOf(id, index)), id)))
  return new Map(articles.map((article) => [article.id, article]))
}

function fileOf(id: ArticleId, index: number): string {
  return join('knowledge-base', 'zh-CN', `${String(index + 1).padStart(2, '0')}-${id}.md`)
}

async function read(path: string, id: ArticleId): Promise<Article> {
  const article = readArticle(await readFile(path, 'utf8'))
  if (article.id !== id) throw new Error(`${path} calls itself ${article.id}`)
  return article
}
