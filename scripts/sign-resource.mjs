// Signs a resource (resources/drivers.json) for programs that are installed already, or makes the key to sign with.
//   node scripts/sign-resource.mjs --make-key private-key.pem
//   node scripts/sign-resource.mjs private-key.pem resources/drivers.json drivers.signed.json
//   node scripts/sign-resource.mjs --feed private-key.pem release/latest.yml [previous-release/latest.yml]
// The private key stays with whoever signs and never comes into the repository; its public half, which --make-key
// prints, belongs into src/main/resources/resource-keys.ts of the programs that shall take the file.
// A feed of updates is signed as it is, into `latest.yml.sig` beside it (decision 0037); its key belongs into
// src/main/update/feed/feed-keys.ts. With the feed of the release before, that one's packages are named in it first, so
// that a computer which has none of them can go back.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { Buffer } from 'node:buffer'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

const [first, ...others] = process.argv.slice(2)
if (first === '--make-key' && others.length === 1) makeKey(others[0])
else if (first === '--feed' && (others.length === 2 || others.length === 3)) signFeed(...others)
else if (first !== undefined && others.length === 2) signFile(first, others[0], others[1])
else {
  console.error('usage: sign-resource.mjs --make-key KEY | KEY RESOURCE OUTPUT | --feed KEY FEED [PREVIOUS]')
  process.exitCode = 2
}

/** A key that is there already is never overwritten: what it has signed could not be replaced any more. */
function makeKey(path) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 })
  console.log(encode(publicKey))
}

function signFile(keyPath, resource, output) {
  const payload = readFileSync(resource)
  const { kind, version } = JSON.parse(payload.toString('utf8'))
  if (typeof kind !== 'string' || !Number.isInteger(version)) throw new Error(`${resource} has no kind or no version`)
  const key = createPrivateKey(readFileSync(keyPath))
  const envelope = { payload: payload.toString('base64'), signature: sign(null, payload, key).toString('base64') }
  writeFileSync(output, `${JSON.stringify(envelope)}\n`)
  console.log(`${kind} ${version}, signed for ${encode(createPublicKey(key))}`)
}

/** The name is signed with it: the feed of another system must not be taken for this one's. */
function signFeed(keyPath, feed, previous) {
  if (previous !== undefined)
    writeFileSync(feed, withPrevious(readFileSync(feed, 'utf8'), readFileSync(previous, 'utf8')))
  const key = createPrivateKey(readFileSync(keyPath))
  const head = Buffer.from(`cert-user-tool update feed\n${basename(feed)}\n`, 'utf8')
  const signature = sign(null, Buffer.concat([head, readFileSync(feed)]), key)
  writeFileSync(`${feed}.sig`, `${signature.toString('base64')}\n`)
  console.log(`${basename(feed)}, signed for ${encode(createPublicKey(key))}`)
}

/** The release before under `previous`, without the one before that. */
function withPrevious(feed, previous) {
  const lines = withoutPrevious(previous).map((line) => (line === '' ? '' : `  ${line}`))
  return [...withoutPrevious(feed), 'previous:', ...lines, ''].join('\n')
}

function withoutPrevious(feed) {
  const lines = feed.trimEnd().split('\n')
  const from = lines.findIndex((line) => line.startsWith('previous:'))
  if (from === -1) return lines
  const length = lines.slice(from + 1).findIndex((line) => /^\S/.test(line))
  return [...lines.slice(0, from), ...(length === -1 ? [] : lines.slice(from + 1 + length))]
}

function encode(publicKey) {
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
}
