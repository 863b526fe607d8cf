import { appendFileSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { installationKinds, type Installer } from '../ports.ts'

const Rehearsal = z.object({
  /** Who may sign a feed in it. */
  keys: z.array(z.base64()),
  kind: z.enum(installationKinds),
  /** Where it is noted what would be installed: one JSON object a line. */
  record: z.string(),
})
type Rehearsal = Readonly<z.output<typeof Rehearsal>>

/** How the whole way of an update is tried without replacing anything; a packaged program never reads one. */
export function readRehearsal(path: string): Rehearsal {
  return Rehearsal.parse(JSON.parse(readFileSync(path, 'utf8')))
}

export function rehearse({ record }: Rehearsal): Installer {
  return {
    prepare: ({ version, path }) =>
      Promise.resolve({
        install: () => {
          appendFileSync(record, `${JSON.stringify({ version, path })}\n`)
          return Promise.resolve()
        },
      }),
  }
}
