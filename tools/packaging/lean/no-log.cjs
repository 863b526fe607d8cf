/**
 * Bundled in the place of pino, fastify's logger, and of what that needs (60 kB). fastify asks for it only where logging is
 * turned on, and the simulator does not do that.
 */
throw new Error('this build of fastify cannot log')
