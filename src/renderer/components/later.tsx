import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'

type Read<Props> = () => Promise<ComponentType<Props>>

/** A part that is read from the disk when it is first shown; meanwhile nothing is in its place. */
export function later<Props extends object>(read: Read<Props>): ComponentType<Props> {
  const Part = laterInPlace(read)
  return function Later(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    )
  }
}

/** The same for a part that takes the place of another: shown in a transition, the other one stays until it is there. */
export function laterInPlace<Props extends object>(read: Read<Props>): ComponentType<Props> {
  return lazy(async () => {
    const [Part, { WithAntd }] = await Promise.all([read(), import('./with-antd.tsx')])
    const Dressed = (props: Props) => (
      <WithAntd>
        <Part {...props} />
      </WithAntd>
    )
    return { default: Dressed }
  })
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
