import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { complaintOf } from './run.ts'

/** Every program and library of a Windows package, and its setup, is signed with this certificate (PEM). */
export function inspectSignatures(folder: string, setup: string | undefined, certificate: string): readonly string[] {
  const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(exe|node|dll)$/.test(name))
    .map((name) => join(folder, name))
  return [...programs, ...(setup === undefined ? [] : [setup])].flatMap((path) => judgeSignature(path, certificate))
}

function judgeSignature(path: string, certificate: string): readonly string[] {
  const complaints = complaintOf('osslsigncode', ['verify', '-CAfile', certificate, '-in', path])
  return complaints.length === 0 ? [] : [`${path} is not signed as it should be: ${complaints.join().slice(-300)}`]
}
