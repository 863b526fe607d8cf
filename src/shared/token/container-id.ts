/**
 * The id of a pair that lies in an SKF container (GM/T 0016): the container's name, and which of its two pairs is meant.
 * Unlike a CKA_ID it is not stored anywhere: name and role are read out of it.
 */
export interface ContainerPair {
  /** The name as the token tells it, without its end mark: 1 to 64 octets of ASCII by the standard, other texts in the field. */
  readonly container: Uint8Array
  readonly role: 'signing' | 'encryption'
}

const roles: Readonly<Record<ContainerPair['role'], string>> = { signing: '01', encryption: '02' }

/** Hex of the name, and one octet for the role. */
export function toContainerId({ container, role }: ContainerPair): string {
  return Array.from(container, (octet) => octet.toString(16).padStart(2, '0')).join('') + roles[role]
}

/** Undefined for what is no such id. */
export function readContainerId(id: string): ContainerPair | undefined {
  const role = id.endsWith(roles.signing) ? 'signing' : id.endsWith(roles.encryption) ? 'encryption' : undefined
  if (role === undefined || !/^(?:[0-9a-f]{2}){2,}$/.test(id)) return undefined
  const octets = id.slice(0, -2).match(/../g) ?? []
  return { container: Uint8Array.from(octets, (hex) => Number.parseInt(hex, 16)), role }
}
