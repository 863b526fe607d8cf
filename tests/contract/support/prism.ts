import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { contractFolder } from './contract-files.ts'
import { startCorruptingProxy } from './corrupting-proxy.ts'

export interface Prism {
  readonly origin: string
  /** How many requests it has judged. */
  readonly requests: () => number
  /** What it had against requests and answers, in its own words. */
  readonly violations: () => readonly string[]
}

const packageFile = createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json')
const program = join(packageFile, '../dist/index.js')

/** Prism's validating proxy with our openapi.yaml in front of a server; ends with the test. */
export async function startPrism(upstream: string): Promise<Prism> {
  const port = await freePort()
  const document = join(contractFolder, 'openapi.yaml')
  const parameters = ['proxy', document, upstream, '--errors', '--port', String(port)]
  const child = spawn(process.execPath, [program, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  const { promise: listening, resolve, reject } = Promise.withResolvers<unknown>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      log += text.toString()
      if (log.includes('Prism is listening')) resolve(undefined)
    })
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  child.once('exit', () => reject(new Error(`Prism has ended: ${log}`)))
  onTestFinished(async () => {
    child.kill()
    await ended
  })
  await listening
  return record(`http://127.0.0.1:${port}`)
}

/** What Prism thinks stands in its answers; its log comes later, nobody knows when. */
async function record(prism: string): Promise<Prism> {
  let requests = 0
  const violations: string[] = []
  const origin = await startCorruptingProxy(prism, (asked, answer) => {
    requests += 1
    const header = answer.headers['sl-violations']
    const text = answer.body.toString()
    if (header !== undefined) violations.push(`${asked}: ${String(header)}`)
    else if (text.includes('stoplight.io/prism/errors')) violations.push(`${asked}: ${text}`)
    return answer
  })
  return { origin, requests: () => requests, violations: () => violations }
}

/** Prism cannot be asked which port it took. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
