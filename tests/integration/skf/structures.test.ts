import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import { afterEach, describe, expect, it } from 'vitest'
import { readDeviceInfo } from '../../../src/main/token/skf/layout/device-info.ts'
import { writeEccCipher } from '../../../src/main/token/skf/layout/ecc-cipher.ts'
import { readEccPublicKey } from '../../../src/main/token/skf/layout/ecc-public-key.ts'
import { readEccSignature } from '../../../src/main/token/skf/layout/ecc-signature.ts'
import { writeEnvelopedKey } from '../../../src/main/token/skf/layout/enveloped-key.ts'
import { layoutOfSize } from '../../../src/main/token/skf/layout/layout.ts'
import { readRsaPublicKey } from '../../../src/main/token/skf/layout/rsa-public-key.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const header = join(import.meta.dirname, '../../support/softskf')

/** What a C program prints, line by line, that is compiled with the structures of the module in this layout. */
function run(flags: readonly string[], statements: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'skf-structures-'))
  folders.push(folder)
  const [source, program] = [join(folder, 'a.c'), join(folder, 'a')]
  const functions = `
static void hex(const void *octets, size_t n) { for (size_t i = 0; i < n; i++) printf("%02x", ((const BYTE *)octets)[i]); puts(""); }
static void fill(BYTE *to, const char *from) { for (; *from; from += 2) { unsigned octet; sscanf(from, "%2x", &octet); *to++ = (BYTE)octet; } }`
  const include = '#include <stdio.h>\n#include <string.h>\n#include <stdlib.h>\n#include "skf.h"'
  writeFileSync(source, `${include}\n${functions}\nint main(void) {\n(void)fill;\n${statements}\nreturn 0; }`)
  execFileSync('gcc', ['-I', header, ...flags, '-o', program, source])
  return execFileSync(program, { encoding: 'utf8' }).split('\n').filter(Boolean)
}

const hexOf = (octets: Uint8Array) => Buffer.from(octets).toString('hex')
const octetsOf = (hex = '') => Uint8Array.from(Buffer.from(hex, 'hex'))

describe.each([
  ['u4-packed', 4, 294, []],
  ['u4-natural', 4, 296, ['-DSKF_NATURAL']],
  ['u8-packed', 8, 326, ['-DSKF_ULONG_8']],
  ['u8-natural', 8, 328, ['-DSKF_ULONG_8', '-DSKF_NATURAL']],
] as const)('the structures of a C compiler, %s', (_name, width, deviceInfoOctets, flags) => {
  it('are read as it has filled them', () => {
    const point = Buffer.from(sm2.generateKeyPairHex().publicKey, 'hex')
    const [r, s, modulus] = [randomBytes(32), randomBytes(32), Buffer.concat([Buffer.of(0xc1), randomBytes(255)])]
    const [info, ecc, signature, rsa] = run(
      flags,
      `DEVINFO info; memset(&info, 0, sizeof info); strcpy(info.Label, "label"); strcpy(info.SerialNumber, "serial");
      info.HWVersion.minor = 3; info.AlgSymCap = 1; info.AlgAsymCap = 2; info.AlgHashCap = 3; info.DevAuthAlgId = 4;
      info.TotalSpace = 5; info.FreeSpace = 6; hex(&info, sizeof info);
      ECCPUBLICKEYBLOB ecc; memset(&ecc, 0, sizeof ecc); ecc.BitLen = 256;
      fill(ecc.X + 32, "${hexOf(point.subarray(1, 33))}"); fill(ecc.Y + 32, "${hexOf(point.subarray(33))}"); hex(&ecc, sizeof ecc);
      ECCSIGNATUREBLOB signature; memset(&signature, 0, sizeof signature);
      fill(signature.r + 32, "${hexOf(r)}"); fill(signature.s + 32, "${hexOf(s)}"); hex(&signature, sizeof signature);
      RSAPUBLICKEYBLOB rsa; memset(&rsa, 0, sizeof rsa); rsa.AlgID = 0x10000; rsa.BitLen = 2048;
      fill(rsa.Modulus, "${hexOf(modulus)}"); fill(rsa.PublicExponent, "00010001"); hex(&rsa, sizeof rsa);`,
    )
    expect(octetsOf(info)).toHaveLength(deviceInfoOctets)
    expect(readDeviceInfo(octetsOf(info), layoutOfSize(deviceInfoOctets))).toMatchObject({
      ...{ label: 'label', serialNumber: 'serial', hardware: '0.3' },
      numbers: {
        ...{ symmetric: 1, asymmetric: 2, hash: 3, deviceAuthentication: 4, totalBytes: 5, freeBytes: 6 },
      },
    })
    expect(readEccPublicKey(octetsOf(ecc), width)).toEqual(Uint8Array.from(point))
    expect(readEccSignature(octetsOf(signature))).toEqual(Uint8Array.from([...r, ...s]))
    expect(hexOf(readRsaPublicKey(octetsOf(rsa), width) ?? new Uint8Array())).toContain(hexOf(modulus))
  })

  it('are written as it fills them', () => {
    const [x, y, hash, ciphertext, secret] = [32, 32, 32, 16, 32].map((length) => randomBytes(length)) as [
      ...[Buffer, Buffer, Buffer, Buffer, Buffer],
    ]
    const point = Buffer.concat([randomBytes(32), randomBytes(32)])
    const [cipher, enveloped] = run(
      flags,
      `BYTE room[1024]; memset(room, 0, sizeof room); ENVELOPEDKEYBLOB *key = (ENVELOPEDKEYBLOB *)room;
      key->Version = 1; key->SymmAlgID = 0x401; key->Bits = 256; fill(key->EncryptedPriKey + 32, "${hexOf(secret)}");
      key->PubKey.BitLen = 256; fill(key->PubKey.X + 32, "${hexOf(point.subarray(0, 32))}");
      fill(key->PubKey.Y + 32, "${hexOf(point.subarray(32))}");
      ECCCIPHERBLOB *cipher = &key->Cipher; fill(cipher->X + 32, "${hexOf(x)}"); fill(cipher->Y + 32, "${hexOf(y)}");
      fill(cipher->Hash, "${hexOf(hash)}"); cipher->CipherLen = 16; fill(cipher->Cipher, "${hexOf(ciphertext)}");
      hex(cipher, (size_t)(cipher->Cipher + 16 - (BYTE *)cipher)); hex(room, (size_t)(cipher->Cipher + 16 - room));`,
    )
    const encryptedKey = { x, y, hash, ciphertext }
    expect(hexOf(writeEccCipher(encryptedKey, width))).toBe(cipher)
    const key = { symmetric: 'sm4', encryptedKey, point, encryptedPrivateKey: secret } as const
    expect(hexOf(writeEnvelopedKey(key, 'sm4', width))).toBe(enveloped)
  })
})
