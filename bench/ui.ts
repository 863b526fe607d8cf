import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { executable } from '../scripts/electron-path.mjs'
import { createSoftHsmStand, type SoftHsmStand } from '../tests/support/token-stand.ts'
import { median, progress, rounded } from './measure.ts'
import { fillToken } from './token-list.ts'

const root = resolve(import.meta.dirname, '..')
const runs = 5
/** A certificate with its dates. */
const card = 'article.certificate-card'

interface Opened {
  readonly app: ElectronApplication
  readonly page: Page
}

/** What the user sees, and when; in whatever the program runs on here (`host`). */
export async function measureUi() {
  progress('ui')
  const ten = await filled(10)
  try {
    const [dates, blank]: [number[], number[]] = [[], []]
    // In turn, so that a machine that slows down slows down both.
    for (let run = 0; run < runs; run += 1) {
      blank.push(await blankMs())
      dates.push(await firstDatesMs(ten))
    }
    const slow: number[] = []
    for (let run = 0; run < runs; run += 1) slow.push(await datesAfterFirstCallMs(ten))
    const [firstDates, blankPage] = [median(dates), median(blank)]
    return {
      firstDatesMs: rounded(firstDates),
      blankPageMs: rounded(blankPage),
      firstDatesRatio: rounded(firstDates / blankPage),
      firstDatesAt10MsPerCallMs: rounded(median(slow)),
      scroll1000: await measureScrolling(),
      host: executable().kind,
    }
  } finally {
    ten.remove()
  }
}

async function filled(certificates: number): Promise<SoftHsmStand> {
  const stand = await createSoftHsmStand()
  await fillToken(stand, certificates)
  stand.token.stop()
  return stand
}

async function blankMs(): Promise<number> {
  const begun = Date.now()
  const { app, page } = await open([join(root, 'bench', 'blank-app')], {})
  const shown = await page.evaluate(whenShown, '#blank')
  await app.close()
  return shown - begun
}

/** From the start of the program to the first card with its dates. */
async function firstDatesMs(stand: SoftHsmStand): Promise<number> {
  const begun = Date.now()
  return withProgram(stand, {}, async (page) => (await page.evaluate(whenShown, card)) - begun)
}

/** A key is plugged in while the program runs: from the first call about it, each of which takes 10 ms, to the first card. */
async function datesAfterFirstCallMs(stand: SoftHsmStand): Promise<number> {
  stand.unplug()
  return withProgram(stand, { FORWARDER_LATENCY_US: '10000' }, async (page) => {
    await page.getByRole('heading', { name: '没有检测到 USB Key' }).waitFor()
    const before = statSync(stand.callsFile).size
    stand.plug()
    while (!readFileSync(stand.callsFile, 'utf8').slice(before).includes('C_OpenSession')) await sleep(1)
    const begun = Date.now()
    return (await page.evaluate(whenShown, card)) - begun
  })
}

/** The longest time for which the page did nothing else while a thousand certificates went by. */
async function measureScrolling() {
  progress('ui.scroll1000')
  const stand = await filled(1000)
  try {
    return await withProgram(stand, {}, async (page) => {
      await page.locator(card).nth(999).waitFor({ state: 'attached', timeout: 120_000 })
      return page.evaluate(scrollThrough)
    })
  } finally {
    stand.remove()
  }
}

/** Runs in the page: one screen per frame from top to bottom. */
async function scrollThrough(): Promise<{ longestTaskMs: number; longTasks: number; screens: number }> {
  const tasks: number[] = []
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map((entry) => entry.duration))
  })
  observer.observe({ type: 'longtask' })
  const scroller = [...document.querySelectorAll('*')].find(
    (element) =>
      element.scrollHeight > element.clientHeight + 1000 && getComputedStyle(element).overflowY !== 'visible',
  )
  const area = scroller ?? document.documentElement
  const frame = () => new Promise((resolveFrame) => requestAnimationFrame(resolveFrame))
  let screens = 0
  for (; area.scrollTop + area.clientHeight < area.scrollHeight - 1; screens += 1) {
    area.scrollTop += area.clientHeight
    await frame()
  }
  await frame()
  observer.disconnect()
  return { longestTaskMs: Math.max(0, ...tasks), longTasks: tasks.filter((task) => task > 100).length, screens }
}

/** Runs in the page: the instant (ms since 1970) from which on something is there. Playwright's own waiting is too coarse. */
function whenShown(selector: string): Promise<number> {
  return new Promise((resolveShown) => {
    const look = () => {
      if (document.querySelector(selector) === null) requestAnimationFrame(look)
      else resolveShown(Date.now())
    }
    look()
  })
}

async function withProgram<Answer>(
  stand: SoftHsmStand,
  environment: Readonly<Record<string, string>>,
  use: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const userData = mkdtempSync(join(tmpdir(), 'bench-ui-'))
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ modules: [stand.modulePath] }))
  // Without the search: what other modules this computer has is not what is measured.
  const { app, page } = await open(
    ['.', '--real', '--no-driver-search', `--user-data-dir=${userData}`, '--lang=zh-CN'],
    {
      ...stand.environment,
      ...environment,
    },
  )
  try {
    return await use(page)
  } finally {
    await app.close()
    rmSync(userData, { recursive: true, force: true })
  }
}

export async function open(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Opened> {
  const app = await _electron.launch({
    executablePath: executable().path,
    args: [...args],
    cwd: root,
    env: { ...(process.env as Record<string, string>), ...environment },
  })
  for (;;) {
    const page = app.windows().find((window) => window.url().includes('bundle'))
    if (page !== undefined) return { app, page }
    await sleep(5)
  }
}
