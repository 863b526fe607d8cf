import { fromMarkdown } from 'mdast-util-from-markdown'
import { Block } from '../../shared/ipc/models-knowledge.ts'

/** The nodes of Markdown (mdast), by the parser's own types. */
type BlockNode = ReturnType<typeof fromMarkdown>['children'][number]
type ListNode = Extract<BlockNode, { type: 'list' }>
type ItemNode = ListNode['children'][number]
type InlineNode = Extract<BlockNode, { type: 'paragraph' }>['children'][number]

/**
 * Markdown (CommonMark) as the few blocks that the page draws itself: no HTML comes out of it, and none is let in.
 * @throws Error for everything else, an image, a table, a link that leads out: an article is mended, not half shown
 */
export function toBlocks(markdown: string): readonly Block[] {
  return fromMarkdown(markdown).children.map((node) => Block.parse(toBlock(node)))
}

function toBlock(node: BlockNode): unknown {
  if (node.type === 'heading' && node.depth === 2) return { kind: 'heading', text: plainText(node.children, node) }
  if (node.type === 'paragraph') return { kind: 'paragraph', content: node.children.map(toInline) }
  if (node.type === 'list') return toList(node)
  return refuse(node)
}

function toList({ ordered, children }: ListNode): unknown {
  return { kind: 'list', isOrdered: ordered === true, items: children.map(toItem) }
}

/** One line each: what needs more than that is two items. */
function toItem(item: ItemNode): readonly unknown[] {
  const [only, ...more] = item.children
  if (only?.type !== 'paragraph' || more.length > 0) return refuse(item)
  return only.children.map(toInline)
}

function toInline(node: InlineNode): unknown {
  if (node.type === 'text') return { kind: 'text', text: node.value.replaceAll('\n', '') }
  if (node.type === 'inlineCode') return { kind: 'code', text: node.value }
  if (node.type === 'strong') return { kind: 'strong', text: plainText(node.children, node) }
  // The schema knows which references there are.
  if (node.type === 'link') return { kind: 'link', text: plainText(node.children, node), reference: node.url }
  return refuse(node)
}

function plainText(children: readonly InlineNode[], parent: BlockNode | InlineNode): string {
  const [only, ...more] = children
  if (only?.type !== 'text' || more.length > 0) return refuse(parent)
  return only.value
}

function refuse({ type, position }: BlockNode | InlineNode | ItemNode): never {
  throw new Error(`${type} in line ${position?.start.line ?? 0} has no place in an article`)
}
