import { pathsOf, type DriverSystem } from './driver-system.ts'

/**
 * The places that a path of the table stands for: %VARIABLE% and a leading ~ are replaced, a folder named * is every
 * folder there. A path with a variable that is not set leads nowhere.
 */
export async function expandPath(path: string, system: DriverSystem): Promise<readonly string[]> {
  const written = replaceVariables(
    path.replace(/^~(?=[/\\])/, () => system.home),
    system,
  )
  if (written === undefined) return []
  const [start = '', ...rest] = written.split(/[\\/]\*(?=[\\/])/)
  let places: readonly string[] = [start]
  for (const part of rest) {
    const below = await Promise.all(places.map((place) => foldersIn(place, system)))
    places = below.flat().map((folder) => folder + part)
  }
  return places
}

function replaceVariables(path: string, { environment }: DriverSystem): string | undefined {
  const names = [...path.matchAll(/%([^%]+)%/g)].map(([, name = '']) => name)
  if (names.some((name) => environment[name] === undefined)) return undefined
  return path.replace(/%([^%]+)%/g, (_whole, name: string) => environment[name] ?? '')
}

async function foldersIn(place: string, system: DriverSystem): Promise<readonly string[]> {
  return (await system.files.list(place)).map((name) => pathsOf(system).join(place, name))
}
