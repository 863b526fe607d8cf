import { createConflictSystem } from '../src/main/conflicts/systems/this-system.ts'
import { startApp } from '../tests/support/app-under-test.ts'
import { createDesk } from '../tests/support/desk.ts'
import { medianOf, progress } from './measure.ts'

/** `allChecksMs`: from the question to the last answer of all checks, with one key in a driver that is running; median. */
export async function measureEnvironment() {
  progress('environment')
  const desk = await createDesk()
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const conflicts = createConflictSystem(process.platform, process.env)
  const app = await startApp(desk, { conflicts })
  try {
    await app.overview(({ complete, tokens }) => complete && tokens.length > 0)
    return { allChecksMs: await medianOf(9, () => app.value('environment:run', {})) }
  } finally {
    await app.close()
    await desk.remove()
  }
}
