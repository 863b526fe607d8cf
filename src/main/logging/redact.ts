/**
 * Rule 6: the one place that decides what may be written, to the log and into a 诊断包. Two lines of defence: what the
 * program knows to be secret (secret-register.ts), and what looks like it, because a library's message may carry anything.
 */
import { hideBlobs } from './redaction/blobs.ts'
import { hideBlocks } from './redaction/blocks.ts'
import { hideEncoded } from './redaction/encoded.ts'
import { hideNumbers } from './redaction/numbers.ts'

/** Hides what looks like a secret or a person; see docs/decisions/0027 for what that can and cannot find. */
export function redact(text: string): string {
  // Before anything is kept: a token may look like a hash. Decoded before it is too long to be looked at.
  return hideNumbers(hideBlobs(hideEncoded(hideBlocks(text), hidePlain)))
}

function hidePlain(text: string): string {
  return hideNumbers(hideBlobs(hideBlocks(text)))
}
