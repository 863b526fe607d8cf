import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { isSigned } from './signature-of.ts'

interface FileToSign {
  readonly path: string
}

/**
 * electron-builder calls this for each Windows file where SIGN_COMMAND is set (docs/release.md): a program of a
 * certificate authority's signing service, or of a certificate on a token. It gets SIGN_ARGUMENTS (a JSON list) and the
 * path of the file, which it signs in place.
 * @throws where it fails, and where the file has no signature afterwards: nothing goes out unsigned and unnoticed
 */
export async function sign({ path }: FileToSign): Promise<void> {
  const command = process.env['SIGN_COMMAND'] ?? ''
  if (command === '') throw new Error('SIGN_COMMAND names no program')
  const { status, error } = spawnSync(command, [...givenArguments(), path], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} did not sign ${path} (${status ?? 'ended'})`, { cause: error })
  if (!isSigned(await readFile(path)))
    throw new Error(`${command} says that it has signed ${path}, which has no signature`)
}

function givenArguments(): readonly string[] {
  const given: unknown = JSON.parse(process.env['SIGN_ARGUMENTS'] ?? '[]')
  if (Array.isArray(given) && given.every((one) => typeof one === 'string')) return given
  throw new Error('SIGN_ARGUMENTS is a JSON list of texts')
}
