import type { BrowserWindow, Dialog } from 'electron'
import { expect, it } from 'vitest'
import type { Language } from '../../shared/language.ts'
import { askForFinalTry, askForModule, askForRootCertificate, askForSavePath } from './dialogs.ts'

/** Answers like Electron's dialogs and notes what it was asked. */
function fakeDialog(answer: object) {
  const asked: unknown[][] = []
  const show = (...parameters: unknown[]) => {
    asked.push(parameters)
    return Promise.resolve(answer)
  }
  return { asked, dialog: { showSaveDialog: show, showOpenDialog: show, showMessageBox: show } as unknown as Dialog }
}

const window = { id: 1 } as unknown as BrowserWindow
const place = (dialog: Dialog, language: Language = 'zh-CN') => ({ dialog, window, language })

it('suggests a name and answers with the path that was chosen', async () => {
  const { asked, dialog } = fakeDialog({ canceled: false, filePath: '/home/a.cer' })
  expect(await askForSavePath(place(dialog), '张三.cer')).toBe('/home/a.cer')
  expect(asked).toEqual([[window, { defaultPath: '张三.cer', filters: [{ name: '证书', extensions: ['cer'] }] }]])
})

it('asks without a window when there is none', async () => {
  const { asked, dialog } = fakeDialog({ canceled: false, filePath: '/a.cer', filePaths: ['/a.so'] })
  expect([
    await askForSavePath({ ...place(dialog), window: undefined }, 'a.cer'),
    await askForModule({ ...place(dialog), window: undefined }),
  ]).toEqual(['/a.cer', '/a.so'])
  expect(asked.map((parameters) => parameters.length)).toEqual([1, 1])
})

it.each([
  { canceled: true, filePath: '/a', filePaths: ['/a'] },
  { canceled: false, filePath: '', filePaths: [] },
])('takes %j for nothing', async (answer) => {
  const { dialog } = fakeDialog(answer)
  expect(await askForSavePath(place(dialog), 'a.cer')).toBeUndefined()
  expect(await askForModule(place(dialog))).toBeUndefined()
})

it('opens one file as a module', async () => {
  const { asked, dialog } = fakeDialog({ canceled: false, filePaths: ['/a.so'] })
  expect(await askForModule(place(dialog))).toBe('/a.so')
  expect(asked[0]).toMatchObject([window, { properties: ['openFile'] }])
})

it('opens one file as a root certificate', async () => {
  const { asked, dialog } = fakeDialog({ canceled: false, filePaths: ['/root.cer'] })
  expect(await askForRootCertificate(place(dialog))).toBe('/root.cer')
  expect(asked[0]).toMatchObject([window, { title: '选择根证书文件', properties: ['openFile'] }])
})

it('speaks the language of the program', async () => {
  const { asked, dialog } = fakeDialog({ canceled: true })
  await askForSavePath(place(dialog, 'en'), 'a.zip')
  await askForRootCertificate(place(dialog, 'en'))
  expect(JSON.stringify(asked)).not.toMatch(/\p{Script=Han}/u)
  expect(asked[1]?.[1]).toMatchObject({ title: 'Choose the root certificate file' })
})

it('asks before the last try of a PIN; what Enter and Escape do is no', async () => {
  const { asked, dialog } = fakeDialog({ response: 0 })
  expect(await askForFinalTry(place(dialog), '3701')).toBe(false)
  expect(asked[0]?.[1]).toMatchObject({ buttons: ['先不使用', '使用最后一次机会'], defaultId: 0, cancelId: 0 })
  expect((asked[0]?.[1] as { message: string }).message).toContain('3701')
  expect(await askForFinalTry(place(fakeDialog({ response: 1 }).dialog, 'en'), '3701')).toBe(true)
})
