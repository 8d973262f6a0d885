import { Trans, useLingui } from '@lingui/react/macro'
import { PasswordInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { http, isProblem } from '../../api/client.ts'
import { useMe } from '../../lib/session.ts'
import { useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/**
 * For what the server answers only to somebody who has just shown the password: runs the work, asks for the password where it was too
 * long ago, and runs the work again. `dialog` is put on the page; whoever closes it has asked for nothing.
 */
export function useFreshPassword(): { run: <T>(work: () => Promise<T>) => Promise<T>; dialog: ReactNode } {
  const [isAsking, setAsking] = useState(false)
  const answer = useRef<((isGiven: boolean) => void) | null>(null)
  const ask = () =>
    new Promise<boolean>((done) => {
      answer.current = done
      setAsking(true)
    })
  const close = (isGiven: boolean) => {
    setAsking(false)
    answer.current?.(isGiven)
    answer.current = null
  }
  const run = async <T,>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!isProblem(error) || error.code !== 'reauthentication_required' || !(await ask())) throw error
      return await work()
    }
  }
  return { run, dialog: isAsking ? <AskPassword onDone={close} /> : null }
}

function AskPassword({ onDone }: { onDone: (isGiven: boolean) => void }) {
  const { t } = useLingui()
  const { user } = useMe()
  const form = useForm({ initialValues: { password: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ password }) => {
    const { error } = await http.POST('/api/v1/auth/session/reauthentication', { body: { password } })
    if (error !== undefined) throw error
    onDone(true)
  })
  return (
    <FormDialog
      title={t`Your password again`}
      onClose={() => onDone(false)}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Go on</Trans>}
    >
      <Text size="sm">
        <Trans>This needs your password once more, so that a screen left open gives nothing away.</Trans>
      </Text>
      <input type="text" name="username" autoComplete="username" value={user.username} readOnly hidden />
      <PasswordInput label={t`Password of ${user.username}`} autoComplete="current-password" data-autofocus required {...form.getInputProps('password')} />
    </FormDialog>
  )
}
