import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { require } from './checks.ts'
import { runKilled } from './kill.ts'
import { live } from './life.ts'
import { buildKillAtTruncate } from '../support/pkcs11-forwarder/build.ts'
import type { Course, Courses } from './scenarios.ts'
import { interfaceOf, type Kind } from './kinds.ts'
import { keyFaultsOf } from './kinds-of-faults.ts'
import { makeTemplate, type Template } from './template.ts'
import { renewAsUser } from './user.ts'
import { openWorld, type World } from './world.ts'

/** What every scenario begins with. */
export interface Openings {
  readonly courses: Courses
  readonly templates: Readonly<Record<Kind, Template>>
}

export async function openCourses(): Promise<Openings> {
  const templates = {
    rsa: await makeTemplate('rsa'),
    ec: await makeTemplate('ec'),
    dual: await makeTemplate('dual'),
    two: await makeTemplate('two'),
    sm2: await makeTemplate('sm2'),
    'sm2-dual': await makeTemplate('sm2-dual'),
  }
  const courses = {
    rsa: await followCourse(templates.rsa),
    ec: await followCourse(templates.ec),
    dual: await followCourse(templates.dual),
    sm2: await followCourse(templates.sm2),
    'sm2-dual': await followCourse(templates['sm2-dual']),
  }
  return { courses, templates }
}

/** A renewal in which nothing goes wrong, twice: for its native calls, and for the points at which it can be killed. */
async function followCourse(template: Template): Promise<Course> {
  const calls = await inWorld(template, async (world) => {
    const { renewal } = await live(world, (user) => renewAsUser(user))
    require(renewal?.state === 'completed', 'a renewal without faults is not completed')
    const { login, logout } = keyFaultsOf(template.kind)
    const all = world.key.calls()
    return all.slice(all.indexOf(login), all.indexOf(logout) + 1)
  })
  const points = await inWorld(template, async (world) => {
    const { passed, outcome } = await runKilled(world)
    require(outcome === 'completed', `a program that is not killed ends as ${outcome ?? 'nothing'}`)
    return passed
  })
  return { calls, points, ...(await followTruncations(template)) }
}

async function followTruncations(template: Template): Promise<Pick<Course, 'truncations' | 'killer'>> {
  const killer = await buildKillAtTruncate()
  if (interfaceOf(template.kind) === 'skf') return { truncations: 0, killer }
  const truncations = await inWorld(template, async (world) => {
    const counted = join(world.folder, 'truncations')
    await live(world, (user) => renewAsUser(user), { environment: { LD_PRELOAD: killer, TRUNCATE_COUNT: counted } })
    return readFileSync(counted).length
  })
  return { truncations, killer }
}

async function inWorld<T>(template: Template, action: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(template)
  try {
    return await action(world)
  } finally {
    await world.close()
  }
}
