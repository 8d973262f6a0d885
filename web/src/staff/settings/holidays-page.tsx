import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconBeach, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'

/** The days on which nobody is cut by itself. */
export function HolidaysPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const queries = useQueryClient()
  const [isAdding, adding] = useDisclosure(false)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/holidays', {})
  const remove = async (day: string) => {
    const { error: refused } = await http.DELETE('/api/v1/holidays/{day}', { params: { path: { day } } })
    if (refused !== undefined) return sayFailed(refused, t`The server cannot be reached.`)
    await queries.invalidateQueries()
  }
  const add = may('settings.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
      <Trans>New holiday</Trans>
    </Button>
  )
  return (
    <Page title={t`Holidays`} actions={add}>
      <SectionTabs of="/settings" />
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={260} radius="md" />
      ) : (
        <Card flush>
          {data.items.length === 0 ? (
            <EmptyState icon={<IconBeach size={24} />} title={<Trans>No holiday yet</Trans>} action={add}>
              <Trans>On holidays nobody is cut by itself. Days of rest of every week stand among the settings, under “Suspension”.</Trans>
            </EmptyState>
          ) : (
            <TableScroll>
              <table className={tables.table}>
                <caption className="lm-hidden">{t`Holidays`}</caption>
                <thead>
                  <tr>
                    <th scope="col">
                      <Trans>Day</Trans>
                    </th>
                    <th scope="col" className={tables.wide}>
                      <Trans>Name</Trans>
                    </th>
                    <th scope="col">
                      <span className="lm-hidden">
                        <Trans>Change</Trans>
                      </span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {data.items.map(({ day, name }) => (
                    <tr key={day}>
                      <td>{format.date(day)}</td>
                      <th scope="row" className={tables.wide}>
                        {name}
                      </th>
                      <td>
                        {may('settings.edit') && (
                          <Button size="compact-sm" variant="subtle" color="red" aria-label={t`Remove ${name}`} onClick={() => void remove(day)}>
                            <Trans>Remove</Trans>
                          </Button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )}
        </Card>
      )}
      {isAdding && <NewHoliday onClose={adding.close} />}
    </Page>
  )
}

function NewHoliday({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { day: null as string | null, name: '' },
    validate: { day: (value) => (value === null ? t`Choose a day` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ day, name }) => {
    const { data, error } = await http.PUT('/api/v1/holidays/{day}', { params: { path: { day: day ?? '' } }, body: { name } })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`Saved.`)
    onClose()
  })
  return (
    <FormDialog title={t`New holiday`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Save</Trans>}>
      <DayField label={t`Day`} required {...form.getInputProps('day')} />
      <TextInput label={t`Name`} required data-autofocus maxLength={100} {...form.getInputProps('name')} />
    </FormDialog>
  )
}
