import { fromMarkdown } from 'mdast-util-from-markdown'
import type { TextBlock } from '../../../shared/ipc/models-content.ts'
import type { WrittenText } from '../ports.ts'
import { textOf, toInlines, type BlockNode, type NextNumber } from './inline.ts'
import { isParseable } from './is-parseable.ts'
import { plainBlocks } from './plain-blocks.ts'

/**
 * What the platform has written, as the few blocks that the page draws itself. Never fails: what Markdown (CommonMark)
 * could say besides becomes the text that it is, and what it could do besides is left out.
 */
export function toTextBlocks({ format, body }: WrittenText): readonly TextBlock[] {
  if (format === 'plain' || !isParseable(body)) return plainBlocks(body)
  let links = 0
  return fromMarkdown(body).children.flatMap((node) => toBlock(node, () => links++))
}

type Node<T extends BlockNode['type']> = Extract<BlockNode, { type: T }>

function toBlock(node: BlockNode, next: NextNumber): readonly TextBlock[] {
  if (node.type === 'heading') return filled('heading', textOf(node.children))
  if (node.type === 'paragraph') return toParagraph(node, next)
  if (node.type === 'list') return toList(node, next)
  if (node.type === 'blockquote') return toQuote(node, next)
  if (node.type === 'code') return filled('code', node.value)
  return node.type === 'html' ? plainBlocks(node.value) : []
}

function toParagraph({ children }: Node<'paragraph'>, next: NextNumber): readonly TextBlock[] {
  const content = toInlines(children, next)
  return content.length === 0 ? [] : [{ kind: 'paragraph', content }]
}

function toQuote({ children }: Node<'blockquote'>, next: NextNumber): readonly TextBlock[] {
  const blocks = toBlocks(children, next)
  return blocks.length === 0 ? [] : [{ kind: 'quote', blocks }]
}

function toBlocks(nodes: readonly BlockNode[], next: NextNumber): readonly TextBlock[] {
  return nodes.flatMap((node) => toBlock(node, next))
}

function toList({ ordered, start, children }: Node<'list'>, next: NextNumber): readonly TextBlock[] {
  const items = children.map((item) => toBlocks(item.children, next))
  return [{ kind: 'list', isOrdered: ordered === true, start: start ?? 1, items }]
}

function filled(kind: 'heading' | 'code', text: string): readonly TextBlock[] {
  return text.trim() === '' ? [] : [{ kind, text }]
}
