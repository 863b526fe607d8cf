import type { PageTarget } from '../chromium/page-target.ts'
import { HostEmitter } from '../host-emitter.ts'
import { strict } from '../strict.ts'
import { shownPages } from './window-registry.ts'

type ThemeSource = 'system' | 'light' | 'dark'

/** The `nativeTheme` module. 'system' is always light: the desktop's own theme is not read. */
export class HostNativeTheme extends HostEmitter {
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false
  private source: ThemeSource = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): ThemeSource {
    return this.source
  }

  set themeSource(source: ThemeSource) {
    const wasDark = this.shouldUseDarkColors
    this.source = source
    for (const page of shownPages.values()) void applyTheme(page)
    if (wasDark !== this.shouldUseDarkColors) setImmediate(() => this.emit('updated'))
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark'
  }
}

export const nativeTheme = strict('nativeTheme', new HostNativeTheme())

export async function applyTheme(page: PageTarget): Promise<void> {
  const value = nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource
  const features = [{ name: 'prefers-color-scheme', value }]
  // The page may close at this very moment; then its theme does not matter.
  await page.session.send('Emulation.setEmulatedMedia', { features }).catch(() => undefined)
}
