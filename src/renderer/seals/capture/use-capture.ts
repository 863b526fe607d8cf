import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { CaptureState, CaptureStore } from './capture-store.ts'

/** The capture that a part belongs to. */
export const CaptureContext = createContext<CaptureStore | undefined>(undefined)

export function useCapture<Part>(select: (state: CaptureState) => Part): Part {
  const store = useContext(CaptureContext)
  if (store === undefined) throw new Error('a part of the capture stands outside of it')
  return useStore(store, select)
}
