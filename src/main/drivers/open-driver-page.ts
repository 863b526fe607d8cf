import type { Driver } from './driver-table.ts'

interface PageParts {
  readonly drivers: readonly Driver[]
  readonly openPage: (address: string) => Promise<void>
}

/** SECURITY(15): the page of this program names a row of the table; the address is the table's, which holds only https. */
export async function openDriverPage(
  driverId: string,
  { drivers, openPage }: PageParts,
): Promise<{ isOpened: boolean }> {
  const page = drivers.find(({ id }) => id === driverId)?.page
  if (page === undefined) return { isOpened: false }
  try {
    await openPage(page)
    return { isOpened: true }
  } catch {
    // No browser, or a policy against it: the user is told that nothing was opened.
    return { isOpened: false }
  }
}
