import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openControlPort } from '../control/control-port.ts'
import { createPlatformSimulator } from '../platform-simulator.ts'
import { greeting } from './greeting.ts'
import type { StandaloneOptions } from './options.ts'
import { writeRoots } from './pem-files.ts'
import { seedCertificates } from './seeds.ts'

interface Standalone {
  readonly greeting: string
  /** Leaves nothing behind but what the user asked to keep. */
  readonly close: () => Promise<void>
}

/** @throws when a port is taken, or a file cannot be read or written; nothing runs on then */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { port, controlPort, stateFile, keys, review } = options
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const task of closing.splice(0).reverse()) await task()
  }
  try {
    const simulator = await createPlatformSimulator({ review, ...(stateFile === undefined ? {} : { stateFile }) })
    closing.push(simulator.close)
    const { origin } = await simulator.listen(port)
    const control = await openControlPort(simulator, controlPort)
    closing.push(control.close)
    if (keys !== undefined) await seedCertificates(simulator, keys)
    const folder = keys ?? (await mkdtemp(join(tmpdir(), 'platform-simulator-')))
    if (keys === undefined) closing.push(() => rm(folder, { recursive: true }))
    const roots = await writeRoots(folder, simulator.rootCertificates())
    return { greeting: greeting({ origin, control, roots, keys, stateFile }), close }
  } catch (error) {
    await close()
    throw error
  }
}
