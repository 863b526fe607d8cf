import { afterEach, describe, expect, it } from 'vitest'
import { serviceSample } from '../../platform/testing/wire-samples.ts'
import { startBusyPort } from './testing/busy-port.ts'
import { inWords, look, type Surroundings } from './testing/look.ts'
import { createStand } from './testing/stand.ts'

const { certificates, tls, keep, server, deadPort, close } = createStand()
afterEach(close)
const lower = 'environment.earlierStepFailed'

describe('without an address', () => {
  it.each<[string, Surroundings, string]>([
    ['none', {}, 'platform.notConfigured'],
    ['one that was not approved', { address: 'http://ca.example.cn' }, 'platform.addressInvalid plain-http'],
    ['none, on the system’s network', { policy: { useSystemNetwork: true } }, 'platform.notConfigured'],
  ])('(%s) one row says so, and the others have nothing to say', async (_, surroundings, said) => {
    const rows = await look(surroundings)
    expect(inWords(rows)).toEqual([
      ...['platform-name', 'platform-connection', 'platform-security', 'proxy'].map(
        (name) => `${name} not-applicable no-address`,
      ),
      `platform-service blocked ${said}`,
    ])
    expect(rows.at(-1)?.fix).toBe('open-settings')
  })
})

describe('a platform that is well', () => {
  it('is told layer by layer, with what was measured', async () => {
    const { address, port } = await server('good')
    const rows = await look({ address, policy: { tls } })
    expect(inWords(rows)).toEqual([
      'platform-name not-applicable numeric',
      'platform-connection ok',
      'platform-security ok',
      'proxy not-applicable here',
      'platform-service ok',
    ])
    const [, connection, security, , service] = rows
    expect(connection?.facts).toEqual({ host: '127.0.0.1', port, ms: expect.any(Number) as number })
    expect(connection?.details).toContainEqual({ label: 'port', value: String(port) })
    expect(security?.facts).toMatchObject({ protocol: 'TLS 1.3' })
    expect(security?.facts?.['days']).toBeGreaterThan(20_000)
    expect(security?.details).toContainEqual({ label: 'tlsIssuer', value: 'test root' })
    expect(service?.facts).toEqual({ name: serviceSample.name })
  })

  it('sees nothing of a look at its layers but connections', async () => {
    const { address, seen } = await server('good')
    await look({ address, policy: { tls } })
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /api/v1/service'])
  })

  it('is found by its name', async () => {
    const { port } = await server('plain')
    const [name] = await look({ address: `http://localhost:${port}` })
    expect(name).toMatchObject({ state: 'ok', facts: { host: 'localhost' } })
    expect(name?.details?.[1]?.value).toMatch(/127\.0\.0\.1|::1/)
  })

  it('needs no encryption on this very computer', async () => {
    const { address } = await server('plain')
    expect(inWords(await look({ address }))[2]).toBe('platform-security not-applicable here')
  })

  it('is spoken to without encryption where the user has said so: that is said', async () => {
    const { port } = await server('plain')
    const address = `http://platform.test:${port}`
    const lookup = () => Promise.resolve(['127.0.0.1'])
    // The client asks the real name server for a name that only this test knows.
    const words = inWords(await look({ address, policy: { approvedPlainOrigin: address }, lookup }))
    expect(words.slice(0, 3)).toEqual([
      'platform-name ok',
      'platform-connection ok',
      'platform-security attention environment.plainConnection',
    ])
  })
})

/** Nobody answers, and the time is up once everybody waits. */
function neverFound(): Surroundings {
  const limit = new AbortController()
  const lookup = () => {
    setImmediate(() => limit.abort())
    return new Promise<never>(() => undefined)
  }
  return { lookup, deadline: () => limit.signal }
}

describe('the name', () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))
  it.each<[string, Surroundings]>([
    ['unknown-name', { lookup: failing('ENOTFOUND') }],
    ['unknown-name', { lookup: failing('ENODATA') }],
    ['no-resolver', { lookup: failing('EAI_AGAIN') }],
    ['no-resolver', { lookup: failing('EAI_FAIL') }],
    ['timeout', neverFound()],
  ])('is not found: %s; what comes after it was not looked at', async (reason, surroundings) => {
    const rows = await look({ address: 'https://ca.example.cn', ...surroundings })
    expect(inWords(rows)).toEqual([
      `platform-name blocked environment.nameUnresolved ${reason}`,
      `platform-connection unknown ${lower}`,
      `platform-security unknown ${lower}`,
      'proxy not-applicable none',
      `platform-service unknown ${lower}`,
    ])
    expect(rows[0]?.details).toEqual([{ label: 'host', value: 'ca.example.cn' }])
  })
})

describe('the connection', () => {
  it('is refused', async () => {
    const port = await deadPort()
    expect(inWords(await look({ address: `https://127.0.0.1:${port}` }))).toEqual([
      'platform-name not-applicable numeric',
      'platform-connection blocked environment.connectionFailed refused',
      `platform-security unknown ${lower}`,
      'proxy not-applicable here',
      `platform-service unknown ${lower}`,
    ])
  })

  it('leads nowhere', async () => {
    // No address of this computer can be a source for it (RFC 3849); some networks drop it instead.
    const [, connection] = inWords(
      await look({ address: 'https://[2001:db8::1]', deadline: () => AbortSignal.timeout(500) }),
    )
    expect(connection).toMatch(/^platform-connection blocked environment.connectionFailed (unreachable|timeout)$/)
  })

  it('is not answered in time', async () => {
    const { port, stop } = await startBusyPort()
    keep({ close: stop })
    const rows = look({ address: `https://127.0.0.1:${port}`, deadline: () => AbortSignal.timeout(300) })
    expect(inWords(await rows)[1]).toBe('platform-connection blocked environment.connectionFailed timeout')
  })
})

describe('the encryption', () => {
  it.each([
    ['expired', 'expired'],
    ['notYetValid', 'not-yet-valid'],
    ['otherHost', 'host-name'],
    ['selfSigned', 'self-signed'],
    ['clientOnly', 'certificate'],
  ] as const)('fails for a certificate that is wrong: %s', async (identity, word) => {
    const { address, seen } = await server(identity)
    expect(inWords(await look({ address, policy: { tls } })).slice(1)).toEqual([
      'platform-connection ok',
      `platform-security blocked platform.tls ${word}`,
      'proxy not-applicable here',
      `platform-service unknown ${lower}`,
    ])
    expect(seen).toEqual([])
  })

  it('fails for an issuer that is not the chosen one', async () => {
    const { address } = await server('good')
    const policy = { tls: { certificateAuthorities: [certificates.otherRoot], pins: [] } }
    expect(inWords(await look({ address, policy }))[2]).toBe('platform-security blocked platform.tls unknown-issuer')
  })

  it('fails for a key that is not the pinned one', async () => {
    const { address } = await server('good')
    const policy = { tls: { ...tls, pins: [`${'A'.repeat(43)}=`] } }
    expect(inWords(await look({ address, policy }))[2]).toBe('platform-security blocked platform.pinMismatch')
  })

  it('fails where the other side does not speak it', async () => {
    const { address } = await server('plain')
    const words = inWords(await look({ address: address.replace('http:', 'https:') }))
    expect(words[2]).toBe('platform-security blocked platform.tls protocol')
  })
})
