/**
 * What the old key signs to prove that its holder asks for the new certificate. A fixed text, so that any token can sign
 * it; order id and nonce stop replay, the hash binds it to one request.
 *
 * @param csrSha256 SHA-256 of the PKCS#10 (DER), base64url without padding
 */
export function proofText(orderId: string, nonce: string, csrSha256: string): string {
  return `cert-renewal-pop/1\n${orderId}\n${nonce}\n${csrSha256}\n`
}
