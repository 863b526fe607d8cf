import type { List, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { Block, type Inline } from '../../shared/ipc/models-knowledge.ts'

/**
 * Markdown (CommonMark) as the few blocks that the page draws itself: no HTML comes out of it, and none is let in.
 * @throws Error for everything else, an image, a table, a link that leads out: an article is mended, not half shown
 */
export function toBlocks(markdown: string): readonly Block[] {
  return fromMarkdown(markdown).children.map((node) => Block.parse(toBlock(node)))
}

function toBlock(node: RootContent): unknown {
  switch (node.type) {
    case 'heading':
      if (node.depth !== 2) return refuse(node)
      return { kind: 'heading', text: node.children.map((child) => toInline(child).text).join('') }
    case 'paragraph':
      return { kind: 'paragraph', content: node.children.map(toInline) }
    case 'list':
      return toList(node)
    default:
      return refuse(node)
  }
}

function toList({ ordered, children }: List) {
  return { kind: 'list', isOrdered: ordered === true, items: children.map(toItem) }
}

/** One line each: what needs more than that is two items. */
function toItem(item: ListItem) {
  const [only, ...more] = item.children
  if (only?.type !== 'paragraph' || more.length > 0) return refuse(item)
  return only.children.map(toInline)
}

function toInline(node: PhrasingContent): Inline {
  switch (node.type) {
    case 'text':
      return { kind: 'text', text: node.value.replaceAll('\n', '') }
    case 'inlineCode':
      return { kind: 'code', text: node.value }
    case 'strong':
      return { kind: 'strong', text: plainText(node.children, node) }
    case 'link':
      // The schema knows which references there are.
      return { kind: 'link', text: plainText(node.children, node), reference: node.url as never }
    default:
      return refuse(node)
  }
}

function plainText(children: readonly PhrasingContent[], parent: Nodes): string {
  const [only, ...more] = children
  if (only?.type !== 'text' || more.length > 0) return refuse(parent)
  return only.value
}

function refuse(node: Nodes): never {
  throw new Error(`${node.type} in line ${node.position?.start.line ?? 0} has no place in an article`)
}
