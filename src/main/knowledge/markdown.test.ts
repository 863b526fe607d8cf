import { expect, test } from 'vitest'
import { toBlocks } from './markdown.ts'

test('reads headings, paragraphs and lists, and what may stand in a line', () => {
  expect(
    toBlocks(
      '## 怎么办\n\n看**正面**和`lsusb`。\n\n1. 见[忘记 PIN](pin-forgotten)\n2. 代码[见此](token.pinLocked)\n\n- 一\n',
    ),
  ).toEqual([
    { kind: 'heading', text: '怎么办' },
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: '看' },
        { kind: 'strong', text: '正面' },
        { kind: 'text', text: '和' },
        { kind: 'code', text: 'lsusb' },
        { kind: 'text', text: '。' },
      ],
    },
    {
      kind: 'list',
      isOrdered: true,
      items: [
        [
          { kind: 'text', text: '见' },
          { kind: 'link', text: '忘记 PIN', reference: 'pin-forgotten' },
        ],
        [
          { kind: 'text', text: '代码' },
          { kind: 'link', text: '见此', reference: 'token.pinLocked' },
        ],
      ],
    },
    { kind: 'list', isOrdered: false, items: [[{ kind: 'text', text: '一' }]] },
  ])
})

test.each([
  ['a heading of another level', '# 题'],
  ['HTML', '<b>粗</b>'],
  ['HTML in a line', '看<script>alert(1)</script>'],
  ['a picture', '![图](a.png)'],
  ['a link that leads out', '[网站](https://example.com)'],
  ['a link to an article that is not there', '[没有](no-such-article)'],
  ['a link that runs something', '[运行](javascript:alert(1))'],
  ['a quotation', '> 引文'],
  ['a block of code', '```\ncode\n```'],
  ['a line across', '---'],
  ['emphasis', '看*这里*'],
  ['a list within a list', '- 一\n  - 二'],
  ['an empty item', '-\n'],
])('refuses %s', (_, markdown) => {
  expect(() => toBlocks(markdown)).toThrow()
})
