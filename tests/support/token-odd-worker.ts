/**
 * The PKCS#11 worker over SoftHSM2 made odd, by ODD_TOKEN, in a way that real modules are:
 *   forgets-protection   makes an unwrapped private key readable, whatever it was told (opencryptoki 3.8 does), but lets
 *                        that be corrected
 *   never-protects       does not let it be corrected either
 *   makes-sm2            has a mechanism of its own for SM2 key pairs, as vendors do; what it makes has SM2's curve
 *   makes-other-curve    the same, but what it makes has another curve
 *   grants-only-asked    a private key may do nothing that was not asked for; in SoftHSM2 it may do everything
 */
import { toFailure } from '../../src/main/app-error.ts'
import { CKA, CKK, CKM, CKO } from '../../src/main/token/worker/cryptoki.ts'
import type { Cryptoki, Template } from '../../src/main/token/worker/cryptoki.ts'
import { createTokenHandlers } from '../../src/main/token/worker/handlers.ts'
import { loadModule } from '../../src/main/token/worker/load-module.ts'
import { oddSm2 } from './odd-sm2.ts'
import { portOf, serveToken } from '../../src/shared/token/worker-loop.ts'

const how = process.env['ODD_TOKEN']
/** CKA_EC_PARAMS of SM2's curve and of P-256. */
const sm2Curves: Readonly<Record<string, string>> = {
  'makes-sm2': '06082a811ccf5501822d',
  'makes-other-curve': '06082a8648ce3d030107',
}

function isPrivateKey(template: Template): boolean {
  return template.some(({ type, value }) => type === CKA.class && value === CKO.privateKey)
}

function asTheTokenTakesIt(template: Template): Template {
  if (!isPrivateKey(template)) return template
  if (how === 'grants-only-asked') {
    const asked = new Set(template.map(({ type }) => type))
    const unasked = [CKA.sign, CKA.decrypt, CKA.unwrap].filter((type) => !asked.has(type))
    return [...template, ...unasked.map((type) => ({ type, value: false }))]
  }
  const others = template.filter(({ type }) => type !== CKA.sensitive && type !== CKA.extractable)
  return [...others, { type: CKA.sensitive, value: false }, { type: CKA.extractable, value: true }]
}

/** SoftHSM2 knows the curve by its name in OpenSSL, and such keys as EC keys. */
function asSoftHsmTakesIt(template: Template): Template {
  return template.map((attribute) => {
    const { type, value } = attribute
    if (type === CKA.keyType && value === oddSm2.keyType) return { type, value: CKK.ec }
    return type === CKA.ecParams ? { type, value: Buffer.from(sm2Curves[how ?? ''] ?? '', 'hex') } : attribute
  })
}

function odd(module: Cryptoki): Cryptoki {
  const overrides: Partial<Cryptoki> = {
    C_UnwrapKey: (session, mechanism, key, octets, template) =>
      module.C_UnwrapKey(session, mechanism, key, octets, asTheTokenTakesIt(template)),
    ...(how === 'grants-only-asked' && {
      C_GenerateKeyPair: (session, mechanism, publicKey, privateKey) =>
        module.C_GenerateKeyPair(session, mechanism, publicKey, asTheTokenTakesIt(privateKey)),
    }),
    ...(sm2Curves[how ?? ''] !== undefined && {
      C_GetMechanismList: (slot) => [...module.C_GetMechanismList(slot), oddSm2.keyGeneration],
      C_GenerateKeyPair: (session, { mechanism }, publicKey, privateKey) =>
        module.C_GenerateKeyPair(
          session,
          { mechanism: mechanism === oddSm2.keyGeneration ? CKM.ecKeyPairGen : mechanism },
          asSoftHsmTakesIt(publicKey),
          asSoftHsmTakesIt(privateKey),
        ),
    }),
    ...(how === 'never-protects' && { C_SetAttributeValue: () => undefined }),
  }
  return new Proxy(module, {
    get: (target, name): unknown => Reflect.get(overrides, name) ?? Reflect.get(target, name),
  })
}

serveToken({
  port: portOf(process),
  handlers: createTokenHandlers({ loadModule: (path) => odd(loadModule(path)), now: () => performance.now() }),
  toFailure,
})
