/** One process that plays the scenarios that it is told, one after the other. */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { readJournals } from './checks.ts'
import type { Openings } from './courses.ts'
import type { Verdict } from './report.ts'
import { listScenarios } from './scenarios.ts'
import { requireNoSecrets } from './secrets.ts'
import { openWorld, type World } from './world.ts'

const { courses, templates } = JSON.parse(process.env['FAULTS_OPENINGS'] ?? '') as Openings
const scenarios = new Map(listScenarios(courses).map((scenario) => [scenario.name, scenario]))
const sessions = new Set<string>()

// The sessions that any program uses, as they arrive at the simulator, which lives here.
subscribe('http.server.request.start', (message) => {
  const { request } = message as { readonly request: IncomingMessage }
  const { authorization } = request.headers
  if (authorization !== undefined) sessions.add(authorization.replace('Bearer ', ''))
})

process.on('message', (name) => void play(String(name)).then((verdict) => process.send?.(verdict)))

async function play(name: string): Promise<Verdict> {
  const scenario = scenarios.get(name)
  if (scenario === undefined) return { name, group: 'unknown', loss: 'there is no such scenario', ms: 0 }
  const begun = performance.now()
  sessions.clear()
  const world = await openWorld(templates[scenario.kind])
  const verdict = { name, group: scenario.group }
  try {
    await scenario.play(world)
    requireNoSecrets(world, sessions)
    return { ...verdict, ms: Math.round(performance.now() - begun) }
  } catch (error) {
    return { ...verdict, loss: tell(error, world), ms: Math.round(performance.now() - begun) }
  } finally {
    await world.close()
  }
}

/** What one needs to find out why. */
function tell(error: unknown, world: World): string {
  const lines = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  try {
    lines.push(`on the key: ${world.key.contents().join(', ')}`, `books: ${JSON.stringify(world.simulator.books())}`)
    for (const journal of readJournals(world.userData)) lines.push(journal.replaceAll(/"[A-Za-z0-9+/=]{100,}"/g, '"…"'))
  } catch (second) {
    lines.push(`and then: ${String(second)}`)
  }
  return lines.join('\n')
}
