import { blocksOf, slugOf, textOf, type BlockNode, type InlineNode } from './markdown.ts'

/**
 * A Markdown file as a page that prints well on A4: only what the manuals use, and an error for anything else, since a part
 * that is left out would be missed by nobody until somebody needs it.
 */
export function toHtml(markdown: string, style: string): string {
  const blocks = blocksOf(markdown)
  const [first] = blocks
  const title = first?.type === 'heading' ? textOf(first.children) : ''
  const head = `<meta charset="utf-8"><title>${escape(title)}</title><style>${style}</style>`
  return `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${blocks.map(block).join('\n')}</body></html>\n`
}

function block(node: BlockNode): string {
  if (node.type === 'heading') {
    const tag = `h${node.depth}`
    return `<${tag} id="${escape(slugOf(textOf(node.children)))}">${inlines(node.children)}</${tag}>`
  }
  if (node.type === 'paragraph') return paragraph(node.children)
  if (node.type === 'list') {
    const tag = node.ordered === true ? 'ol' : 'ul'
    return `<${tag}>${node.children.map((item) => `<li>${item.children.map(inItem).join('')}</li>`).join('')}</${tag}>`
  }
  throw new Error(`the manual has no ${node.type}`)
}

/** A picture of its own is a figure with its text below. */
function paragraph(children: readonly InlineNode[]): string {
  const [only, ...more] = children
  if (only?.type !== 'image' || more.length > 0) return `<p>${inlines(children)}</p>`
  const alt = escape(only.alt ?? '')
  return `<figure><img src="${escape(only.url)}" alt="${alt}"><figcaption>${alt}</figcaption></figure>`
}

function inItem(node: BlockNode): string {
  return node.type === 'paragraph' ? inlines(node.children) : block(node)
}

function inlines(nodes: readonly InlineNode[]): string {
  return nodes.map(inline).join('')
}

function inline(node: InlineNode): string {
  if (node.type === 'text') return escape(node.value)
  if (node.type === 'inlineCode') return `<code>${escape(node.value)}</code>`
  if (node.type === 'strong') return `<strong>${inlines(node.children)}</strong>`
  if (node.type === 'link') return `<a href="${escape(node.url)}">${inlines(node.children)}</a>`
  throw new Error(`the manual has no ${node.type} in a line`)
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
