/** What a script in the page could do that should not be there, in a real engine: docs/security.md. */
import type { ElectronApplication, Page } from '@playwright/test'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deskAccount, deskPin } from '../support/desk.ts'
import { expect, test } from './fixture.ts'
import { listen, tryToReach, tryToRun } from './hostile-page.ts'
import { beginRenewal, initialise, verifyPhone } from './wizard.ts'

/** A refusal is told on the console; here it is what is waited for. */
const refusals = [
  /Content Security Policy/,
  /Refused to|Failed to load|Not allowed to load local|violates|blocked|net::ERR/i,
]

/** From now on, every directive that was violated. */
async function watchViolations(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>()
    Object.assign(globalThis, { violated: seen })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.add(effectiveDirective))
  })
  return () => page.evaluate(() => [...(globalThis as unknown as { violated: Set<string> }).violated].sort())
}

test('nothing runs in the page but the scripts of the program', async ({ allowed, start }) => {
  allowed.push(...refusals)
  const listener = await listen()
  const { page } = await start()
  const violations = await watchViolations(page)
  await page.evaluate(tryToRun, listener.origin)
  await expect
    .poll(violations)
    .toEqual(['base-uri', 'frame-src', 'script-src', 'script-src-attr', 'script-src-elem', 'worker-src'])
  expect(await page.evaluate(() => (globalThis as unknown as { ran: string[] }).ran)).toEqual([])
  expect(listener.visits).toEqual([])
  await page.reload()
  await listener.close()
})

test('nothing leaves the page, and nothing comes into it', async ({ allowed, start }) => {
  allowed.push(...refusals)
  const listener = await listen()
  const { page } = await start()
  const violations = await watchViolations(page)
  const { origin, port } = listener
  await page.evaluate(tryToReach, { origin, port })
  const directives = ['connect-src', 'font-src', 'form-action', 'frame-src', 'img-src', 'media-src', 'object-src']
  await expect.poll(violations).toEqual(expect.arrayContaining([...directives, 'style-src-elem', 'style-src-attr']))
  expect(listener.visits).toEqual([])
  await page.reload()
  await listener.close()
})

/** Every attempt to leave, as Electron tells main of it. */
async function watchLeaving(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('will-frame-navigate', ({ url, defaultPrevented }) =>
      asked.push(`${url} ${defaultPrevented ? 'prevented' : 'allowed'}`),
    )
  })
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
}

test('the page goes nowhere, and opens nothing', async ({ allowed, start }) => {
  allowed.push(...refusals)
  const listener = await listen()
  const { app, page } = await start()
  const { origin } = listener
  const leaving = await watchLeaving(app)
  const [link, refresh, place, other, file, download] = ['link', 'refresh', 'place', 'other', 'file', 'download'].map(
    (name) => `${origin}/${name}`,
  )
  for (const go of [
    `location.href = '${place ?? ''}'`,
    `Object.assign(document.createElement('a'), { href: '${link ?? ''}' }).click()`,
    `Object.assign(document.createElement('a'), { href: '${download ?? ''}', download: 'a.exe' }).click()`,
    `document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=${refresh ?? ''}' }))`,
    `location.replace('https://other.example.invalid/')`,
    `location.assign('file:///etc/passwd')`,
    `open('${other ?? ''}')`,
    `open('${file ?? ''}', '_blank', 'noopener')`,
    `open('about:blank')`,
  ])
    await page.evaluate(go)
  await expect.poll(leaving).toEqual(expect.arrayContaining([`${place ?? ''} prevented`, `${link ?? ''} prevented`]))
  expect((await leaving()).filter((line) => !line.endsWith(' prevented'))).toEqual([])
  const urls = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  )
  expect(urls).toEqual(['app://bundle/index.html'])
  await expect.poll(() => app.windows().length).toBe(1)
  expect(listener.visits).toEqual([])
  await page.reload()
  await listener.close()
})

test('the page has no device, no permission but to copy, and nothing of Node or Electron', async ({ start }) => {
  const { app, page } = await start()
  const globals = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer']
  const seen = await page.evaluate(async (names) => {
    const states = await Promise.all(
      ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'clipboard-write'].map(
        async (name) => {
          const asked = navigator.permissions.query({ name: name as PermissionName })
          return `${name} ${await asked.then(({ state }) => state).catch(() => 'unknown')}`
        },
      ),
    )
    const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'no error')
    const desktop = Reflect.get(globalThis, 'desktop') as Record<string, Record<string, unknown>>
    const replaced = Reflect.set(desktop['invoke'] ?? {}, 'app:info', () => 'another')
    return {
      found: names.filter((name) => Reflect.has(globalThis, name)),
      states,
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', nameOf),
      position: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('denied'),
        )
      }),
      isReplaced: replaced,
      bridge: Object.keys(desktop),
    }
  }, globals)
  expect(seen).toEqual({
    found: [],
    states: [
      ...['camera denied', 'microphone denied', 'geolocation denied', 'notifications denied', 'midi denied'],
      ...['clipboard-read denied', 'clipboard-write granted'],
    ],
    camera: expect.stringMatching(/^Not(Allowed|Found)Error$/) as unknown,
    position: 'denied',
    isReplaced: false,
    bridge: ['invoke', 'on'],
  })
  expect(await app.evaluate(({ app: electron }) => electron.listenerCount('select-client-certificate'))).toBe(1)
})

/** Everything that this process has started, and what that has started. */
function descendants(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean).map(Number)
  return [...children, ...children.flatMap(descendants)]
}

test('a driver is run in the program’s own folder, wherever the program was started', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const { app, page } = await start()
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  const workers = descendants(app.process().pid ?? 0).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('token-worker.js'),
  )
  const executable = await app.evaluate(() => process.execPath)
  expect(workers.map((pid) => readlinkSync(`/proc/${pid}/cwd`))).toEqual([dirname(executable)])
})

/** A process may have ended, or keep others off by itself, as Chromium's do: then there is nothing to be seen. */
function readIfReadable(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** What runs for the program: its command lines and environments, as every process of this user can read them. */
function seenByOthers(pid: number): string {
  const all = [pid, ...descendants(pid)].flatMap((each) =>
    ['cmdline', 'environ'].map((file) => `/proc/${each}/${file}`),
  )
  return all.map(readIfReadable).join('\0')
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('what is secret is in no file, no command line and no environment, whatever was done with it', async ({
  desk,
  start,
}) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const program = await start()
  const { app, page } = program
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  const secrets = [deskPin, deskAccount.password, desk.newestCode()]
  await initialise(page)
  await expect(page.getByRole('button', { name: '执行延期' })).toBeVisible()
  const processes = seenByOthers(app.process().pid ?? 0)
  // Both would be there if they were handed over: this was looked at.
  expect(processes).toContain(desk.userData)
  expect(processes).toContain('SOFTHSM2_CONF=')
  expect(secrets.filter((secret) => processes.includes(secret))).toEqual([])
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await program.close()
  const files = filesBelow(desk.userData)
  // With the engine's own profile: what it remembers of the page would be there.
  expect(files.some((file) => file.endsWith('Preferences'))).toBe(true)
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'latin1')
    // Also as UTF-16; and a code is no part of a longer number.
    const isIn = (secret: string) =>
      [text, text.replaceAll('\0', '')].some((spelt) => new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(spelt))
    return secrets.filter(isIn).map(() => file)
  })
  expect(found).toEqual([])
})
