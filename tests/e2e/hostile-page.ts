import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** Someone on this computer who listens, and notes who comes. */
export interface Listener {
  readonly origin: string
  readonly port: number
  readonly visits: readonly string[]
  close(): Promise<void>
}

export async function listen(): Promise<Listener> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' })
    response.end('globalThis.foreign = true')
  }).listen(0, '127.0.0.1')
  // A connection alone is none: Chromium opens one for a navigation before it asks whether that may be.
  server.on('upgrade', (request, socket) => {
    visits.push(`upgrade ${request.url ?? ''}`)
    socket.destroy()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    ...{ origin: `http://127.0.0.1:${port}`, port, visits },
    close: () => closed(server),
  }
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

/** In the page: what a script that should not be there would try to have run. Notes in `ran` whatever did. */
export function tryToRun(origin: string): void {
  const page = globalThis as unknown as { ran: string[] }
  page.ran = []
  const put = (tag: string, attributes: Readonly<Record<string, string>>, text = '') => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.textContent = text
    document.body.append(element)
    return element
  }
  put('script', {}, 'ran.push("inline")')
  put(
    'script',
    { nonce: document.querySelector('meta[property="csp-nonce"]')?.getAttribute('nonce') ?? '' },
    'ran.push("nonce")',
  )
  put('script', { src: 'data:text/javascript,ran.push("data")' })
  put('script', { src: URL.createObjectURL(new Blob(['ran.push("blob")'], { type: 'text/javascript' })) })
  put('script', { src: `${origin}/script.js`, onload: 'ran.push("foreign")' })
  put('script', { type: 'module' }, `import '${origin}/module.js'; ran.push("module")`)
  put('button', { onclick: 'ran.push("handler")' }).click()
  put('a', { href: 'javascript:ran.push("address")' }).click()
  put('iframe', { srcdoc: '<script>parent.ran.push("frame")</script>' })
  put('iframe', { src: 'data:text/html,<script>parent.ran.push("data frame")</script>' })
  put('base', { href: origin })
  // What the test itself evaluates is let off: not so what comes later.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  setTimeout('ran.push("text")')
  setTimeout(() => {
    try {
      globalThis.eval('ran.push("eval")')
    } catch {
      // Refused.
    }
    try {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
      new Function('ran.push("function")')()
    } catch {
      // Refused.
    }
    const wasm = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
    WebAssembly.compile(wasm).then(
      () => page.ran.push('wasm'),
      () => undefined,
    )
    try {
      const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
      worker.onmessage = () => page.ran.push('worker')
    } catch {
      // Refused.
    }
  })
}

/**
 * In the page: every way out of it, to this listener. But for peer connections (WebRTC): the policy does not know them, and
 * what keeps them in is Electron's own, see src/main/window/no-network.ts.
 */
export function tryToReach({ origin, port }: Pick<Listener, 'origin' | 'port'>): void {
  const put = (tag: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.body.append(element)
    return element
  }
  const quietly = (attempt: () => unknown) => {
    try {
      void Promise.resolve(attempt()).catch(() => undefined)
    } catch {
      // Refused at once.
    }
  }
  quietly(() => fetch(`${origin}/fetch`, { mode: 'no-cors' }))
  quietly(() => {
    const request = new XMLHttpRequest()
    request.open('POST', `${origin}/xhr`)
    request.send('secret')
  })
  quietly(() => new WebSocket(`ws://127.0.0.1:${port}/socket`))
  quietly(() => new EventSource(`${origin}/events`))
  quietly(() => navigator.sendBeacon(`${origin}/beacon`, 'secret'))
  put('img', { src: `${origin}/picture.png` })
  put('link', { rel: 'stylesheet', href: `${origin}/style.css` })
  put('link', { rel: 'prefetch', href: `${origin}/prefetch` })
  put('link', { rel: 'icon', href: `${origin}/icon.png` })
  put('video', { src: `${origin}/film.mp4` })
  put('object', { data: `${origin}/object` })
  put('embed', { src: `${origin}/embed` })
  put('iframe', { src: `${origin}/frame` })
  quietly(() => new FontFace('foreign', `url(${origin}/font.woff2)`).load())
  put('div', { style: `background:url(${origin}/background.png)` })
  const form = put('form', { action: `${origin}/form`, method: 'post' })
  quietly(() => (form as HTMLFormElement).submit())
}
