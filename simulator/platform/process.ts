/** Entry of the process that runs the platform simulator: an Electron utility process, or a forked Node child in tests. */
import 'reflect-metadata'
import { createCommandAnswerer } from './commands.ts'
import { connectParent } from './parent-port.ts'

const parent = connectParent()
const answer = createCommandAnswerer(parent.post)
parent.onCommand((command) => void answer(command).then(parent.post))
