import { expect, it } from 'vitest'
import { windowOptions } from './window-options.ts'

const expected = (devTools: boolean) => ({
  width: 1120,
  height: 740,
  minWidth: 960,
  minHeight: 640,
  useContentSize: true,
  show: false,
  title: 'CA 用户工具',
  backgroundColor: '#f5f7fb',
  autoHideMenuBar: true,
  webPreferences: {
    preload: '/app/preload.cjs',
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    disableBlinkFeatures: 'Auxclick',
    webviewTag: false,
    spellcheck: false,
    devTools,
  },
})

it('states every option that matters, and no other', () => {
  expect(windowOptions('/app/preload.cjs', true)).toStrictEqual(expected(false))
})

it('has developer tools only where it is not packaged', () => {
  expect(windowOptions('/app/preload.cjs', false)).toStrictEqual(expected(true))
})
