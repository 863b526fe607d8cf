import * as z from 'zod'
import { AppError } from '../app-error.ts'
import type { ResourceFault } from '../../shared/failure-words.ts'
import { isSignedByOneOf } from './ed25519.ts'

const Envelope = z.object({ payload: z.base64(), signature: z.base64() })

interface Opening<T> {
  readonly schema: z.ZodType<T>
  /** Ed25519, SubjectPublicKeyInfo, DER, base64. */
  readonly keys: readonly string[]
}

/**
 * The content of `{ payload, signature }`: both base64, the signature Ed25519 (RFC 8032) over the payload's octets, which
 * are JSON in UTF-8. Nothing of the payload is looked at before its signature is good. Code resource.refused.
 */
export function openEnvelope<T>(text: string, { schema, keys }: Opening<T>): T {
  if (keys.length === 0) throw refused('no-key')
  const envelope = Envelope.safeParse(parseJson(text))
  if (!envelope.success) throw refused('unreadable')
  const payload = Buffer.from(envelope.data.payload, 'base64')
  const signature = Buffer.from(envelope.data.signature, 'base64')
  if (!isSignedByOneOf(keys, payload, signature)) throw refused('signature')
  const content = schema.safeParse(parseJson(payload.toString('utf8')))
  if (!content.success) throw refused('content')
  return content.data
}

export function refused(reason: ResourceFault): AppError {
  return new AppError('resource.refused', { details: { reason } })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
