/**
 * Who may sign a feed of updates: Ed25519 public keys (SubjectPublicKeyInfo, DER, base64), made by
 * scripts/sign-resource.mjs. More than one while a key is being replaced. None yet: nobody has been given the private half,
 * so this version refuses every feed, and says so (decision 0037).
 */
export const feedKeys: readonly string[] = []
