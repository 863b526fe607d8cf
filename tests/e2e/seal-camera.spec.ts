import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { sealTypes } from '../../src/shared/seals/seal-types.ts'
import { cameraSwitches, createCameraFilm, type CameraFilm } from '../support/camera-film.ts'
import { photograph } from '../support/drawn-seals/photo.ts'
import { expect, expectAccessible, test as base, type Program } from './fixture.ts'
import { logIn } from './wizard.ts'

const company = '济南测试有限公司'

interface Fixtures {
  /** A camera that sees a stamp on paper. */
  readonly film: CameraFilm
  /** Opens the program with these cameras, at 智能自助采集. */
  readonly capture: (cameras: readonly string[]) => Promise<Program & { readonly dialog: Locator }>
}

const test = base.extend<Fixtures>({
  // Playwright wants the first parameter to be a pattern.
  // eslint-disable-next-line no-empty-pattern
  film: async ({}, use) => {
    const film = await createCameraFilm({ stamps: [{ form: sealTypes.official, x: 2, clockwise: 5 }], seed: 11 })
    await use(film)
    film.remove()
  },
  capture: async ({ desk, start }, use) => {
    await desk.put({ keyType: 'p-256', days: [-100, 265] })
    await use(async (cameras) => {
      const program = await start({ switches: cameras })
      await toCapture(program.page)
      await noteStreams(program.page)
      return { ...program, dialog: program.page.getByRole('dialog', { name: '智能自助采集印章' }) }
    })
  },
})

async function toCapture(page: Page): Promise<void> {
  await page.getByRole('button', { name: '电子印章' }).click()
  await page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await page.getByRole('button', { name: '注册电子印章' }).click()
  await expect(page.getByLabel('印模名称', { exact: true })).toHaveValue(company)
  await page.getByRole('button', { name: '下一步：印章图片' }).click()
  await page.getByRole('button', { name: '智能自助采集印章' }).click()
}

/** Every picture that the page ever gets of a camera is remembered in it. */
function noteStreams(page: Page): Promise<void> {
  return page.evaluate(() => {
    const noted: MediaStreamTrack[] = []
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      noted.push(...stream.getTracks())
      return stream
    }
    Object.assign(window, { notedTracks: noted })
  })
}

/** The states of all tracks that there ever were. */
function tracks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    (window as unknown as { notedTracks: readonly MediaStreamTrack[] }).notedTracks.map(({ readyState }) => readyState),
  )
}

/** What the page gets when it asks for this by itself: `live`, or the name of the refusal. */
function asks(page: Page, constraints: MediaStreamConstraints): Promise<string> {
  return page.evaluate(async (wanted) => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(wanted)
      for (const track of stream.getTracks()) track.stop()
      return 'live'
    } catch (error) {
      return error instanceof Error ? error.name : String(error)
    }
  }, constraints)
}

const cameraNames = (page: Page) =>
  page.evaluate(async () =>
    (await navigator.mediaDevices.enumerateDevices()).flatMap(({ kind, label }) =>
      kind === 'videoinput' ? [label] : [],
    ),
  )

const hide = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide()
  })

const shoot = (dialog: Locator) => dialog.getByRole('button', { name: '拍摄', exact: true })
const open = (dialog: Locator) => dialog.getByRole('button', { name: '拍照', exact: true })

test('a stamp before the camera becomes a picture that the registration takes', async ({ film, capture }) => {
  const { page, dialog } = await capture(cameraSwitches.film(film.path))
  await open(dialog).click()
  await expect(dialog.getByText(/让印章落在虚线框里/)).toBeVisible()
  await expect(dialog.getByLabel('摄像头画面')).toBeVisible()
  await expect(shoot(dialog)).toBeFocused()
  expect(await tracks(page)).toEqual(['live'])
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/^图片质量 \d+ 分$/)).toBeVisible()
  await expect(dialog.getByAltText('取出的印章')).toBeVisible()
  expect(await tracks(page)).toEqual(['ended'])

  const retake = dialog.getByRole('button', { name: '重拍' })
  await expect(retake).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('摄像头画面')).toBeVisible()
  expect(await tracks(page)).toEqual(['ended', 'live'])
  await shoot(dialog).click()
  await expect(dialog.getByText(/^图片质量 \d+ 分$/)).toBeVisible()
  await dialog.getByRole('button', { name: '使用这张' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: '提交审核' })).toBeEnabled()
  expect(await tracks(page)).toEqual(['ended', 'ended'])
})

