import { Trans, useLingui } from '@lingui/react/macro'
import { NativeSelect, Skeleton } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useClientCounts } from '../../api/use-client-counts.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { ClientCount } from '../../ui/client-count.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Connections, CONNECTIONS, useConnectionsText } from '../branches/connections.tsx'
import type { ConnectionsState } from '../branches/connections.tsx'
import styles from '../branches/branches.module.css'
import { SectionTabs } from '../shell/section-tabs.tsx'
import own from './signups.module.css'

type Area = RowOf<'/api/v1/areas'>

/** Where somebody new can be connected, and where people ask for it: those areas first in which most wait. */
export function PlacesPage() {
  const { t } = useLingui()
  const format = useFormat()
  const may = useMay()
  const [state, setState] = useUrlState()
  const connectionsText = useConnectionsText()
  const source = useWholeList('/api/v1/areas')
  const countOf = useClientCounts('area')
  const asked = api.useQuery('get', '/api/v1/signup-requests/waiting', {}).data?.items
  const waitingIn = new Map(asked?.map(({ area_id, waiting }) => [area_id, waiting]))
  const nowhere = waitingIn.get(null) ?? 0
  const wanted = (state['q'] ?? '').toLocaleLowerCase()
  const rows = source.rows
    .filter(({ is_active }) => is_active)
    .map((area) => ({ area, above: namesAbove(source.rows, area), waiting: waitingIn.get(area.id) ?? 0 }))
    .filter(
      ({ area, above }) =>
        (state['connections'] === undefined || area.connections === state['connections']) &&
        [...above, area.name].join(' ').toLocaleLowerCase().includes(wanted),
    )
    .toSorted((a, b) => b.waiting - a.waiting || a.area.name.localeCompare(b.area.name))
  return (
    <Page title={t`Where we connect`}>
      <SectionTabs of="/clients" />
      {source.error !== null && source.rows.length === 0 ? (
        <ErrorState error={source.error} retry={source.retry} />
      ) : source.isPending ? (
        <Skeleton h={320} radius="md" />
      ) : source.rows.length === 0 ? (
        <EmptyState
          icon={<IconMapPin size={24} />}
          title={<Trans>No area yet</Trans>}
          action={
            may('settings.view') && (
              <Link className="lm-link" to="/settings/areas">
                <Trans>To the areas</Trans>
              </Link>
            )
          }
        >
          <Trans>Once there are areas, this says in which of them somebody new can be connected, and how many ask.</Trans>
        </EmptyState>
      ) : (
        <>
          <FilterBar
            state={state}
            onChange={setState}
            search={{ key: 'q', placeholder: t`Area` }}
            filters={[{ key: 'connections', label: t`New connections`, options: CONNECTIONS.map((value) => ({ value, label: connectionsText(value) })) }]}
          />
          <Card flush>
            <TableScroll>
              <table className={`${tables.table} ${styles.words}`}>
                <caption className="lm-hidden">
                  <Trans>Where we connect</Trans>
                </caption>
                <thead>
                  <tr>
                    <th scope="col" className={tables.wide}>
                      <Trans>Area</Trans>
                    </th>
                    <th scope="col">
                      <Trans>New connections</Trans>
                    </th>
                    <th scope="col" className={tables.end}>
                      <Trans>Wait for one</Trans>
                    </th>
                    <th scope="col" className={`${tables.end} ${styles.spare}`}>
                      <Trans>Clients</Trans>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ area, above, waiting }) => (
                    <tr key={area.id}>
                      <th scope="row" className={styles.node}>
                        <span className={styles.branch}>
                          <span className={styles.colour} style={{ background: area.colour }} />
                          {area.name}
                        </span>
                        {above.length > 0 && <span className={styles.above}> {above.join(' › ')}</span>}
                      </th>
                      <td>{may('branch.edit') ? <ChooseConnections area={area} /> : <Connections of={area.connections} />}</td>
                      <td className={tables.end}>
                        {waiting === 0 ? (
                          <span className={own.none}>{format.number(0)}</span>
                        ) : (
                          <Link className="lm-link" to="/signups" search={{ area_id: String(area.id) } as never}>
                            {format.number(waiting)}
                          </Link>
                        )}
                      </td>
                      <td className={`${tables.end} ${styles.spare}`}>
                        <ClientCount count={countOf?.(area.id).clients} filter={{ area_id: String(area.id) }} />
                      </td>
                    </tr>
                  ))}
                  {rows.length === 0 && (
                    <tr>
                      <td colSpan={4}>
                        <Trans>No area fits. Change the search or the filters.</Trans>
                      </td>
                    </tr>
                  )}
                </tbody>
                {nowhere > 0 && (
                  <tfoot>
                    <tr>
                      <td colSpan={2}>
                        <Trans>Named no area</Trans>
                      </td>
                      <td className={tables.end}>{format.number(nowhere)}</td>
                      <td className={styles.spare} />
                    </tr>
                  </tfoot>
                )}
              </table>
            </TableScroll>
          </Card>
        </>
      )}
    </Page>
  )
}

/** What an area lies in, from the top. */
function namesAbove(areas: readonly Area[], { parent_id }: Area): string[] {
  const parent = areas.find(({ id }) => id === parent_id)
  return parent === undefined ? [] : [...namesAbove(areas, parent), parent.name]
}

function ChooseConnections({ area }: { area: Area }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const connectionsText = useConnectionsText()
  const [chosen, setChosen] = useState<ConnectionsState | null>(null)
  const choose = async (connections: ConnectionsState) => {
    setChosen(connections)
    const { error } = await http
      .PATCH('/api/v1/areas/{id}', { params: { path: { id: area.id } }, body: { connections } })
      .catch((lost: unknown) => ({ error: lost }))
    if (error === undefined) sayDone(t`${area.name}: ${connectionsText(connections)}`)
    else sayFailed(error, t`The server cannot be reached.`)
    await queries.invalidateQueries({ queryKey: ['list'] })
    setChosen(null)
  }
  return (
    <NativeSelect
      size="xs"
      w={130}
      classNames={{ input: own.choice ?? '' }}
      aria-label={t`New connections in ${area.name}`}
      value={chosen ?? area.connections}
      disabled={chosen !== null}
      data={CONNECTIONS.map((value) => ({ value, label: connectionsText(value) }))}
      onChange={({ currentTarget }) => void choose(currentTarget.value as ConnectionsState)}
    />
  )
}
