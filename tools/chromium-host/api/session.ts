import { HostEmitter } from '../host-emitter.ts'
import { notice, trace } from '../notice.ts'
import { strict } from '../strict.ts'
import { commandLine } from './command-line.ts'
import { setPermissionHandlers, type Ask, type Check } from './permissions.ts'
import { protocol } from './protocol.ts'

/** A session. The network settings are taken and not acted upon. */
export class HostSession extends HostEmitter {
  readonly protocol = protocol

  constructor() {
    super('session', ['will-download'])
  }

  setPermissionRequestHandler(handler: Ask | null): void {
    setPermissionHandlers({ ask: handler })
  }

  setPermissionCheckHandler(handler: Check | null): void {
    setPermissionHandlers({ check: handler })
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
