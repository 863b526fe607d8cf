/**
 * Who may sign newer resources: Ed25519 public keys (SubjectPublicKeyInfo, DER, base64), made by scripts/sign-resource.mjs.
 * More than one while a key is being replaced. None yet: nobody has been given the private half, so this version takes
 * no file at all, and says so (decision 0016).
 */
export const resourceKeys: readonly string[] = []