test('the camera is off when the dialog is closed, the page is left, or the window is hidden', async ({
  film,
  capture,
}) => {
  const { app, page, dialog } = await capture(cameraSwitches.film(film.path))
  await open(dialog).click()
  await expect(dialog.getByLabel('摄像头画面')).toBeVisible()
  await dialog.getByRole('button', { name: '不拍了' }).click()
  await expect(dialog.getByRole('button', { name: '选择照片' })).toBeVisible()
  expect(await tracks(page)).toEqual(['ended'])

  await open(dialog).click()
  await expect(dialog.getByLabel('摄像头画面')).toBeVisible()
  await hide(app)
  await expect(dialog.getByRole('alert')).toContainText('摄像头已关闭')
  expect(await tracks(page)).toEqual(['ended', 'ended'])
  expect(await asks(page, { video: true })).toBe('NotAllowedError')
  await expectAccessible(page)

  await dialog.getByRole('button', { name: '重新打开摄像头' }).click()
  await expect(dialog.getByLabel('摄像头画面')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await tracks(page)).toEqual(['ended', 'ended', 'ended'])
  expect(await asks(page, { video: true })).toBe('NotAllowedError')
})

test('the page gets a camera while 拍照 is open, no microphone ever, and nothing once it is loaded anew', async ({
  film,
  capture,
}) => {
  const { page, dialog } = await capture(cameraSwitches.film(film.path))
  const permission = () => page.evaluate(async () => (await navigator.permissions.query({ name: 'camera' })).state)
  expect(await asks(page, { video: true })).toBe('NotAllowedError')
  expect(await cameraNames(page)).toEqual([''])
  expect(await permission()).toBe('denied')

  await open(dialog).click()
  await expect(dialog.getByLabel('摄像头画面')).toBeVisible()
  expect(await asks(page, { video: true })).toBe('live')
  expect(await asks(page, { audio: true })).toBe('NotAllowedError')
  expect(await asks(page, { video: true, audio: true })).toBe('NotAllowedError')
  expect((await cameraNames(page)).join()).not.toBe('')

  await page.reload()
  await expect(page.getByRole('heading', { name: '我的证书' })).toBeVisible()
  expect(await asks(page, { video: true })).toBe('NotAllowedError')
  expect(await cameraNames(page)).toEqual([''])
})

test('of several cameras one is chosen', async ({ capture }) => {
  const { page, dialog } = await capture(cameraSwitches.two)
  await open(dialog).click()
  await dialog.getByRole('combobox', { name: '摄像头' }).click()
  const other = page.getByRole('option').nth(1)
  const name = (await page.locator('.ant-select-item-option').nth(1).textContent()) ?? ''
  await expect(other).toBeAttached()
  await page.locator('.ant-select-item-option').nth(1).click()
  await expect(dialog.locator('.camera-choice')).toContainText(name)
  await expect(dialog.getByLabel('摄像头画面')).toBeVisible()
  await expect.poll(() => tracks(page)).toEqual(['ended', 'live'])
})

test('with a camera that another program has, and with one that is refused, a file is still taken', async ({
  capture,
}) => {
  const { app, page, dialog } = await capture(cameraSwitches.two)
  // No camera of Chromium's own is ever in use elsewhere.
  await page.evaluate(() => {
    const devices = navigator.mediaDevices
    const original = devices.getUserMedia.bind(devices)
    devices.getUserMedia = () => {
      devices.getUserMedia = original
      return Promise.reject(new DOMException('Could not start video source', 'NotReadableError'))
    }
  })
  await open(dialog).click()
  await expect(dialog.getByRole('alert')).toContainText('摄像头正被其他程序使用')
  await expectAccessible(page)
  await app.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  })
  await dialog.getByRole('button', { name: '重新打开摄像头' }).click()
  await expect(dialog.getByRole('alert')).toContainText('系统没有允许使用摄像头')
  await dialog.getByRole('button', { name: '不拍了' }).click()
  const buffer = (await photograph({ stamps: [{ form: sealTypes.official }], seed: 12 })).toBuffer('image/jpeg', 88)
  await dialog.locator('input[type=file]').setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer })
  await expect(dialog.getByText(/^图片质量 \d+ 分$/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: '重拍' })).toHaveCount(0)
})

test('a computer without a camera says so', async ({ capture }) => {
  const { page, dialog } = await capture(cameraSwitches.none)
  await open(dialog).click()
  await expect(dialog.getByRole('alert')).toContainText('没有找到摄像头')
  await expect(dialog.getByRole('button', { name: '重新打开摄像头' })).toBeFocused()
  await expectAccessible(page)
})
