/**
 * Bundled in the place of fastify's two compilers of JSON schemas (250 kB). The simulator's routes have no schema: they are
 * held to the contract by zod. fastify asks for a compiler when it starts and uses it only for a route with a schema.
 */
function refuse() {
  throw new Error('this build of fastify has no compiler for the schema of a route')
}

// eslint-disable-next-line no-undef -- CommonJS, as fastify requires it
module.exports = () => () => refuse
