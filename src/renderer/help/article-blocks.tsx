import { Fragment } from 'react'
import type { Block, Inline } from '../../shared/ipc/models-knowledge.ts'
import type { Reference } from '../../shared/knowledge/reference.ts'

interface ArticleBlocksProps {
  readonly blocks: readonly Block[]
  readonly onOpen: (reference: Reference) => void
}

/** The text of an article. Its blocks never change places, so where one stands is its key. */
export function ArticleBlocks({ blocks, onOpen }: ArticleBlocksProps) {
  return blocks.map((block, index) => <ArticleBlock key={index} block={block} onOpen={onOpen} />)
}

interface ArticleBlockProps {
  readonly block: Block
  readonly onOpen: (reference: Reference) => void
}

function ArticleBlock({ block, onOpen }: ArticleBlockProps) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          <Line parts={block.content} onOpen={onOpen} />
        </p>
      )
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <Line parts={item} onOpen={onOpen} />
            </li>
          ))}
        </List>
      )
    }
  }
}

interface LineProps {
  readonly parts: readonly Inline[]
  readonly onOpen: (reference: Reference) => void
}

function Line({ parts, onOpen }: LineProps) {
  return parts.map((part, index) => (
    <Fragment key={index}>
      {part.kind === 'text' && part.text}
      {part.kind === 'strong' && <strong>{part.text}</strong>}
      {part.kind === 'code' && <code>{part.text}</code>}
      {part.kind === 'link' && (
        <button type="button" className="link" onClick={() => onOpen(part.reference)}>
          {part.text}
        </button>
      )}
    </Fragment>
  ))
}
