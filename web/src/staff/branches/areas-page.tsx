import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconMapPin, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useClientCounts } from '../../api/use-client-counts.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { ClientCount } from '../../ui/client-count.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { ActiveState } from './active-state.tsx'
import { AreaForm } from './area-form.tsx'
import styles from './branches.module.css'
import { Connections } from './connections.tsx'
import { treeOf } from './tree.ts'

export type Area = RowOf<'/api/v1/areas'>

/** Where clients live, as a tree: district, neighbourhood, road. */
export function AreasPage() {
  const { t } = useLingui()
  const may = useMay()
  const [opened, setOpened] = useState<{ area: Area | null; parentId: number | null } | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const source = useWholeList('/api/v1/areas')
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }, { staleTime: 60_000 }).data?.items ?? []
  const countOf = useClientCounts('area')
  const toggle = (id: number) => setFolded(folded.has(id) ? new Set([...folded].filter((each) => each !== id)) : new Set([...folded, id]))
  const branchName = (id: number | null) => (id === null ? t`every branch` : (branches.find((branch) => branch.id === id)?.name ?? ''))
  const isTree = source.rows.some(({ parent_id }) => parent_id !== null)
  const add = may('branch.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened({ area: null, parentId: null })}>
      <Trans>New area</Trans>
    </Button>
  )
  return (
    <Page title={t`Areas`} actions={add}>
      <SectionTabs of="/settings" />
      {source.error !== null && source.rows.length === 0 ? (
        <ErrorState error={source.error} retry={source.retry} />
      ) : source.isPending ? (
        <Skeleton h={320} radius="md" />
      ) : source.rows.length === 0 ? (
        <Card flush>
          <EmptyState icon={<IconMapPin size={24} />} title={<Trans>No area yet</Trans>} action={add}>
            <Trans>
              Areas say where clients live: filters, reports, visits and fault messages go by them. Begin with the largest, then add what lies below.
            </Trans>
          </EmptyState>
        </Card>
      ) : (
        <Card flush>
          <TableScroll>
            <table className={`${tables.table} ${styles.words}`}>
              <caption className="lm-hidden">
                <Trans>Areas</Trans>
              </caption>
              <thead>
                <tr>
                  <th scope="col" className={tables.wide}>
                    <Trans>Area</Trans>
                  </th>
                  <th scope="col" className={styles.spare}>
                    <Trans>Branch</Trans>
                  </th>
                  <th scope="col" className={tables.end}>
                    <Trans>Clients</Trans>
                  </th>
                  <th scope="col" className={styles.spare}>
                    <Trans>New connections</Trans>
                  </th>
                  <th scope="col" className={styles.spare}>
                    <Trans>State</Trans>
                  </th>
                  {may('branch.edit') && (
                    <th scope="col">
                      <span className="lm-hidden">
                        <Trans>Change</Trans>
                      </span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {treeOf(source.rows, (id) => folded.has(id)).map(({ item: area, depth, hasChildren }) => (
                  <tr key={area.id}>
                    <th scope="row" className={styles.node}>
                      <span className={styles.branch} style={{ paddingInlineStart: depth * 20 }}>
                        {hasChildren ? (
                          <ActionIcon
                            variant="subtle"
                            color="gray"
                            size={22}
                            aria-expanded={!folded.has(area.id)}
                            aria-label={folded.has(area.id) ? t`Unfold ${area.name}` : t`Fold ${area.name}`}
                            onClick={() => toggle(area.id)}
                          >
                            {folded.has(area.id) ? <IconChevronRight size={14} /> : <IconChevronDown size={14} />}
                          </ActionIcon>
                        ) : (
                          isTree && <span className={styles.leaf} />
                        )}
                        <span className={styles.colour} style={{ background: area.colour }} />
                        {area.name}
                      </span>
                    </th>
                    <td className={styles.spare}>{branchName(area.branch_id)}</td>
                    <td className={tables.end}>
                      <ClientCount count={countOf?.(area.id).clients} filter={{ area_id: String(area.id) }} />
                    </td>
                    <td className={styles.spare}>
                      <Connections of={area.connections} />
                    </td>
                    <td className={styles.spare}>
                      <ActiveState isActive={area.is_active} />
                    </td>
                    {may('branch.edit') && (
                      <td>
                        <span className={styles.tools}>
                          <Tooltip label={t`Add an area below`}>
                            <ActionIcon
                              variant="subtle"
                              color="gray"
                              size={26}
                              aria-label={t`Add an area below ${area.name}`}
                              onClick={() => setOpened({ area: null, parentId: area.id })}
                            >
                              <IconPlus size={15} />
                            </ActionIcon>
                          </Tooltip>
                          <Tooltip label={t`Change`}>
                            <ActionIcon
                              variant="subtle"
                              color="gray"
                              size={26}
                              aria-label={t`Change ${area.name}`}
                              onClick={() => setOpened({ area, parentId: area.parent_id })}
                            >
                              <IconPencil size={15} />
                            </ActionIcon>
                          </Tooltip>
                        </span>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </Card>
      )}
      {opened !== null && <AreaForm {...opened} areas={source.rows} branches={branches} onClose={() => setOpened(null)} />}
    </Page>
  )
}
