import { contentMutations } from './content-mutations.ts'
import { folderMutations } from './folder-mutations.ts'
import type { Mutation } from './mutation.ts'

export const allMutations: readonly Mutation[] = [...contentMutations, ...folderMutations]
