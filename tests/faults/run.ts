/**
 * npm run test:faults: everything that can go wrong with a renewal, one scenario after the other on two processes, and
 * what is left checked from outside. `--list`, `--only=<part of a name>`, `--shard=1/2` for one of several machines.
 */
import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCourses, type Openings } from './courses.ts'
import { formatTable, type Verdict } from './report.ts'
import { listScenarios } from './scenarios.ts'

const processes = 2
const results = join(import.meta.dirname, '../../bench/results')
const fewest = 400
/** What takes longer than this hangs: no deadline of the program is longer where something can hang. */
const longestMs = 180_000

const openings = await openCourses()
try {
  const only = option('only')
  const [shard = 1, shards = 1] = (option('shard') ?? '1/1').split('/').map(Number)
  const names = listScenarios(openings.courses)
    .map(({ name }) => name)
    .filter((name) => only === undefined || new RegExp(only).test(name))
    .filter((_name, index) => index % shards === shard - 1)
  if (process.argv.includes('--list')) console.log(names.join('\n'))
  else process.exitCode = await playAll(names, openings, only === undefined && shards === 1)
} finally {
  for (const { remove } of Object.values(openings.templates)) remove()
}

async function playAll(names: readonly string[], opened: Openings, isWhole: boolean): Promise<number> {
  const queue = [...names]
  const begun = Date.now()
  const verdicts: Verdict[] = []
  const told = (verdict: Verdict) => {
    verdicts.push(verdict)
    if (verdict.loss !== undefined) console.error(`LOST: ${verdict.name}\n${verdict.loss}`)
    if (verdicts.length % 50 === 0) console.error(`${verdicts.length} of ${names.length}`)
  }
  await Promise.all(Array.from({ length: processes }, () => serve(queue, opened, told)))
  const lost = verdicts.filter(({ loss }) => loss !== undefined).length
  const seconds = Math.round((Date.now() - begun) / 1000)
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'faults.json'), JSON.stringify({ seconds, verdicts }, null, 1))
  console.log(formatTable(verdicts))
  console.log(`faults: ${verdicts.length} scenarios, ${verdicts.length - lost} survived, ${lost} lost`)
  const isEnough = !isWhole || verdicts.length >= fewest
  if (!isEnough) console.error(`fewer than ${fewest} scenarios were played`)
  return lost === 0 && isEnough && verdicts.length === names.length ? 0 : 1
}

/** One process plays one scenario after the other; one that dies is a loss of the scenario that it was at. */
async function serve(queue: string[], { courses, templates }: Openings, told: (verdict: Verdict) => void) {
  while (queue.length > 0) {
    const player = fork(join(import.meta.dirname, 'player.ts'), [], {
      env: { ...process.env, FAULTS_OPENINGS: JSON.stringify({ courses, templates }) },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    let at: string | undefined
    let watch: NodeJS.Timeout | undefined
    const next = () => {
      clearTimeout(watch)
      at = queue.shift()
      if (at === undefined) player.disconnect()
      else player.send(at)
      watch = setTimeout(() => player.kill('SIGKILL'), longestMs).unref()
    }
    player.on('message', (verdict) => {
      told(verdict as Verdict)
      next()
    })
    next()
    await new Promise<void>((resolve) => player.once('exit', () => resolve()))
    clearTimeout(watch)
    if (at !== undefined) told({ name: at, group: 'ended', loss: 'the process that played it has ended', ms: 0 })
  }
}

function option(name: string): string | undefined {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
}
