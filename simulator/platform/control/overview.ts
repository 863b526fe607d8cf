import type { OperationId } from '../../../src/shared/platform/endpoints.ts'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import type { PlatformSimulator } from '../platform-simulator.ts'
import { certificateFaultLabels, wireFaultLabels } from './fault-labels.ts'

/** All that the page shows; times are milliseconds since 1970. */
export function overviewOf({ inbox, orders, faults, clock, books }: PlatformSimulator) {
  return {
    now: clock.now(),
    offsetMs: clock.offset(),
    messages: inbox.list(),
    orders: orders(),
    faults: faults.armed(),
    books: books(),
  }
}

/** What the page offers to choose from. */
export const catalogue = {
  operations: Object.entries(endpoints).map(([operation, { summary }]) => ({
    operation: operation as OperationId,
    label: summary,
  })),
  wireFaults: wireFaultLabels,
  certificateFaults: certificateFaultLabels,
}
