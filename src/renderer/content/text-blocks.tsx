import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextBlock, TextInline } from '../../shared/ipc/models-content.ts'

export type TextLink = Extract<TextInline, { kind: 'link' }>

interface TextBlocksProps {
  readonly blocks: readonly TextBlock[]
  readonly onLink: (link: TextLink) => void
}

/** A text of the platform, block by block. They never change places, so where one stands is its key. */
export function TextBlocks({ blocks, onLink }: TextBlocksProps) {
  return blocks.map((block, index) => <Block key={index} block={block} onLink={onLink} />)
}

function Block({ block, onLink }: { readonly block: TextBlock; readonly onLink: TextBlocksProps['onLink'] }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'code':
      return <pre className="content-code">{block.text}</pre>
    case 'quote':
      return (
        <blockquote className="content-quote">
          <TextBlocks blocks={block.blocks} onLink={onLink} />
        </blockquote>
      )
    case 'paragraph':
      return (
        <p className="content-paragraph">
          <Line parts={block.content} onLink={onLink} />
        </p>
      )
    case 'list':
      return <List list={block} onLink={onLink} />
  }
}

interface ListProps {
  readonly list: Extract<TextBlock, { kind: 'list' }>
  readonly onLink: TextBlocksProps['onLink']
}

function List({ list: { isOrdered, start, items }, onLink }: ListProps) {
  const lines = items.map((blocks, index) => (
    <li key={index}>
      <TextBlocks blocks={blocks} onLink={onLink} />
    </li>
  ))
  return isOrdered ? <ol start={start}>{lines}</ol> : <ul>{lines}</ul>
}

interface LineProps {
  readonly parts: readonly TextInline[]
  readonly onLink: TextBlocksProps['onLink']
}

function Line({ parts, onLink }: LineProps) {
  return parts.map((part, index) => (
    <Fragment key={index}>
      {part.kind === 'text' && part.text}
      {part.kind === 'strong' && <strong>{part.text}</strong>}
      {part.kind === 'code' && <code>{part.text}</code>}
      {part.kind === 'break' && <br />}
      {part.kind === 'link' && <LinkButton link={part} onLink={onLink} />}
    </Fragment>
  ))
}

/** With its host beside it: words can say anything. */
function LinkButton({ link, onLink }: { readonly link: TextLink; readonly onLink: TextBlocksProps['onLink'] }) {
  const { t } = useTranslation('content')
  const { text, host } = link
  return (
    <button type="button" className="link" onClick={() => onLink(link)}>
      {text.includes(host) ? text : t('link.opens', { text, host })}
    </button>
  )
}
