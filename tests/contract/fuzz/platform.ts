/** The fuzzer against somebody's own platform. */
import { readContract, type Operation } from './contract.ts'
import { fuzz, type FuzzReport } from './fuzzer.ts'
import { createSend } from './send.ts'
import type { Credentials } from './session.ts'

export interface PlatformOptions {
  /** Without /api/v1. */
  readonly address: string
  readonly credentials: Credentials
  readonly runs: number
  readonly seed: number
  /** Also sends what changes something. */
  readonly mayWrite: boolean
  /** Another computer may be meant. */
  readonly mayLeave: boolean
}

/** Reads only, unless told, and only what the platform says it has; logs out in the end. */
export async function fuzzPlatform(options: PlatformOptions): Promise<FuzzReport> {
  const { address, mayLeave, mayWrite } = options
  if (!mayLeave && !isLoopback(new URL(address).hostname)) {
    throw new Error(`${address} is another computer: --remote says that it is meant`)
  }
  const features = await featuresOf(address)
  const isWanted = ({ id, method, feature }: Operation) =>
    (feature === undefined || features.includes(feature)) && (mayWrite || method === 'GET' || id === 'logout')
  const { credentials, runs, seed } = options
  return fuzz({ address, credentials, runs, seed, isWanted, isCareful: !mayWrite })
}

const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)

async function featuresOf(address: string): Promise<readonly string[]> {
  const path = readContract().operations.find(({ id }) => id === 'getService')?.path ?? ''
  const { send, close } = createSend(address)
  try {
    const { status, body } = await send({ method: 'GET', target: path, headers: [], body: undefined })
    if (status !== 200) throw new Error(`${path} was answered with ${status}`)
    return (JSON.parse(body.toString()) as { features?: readonly string[] }).features ?? []
  } finally {
    close()
  }
}
