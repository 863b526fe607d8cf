import { SealsList } from './list/seals-list.tsx'
import { RegisterPage } from './register/register-page.tsx'
import { useSealRegister } from './register/register-store.ts'
import { RequirementsDrawer } from './requirements/requirements-drawer.tsx'
import { useRequirements } from './requirements/requirements-store.ts'
import './seals.css'

/** 电子印章, and in its place 注册电子印章 while one is being registered. */
export function SealsPage() {
  const isRegistering = useSealRegister((store) => store.step !== undefined)
  const { isOpen, open, close } = useRequirements()
  return (
    <>
      {isRegistering ? <RegisterPage onRequirements={open} /> : <SealsList onRequirements={open} />}
      <RequirementsDrawer isOpen={isOpen} onClose={close} />
    </>
  )
}
