/** Bundled in the place of what fastify asks for to try a route without a network (60 kB): nobody does that in the program. */
// eslint-disable-next-line no-undef -- CommonJS, as fastify requires it
module.exports = () => {
  throw new Error('this build of fastify cannot inject requests')
}
