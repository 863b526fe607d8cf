/** A version that does not start, over real start marks and real files. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { packageOctets, serveUpdates, type UpdateFeed } from '../../../../tests/support/update-feed.ts'
import { createAppImageInstaller } from '../install/appimage.ts'
import { createUpdateStand, type UpdateStand } from '../testing/open-for-tests.ts'
import { passTrial, tryNewVersion, type TrialParts } from './new-version.ts'
import { onTrial } from './on-trial.ts'
import { readStartMark, startMarkPath, writeStartMark } from './start-mark.ts'
import { holdTrial } from './trial-dialog.ts'

const feedName = 'latest-linux.yml'
let feed: UpdateFeed
let stand: UpdateStand
let folder: string
beforeEach(async () => {
  feed = await serveUpdates(feedName)
  stand = createUpdateStand(feedName, feed.key)
  folder = mkdtempSync(join(tmpdir(), 'trial-'))
})
afterEach(async () => {
  stand.remove()
  await feed.close()
  rmSync(folder, { recursive: true, force: true })
})

const old = packageOctets(1)
const next = packageOctets(2)
const sha512 = (octets: Uint8Array) => createHash('sha512').update(octets).digest('base64')

/** An AppImage that has been replaced by its next version, by the whole way. */
async function updatedAppImage() {
  const appImage = join(folder, 'CertUserTool.AppImage')
  writeFileSync(appImage, old, { mode: 0o755 })
  let started = 0
  const installer = createAppImageInstaller({ appImage, relaunch: () => void (started += 1) })
  const installation = { kind: 'appimage', cpu: 'x64', ownFile: appImage, ...installer } as const
  feed.release({ version: '0.2.0', content: next, extension: 'AppImage' })
  const updates = await stand.open({ address: feed.address, host: { installation } })
  expect((await updates.cases.look()).offer).toMatchObject({ keepsPrevious: true })
  await updates.cases.download()
  await updates.until('ready')
  await updates.cases.install()
  await updates.close()
  const path = startMarkPath(stand.folder)
  const start = (changes: Partial<TrialParts> = {}) =>
    tryNewVersion({
      ...{ path, version: '0.2.0', installer },
      ask: () => Promise.reject(new Error('nobody was to be asked')),
      tellThatItFailed: (error) => {
        throw error
      },
      ...changes,
    })
  return { appImage, path, installation, start, started: () => started }
}

it('a new version is in its place, executable, under the same name, and the old one is kept', async () => {
  const { appImage, path, started } = await updatedAppImage()
  expect(readFileSync(appImage).equals(next)).toBe(true)
  expect([statSync(appImage).mode & 0o777, readdirSync(folder), started()]).toEqual([
    0o755,
    ['CertUserTool.AppImage'],
    1,
  ])
  const mark = await readStartMark(path)
  expect(mark).toMatchObject({ version: '0.2.0', state: 'pending', attempts: 0, previous: { version: '0.1.0' } })
  expect(readFileSync(mark?.previous?.path ?? '').equals(old)).toBe(true)
})

it('after two starts that failed the user may go back, and the version is not offered again', async () => {
  const { appImage, start, installation, path, started } = await updatedAppImage()
  expect([await start(), await start()]).toEqual(['start', 'start'])
  const asked: string[] = []
  const ask = (previous: string) => {
    asked.push(previous)
    return Promise.resolve('go-back' as const)
  }
  expect(await start({ ask })).toBe('gone-back')
  expect([asked, started()]).toEqual([['0.1.0'], 2])
  expect(readFileSync(appImage).equals(old)).toBe(true)
  const updates = await stand.open({ host: { installation } })
  expect(await updates.cases.report()).toMatchObject({ refused: '0.2.0', isNews: false })
  expect(await updates.cases.look()).toMatchObject({ stage: 'current', refused: '0.2.0' })
  expect(existsSync(path)).toBe(false)
  feed.release({ version: '0.2.1', content: packageOctets(5), extension: 'AppImage' })
  expect(await updates.cases.look()).toMatchObject({ stage: 'available', offer: { version: '0.2.1' } })
  await updates.close()
})

it('one start that showed its window and ran is enough: nobody is asked from then on', async () => {
  const { start, path, installation } = await updatedAppImage()
  await start()
  await start()
  await passTrial(path, '0.2.0')
  expect(await start()).toBe('start')
  const updates = await stand.open({ version: '0.2.0', host: { installation } })
  expect(await updates.cases.report()).toMatchObject({ stage: 'idle', version: '0.2.0' })
  expect((await updates.cases.report()).failure).toBeUndefined()
  expect([existsSync(path), readdirSync(join(stand.folder, 'update/packages'))]).toEqual([false, []])
  await updates.close()
})

