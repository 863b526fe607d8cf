import { readArticle } from '../../src/main/knowledge/article.ts'
import { pageOf, topicsOf } from '../../src/main/knowledge/pages.ts'
import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { Answers } from './fake-desktop.ts'
import { contentAnswers } from './sample-content.ts'

/** With the articles that there are: nothing is made up. The search knows titles and keywords only. */
export function knowledgeAnswers(): Pick<Answers, Extract<Channel, `${'knowledge' | 'content'}:${string}`>> {
  return {
    ...contentAnswers(),
    'knowledge:search': ({ query }) => ({
      ok: true,
      value: [...articles().values()]
        .filter(({ title, keywords }) => [title, ...keywords].some((words) => words.includes(query)))
        .map(({ id, title }) => ({ reference: id, title, snippet: title })),
    }),
    'knowledge:article': ({ reference }) => ({ ok: true, value: pageOf(articles(), reference, 'zh-CN') }),
    'knowledge:topics': () => ({ ok: true, value: topicsOf(articles()) }),
  }
}

/** Read by Vite, as the page's tests are; whoever else imports the fake desktop asks for no article. */
function articles() {
  const files = import.meta.glob<string>('../../resources/knowledge-base/zh-CN/*.md', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  return new Map(Object.values(files).map((text) => [readArticle(text).id, readArticle(text)]))
}
