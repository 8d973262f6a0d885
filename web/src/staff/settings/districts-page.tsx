import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconMap } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import styles from '../branches/branches.module.css'
import { SectionTabs } from '../shell/section-tabs.tsx'

interface Place {
  readonly district: string
  readonly upazila: string | null
}

/** How districts and upazilas are written on clients; reports to the regulator count by them, so one place needs one spelling. */
export function DistrictsPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const [opened, setOpened] = useState<Place | null>(null)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/districts/counts')
  const districts = Map.groupBy(data?.items ?? [], ({ district }) => district)
  const rename = (place: Place) =>
    may('settings.edit') && (
      <td>
        <Button size="compact-sm" variant="default" aria-label={t`Correct ${place.upazila ?? place.district}`} onClick={() => setOpened(place)}>
          <Trans>Correct</Trans>
        </Button>
      </td>
    )
  return (
    <Page title={t`Districts`}>
      <SectionTabs of="/settings" />
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={260} radius="md" />
      ) : data.items.length === 0 ? (
        <Card flush>
          <EmptyState icon={<IconMap size={24} />} title={<Trans>No district is written on a client yet</Trans>}>
            <Trans>Districts and upazilas are typed with the address of a client. They appear here, and two spellings of one can be made one.</Trans>
          </EmptyState>
        </Card>
      ) : (
        <Card flush>
          <TableScroll>
            <table className={`${tables.table} ${styles.words}`}>
              <caption className="lm-hidden">
                <Trans>Districts and upazilas</Trans>
              </caption>
              <thead>
                <tr>
                  <th scope="col" className={tables.wide}>
                    <Trans>District, upazila</Trans>
                  </th>
                  <th scope="col" className={tables.end}>
                    <Trans>Clients</Trans>
                  </th>
                  {may('settings.edit') && (
                    <th scope="col">
                      <span className="lm-hidden">
                        <Trans>Change</Trans>
                      </span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {[...districts].map(([district, rows]) => (
                  <Fragment key={district}>
                    <tr>
                      <th scope="row">{district}</th>
                      <td className={tables.end}>{format.number(rows.reduce((sum, { clients }) => sum + clients, 0))}</td>
                      {rename({ district, upazila: null })}
                    </tr>
                    {rows
                      .filter(({ upazila }) => upazila !== '')
                      .map(({ upazila, clients }) => (
                        <tr key={upazila}>
                          <th scope="row" className={styles.deeper}>
                            {upazila}
                          </th>
                          <td className={tables.end}>{format.number(clients)}</td>
                          {rename({ district, upazila })}
                        </tr>
                      ))}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </Card>
      )}
      {opened !== null && <CorrectPlace place={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function CorrectPlace({ place, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useLingui()
  const counted = useCounted()
  const client = useQueryClient()
  const name = place.upazila ?? place.district
  const form = useForm({ initialValues: { name } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (values) => {
    const { data, error } = await http.POST('/api/v1/districts/renames', { body: { ...place, ...values } })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`Changed on ${counted.clients(data.clients)}.`)
    onClose()
  })
  return (
    <FormDialog title={t`Correct ${name}`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Correct</Trans>}>
      <TextInput label={t`Right spelling`} required data-autofocus maxLength={60} {...form.getInputProps('name')} />
      <Text size="sm" c="dimmed">
        <Trans>It changes on every client who has it; where the spelling is there already, the two become one.</Trans>
      </Text>
    </FormDialog>
  )
}
