// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { createFakeDesktop } from '../../../../tests/support/fake-desktop.ts'
import { startI18n } from '../../i18n/index.ts'
import type { WorkerPort } from '../extract/extractor.ts'
import type { FromExtractor, ToExtractor } from '../extract/messages.ts'
import type { SealCaptureFacts } from './capture-store.ts'
import { SealCapture } from './seal-capture.tsx'

const png = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47])], { type: 'image/png' })
const photo = new File(['photo'], '印章.jpg', { type: 'image/jpeg' })
const form = { shape: 'round', widthMm: 40, heightMm: 40 } as const
const where = { x: 100, y: 50, width: 200, height: 200 }

/** What a worker says of a photo that shows a seal. */
const good: Answers = {
  open: { kind: 'opened', preview: png, width: 400, height: 300 },
  extract: {
    kind: 'extracted',
    isAccepted: true,
    isUpright: false,
    turnedDegrees: 0,
    quality: { score: 87, findings: [{ code: 'text-across', severity: 'notice', where }] },
  },
  draw: { kind: 'drawn', png, width: 500, height: 500, form },
}

type Unnumbered<Message> = Message extends unknown ? Omit<Message, 'task'> : never
type Answers = Readonly<Record<ToExtractor['kind'], Unnumbered<FromExtractor>>>

/** A worker that answers at once with what it was given, and notes what it was asked. */
function scripted(answers: Partial<Answers> = {}) {
  const asked: ToExtractor[] = []
  let ended = 0
  const start = (): WorkerPort => {
    let say: (message: unknown) => void = () => undefined
    return {
      send: (message) => {
        asked.push(message)
        queueMicrotask(() => say({ ...good[message.kind], ...answers[message.kind], task: message.task }))
      },
      onMessage: (listener) => (say = listener),
      onError: () => undefined,
      end: () => (ended += 1),
    }
  }
  return {
    start,
    asked,
    ended: () => ended,
    drawn: () => asked.flatMap((one) => (one.kind === 'draw' ? [one.adjustment] : [])),
  }
}

beforeAll(async () => {
  configure({ asyncUtilTimeout: 15_000 })
  await startI18n('zh-CN')
  const still = { observe: ignore, unobserve: ignore, disconnect: ignore }
  Object.assign(window, {
    desktop: createFakeDesktop().bridge,
    matchMedia: (query: string) => ({
      matches: query.includes('reduce'),
      media: query,
      addEventListener: ignore,
      removeEventListener: ignore,
    }),
    ResizeObserver: function StillObserver() {
      return still
    },
  })
})

afterEach(cleanup)

function ignore(): void {
  // Nothing changes in a test.
}

function show(worker: ReturnType<typeof scripted>) {
  const done: { readonly png: Uint8Array; readonly facts: SealCaptureFacts }[] = []
  let cancelled = 0
  const view = render(
    <SealCapture
      type="official"
      start={worker.start}
      onDone={(taken, facts) => done.push({ png: taken, facts })}
      onCancel={() => (cancelled += 1)}
    />,
  )
  const user = userEvent.setup()
  return {
    user,
    done,
    cancelled: () => cancelled,
    close: view.unmount,
    choose: () => user.upload(screen.getByLabelText('选择照片', { selector: 'input' }), photo),
  }
}

test('a photo is shown beside the seal that was found on it, and taken with what is known of it', async () => {
  const worker = scripted()
  const { choose, user, done } = show(worker)
  await choose()
  expect(await screen.findByText('图片质量 87 分')).toBeDefined()
  expect(await screen.findByAltText('取出的印章')).toBeDefined()
  expect(screen.getByText(/有文字压在印章上/)).toBeDefined()
  expect(screen.getByText(/不能确定哪边朝上/)).toBeDefined()
  expect(screen.getByText('500×500 像素，300 dpi')).toBeDefined()
  const mark = document.querySelector<HTMLElement>('.capture-mark')
  expect([mark?.style.left, mark?.style.width, mark?.style.height]).toEqual(['25%', '50%', '66.66666666666667%'])
  await user.click(screen.getByRole('button', { name: '使用这张' }))
  await waitFor(() => expect(done).toHaveLength(1))
  expect(done[0]).toEqual({
    png: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
    facts: {
      ...{ form, widthPx: 500, heightPx: 500, dpi: 300, score: 87, isAdjusted: false, original: photo },
      findings: [{ code: 'text-across', severity: 'notice', where }],
    },
  })
})

