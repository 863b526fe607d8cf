import type { ThemeConfig } from 'antd'

interface ThemeOptions {
  readonly motion: boolean
  /** In percent. */
  readonly textSize: number
}

/** The colours of theme.css for antd. Its own primary, description and placeholder fail WCAG AA on white. */
export function createTheme({ motion, textSize }: ThemeOptions): ThemeConfig {
  return {
    // The variables once, not once for each part that has them around it.
    cssVar: { key: 'antd' },
    token: {
      motion,
      colorPrimary: '#1653d0',
      // antd would make it lighter, below AA on white.
      colorPrimaryHover: '#0f46b8',
      colorLink: '#1653d0',
      colorInfo: '#1653d0',
      colorSuccess: '#12805c',
      colorWarning: '#b25e09',
      colorError: '#c0362c',
      colorText: '#1f2733',
      colorTextDescription: '#5b6577',
      colorTextPlaceholder: '#667085',
      colorBgLayout: '#f5f7fb',
      colorBorder: '#d3d9e2',
      borderRadius: 8,
      borderRadiusLG: 14,
      controlHeight: (34 * textSize) / 100,
      fontSize: (14 * textSize) / 100,
      fontFamily: 'inherit',
    },
    components: {
      // Its own track has the colour of the page.
      Segmented: { trackBg: '#e6ebf2', itemColor: '#434d5e', itemSelectedColor: '#1653d0' },
    },
  }
}
