import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, _electron, type ElectronApplication, type Page } from '@playwright/test'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { executable } from '../../scripts/electron-path.mjs'
import type { Language } from '../../src/shared/language.ts'
import { createDesk, type Desk } from '../support/desk.ts'

export const root = resolve(import.meta.dirname, '../..')

/** The folder `resources` of a packed program: it is started instead of the sources' bundles (playwright.packaged.config.ts). */
export const packedResources = process.env['PACKED_RESOURCES'] ?? ''

/** The program, opened. */
export interface Program {
  readonly app: ElectronApplication
  readonly page: Page
  /** Ends it as a user does. */
  close(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

/** What this computer has of drivers, and what else runs on it, is none of a test's business. */
const quiet = ['--no-driver-search', '--no-program-search']

const firstHeadings: Readonly<Record<Language, string>> = { 'zh-CN': '我的证书', en: 'My certificates' }

interface StartOptions {
  /** Instead of the usual ones. */
  readonly arguments?: readonly string[]
  /** Beside the usual ones, for Chromium. */
  readonly switches?: readonly string[]
  readonly mode?: 'real' | 'demo'
  /** Instead of the desk's simulator, and as what is typed in the settings. */
  readonly platform?: { readonly address: string; readonly connection?: Readonly<Record<string, unknown>> }
  /** Instead of the desk's own module. */
  readonly modules?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** `kept`: as the program has left them. */
  readonly settings?: 'kept'
  /** What the program speaks; Chinese unless told. */
  readonly language?: Language
  /** In percent; usual unless told. */
  readonly textSize?: number
}

interface Fixtures {
  /** What stands for the key: SoftHSM2 unless told. */
  readonly key: 'softhsm' | 'skf'
  /** A key, a platform, and the program's own folder. */
  readonly desk: Desk
  /** Console errors that this test means to cause. */
  readonly allowed: RegExp[]
  readonly start: (options?: StartOptions) => Promise<Program>
}

export const test = base.extend<Fixtures>({
  key: ['softhsm', { option: true }],
  desk: async ({ key }, use) => {
    const desk = await createDesk(key)
    await use(desk)
    await desk.remove()
  },
  // Playwright wants the first parameter to be a pattern.
  // eslint-disable-next-line no-empty-pattern
  allowed: async ({}, use) => {
    await use([])
  },
  start: async ({ desk, allowed }, use) => {
    const programs: Program[] = []
    const complaints: string[] = []
    await use(async (options = {}) => {
      const program = await open(desk, options, complaints)
      programs.push(program)
      return program
    })
    const last = programs.at(-1)
    if (last !== undefined && !last.page.isClosed()) await expectAccessible(last.page)
    for (const program of programs) await program.close()
    // Every test, whatever it is about: no console error, no violation of the policy, no uncaught exception.
    expect(complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([])
  },
})

export { expect }

async function open(desk: Desk, options: StartOptions, complaints: string[]): Promise<Program> {
  const mode = options.mode ?? 'real'
  const { language = 'zh-CN', textSize } = options
  const looks = { language, ...(textSize === undefined ? {} : { textSize }) }
  const settings = {
    platformAddress: options.platform?.address ?? desk.origin,
    connection: options.platform?.connection,
    modules: options.modules ?? [desk.modulePath],
    trustedAuthorities: desk.trustedAuthorities,
    ...looks,
  }
  if (mode === 'real' && options.settings !== 'kept')
    writeFileSync(join(desk.userData, 'settings.json'), JSON.stringify(settings))
  const app = await _electron.launch({
    executablePath: executable().path,
    args: [
      ...(packedResources === '' ? ['.', `--user-data-dir=${desk.userData}`] : []),
      ...[`--${mode}`, '--lang=zh-CN', ...(options.arguments ?? quiet), ...(options.switches ?? [])],
    ],
    cwd: root,
    env: { ...definedOf(process.env), ...desk.store.environment, ...ownPlaces(desk), ...options.environment },
  })
  const page = await programWindow(app)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' || text.includes('Content Security Policy')) complaints.push(text)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.getByRole('heading', { name: firstHeadings[language] }).waitFor()
  return { app, page, ...endings(app, page) }
}

/** A packed program looks for its archive beside it, and keeps its data where the system has such things. */
function ownPlaces({ userData }: Desk): Readonly<Record<string, string>> {
  if (packedResources === '') return {}
  return { CHROMIUM_HOST_RESOURCES: packedResources, XDG_CONFIG_HOME: dirname(userData) }
}

/** Chromium's own start page may be seen for a moment before it is closed: it is not the program's window. */
async function programWindow(app: ElectronApplication): Promise<Page> {
  const find = () => app.windows().find((page) => page.url().includes('bundle'))
  await expect.poll(() => find() !== undefined).toBe(true)
  return find() ?? app.firstWindow()
}

function endings(app: ElectronApplication, page: Page): Pick<Program, 'close' | 'kill'> {
  let isOver = false
  const ended = new Promise<void>((resolveEnd) => {
    app.process().once('exit', () => {
      isOver = true
      resolveEnd()
    })
  })
  return {
    close: async () => {
      if (isOver) return
      await app.close()
      await ended
    },
    kill: async () => {
      const { pid } = app.process()
      const children = pid === undefined ? [] : childrenOf(pid)
      app.process().kill('SIGKILL')
      await ended
      // Under Electron a utility process ends with its parent; here one that hangs in native code would stay.
      for (const child of children) killIfThere(child)
      // Playwright may learn of it a moment later than this test.
      if (!page.isClosed()) await page.waitForEvent('close')
    },
  }
}

/** The processes that this one has started, and those that they have started. */
function childrenOf(parent: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)
  return [...children, ...children.flatMap(childrenOf)]
}

function parentOf(pid: number): number | undefined {
  try {
    // The second field is the program's name in brackets, which may hold anything.
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S /s, '')
        .split(' ')[0],
    )
  } catch {
    return undefined
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** No violation that axe knows of, in what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
