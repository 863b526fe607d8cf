import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import type { Platform } from '../platform.ts'
import { enquirySeeds, shipmentSeeds } from '../seeds/desk.ts'
import type { Call } from './handlers.ts'
import { instant } from './instant.ts'
import { pageOf } from './page.ts'

const hourMs = 60 * 60_000

export function listEnquiries(
  { state }: Platform,
  { account, query }: Call<'listEnquiries'>,
): PlatformAnswer<'listEnquiries'> {
  const at = momentsBefore(state.openedAt)
  const mine = enquirySeeds
    .filter((enquiry) => enquiry.account === account.name)
    .sort((a, b) => a.askedHoursBefore - b.askedHoursBefore)
  return pageOf(mine, query, ({ id, title, question, state: enquiryState, answer, ...hours }) => ({
    ...{ id, title, question, answer },
    state: enquiryState,
    askedAt: at(hours.askedHoursBefore),
    ...(hours.answeredHoursBefore === undefined ? {} : { answeredAt: at(hours.answeredHoursBefore) }),
  }))
}

export function listShipments(
  { state }: Platform,
  { account, query }: Call<'listShipments'>,
): PlatformAnswer<'listShipments'> {
  const at = momentsBefore(state.openedAt)
  const mine = shipmentSeeds
    .filter((shipment) => shipment.account === account.name)
    .sort((a, b) => a.createdHoursBefore - b.createdHoursBefore)
  return pageOf(mine, query, ({ id, content, carrier, trackingNumber, state: shipmentState, ...hours }) => ({
    ...{ id, content, carrier, trackingNumber },
    state: shipmentState,
    createdAt: at(hours.createdHoursBefore),
    ...(hours.shippedHoursBefore === undefined ? {} : { shippedAt: at(hours.shippedHoursBefore) }),
    ...(hours.deliveredHoursBefore === undefined ? {} : { deliveredAt: at(hours.deliveredHoursBefore) }),
  }))
}

const momentsBefore = (openedAt: number) => (hours: number) => instant(openedAt - hours * hourMs)
