import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextBlock } from '../../../shared/ipc/models-content.ts'
import { isParseable } from './is-parseable.ts'
import { linkTarget } from './link-target.ts'
import { addressOf } from './links.ts'
import { toTextBlocks } from './to-blocks.ts'

const markdown = (body: string) => toTextBlocks({ format: 'markdown', body })
const line = (body: string) => {
  const [block] = markdown(body)
  return block?.kind === 'paragraph' ? block.content : undefined
}

test('plain text keeps its lines and says nothing else', () => {
  expect(toTextBlocks({ format: 'plain', body: '一\n二 **三**\n\n\n<b>四</b>\n' })).toEqual([
    {
      kind: 'paragraph',
      content: [{ kind: 'text', text: '一' }, { kind: 'break' }, { kind: 'text', text: '二 **三**' }],
    },
    { kind: 'paragraph', content: [{ kind: 'text', text: '<b>四</b>' }] },
  ])
})

test('Markdown becomes headings, paragraphs, lists, quotations and code', () => {
  expect(
    markdown('# 一\n\n说**重要**的`a`\n\n3. 甲\n   - 乙\n4. 丙\n\n> 引\n\n```\nx\n```\n\n---\n').map((block) =>
      block.kind === 'list' ? { ...block, items: block.items.length } : block,
    ),
  ).toEqual([
    { kind: 'heading', text: '一' },
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: '说' },
        { kind: 'strong', text: '重要' },
        { kind: 'text', text: '的' },
        { kind: 'code', text: 'a' },
      ],
    },
    { kind: 'list', isOrdered: true, start: 3, items: 2 },
    { kind: 'quote', blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: '引' }] }] },
    { kind: 'code', text: 'x' },
  ])
})

test('a list within a list stays one', () => {
  const [list] = markdown('1. 甲\n   - 乙\n2. 丙')
  expect(list?.kind === 'list' && list.items[0]?.[1]).toMatchObject({ kind: 'list', isOrdered: false })
})

test('HTML is the text that it is, and a picture its words', () => {
  expect(line('看<script>alert(1)</script>')).toEqual([
    { kind: 'text', text: '看' },
    { kind: 'text', text: '<script>' },
    { kind: 'text', text: 'alert(1)' },
    { kind: 'text', text: '</script>' },
  ])
  expect(markdown('<img src=x onerror=alert(1)>')).toEqual([
    { kind: 'paragraph', content: [{ kind: 'text', text: '<img src=x onerror=alert(1)>' }] },
  ])
  expect(line('![公章](https://example.com/a.png)')).toEqual([{ kind: 'text', text: '公章' }])
})

test('a link over https has its host and a number; every other one is text with its address', () => {
  const body =
    '[甲](https://例子.测试/a?b=c)和[乙](http://example.com)、[丙](javascript:alert(1))、<https://example.org>'
  expect(line(body)).toEqual([
    {
      ...{ kind: 'link', text: '甲', url: 'https://xn--fsqu00a.xn--0zwm56d/a?b=c' },
      ...{ host: 'xn--fsqu00a.xn--0zwm56d', number: 0 },
    },
    { kind: 'text', text: '和' },
    { kind: 'text', text: '乙 (http://example.com)' },
    { kind: 'text', text: '、' },
    { kind: 'text', text: '丙 (javascript:alert(1))' },
    { kind: 'text', text: '、' },
    { kind: 'link', text: 'https://example.org', url: 'https://example.org/', host: 'example.org', number: 1 },
  ])
  expect(addressOf(markdown(`- ${body}`), 1)).toBe('https://example.org/')
  expect(addressOf(markdown(`> ${body}`), 2)).toBeUndefined()
})

test.each([
  'http://example.com',
  'file:///etc/passwd',
  'https://user:password@example.com/',
  'https://example.com\\@evil.example/',
  'https://exa mple.com',
  'https://',
  '//example.com',
  'ms-settings:network',
  `https://example.com/${'a'.repeat(2000)}`,
])('%s is no address to open', (address) => {
  expect(linkTarget(address)).toBeUndefined()
})

test.each([
  ['quotations in quotations', '>'.repeat(50_000)],
  ['lists in lists', '1. '.repeat(16_000)],
  ['emphasis that never ends', '*a_ '.repeat(12_500)],
  ['brackets', '['.repeat(50_000)],
  ['lists by indentation', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')],
])('%s that would keep the parser busy are shown as plain text', (_, body) => {
  expect(isParseable(body)).toBe(false)
  expect(markdown(body).every(({ kind }) => kind === 'paragraph')).toBe(true)
})

/** What an attacker, or a mistake, puts together. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['<', '>', '[', ']', '(', ')', '![', '](', '**', '_', '`', '```\n', '\n', '\n\n', '# ', '> ', '- ', '1. '],
        ...[
          '<script>',
          '</p>',
          '<img src=x onerror=y>',
          'javascript:',
          'data:text/html,',
          'https://a.example/',
          '&lt;',
        ],
        ...['<!--', '<![CDATA[', '<?php', '[x]: javascript:y\n', '\u202e', '\u0000', '---\n', '|a|\n|-|\n', '    '],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

test('whatever is written, nothing but the closed tree comes of it, and every link leads to https', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom('plain', 'markdown'), (body, format) => {
      const blocks = toTextBlocks({ format, body })
      for (const block of blocks) expect(TextBlock.parse(block)).toEqual(block)
      const links = JSON.stringify(blocks).match(/"url":"[^"]*/g) ?? []
      expect(links.filter((link) => !link.startsWith('"url":"https://'))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
