import type { Block, Inline } from '../../shared/ipc/models-knowledge.ts'

/** The text of an article without its headings, one paragraph or item each. */
export function plainLines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        return []
      case 'paragraph':
        return [plainText(block.content)]
      case 'list':
        return block.items.map(plainText)
    }
  })
}

function plainText(line: readonly Inline[]): string {
  return line.map(({ text }) => text).join('')
}
