import { toAppUrl } from '../chromium/app-scheme.ts'
import { HostEmitter } from '../host-emitter.ts'
import { notice, trace } from '../notice.ts'
import { state } from '../state.ts'
import { strict } from '../strict.ts'
import { commandLine } from './command-line.ts'
import { protocol } from './protocol.ts'

type Ask = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>
type Check = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>
type Permission = Parameters<Ask>[1]

/** Electron's name of a permission, and the DevTools protocol's. */
const PERMISSIONS: readonly (readonly [electron: Permission, chromium: string])[] = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-sanitized-write'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
]

const ANSWER_DEADLINE_MS = 200

let ask: Ask | null = null
let check: Check | null = null

async function isGranted(contents: Electron.WebContents, permission: Permission, origin: string): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl: `${origin}/` }
  if (check && !check(contents, permission, origin, details)) return false
  const request = ask
  if (!request) return true
  return new Promise((resolve) => {
    request(contents, permission, resolve, details)
    setTimeout(resolve, ANSWER_DEADLINE_MS, false)
  })
}

/** Asks the app's handlers once per permission, before the page loads: Chromium does not ask over the DevTools protocol. */
export async function applyPermissions(contents: Electron.WebContents, chromiumUrl: string): Promise<void> {
  if (!/^https?:/.test(chromiumUrl)) return
  const { origin } = new URL(chromiumUrl)
  const apply = async ([electron, chromium]: (typeof PERMISSIONS)[number]): Promise<void> => {
    const setting = (await isGranted(contents, electron, toAppUrl(origin))) ? 'granted' : 'denied'
    await state.chromium?.root.send('Browser.setPermission', { permission: { name: chromium }, setting, origin })
  }
  const results = await Promise.allSettled(PERMISSIONS.map(apply))
  for (const result of results) if (result.status === 'rejected') trace('permission not set:', result.reason)
}

/** A session. The network settings are taken and not acted upon. */
export class HostSession extends HostEmitter {
  readonly protocol = protocol

  constructor() {
    super('session', ['will-download'])
  }

  setPermissionRequestHandler(handler: Ask | null): void {
    ask = handler
  }

  setPermissionCheckHandler(handler: Check | null): void {
    check = handler
  }

  /** HID, serial and USB devices are never offered here. */
  setDevicePermissionHandler(
    handler: ((details: Electron.DevicePermissionHandlerHandlerDetails) => boolean) | null,
  ): void {
    trace('session.setDevicePermissionHandler', handler)
  }

  setSpellCheckerEnabled(enable: boolean): void {
    trace('session.setSpellCheckerEnabled', enable)
  }

  setProxy(config: Electron.ProxyConfig): Promise<void> {
    notice('session.setProxy', config)
    return Promise.resolve()
  }

  /** As --proxy-server says (`host:port`, with http, https, socks4 or socks5 in front); the system is not asked. */
  resolveProxy(url: string): Promise<string> {
    trace('session.resolveProxy', url)
    return Promise.resolve(fixedProxy(commandLine.getSwitchValue('proxy-server'), url))
  }

  /** Certificates are checked by Chromium alone here: `fetch` is not offered, so that nobody relies on this. */
  setCertificateVerifyProc(proc: Parameters<Electron.Session['setCertificateVerifyProc']>[0]): void {
    trace('session.setCertificateVerifyProc', proc)
  }

  closeAllConnections(): Promise<void> {
    return Promise.resolve()
  }

  clearCache(): Promise<void> {
    return Promise.resolve()
  }
}

const PAC_WORDS: Readonly<Record<string, string>> = {
  http: 'PROXY',
  https: 'HTTPS',
  socks: 'SOCKS5',
  socks4: 'SOCKS',
  socks5: 'SOCKS5',
}

/** Chromium never sends what is for this computer to a proxy. */
function fixedProxy(proxy: string, url: string): string {
  const [, scheme = 'http', address = ''] = /^(?:([a-z0-9]+):\/\/)?(.+)$/.exec(proxy) ?? []
  const isLocal = /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname)
  return address === '' || isLocal ? 'DIRECT' : `${PAC_WORDS[scheme] ?? 'PROXY'} ${address}`
}

export const defaultSession = strict('session.defaultSession', new HostSession())

/** The `session` module. */
export const session = strict('session', {
  defaultSession,
  // Partitions differ in nothing that the host does.
  fromPartition: (partition: string): HostSession => strict(`session ${partition}`, new HostSession()),
})