it('a version on its trial keeps what can be gone back to, whatever its own start cleans up', async () => {
  const { start, path, installation } = await updatedAppImage()
  await start()
  const updates = await stand.open({ version: '0.2.0', host: { installation } })
  await updates.cases.report()
  await updates.close()
  expect(existsSync((await readStartMark(path))?.previous?.path ?? '')).toBe(true)
})

it('is tried again when the user wants that, and asked again at the next start', async () => {
  const { start, path } = await updatedAppImage()
  await start()
  await start()
  expect(await start({ ask: () => Promise.resolve('try-again') })).toBe('start')
  expect((await readStartMark(path))?.attempts).toBe(3)
})

it('does not go back to a file that is not the one that was kept; the program starts and tells', async () => {
  const { appImage, start, path } = await updatedAppImage()
  await start()
  await start()
  writeFileSync((await readStartMark(path))?.previous?.path ?? '', 'something else')
  const told: unknown[] = []
  const verdict = await start({
    installer: { prepare: () => Promise.reject(new Error('it was to be looked at first')) },
    ask: () => Promise.resolve('go-back'),
    tellThatItFailed: (error) => void told.push(error),
  })
  expect([verdict, told]).toMatchObject(['start', [{ failure: { code: 'update.corrupt' } }]])
  expect(readFileSync(appImage).equals(next)).toBe(true)
})

it('asks by the system’s own dialog, and ends the program when it has gone back', async () => {
  const { path, start, installation, appImage } = await updatedAppImage()
  await start()
  await start()
  const boxes: Electron.MessageBoxOptions[] = []
  const showMessageBox = (options: Electron.MessageBoxOptions) => {
    boxes.push(options)
    return Promise.resolve({ response: 0, checkboxChecked: false })
  }
  const dialog = { showMessageBox, showErrorBox: () => undefined } as unknown as Electron.Dialog
  const { promise, resolve } = Promise.withResolvers<number>()
  const app = { getPath: () => stand.folder, getVersion: () => '0.2.0', exit: (code = -1) => resolve(code) }
  const isNotStarted = () => resolve(-2)
  onTrial({ app, dialog, language: () => 'zh-CN', installer: () => Promise.resolve(installation) }, isNotStarted)
  expect(await promise).toBe(0)
  expect(boxes).toMatchObject([{ buttons: ['恢复到 0.1.0', '再试一次新版本'], defaultId: 0, cancelId: 1 }])
  expect(boxes[0]?.message).toContain('0.2.0')
  expect(readFileSync(appImage).equals(old)).toBe(true)
  expect((await readStartMark(path))?.state).toBe('going-back')
})

it('without a mark, or with one of no use, the program starts as always', async () => {
  const app = { getPath: () => folder, getVersion: () => '0.2.0', exit: () => undefined }
  const dialog = {} as Electron.Dialog
  let starts = 0
  onTrial({ app, dialog, language: () => 'en', installer: () => Promise.resolve(undefined) }, () => (starts += 1))
  expect(starts).toBe(1)
  const path = startMarkPath(folder)
  await writeStartMark(path, { version: '0.2.0', state: 'pending', attempts: 9 })
  const hold = () =>
    holdTrial({ path, version: '0.2.0', dialog, language: 'en', installer: () => Promise.resolve(undefined) })
  // Nothing is kept that could be gone back to: nobody is asked.
  expect((await hold()).verdict).toBe('start')
  writeFileSync(path, '{"version":')
  expect((await hold()).verdict).toBe('start')
})

it('an older package of this version is what can be gone back to where the feed names it', async () => {
  const previous = feed.release({ version: '0.1.0', content: old })
  feed.release({ version: '0.2.0', content: next, previous })
  const updates = await stand.open({ address: feed.address })
  expect((await updates.cases.look()).offer).toMatchObject({ keepsPrevious: true, size: old.length + next.length })
  await updates.cases.download()
  await updates.until('ready')
  await updates.cases.install()
  await updates.close()
  const mark = await readStartMark(startMarkPath(stand.folder))
  expect(mark).toMatchObject({
    previous: { version: '0.1.0', sha512: sha512(old) },
    own: { version: '0.2.0', sha512: sha512(next) },
  })
  // What the new version was installed from is what the version after it goes back to.
  await passTrial(startMarkPath(stand.folder), '0.2.0')
  feed.release({ version: '0.3.0', content: packageOctets(3) })
  const later = await stand.open({ version: '0.2.0' })
  expect((await later.cases.look()).offer).toMatchObject({ keepsPrevious: true, size: 400_000 })
  await later.close()
})
