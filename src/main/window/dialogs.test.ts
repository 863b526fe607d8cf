import type { BrowserWindow, Dialog } from 'electron'
import { expect, it } from 'vitest'
import { askForModule, askForRootCertificate, askForSavePath } from './dialogs.ts'

/** Answers like Electron's dialogs and notes what it was asked. */
function fakeDialog(answer: object) {
  const asked: unknown[][] = []
  const show = (...parameters: unknown[]) => {
    asked.push(parameters)
    return Promise.resolve(answer)
  }
  return { asked, dialog: { showSaveDialog: show, showOpenDialog: show } as unknown as Dialog }
}

const window = { id: 1 } as unknown as BrowserWindow

it('suggests a name and answers with the path that was chosen', async () => {
  const { asked, dialog } = fakeDialog({ canceled: false, filePath: '/home/a.cer' })
  expect(await askForSavePath(dialog, window, '张三.cer')).toBe('/home/a.cer')
  expect(asked).toEqual([[window, { defaultPath: '张三.cer', filters: [{ name: '证书', extensions: ['cer'] }] }]])
})

it('asks without a window when there is none', async () => {
  const { asked, dialog } = fakeDialog({ canceled: false, filePath: '/a.cer', filePaths: ['/a.so'] })
  expect([await askForSavePath(dialog, undefined, 'a.cer'), await askForModule(dialog, undefined)]).toEqual([
    '/a.cer',
    '/a.so',
  ])
  expect(asked.map((parameters) => parameters.length)).toEqual([1, 1])
})

it.each([
  { canceled: true, filePath: '/a', filePaths: ['/a'] },
  { canceled: false, filePath: '', filePaths: [] },
])('takes %j for nothing', async (answer) => {
  const { dialog } = fakeDialog(answer)
  expect(await askForSavePath(dialog, window, 'a.cer')).toBeUndefined()
  expect(await askForModule(dialog, window)).toBeUndefined()
})

it('opens one file as a module', async () => {
  const { asked, dialog } = fakeDialog({ canceled: false, filePaths: ['/a.so'] })
  expect(await askForModule(dialog, window)).toBe('/a.so')
  expect(asked[0]).toMatchObject([window, { properties: ['openFile'] }])
})

it('opens one file as a root certificate', async () => {
  const { asked, dialog } = fakeDialog({ canceled: false, filePaths: ['/root.cer'] })
  expect(await askForRootCertificate(dialog, window)).toBe('/root.cer')
  expect(asked[0]).toMatchObject([window, { title: '选择根证书文件', properties: ['openFile'] }])
})
