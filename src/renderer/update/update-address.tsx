import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { UpdateReport } from '../../shared/ipc/models-update.ts'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { LockedHint } from '../settings/locked-hint.tsx'
import { addressProblem, type AddressProblem } from '../settings/platform-address.ts'
import { useLocked } from '../settings/use-locked.ts'
import { useUpdate } from './update-store.ts'

/** Where updates come from; empty, nothing is asked of anybody. */
export function UpdateAddress({ report: { address = '' } }: { readonly report: UpdateReport }) {
  const { t } = useTranslation('update')
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const isFixed = useLocked('updateAddress') || isDemo
  const isRefused = useUpdate((state) => state.addressFailure !== undefined)
  const { typed, type, problem, submit } = useAddress(address)
  return (
    <form className="update-address" onSubmit={submit} noValidate>
      <label className="label" htmlFor="update-address">
        {t('address')}
      </label>
      <div className="address-row">
        <input
          id="update-address"
          className="text-input"
          value={typed}
          disabled={isFixed}
          maxLength={300}
          inputMode="url"
          spellCheck={false}
          aria-invalid={problem !== undefined || isRefused}
          aria-describedby="update-address-locked update-address-problem update-address-hint"
          onChange={({ target }) => type(target.value)}
        />
        <Button htmlType="submit" disabled={isFixed}>
          {t('saveAddress')}
        </Button>
      </div>
      <AddressResult problem={problem} isEmpty={address === ''} />
      <p id="update-address-hint" className="soft hint">
        {t('addressHint')}
      </p>
      <LockedHint of="updateAddress" id="update-address-locked" />
    </form>
  )
}

/** What is typed, and what is wrong with it before it is sent. */
function useAddress(address: string) {
  const [typed, setTyped] = useState(address)
  const [problem, setProblem] = useState<AddressProblem>()
  const save = useUpdate((state) => state.saveAddress)
  return {
    ...{ typed, problem },
    type: (text: string) => {
      setTyped(text)
      setProblem(undefined)
    },
    submit: (event: SyntheticEvent) => {
      event.preventDefault()
      const found = addressProblem(typed, undefined)
      setProblem(found)
      if (found === undefined) void save(typed.trim())
    },
  }
}

interface ResultProps {
  readonly problem: AddressProblem | undefined
  readonly isEmpty: boolean
}

function AddressResult({ problem, isEmpty }: ResultProps) {
  const { t } = useTranslation('update')
  const failure = useUpdate((state) => state.addressFailure)
  const isSaved = useUpdate((state) => state.isAddressSaved)
  return (
    <>
      <InlineFailure
        id="update-address-problem"
        failure={problem === undefined ? failure : undefined}
        message={problem === undefined ? undefined : t(`addressProblem.${problem}`)}
      />
      <p className="saved" aria-live="polite">
        {isSaved && problem === undefined && t(isEmpty ? 'addressRemoved' : 'addressSaved')}
      </p>
    </>
  )
}
