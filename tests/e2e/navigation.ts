import type { Locator, Page } from '@playwright/test'

/** A page's entry in the navigation, in either language; what is unread is said behind its name. */
export function entryOf(page: Page, name: string): Locator {
  return page
    .getByRole('navigation')
    .first()
    .getByRole('button', { name: new RegExp(`^${name}(\\s|$)`) })
}
