import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { errorCodes } from '../../shared/error-codes.ts'
import { failureTable } from '../../shared/failures/failure-table.ts'
import { KnowledgePage, Topic } from '../../shared/ipc/models-knowledge.ts'
import { articleIds } from '../../shared/knowledge/article-ids.ts'
import { references } from '../../shared/knowledge/reference.ts'
import { readArticles } from './articles.ts'
import { createKnowledge } from './knowledge.ts'
import { inLanguage, pageOf, topicsOf } from './pages.ts'

const resources = join(import.meta.dirname, '../../../resources')
const folder = 'knowledge-base/zh-CN'
const articles = await readArticles(resources)

test('there is a file for each article, and no other', async () => {
  const names = await readdir(join(resources, folder))
  expect(names.sort()).toEqual(articleIds.map((id, index) => `${String(index + 1).padStart(2, '0')}-${id}.md`).sort())
  expect(articles.size).toBeGreaterThanOrEqual(41)
})

test('each article and each code has a page that passes its schema', () => {
  for (const reference of references) {
    const page = pageOf(articles, reference, 'zh-CN')
    expect(KnowledgePage.parse(page), reference).toEqual(page)
    expect(
      page.related.map((link) => link.reference),
      reference,
    ).not.toContain(reference)
  }
  expect(new Set(references).size).toBe(articleIds.length + errorCodes.length)
})

test('every article is in one topic', () => {
  const topics = topicsOf(articles)
  for (const topic of topics) expect(Topic.parse(topic)).toEqual(topic)
  const listed = topics.flatMap((topic) => topic.articles.map(({ reference }) => reference))
  expect(listed.sort()).toEqual([...articleIds].sort())
})

test('an article about something that happens says what, why, what to do in steps, and who helps', () => {
  const guides = ['set-clock', 'quit-programs', 'firewall', 'what-renewal-does', 'diagnostics-privacy']
  for (const { id, blocks } of articles.values()) {
    if (guides.includes(id)) continue
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings, id).toEqual(['现象', '原因', '怎么办', '还不行时'])
    const steps = blocks.find((block) => block.kind === 'list')
    expect(steps?.isOrdered === true && steps.items.length >= 3, id).toBe(true)
  }
})

test('articles are calm, name things as the program does, and hold no address', async () => {
  for (const name of await readdir(join(resources, folder))) {
    const text = await readFile(join(resources, folder, name), 'utf8')
    expect(text, name).not.toMatch(/[!！]|您|https?:\/\/\w|\d+\.\d+\.\d+\.\d+|UKey 管理|继续写入|网络检测/)
  }
})

test('a code and the article that explains it lead to each other', () => {
  const page = pageOf(articles, 'token.pinLocked', 'zh-CN')
  expect(page.article).toEqual({ reference: 'pin-locked', title: 'USB Key 锁定了' })
  expect(page.blocks).toEqual(articles.get('pin-locked')?.blocks)
  expect(page.check).toBe('pin-tries')
  expect(pageOf(articles, 'pin-locked', 'zh-CN').codes.map(({ reference }) => reference)).toEqual(
    errorCodes.filter((code) => failureTable[code].article === 'pin-locked'),
  )
  expect(pageOf(articles, 'platform.tls', 'zh-CN').code?.reasons).toContain('平台的证书属于另一个地址。')
})

test('a file that is missing or calls itself otherwise is a failure, until it is there', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'knowledge-'))
  onTestFinished(() => rm(copy, { recursive: true, force: true }))
  const knowledge = createKnowledge({ resources: copy, language: () => 'zh-CN' })
  await expect(knowledge.topics()).rejects.toThrow(/ENOENT/)
  await cp(join(resources, folder), join(copy, folder), { recursive: true })
  const first = join(copy, folder, '01-key-not-detected.md')
  const text = await readFile(first, 'utf8')
  await writeFile(first, text.replace('id: key-not-detected', 'id: several-keys'))
  await expect(knowledge.page('several-keys')).rejects.toThrow(/calls itself several-keys/)
  await writeFile(first, text.replaceAll('\n', '\r\n'))
  expect((await knowledge.page('key-not-detected')).title).toBe('插上 USB Key 没有反应')
  expect((await knowledge.search('密码忘了'))[0]?.reference).toBe('pin-forgotten')
  expect(await knowledge.search('  ')).toEqual([])
})

test('in English the pages of codes are English, and only the article of one stays Chinese', () => {
  for (const code of errorCodes) {
    const page = pageOf(articles, code, 'en')
    expect(KnowledgePage.parse(page), code).toEqual(page)
    // Of a vendor's errors the names are its own.
    expect(JSON.stringify([page.title, { ...page.code, vendorErrors: [] }]), code).not.toMatch(/\p{Script=Han}/u)
    expect(page.code?.vendorErrors.filter(({ meaning }) => meaning !== undefined)).toEqual([])
  }
  expect(pageOf(articles, 'pin-locked', 'en').codes[0]?.title).toMatch(/^[A-Z]/)
  const hit = { reference: 'pin-locked', title: 'USB Key 锁定了', snippet: 'x' } as const
  expect(inLanguage(hit, 'en')).toEqual(hit)
  expect(inLanguage({ ...hit, reference: 'token.pinLocked' }, 'en').title).not.toMatch(/\p{Script=Han}/u)
})
