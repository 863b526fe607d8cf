import type { WindowBounds } from '../chromium/cdp-protocol.ts'
import type { PageTarget } from '../chromium/page-target.ts'
import { trace } from '../notice.ts'
import { state } from '../state.ts'

interface Size {
  readonly width: number
  readonly height: number
}

async function setWindowBounds(page: PageTarget, bounds: WindowBounds): Promise<void> {
  const { windowId } = await page.session.send('Browser.getWindowForTarget', {})
  await page.session.send('Browser.setWindowBounds', { windowId, bounds })
}

/** Moves, minimises or restores the window; nothing to do in a headless run. */
export function setBounds(page: PageTarget | undefined, bounds: WindowBounds): void {
  if (!page || state.headless) return
  setWindowBounds(page, bounds).catch((error: unknown) => trace('window bounds not set:', error))
}

/** Headless Chromium counts in a tab strip, which Electron's window does not have. */
export async function fitHeadlessPage(page: PageTarget, { width, height }: Size): Promise<void> {
  const { cssLayoutViewport: viewport } = await page.session.send('Page.getLayoutMetrics', {})
  const bounds = { width: 2 * width - viewport.clientWidth, height: 2 * height - viewport.clientHeight }
  await setWindowBounds(page, bounds)
}
