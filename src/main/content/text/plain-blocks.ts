import type { TextBlock, TextInline } from '../../../shared/ipc/models-content.ts'

/** Plain text as paragraphs, which an empty line divides; the other lines stay as they are. */
export function plainBlocks(text: string): readonly TextBlock[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ kind: 'paragraph', content: lines.flatMap(asLine) }))
}

function asLine(text: string, index: number): readonly TextInline[] {
  const line = { kind: 'text', text } as const
  return index === 0 ? [line] : [{ kind: 'break' }, line]
}
