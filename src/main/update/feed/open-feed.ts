import { CORE_SCHEMA, load } from 'js-yaml'
import type { FeedSignatureFault } from '../../../shared/failure-words.ts'
import { AppError } from '../../app-error.ts'
import { isSignedByOneOf } from '../../resources/ed25519.ts'
import { FeedContent } from './feed-content.ts'

/** A feed as it came, with the name that it was asked for by. */
export interface SignedFeed {
  readonly name: string
  readonly content: Uint8Array
  /** The text of its `.sig`: base64 of 64 octets. */
  readonly signature: string
}

/**
 * What a feed says, if one of the keys has signed exactly these octets under this name. Nothing of them is looked at
 * before. Codes update.signature (details.reason: no-key, missing, wrong) and update.feedUnreadable.
 */
export function openFeed(feed: SignedFeed, keys: readonly string[]): FeedContent {
  if (keys.length === 0) throw refused('no-key')
  const signature = signatureIn(feed.signature)
  if (signature === undefined) throw refused('missing')
  if (!isSignedByOneOf(keys, signedOctets(feed), signature)) throw refused('wrong')
  const content = FeedContent.safeParse(parsed(feed.content))
  if (!content.success) throw new AppError('update.feedUnreadable')
  return content.data
}

/**
 * The name is signed too: a feed for another system or processor has a good signature as well. The first line keeps what is
 * signed here apart from everything else that the same key may sign.
 */
function signedOctets({ name, content }: SignedFeed): Uint8Array {
  return Buffer.concat([Buffer.from(`cert-user-tool update feed\n${name}\n`, 'utf8'), content])
}

function signatureIn(text: string): Uint8Array | undefined {
  const trimmed = text.trim()
  return /^[A-Za-z0-9+/]{86}==$/.test(trimmed) ? Buffer.from(trimmed, 'base64') : undefined
}

function refused(reason: FeedSignatureFault): AppError {
  return new AppError('update.signature', { details: { reason } })
}

/** By the parser that electron-updater brings anyway. What is written twice is refused. */
function parsed(content: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return load(text, { schema: CORE_SCHEMA })
  } catch {
    return undefined
  }
}
