import type { fromMarkdown } from 'mdast-util-from-markdown'
import type { TextInline } from '../../../shared/ipc/models-content.ts'
import { linkTarget } from './link-target.ts'

/** The nodes of Markdown (mdast), by the parser's own types. */
export type BlockNode = ReturnType<typeof fromMarkdown>['children'][number]
export type InlineNode = Extract<BlockNode, { type: 'paragraph' }>['children'][number]

/** Numbers the links of one text, in the order in which they stand. */
export type NextNumber = () => number

/** What stands in a line. HTML is shown as the text that it is, a picture by its words. */
export function toInlines(nodes: readonly InlineNode[], nextNumber: NextNumber): readonly TextInline[] {
  return joined(nodes.flatMap((node) => toInline(node, nextNumber)))
}

function toInline(node: InlineNode, nextNumber: NextNumber): readonly TextInline[] {
  if (node.type === 'text' || node.type === 'html') return lines(node.value)
  if (node.type === 'inlineCode') return filled('code', node.value)
  if (node.type === 'strong') return filled('strong', textOf(node.children))
  if (node.type === 'emphasis') return toInlines(node.children, nextNumber)
  if (node.type === 'break') return [{ kind: 'break' }]
  if (node.type === 'link') return toLink(node.url, textOf(node.children), nextNumber)
  return filled('text', textOf([node]))
}

function toLink(address: string, words: string, nextNumber: NextNumber): readonly TextInline[] {
  const target = linkTarget(address)
  if (target !== undefined) return [{ kind: 'link', text: words || target.url, ...target, number: nextNumber() }]
  // An address that is not opened is still read: it may be what the text is about.
  const isSaid = address === '' || words === address
  return filled('text', isSaid ? words : `${words} (${address.slice(0, 200)})`)
}

/** The words of nodes without their marks. */
export function textOf(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return textOf(node.children)
      if (node.type === 'break') return ' '
      if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
      return 'value' in node ? node.value : ''
    })
    .join('')
    .replaceAll('\n', ' ')
}

function lines(text: string): readonly TextInline[] {
  return text
    .split('\n')
    .flatMap((line, index) => [...(index === 0 ? [] : [{ kind: 'break' } as const]), ...filled('text', line)])
}

function filled(kind: 'text' | 'strong' | 'code', text: string): readonly TextInline[] {
  return text === '' ? [] : [{ kind, text }]
}

/** Without a break at the beginning or the end, where it would be an empty line. */
function joined(parts: readonly TextInline[]): readonly TextInline[] {
  const first = parts.findIndex(({ kind }) => kind !== 'break')
  const last = parts.findLastIndex(({ kind }) => kind !== 'break')
  return first === -1 ? [] : parts.slice(first, last + 1)
}
