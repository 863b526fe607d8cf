// Signs a resource (resources/drivers.json) for programs that are installed already, or makes the key to sign with.
//   node scripts/sign-resource.mjs --make-key private-key.pem
//   node scripts/sign-resource.mjs private-key.pem resources/drivers.json drivers.signed.json
// The private key stays with whoever signs and never comes into the repository; its public half, which --make-key
// prints, belongs into src/main/resources/resource-keys.ts of the programs that shall take the file.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const [first, ...others] = process.argv.slice(2)
if (first === '--make-key' && others.length === 1) makeKey(others[0])
else if (first !== undefined && others.length === 2) signFile(first, others[0], others[1])
else {
  console.error('usage: sign-resource.mjs --make-key KEY | sign-resource.mjs KEY RESOURCE OUTPUT')
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

function encode(publicKey) {
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
}
