import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'

/** A part of the page that is read from the disk when it is first shown. */
export function later<Props extends object>(read: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await read() }))
  return function Later(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    )
  }
}

interface OnceProps {
  readonly when: boolean
  readonly children: ReactNode
}

/** Its children from the first time on that they are wanted: a dialog that was open is still there to close. */
export function Once({ when, children }: OnceProps) {
  const [was, setWas] = useState(when)
  if (when && !was) setWas(true)
  return was ? children : null
}
