/**
 * What is recognised by how it is written around: keys in PEM, tokens, addresses, folders of a user, names in a subject.
 * Each pattern begins where nothing of its kind stands before it: a long line is read once, not once from every character.
 */
type Rule = readonly [pattern: RegExp, replacement: string]

const rules: readonly Rule[] = [
  // To its end, or to the end of the text where it was cut off.
  [/-----BEGIN [^-]*-----.*?(?:-----END [^-]*-----|$)/gs, '[pem]'],
  // RFC 7519: a header is a JSON object, and {" begins like this in base64url.
  [/\beyJ[\w-]*\.[\w.-]*/g, '[jwt]'],
  [/(authorization["']?\s*[:=]\s*["']?[\w-]+\s+)[^\s"']+/gi, '$1[token]'],
  [/(bearer\s+)\S+/gi, '$1[token]'],
  [
    /((?:pin|password|passwd|pwd|passphrase|secret|access_?token|refresh_?token|session_?id|cookie|密码|口令|验证码)["']?\s*[:=：]\s*)(?:"[^"]*"?|'[^']*'?|[^\s,;}&"']+)/gi,
    '$1[secret]',
  ],
  // As far as the last @: what a person types before it may hold any character.
  [/\/\/\S*@/g, '//[account]@'],
  [/(?<![^\s@"'[\]])[^\s:/@"'[\]]+:[^\s@"'[\]]+@(?=[\w-])/g, '[account]@'],
  [/([?&][\w.~%[\]-]+=)[^&#\s"'<>]+/g, '$1[value]'],
  [/(?<![\w.%+-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g, '[email]'],
  [
    /\b[a-z]:(?:\\{1,2}|\/)(?:users|documents and settings)(?:\\{1,2}|\/)(?:[^\\/:*?"<>|]+(?=[\\/])|[^\\/:*?"<>|\s]+)/gi,
    '~',
  ],
  [/(?<![\w.~-])\/(?:home|Users)\/[^/\s:"']+/g, '~'],
  // RFC 4514. Countries and provinces stay.
  [/\b((?:CN|OU|O|SN|GN|G|UID|serialNumber|emailAddress)\s*=\s*)(?:"[^"]*"?|(?:\\.|[^,;+|\\"\n])+)/g, '$1[name]'],
]

export function hideBlocks(text: string): string {
  return rules.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text)
}
