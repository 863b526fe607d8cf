import type { TextBlock, TextInline } from '../../../shared/ipc/models-content.ts'

/** The address of the link with this number; undefined where the text has none. */
export function addressOf(blocks: readonly TextBlock[], number: number): string | undefined {
  return inlinesOf(blocks).flatMap((part) => (part.kind === 'link' && part.number === number ? [part.url] : []))[0]
}

function inlinesOf(blocks: readonly TextBlock[]): readonly TextInline[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'code':
        return []
      case 'paragraph':
        return block.content
      case 'quote':
        return inlinesOf(block.blocks)
      case 'list':
        return block.items.flatMap(inlinesOf)
    }
  })
}
