import { expect, test } from 'vitest'
import { createTheme } from './theme.ts'

const styles = import.meta.glob<string>('./**/*.css', { query: '?raw', import: 'default', eager: true })

test('every size of text is told in rem, and so grows with the text size of the settings', () => {
  const fixed = Object.entries(styles).flatMap(([path, style]) =>
    [...style.matchAll(/^.*(?:font-size|line-height|font):[^;]*\dpx.*$/gm)].map(([line]) => `${path}:${line}`),
  )
  expect(fixed).toEqual([])
  expect(Object.keys(styles).length).toBeGreaterThan(15)
})

test('so do antd’s own', () => {
  const { fontSize, controlHeight } = createTheme({ motion: true, textSize: 200 }).token ?? {}
  expect({ fontSize, controlHeight }).toEqual({ fontSize: 28, controlHeight: 68 })
})
