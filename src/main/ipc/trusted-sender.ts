import type { WebContents, WebFrameMain } from 'electron'
import { appOrigin } from '../window/content-protocol.ts'
import { originOf } from '../window/origin-of.ts'

/** The parts of an IPC event that tell where it came from. */
export interface Sender {
  readonly sender: Pick<WebContents, 'mainFrame'>
  readonly senderFrame: Pick<WebFrameMain, 'url'> | null
}

/**
 * SECURITY(17): is this our own window's main frame, showing our own page? A frame that is gone, a child frame and a
 * page from anywhere else are not.
 */
export function isTrustedSender(event: Sender): boolean {
  const frame = event.senderFrame
  if (frame === null || frame !== event.sender.mainFrame) return false
  return originOf(frame.url) === appOrigin
}
