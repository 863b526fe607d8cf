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
  return [plain, Buffer.from(secret, 'utf16le'), ...[hex, hex.toUpperCase(), ...inBase64(plain)].map(toBuffer)]
}

function toBuffer(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

/** As it stands in the base64 of a longer text: three ways, by where the text before it ends. */
function inBase64(octets: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), octets])
    const encoded = text.toString('base64').replace(/=+$/, '')
    // The first and the last character may hold bits of what stands beside.
    const first = Math.ceil((before * 8) / 6)
    return encoded.slice(first, text.length % 3 === 0 ? undefined : -1)
  })
}

function isIn(content: Buffer, spelling: Buffer): boolean {
  for (let at = content.indexOf(spelling); at !== -1; at = content.indexOf(spelling, at + 1)) {
    if (!isByChance(content, at, spelling.length)) return true
  }
  return false
}

/**
 * A few digits can come up in a long hexadecimal number: a hash, the number of an order, or the serial number of a SoftHSM2
 * token, which has 16 digits and has been seen to hold a code. A code that leaks would stand beside something else.
 */
function isByChance(content: Buffer, at: number, length: number): boolean {
  const around = content.toString('latin1', Math.max(0, at - chanceLength), at + length + chanceLength)
  const spelling = content.toString('latin1', at, at + length)
  if (!/^\d{4,8}$/.test(spelling)) return false
  return around.split(/[^0-9A-Fa-f]/).some((part) => part.includes(spelling) && part.length >= chanceLength)
}

const chanceLength = 16