test('what is turned, strengthened and erased is drawn anew, undone step by step, and the photo stays', async () => {
  const worker = scripted()
  const { choose, user } = show(worker)
  await choose()
  await screen.findByAltText('取出的印章')
  await user.click(screen.getByRole('button', { name: '右转 90°' }))
  const slider = screen.getByRole('slider', { name: '深浅' })
  // antd reads the number of the key, which user-event does not send.
  fireEvent.keyDown(slider, { keyCode: 39 })
  fireEvent.keyUp(slider, { keyCode: 39 })
  await user.click(screen.getByRole('button', { name: /^擦\s?除$/ }))
  const eraser = screen.getByRole('application')
  fireEvent.keyDown(eraser, { key: 'ArrowRight' })
  fireEvent.keyDown(eraser, { key: ' ' })
  await waitFor(() => expect(worker.drawn()).toHaveLength(4))
  const [, turned, strong, erased] = worker.drawn()
  expect(turned).toMatchObject({ quarterTurns: 1, thresholdShift: 0 })
  expect(strong).toMatchObject({ quarterTurns: 1, thresholdShift: 0.05 })
  // Eight pixels to the right of the middle; the drawing is turned by 90°, so that this is up on the seal.
  const [stroke] = erased?.strokes ?? []
  expect(stroke?.radiusMm).toBe(1)
  expect(stroke?.points[0]?.x).toBeCloseTo(0)
  expect(stroke?.points[0]?.y).toBeCloseTo(-8 / (300 / 25.4))
  await user.click(screen.getByRole('button', { name: /^撤\s?销$/ }))
  await user.click(screen.getByRole('button', { name: '恢复自动结果' }))
  await waitFor(() => expect(worker.drawn()).toHaveLength(6))
  expect(worker.drawn()[4]).toEqual(strong)
  expect(worker.drawn()[5]).toMatchObject({ quarterTurns: 0, thresholdShift: 0, strokes: [] })
  expect(worker.asked.filter(({ kind }) => kind === 'open')).toHaveLength(1)
})

test('a photo that cannot be used says why on itself, and cannot be taken', async () => {
  const quality = { score: 0, findings: [{ code: 'cut-off', severity: 'refused', where }] } as const
  const { choose, done, user } = show(scripted({ extract: { kind: 'extracted', isAccepted: false, quality } }))
  await choose()
  const notice = within(await screen.findByRole('alert'))
  expect(notice.getByText('这张照片不能用')).toBeDefined()
  expect(notice.getByText(/印章没有拍全/)).toBeDefined()
  expect(document.querySelector('.capture-mark-refused')).not.toBeNull()
  expect(screen.queryByAltText('取出的印章')).toBeNull()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '使用这张' }).disabled).toBe(true)
  await user.click(screen.getByRole('button', { name: '换一张' }))
  expect(screen.getByRole('button', { name: '选择照片' })).toBeDefined()
  expect(done).toEqual([])
})

test('a file that is no picture is refused in words', async () => {
  const { choose } = show(scripted({ open: { kind: 'refused', reason: 'not-a-picture' } }))
  await choose()
  expect((await screen.findByRole('alert')).textContent).toContain('HEIC')
})

test('another size is looked for on the same photo', async () => {
  const worker = scripted()
  const { choose, user } = show(worker)
  await choose()
  await screen.findByAltText('取出的印章')
  await user.click(screen.getByRole('combobox', { name: '印章尺寸' }))
  await user.click(await screen.findByText('圆形 42 mm'))
  await waitFor(() => expect(worker.asked.filter(({ kind }) => kind === 'extract')).toHaveLength(2))
  expect(worker.asked.findLast(({ kind }) => kind === 'extract')).toMatchObject({
    form: { shape: 'round', widthMm: 42 },
  })
})

test('a photo can be pasted and dropped', async () => {
  const worker = scripted()
  const { cancelled, user, close } = show(worker)
  fireEvent.paste(document, { clipboardData: { files: [photo] } })
  expect(await screen.findByAltText('取出的印章')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '换一张' }))
  const area = document.querySelector('.capture-choose')
  if (area !== null) fireEvent.drop(area, { dataTransfer: { files: [photo] } })
  expect(await screen.findByAltText('取出的印章')).toBeDefined()
  expect(worker.asked.filter(({ kind }) => kind === 'open')).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: '取消采集' }))
  expect(cancelled()).toBe(1)
  close()
  expect(worker.ended()).toBe(1)
})
