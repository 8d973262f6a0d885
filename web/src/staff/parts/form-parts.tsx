import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import { ColourField } from '../../ui/colour-field.tsx'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { FormFailure, MoneyField, PercentField, sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog, FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { Part, Sample } from './part.tsx'
import styles from './parts.module.css'
import { problem } from './samples.ts'

const DayField = lazy(async () => ({ default: (await import('../../ui/day-field.tsx')).DayField }))
const MonthField = lazy(async () => ({ default: (await import('../../ui/day-field.tsx')).MonthField }))

export function FieldsPart() {
  const { t } = useLingui()
  const form = useForm({
    initialValues: { amount: 105_050 as number | null, share: 750 as number | null, day: '2026-01-31', month: '2026-02-01', colour: '#0f766e' },
  })
  return (
    <Part
      id="fields"
      title={t`Fields`}
      file="ui/form.tsx, ui/day-field.tsx, ui/colour-field.tsx"
      about={t`Typed as people write it, Bangla digits too; the form holds minor units, basis points and days. What is not understood is never sent.`}
    >
      <Sample title={t`Filled`}>
        <Stack gap="sm">
          <MoneyField label={t`Amount`} {...form.getInputProps('amount')} />
          <PercentField label={t`Share`} {...form.getInputProps('share')} />
          <Suspense>
            <DayField label={t`Day`} {...form.getInputProps('day')} />
            <MonthField label={t`Month`} {...form.getInputProps('month')} />
          </Suspense>
          <ColourField label={t`Colour`} {...form.getInputProps('colour')} />
        </Stack>
      </Sample>
      <Sample title={t`Empty, needed, explained`}>
        <Stack gap="sm">
          <MoneyField label={t`Amount`} required description={t`What the client hands over now.`} />
          <PercentField label={t`Share`} placeholder="5" />
          <Suspense>
            <DayField label={t`Day`} placeholder={t`today`} clearable />
          </Suspense>
        </Stack>
      </Sample>
      <Sample title={t`Refused, and not to be changed now`}>
        <Stack gap="sm">
          <MoneyField label={t`Amount`} value={99_999_999} error={t`More than one payment may be.`} />
          <TextInput label={t`Code`} value="HOME-20" disabled description={t`Printed on papers already; it stays.`} readOnly />
          <FormFailure text={t`The month is closed. Choose a day in an open month.`} />
        </Stack>
      </Sample>
    </Part>
  )
}

export function DialogPart() {
  const { t } = useLingui()
  const [opened, setOpened] = useState<'form' | 'question' | null>(null)
  const close = () => setOpened(null)
  const form = useForm({ initialValues: { name: '', amount: null as number | null } })
  const { submit, isSending, failure } = useSubmit(form)
  // A server that refuses one field first and agrees the second time.
  const send = submit(async ({ name }) => {
    await new Promise((done) => setTimeout(done, 700))
    if (name.trim() === '') throw { ...problem(t`Not accepted`, t`Something is missing.`, 422), errors: [{ field: 'name', message: t`This is needed` }] }
    sayDone(t`Kept: ${name}`)
    close()
  })
  return (
    <Part
      id="dialogs"
      title={t`Forms over the page`}
      file="ui/form-dialog.tsx, ui/form.tsx (useSubmit), ui/effect.tsx"
      about={t`While it is sent the button turns; what is refused stands beside its field and what was typed stays. The effect is told before anything is done.`}
    >
      <Sample title={t`Dialogs: send the form empty to see a refusal`}>
        <div className={styles.row}>
          <Button onClick={() => setOpened('form')}>
            <Trans>Open the form</Trans>
          </Button>
          <Button variant="default" onClick={() => setOpened('question')}>
            <Trans>Ask before a step</Trans>
          </Button>
        </div>
      </Sample>
      <Sample title={t`The effect, and new figures on their way`}>
        <Effect>
          <EffectRow label={t`Owes now`}>
            <Money minor={160_000} symbol tone="owed" />
          </EffectRow>
          <EffectRow label={t`Owes afterwards`} isSum>
            <Money minor={60_000} symbol tone="owed" />
          </EffectRow>
        </Effect>
        <Effect isStale>
          <EffectRow label={t`Owes afterwards`} isSum>
            <Money minor={60_000} symbol tone="owed" />
          </EffectRow>
        </Effect>
      </Sample>
      <Sample title={t`Word in the corner`}>
        <div className={styles.row}>
          <Button variant="default" onClick={() => sayDone(t`The payment is taken.`)}>
            <Trans>Done</Trans>
          </Button>
          <Button variant="default" onClick={() => sayFailed(problem(t`Not accepted`, t`The drawer may hold no more.`), '')}>
            <Trans>Refused</Trans>
          </Button>
        </div>
      </Sample>
      {opened === 'form' && (
        <FormDialog title={t`A form`} onClose={close} onSubmit={send} isSending={isSending} failure={failure} submitLabel={t`Keep`}>
          <TextInput label={t`Name`} data-autofocus required {...form.getInputProps('name')} />
          <MoneyField label={t`Amount`} {...form.getInputProps('amount')} />
        </FormDialog>
      )}
      {opened === 'question' && (
        <ConfirmDialog
          title={t`Take this step?`}
          onClose={close}
          onSubmit={(event) => {
            event?.preventDefault()
            close()
          }}
          isSending={false}
          failure={null}
          submitLabel={t`Do it`}
          isDanger
        >
          <Trans>The text says what many will notice. Nothing happens here.</Trans>
        </ConfirmDialog>
      )}
    </Part>
  )
}

export function ActionsPart() {
  const { t } = useLingui()
  const no = { ok: false, reason: t`The invoice is paid; take the payment back first.` } as const
  const yes = { ok: true } as const
  const press = () => sayDone(t`Pressed`)
  return (
    <Part
      id="actions"
      title={t`Actions and their rules`}
      file="ui/allowed-button.tsx, ui/allowed-item.tsx"
      about={t`The server says in "allowed" what may be done and why not. What may not be done stays in its place and gives the reason.`}
    >
      <Sample title={t`Buttons`}>
        <div className={styles.row}>
          <AllowedButton allowed={yes} onClick={press}>
            <Trans>May be done</Trans>
          </AllowedButton>
          <AllowedButton allowed={no} onClick={press} variant="default">
            <Trans>May not be done now</Trans>
          </AllowedButton>
          <Button loading>
            <Trans>Is being sent</Trans>
          </Button>
        </div>
      </Sample>
      <Sample title={t`In a menu`}>
        <div className={styles.row}>
          <Menu width={260} position="bottom-start">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={15} />}>
                <Trans>Menu</Trans>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <AllowedItem allowed={yes} onClick={press}>
                <Trans>May be done</Trans>
              </AllowedItem>
              <AllowedItem allowed={no} onClick={press}>
                <Trans>May not be done now</Trans>
              </AllowedItem>
              <AllowedItem allowed={yes} isDanger onClick={press}>
                <Trans>Think twice</Trans>
              </AllowedItem>
            </Menu.Dropdown>
          </Menu>
        </div>
      </Sample>
    </Part>
  )
}
