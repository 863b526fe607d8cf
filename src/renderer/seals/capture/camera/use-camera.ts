import { createContext, useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import { listen } from '../../../desktop.ts'
import type { CameraState, CameraStore } from './camera-store.ts'

/** The camera that a part of the capture belongs to. */
export const CameraContext = createContext<CameraStore | undefined>(undefined)

export function useCamera<Part>(select: (state: CameraState) => Part): Part {
  const store = useContext(CameraContext)
  if (store === undefined) throw new Error('a part of the camera stands outside of it')
  return useStore(store, select)
}

/** The camera is off as soon as nobody sees its picture: the dialog is gone, or its window is hidden. */
export function useCameraEnds(store: CameraStore): void {
  useEffect(() => {
    const stop = () => store.getState().stop('hidden')
    const lookWhetherHidden = () => {
      if (document.visibilityState === 'hidden') stop()
    }
    document.addEventListener('visibilitychange', lookWhetherHidden)
    const forget = listen('camera:withdrawn', stop)
    return () => {
      document.removeEventListener('visibilitychange', lookWhetherHidden)
      forget()
      store.getState().close()
    }
  }, [store])
}
