import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Switch, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Package } from './packages-page.tsx'
import { firstOfNextMonth } from './price-change-fields.tsx'
import { termsOf, useVersionRules, versionField, VersionFields, versionValues } from './version-fields.tsx'

/** Another price, speed or tax from a day on. What was sold before keeps its terms unless it is moved here. */
export function NewVersion({ shown, lines, onClose }: { shown: Package; lines: number | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      ...versionValues(shown.current ?? shown.upcoming, firstOfNextMonth(format.today())),
      moves: false,
      applies_to_existing_from: null as string | null,
    },
    validate: useVersionRules(),
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: versionField })
  const { moves, starts_on } = form.getValues()

  const send = submit(async ({ moves: isMoving, applies_to_existing_from: from, ...version }) => {
    const terms = termsOf(version, format.today())
    const { data, error } = await http.POST('/api/v1/packages/{id}/versions', {
      params: { path: { id: shown.id } },
      body: { ...terms, ...(isMoving ? { applies_to_existing_from: from ?? terms.starts_on } : {}) },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    const said = t`The new version holds from ${format.date(data.starts_on)}.`
    const moved = data.moved_lines > 0 ? ` ${t`Lines that move to it: ${format.number(data.moved_lines)}.`}` : ''
    sayDone(said + moved + (data.warnings.length > 0 ? ` ${t`Its price is above the tariff ceiling of its speed.`}` : ''))
    onClose()
  })

  return (
    <FormDialog
      title={t`New version of ${shown.name}`}
      size="lg"
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Publish the version</Trans>}
    >
      <Text size="sm" c="dimmed">
        <Trans>
          Filled with what holds now; change what is to be different. Versions never change afterwards: a second one for the same day corrects the first.
        </Trans>
      </Text>
      <VersionFields form={form} />
      <Switch
        label={t`Move the lines already sold to it`}
        description={t`Without this they keep their present price, and only new sales get the new one.`}
        {...form.getInputProps('moves', { type: 'checkbox' })}
      />
      {moves && (
        <>
          <DayField
            label={t`The lines move on`}
            placeholder={starts_on === null ? '' : format.date(starts_on)}
            clearable
            {...form.getInputProps('applies_to_existing_from')}
          />
          {lines !== undefined && lines > 0 && (
            <Alert color="yellow" py="xs">
              <Plural
                value={lines}
                one={`${format.number(lines)} line has this package and gets the new price on that day, unless it has a price of its own.`}
                other={`${format.number(lines)} lines have this package and get the new price on that day, unless they have a price of their own.`}
              />
            </Alert>
          )}
        </>
      )}
    </FormDialog>
  )
}
