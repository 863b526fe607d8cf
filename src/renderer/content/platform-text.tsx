import { useState } from 'react'
import type { TextOfPlatform } from '../../shared/content/help-reference.ts'
import type { TextBlock } from '../../shared/ipc/models-content.ts'
import { LinkQuestion } from './link-question.tsx'
import { TextBlocks, type TextLink } from './text-blocks.tsx'

interface PlatformTextProps {
  readonly text: TextOfPlatform
  readonly title: string
  readonly note: string
  readonly blocks: readonly TextBlock[]
}

/** What somebody at the platform has written; a link in it is asked about before it is opened. */
export function PlatformText({ text, title, note, blocks }: PlatformTextProps) {
  const [link, setLink] = useState<TextLink>()
  return (
    <article className="help-article" aria-label={title}>
      <h2>{title}</h2>
      <p className="soft content-note">{note}</p>
      <TextBlocks blocks={blocks} onLink={setLink} />
      <LinkQuestion text={text} link={link} onClose={() => setLink(undefined)} />
    </article>
  )
}
