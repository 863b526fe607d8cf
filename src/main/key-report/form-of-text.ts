/**
 * The form of a text that may name a person, a company or a key: how long it is and of what kinds of characters, never which.
 * `{3F2A-9c}` becomes `{#A#A-#a}`; a letter of another script is `某`. For whoever has to tell what a vendor's names look like.
 *
 * @param endsInClear so many of its last characters are told, where it is longer than twice as many
 */
export function formOfText(text: string, endsInClear = 0): string {
  const characters = Array.from(text)
  const hidden = characters.length > 2 * endsInClear ? characters.length - endsInClear : characters.length
  return characters.map((character, index) => (index < hidden ? kindOf(character) : character)).join('')
}

function kindOf(character: string): string {
  if (/\p{Nd}/u.test(character)) return '#'
  if (/[a-z]/.test(character)) return 'a'
  if (/[A-Z]/.test(character)) return 'A'
  return /[\p{L}\p{M}\p{N}]/u.test(character) ? '某' : character
}
