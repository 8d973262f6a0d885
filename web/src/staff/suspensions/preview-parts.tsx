import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChartBar } from '@tabler/icons-react'
import { useFormat } from '../../lib/use-format.ts'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'
import type { PreviewTotals } from './suspension.ts'

interface Props {
  readonly totals: PreviewTotals
  readonly onRouter: (id: string) => void
  readonly onBranch: (id: string) => void
}

/** Where those who would be cut are: by router and by branch; a name narrows the list to it. */
export function PreviewParts({ totals, onRouter, onBranch }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [isOpen, { toggle, close }] = useDisclosure(false)
  const choose = (act: () => void) => () => {
    act()
    close()
  }
  return (
    <Popover opened={isOpen} onChange={(open) => !open && close()} position="bottom-end" width={380} trapFocus>
      <Popover.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconChartBar size={14} />} onClick={toggle}>
          <Trans>By router and branch</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={420} style={{ overflow: 'auto' }}>
        <TableScroll>
          <table className={tables.table}>
            <caption className="lm-hidden">{t`Who would be cut, by branch`}</caption>
            <thead>
              <tr>
                <th className={tables.wide}>
                  <Trans>Branch</Trans>
                </th>
                <th className={tables.end}>
                  <Trans>Clients</Trans>
                </th>
                <th className={tables.end}>
                  <Trans>Late</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {totals.branches.map((branch) => (
                <tr key={branch.id}>
                  <td className={tables.wide}>
                    <button type="button" className="lm-link" onClick={choose(() => onBranch(String(branch.id)))}>
                      {branch.name}
                    </button>
                  </td>
                  <td className={tables.end}>{format.number(branch.cut)}</td>
                  <td className={tables.end}>
                    <Money minor={branch.late_minor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {totals.routers.length > 0 && (
            <table className={tables.table}>
              <caption className="lm-hidden">{t`Who would be cut, by router`}</caption>
              <thead>
                <tr>
                  <th className={tables.wide}>
                    <Trans>Router</Trans>
                  </th>
                  <th className={tables.end}>
                    <Trans>Lines</Trans>
                  </th>
                  <th className={tables.end}>
                    <Trans>In service</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {totals.routers.map((router) => (
                  <tr key={router.id}>
                    <td className={tables.wide}>
                      <button type="button" className="lm-link" onClick={choose(() => onRouter(String(router.id)))}>
                        {router.name}
                      </button>
                    </td>
                    <td className={tables.end}>{format.number(router.cut)}</td>
                    <td className={tables.end}>{format.number(router.of)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </TableScroll>
      </Popover.Dropdown>
    </Popover>
  )
}
