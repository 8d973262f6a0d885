import { Trans, useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'
import { entryKindText } from './entry-kinds.ts'

export type DaySheet = paths['/api/v1/wallets/{id}/day-sheet']['get']['responses']['200']['content']['application/json']

/** The day by kinds of movement: opening, plus in, less out, is closing. */
export function DayKinds({ sheet }: { sheet: DaySheet }) {
  const { i18n } = useLingui()
  const format = useFormat()
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th className={tables.wide}>
              <Trans>What</Trans>
            </th>
            <th className={`${tables.end} ${tables.spare}`}>
              <Trans>How many</Trans>
            </th>
            <th className={tables.end}>
              <Trans>In</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Out</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.kinds.map((kind) => (
            <tr key={kind.kind}>
              <td className={tables.wide}>
                {i18n._(entryKindText(kind.kind))}
                <span className={tables.narrow}>
                  <Trans>How many</Trans>: {format.number(kind.count)}
                </span>
              </td>
              <td className={`${tables.end} ${tables.spare}`}>{format.number(kind.count)}</td>
              <td className={tables.end}>{kind.in_minor > 0 && <Money minor={kind.in_minor} />}</td>
              <td className={tables.end}>{kind.out_minor > 0 && <Money minor={kind.out_minor} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={tables.total}>
            <td>
              <Trans>Sum</Trans>
            </td>
            <td className={tables.spare} />
            <td className={tables.end}>
              <Money minor={sheet.in_minor} />
            </td>
            <td className={tables.end}>
              <Money minor={sheet.out_minor} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}
