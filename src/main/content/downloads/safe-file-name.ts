/** What Windows takes for a device, whatever follows the first dot. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
const longestStem = 100
const longestExtension = 16

/**
 * The platform's name for a file as one that every system takes, and that reads as it is: without direction marks, by
 * which `fdp.exe` could look like `exe.pdf`. The extension stays the last one.
 *
 * @param fallback where nothing is left of the name
 */
export function safeFileName(name: string, fallback: string): string {
  const plain = name
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}]/gu, '_')
    .replace(/\s+/gu, ' ')
    // Windows drops them at the end, and a name must not be hidden.
    .replace(/^[. ]+|[. ]+$/g, '')
  const named = /[^_ .]/u.test(plain) ? plain : fallback
  return shortened(device.test(named) ? `_${named}` : named)
}

/** By code points: half of a surrogate pair is no character. */
function shortened(name: string): string {
  const { stem, extension } = divided(name)
  const short = Array.from(stem).slice(0, longestStem).join('').trimEnd()
  return `${short}${extension}`
}

/** `a.tar.gz` as `a.tar` and `.gz`; what is too long for an extension is none. */
export function divided(name: string): { readonly stem: string; readonly extension: string } {
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= longestExtension ? name.slice(dot) : ''
  return { stem: name.slice(0, name.length - extension.length), extension }
}
