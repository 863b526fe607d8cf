import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deskAccount, deskPin } from '../support/desk.ts'
import { require } from './checks.ts'
import type { World } from './world.ts'

/** Rule 6: no PIN, password, SMS code or session in anything that the program has written, however it is spelled. */
export function requireNoSecrets({ userData, simulator }: World, sessions: Iterable<string>): void {
  const codes = simulator.inbox.list().map(({ code }) => code)
  const secrets = [deskPin, deskAccount.password, ...codes, ...sessions]
  for (const path of filesBelow(userData)) {
    const content = readFileSync(path)
    for (const secret of secrets) {
      require(!spellings(secret).some((spelling) => isIn(content, spelling)), `a secret stands in ${path}`)
    }
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function spellings(secret: string): readonly Buffer[] {
  const plain = Buffer.from(secret, 'utf8')
  const hex = plain.toString('hex')
  return [
    plain,
    plain.toString('base64').replace(/=+$/, ''),
    hex,
    hex.toUpperCase(),
    Buffer.from(secret, 'utf16le'),
  ].map((spelling) => (typeof spelling === 'string' ? Buffer.from(spelling) : spelling))
}

/** Six digits can stand in a longer row of letters and digits by chance; a secret would stand alone. */
function isIn(content: Buffer, spelling: Buffer): boolean {
  for (let at = content.indexOf(spelling); at !== -1; at = content.indexOf(spelling, at + 1)) {
    const isLetter = (octet: number | undefined) =>
      octet !== undefined && /[0-9A-Za-z+/]/.test(String.fromCharCode(octet))
    if (!isLetter(content[at - 1]) && !isLetter(content[at + spelling.length])) return true
  }
  return false
}
