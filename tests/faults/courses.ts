import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { require } from './checks.ts'
import { runKilled } from './kill.ts'
import { live } from './life.ts'
import { buildForwarder, buildKillAtTruncate } from '../support/pkcs11-forwarder/build.ts'
import type { Course, Courses } from './scenarios.ts'
import { makeTemplate, type Kind, type Template } from './template.ts'
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
  }
  const forwarder = await buildForwarder()
  const courses = {
    rsa: await followCourse(templates.rsa, forwarder),
    ec: await followCourse(templates.ec, forwarder),
    dual: await followCourse(templates.dual, forwarder),
  }
  return { courses, templates }
}

/** A renewal in which nothing goes wrong, twice: for its native calls, and for the points at which it can be killed. */
async function followCourse(template: Template, forwarder: string): Promise<Course> {
  const calls = await inWorld(template, forwarder, async (world) => {
    const { renewal } = await live(world, (user) => renewAsUser(user))
    require(renewal?.state === 'completed', 'a renewal without faults is not completed')
    const all = world.calls()
    return all.slice(all.indexOf('C_Login'), all.indexOf('C_Logout') + 1)
  })
  const points = await inWorld(template, forwarder, async (world) => {
    const { passed, outcome } = await runKilled(world)
    require(outcome === 'completed', `a program that is not killed ends as ${outcome ?? 'nothing'}`)
    return passed
  })
  const killer = await buildKillAtTruncate()
  const truncations = await inWorld(template, forwarder, async (world) => {
    const counted = join(world.store.folder, 'truncations')
    await live(world, (user) => renewAsUser(user), { environment: { LD_PRELOAD: killer, TRUNCATE_COUNT: counted } })
    return readFileSync(counted).length
  })
  return { calls, points, truncations, killer }
}

async function inWorld<T>(template: Template, forwarder: string, action: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(template, forwarder)
  try {
    return await action(world)
  } finally {
    await world.close()
  }
}
