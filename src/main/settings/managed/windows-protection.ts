/**
 * Who may change a file or a folder, told from its security descriptor in SDDL (Microsoft, "Security Descriptor
 * Definition Language"), which is the same in every language of Windows.
 */
type Kind = 'file' | 'folder'

/** Administrators, the system itself, and the installer of Windows. */
const administrators = new Set(['BA', 'SY', 'S-1-5-32-544', 'S-1-5-18'])
const trustedInstaller = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464'

/** CO stands for whoever creates something; it says nothing of what is there. */
const nobody = 'CO'

const rightNames: Readonly<Record<string, number>> = {
  ...{ GA: 0x10000000, GW: 0x40000000, GR: 0, GX: 0, RC: 0, SD: 0x10000, WD: 0x40000, WO: 0x80000 },
  ...{ FA: 0x1f01ff, FR: 0x120089, FW: 0x120116, FX: 0x1200a0 },
  ...{ CC: 0x1, DC: 0x2, LC: 0x4, SW: 0x8, RP: 0x10, WP: 0x20, DT: 0x40, LO: 0x80, CR: 0x100 },
}

/** To take it away or to take it over; GENERIC_WRITE and GENERIC_ALL. */
const takesOver = 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000

/**
 * What nobody else may do: with a file, write to it (FILE_WRITE_DATA, FILE_APPEND_DATA); with a folder, remove what is in it
 * (FILE_DELETE_CHILD). New files in the folder are nobody's harm: %ProgramData% lets everybody create them.
 */
const dangers: Readonly<Record<Kind, number>> = {
  file: takesOver | 0x2 | 0x4,
  folder: (takesOver & ~0x40000000) | 0x40,
}

/**
 * Owner, group, and a list of plain entries to its very end. One without a list lets everybody in; an entry with a condition
 * has brackets of its own, and is not understood.
 */
const descriptor = /^O:([A-Z]{2}|S-[\d-]+)G:(?:[A-Z]{2}|S-[\d-]+)D:(?:P|AR|AI)*((?:\([^()]*\))+)(?:S:.*)?$/

/** Can nobody but an administrator change this? What is not understood is taken for a no. */
export function isProtectedDescriptor(sddl: string, kind: Kind): boolean {
  const [, owner = '', list = ''] = descriptor.exec(sddl) ?? []
  if (!isAdministrator(owner)) return false
  return [...list.matchAll(/\(([^()]*)\)/g)].every(([, entry = '']) => isHarmless(entry, kind))
}

/** type;flags;rights;object;inherited object;account */
function isHarmless(entry: string, kind: Kind): boolean {
  const [type, flags = '', rights = '', , , account = ''] = entry.split(';')
  if (type === 'D') return true
  // IO: for what is created below, not for this.
  if (type === 'A' && flags.match(/../g)?.includes('IO') === true) return true
  if (isAdministrator(account) || account === nobody) return true
  const mask = maskOf(rights)
  return type === 'A' && mask !== undefined && (mask & dangers[kind]) === 0
}

function isAdministrator(account: string): boolean {
  return administrators.has(account) || account === trustedInstaller
}

function maskOf(rights: string): number | undefined {
  if (/^0x[0-9a-f]{1,8}$/i.test(rights)) return Number(rights)
  const names = rights.match(/../g) ?? []
  const known = names.map((name) => rightNames[name])
  if (rights.length % 2 !== 0 || known.includes(undefined)) return undefined
  return known.reduce<number>((mask, right) => mask | (right ?? 0), 0)
}
