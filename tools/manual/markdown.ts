import { fromMarkdown } from 'mdast-util-from-markdown'

/** The nodes of Markdown (mdast), by the parser's own types. */
export type BlockNode = ReturnType<typeof fromMarkdown>['children'][number]
export type InlineNode = Extract<BlockNode, { type: 'paragraph' }>['children'][number]

/** CommonMark, as a list of blocks. */
export function blocksOf(markdown: string): readonly BlockNode[] {
  return fromMarkdown(markdown).children
}

export function textOf(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value
      if ('alt' in node) return node.alt ?? ''
      return 'children' in node ? textOf(node.children) : ''
    })
    .join('')
}

/** The anchor that GitHub and the printed manual give a heading. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}
