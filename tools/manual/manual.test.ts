/** What the manual claims, as far as it can be looked up. What it tells to do is done by tests/manual. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { reminderTexts } from '../../src/main/reminders/texts.ts'
import { zhCn } from '../../src/renderer/i18n/zh-CN/texts.ts'
import { errorCodes } from '../../src/shared/error-codes.ts'
import { blocksOf, slugOf, textOf, type BlockNode, type InlineNode } from './markdown.ts'
import { toHtml } from './to-html.ts'

const docs = join(import.meta.dirname, '../../docs')
const pictures = '使用手册'
const read = (name: string) => readFileSync(join(docs, name), 'utf8')
const manual = read('使用手册.md')
const nodes = blocksOf(manual).flatMap(withChildren)

type AnyNode = BlockNode | InlineNode

function withChildren(node: AnyNode): readonly AnyNode[] {
  return 'children' in node ? [node, ...node.children.flatMap((child) => withChildren(child as AnyNode))] : [node]
}

/** Every text of the program that a person may read; where it says 延期 or 修复 as the case may be, both. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return ['延期', '修复'].map((kind) => value.replaceAll('{{kind}}', kind))
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

it('uses every picture that there is, and no other', () => {
  const used = nodes.flatMap((node) => (node.type === 'image' ? [decodeURI(node.url)] : []))
  expect(used.length).toBeGreaterThan(20)
  expect(used.filter((url) => !existsSync(join(docs, url)))).toEqual([])
  const there = readdirSync(join(docs, pictures)).map((name) => `${pictures}/${name}`)
  expect(there.filter((path) => !used.includes(path))).toEqual([])
  for (const node of nodes) if (node.type === 'image') expect(node.alt).not.toBe('')
})

it.each(['使用手册.md', '部署说明.md'])('leads nowhere that there is not: %s', (name) => {
  const all = blocksOf(read(name)).flatMap(withChildren)
  const slugs = all.flatMap((node) => (node.type === 'heading' ? [slugOf(textOf(node.children))] : []))
  expect(new Set(slugs).size).toBe(slugs.length)
  const links = all.flatMap((node) => (node.type === 'link' ? [decodeURI(node.url)] : []))
  expect(links.length).toBeGreaterThan(1)
  const dead = links.filter((url) =>
    url.startsWith('#') ? !slugs.includes(url.slice(1)) : !existsSync(join(docs, dirname(name), url)),
  )
  expect(dead).toEqual([])
})

it('has every part in its table of contents', () => {
  const parts = nodes.flatMap((node) => (node.type === 'heading' && node.depth === 2 ? [textOf(node.children)] : []))
  const listed = nodes.flatMap((node) =>
    node.type === 'link' && node.url.startsWith('#') ? [decodeURI(node.url)] : [],
  )
  expect(listed.slice(0, parts.length - 1)).toEqual(parts.slice(1).map((part) => `#${slugOf(part)}`))
})

it('quotes only what the program says', () => {
  const texts = new Set([...textsOf(zhCn), ...textsOf(reminderTexts['zh-CN'])])
  const quoted = [...manual.matchAll(/「([^」]+)」/g)].map(([, text]) => text ?? '')
  expect(quoted.length).toBeGreaterThan(50)
  expect(quoted.filter((text) => !texts.has(text))).toEqual([])
})

it.each(['使用手册.md', '部署说明.md'])('names only codes that there are: %s', (name) => {
  const all = blocksOf(read(name)).flatMap(withChildren)
  const named = all.flatMap((node) =>
    node.type === 'inlineCode' && /^[a-z]+\.[a-zA-Z]+$/.test(node.value) ? [node.value] : [],
  )
  const codes = named.filter((value) => !/\.(json|log|exe)$/.test(value))
  expect(codes.length).toBeGreaterThan(2)
  expect(codes.filter((code) => !(errorCodes as readonly string[]).includes(code))).toEqual([])
})

it('is printed with every heading, picture and letter', () => {
  const html = toHtml(manual, '')
  expect(html.match(/<h2 /g)?.length).toBe(manual.match(/^## /gm)?.length)
  expect(html.match(/<figure>/g)?.length).toBe(manual.match(/^!\[/gm)?.length)
  expect(toHtml('# a < b & "c"', '')).toContain('<h1 id="a--b--c">a &#60; b &#38; &#34;c&#34;</h1>')
  expect(() => toHtml('> quoted', '')).toThrow('blockquote')
})
