import type { RouteOptions } from 'fastify'
import { currentRevocationList } from '../authority/revocation-list.ts'
import { expireOrders } from '../operations/order-life.ts'
import type { RouteDependencies } from './operation-route.ts'

/**
 * `/crl/{family}.crl`, and `/crl/{family}-root.crl` for the list of its root: beside the API, without a login, as lists of
 * this kind are (RFC 5280, RFC 2585).
 */
export function crlRoute({ platform, queue, save }: RouteDependencies): RouteOptions {
  return {
    method: 'GET',
    url: '/crl/:name',
    handler: async (request, reply) => {
      const { name } = request.params as { readonly name: string }
      const family = platform.authorities.families.find((known) => [`${known}.crl`, `${known}-root.crl`].includes(name))
      if (family === undefined) {
        reply.callNotFound()
        return reply
      }
      const list = await queue(async () => {
        // What nobody has fetched in time is revoked by now, though no operation has noticed.
        expireOrders(platform.state, platform.clock.now())
        const der = await currentRevocationList(platform, family, name.endsWith('-root.crl') ? 'root' : 'issuing')
        save()
        return der
      })
      return reply.type('application/pkix-crl').send(Buffer.from(list))
    },
  }
}
