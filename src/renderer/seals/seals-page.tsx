import { useState } from 'react'
import { SealsList } from './list/seals-list.tsx'
import { RegisterPage } from './register/register-page.tsx'
import { useSealRegister } from './register/register-store.ts'
import { RequirementsDrawer } from './requirements/requirements-drawer.tsx'
import './seals.css'

/** 电子印章, and in its place 注册电子印章 while one is being registered. */
export function SealsPage() {
  const isRegistering = useSealRegister((store) => store.step !== undefined)
  const [isReading, setReading] = useState(false)
  const onRequirements = () => setReading(true)
  return (
    <>
      {isRegistering ? <RegisterPage onRequirements={onRequirements} /> : <SealsList onRequirements={onRequirements} />}
      <RequirementsDrawer isOpen={isReading} onClose={() => setReading(false)} />
    </>
  )
}
