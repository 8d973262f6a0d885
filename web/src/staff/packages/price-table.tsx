import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, Skeleton } from '@mantine/core'
import type { RowOf } from '../../api/use-list.ts'
import type { ListSource } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'
import styles from './package.module.css'
import type { PriceEdits } from './prices-page.tsx'
import { speedText } from './speed.ts'

type Package = RowOf<'/api/v1/packages'>

/** The packages with their prices before and after; what is chosen, and what came or would come of it. */
export function PriceTable({
  source,
  chosen,
  onChoose,
  shown,
  isResult,
}: {
  source: ListSource<Package>
  chosen: ReadonlySet<number>
  onChoose: (chosen: ReadonlySet<number>) => void
  shown: PriceEdits | null
  isResult: boolean
}) {
  const { t } = useLingui()
  const format = useFormat()
  if (source.isPending) return <Skeleton h={220} m={14} />
  const editOf = new Map(shown?.items.map((edit) => [edit.package_id, edit]))
  const rows = isResult ? source.rows.filter(({ id }) => editOf.has(id)) : source.rows
  const choosable = source.rows.filter(({ current }) => current !== null).map(({ id }) => id)
  const toggle = (id: number) => onChoose(chosen.has(id) ? new Set([...chosen].filter((each) => each !== id)) : new Set([...chosen, id]))

  const outcome = (row: Package) => {
    const edit = editOf.get(row.id)
    if (row.current === null) return <Trans>has no price yet</Trans>
    if (edit === undefined) return null
    const warning = edit.warnings[0]
    const above =
      warning === undefined ? null : (
        <span className={styles.warn}>
          <Trans>above the ceiling of {format.money(warning.ceiling_minor)}</Trans>
        </span>
      )
    if (edit.before_minor === edit.after_minor) return isResult ? <Trans>same price, nothing published</Trans> : <Trans>stays the same</Trans>
    if (!isResult) return above
    return (
      <>
        <Trans>published</Trans>
        {above !== null && <> · {above}</>}
      </>
    )
  }

  return (
    <>
      <TableScroll>
        <table className={tables.table}>
          <caption className="lm-hidden">
            <Trans>Packages and their prices</Trans>
          </caption>
          <thead>
            <tr>
              {!isResult && (
                <th scope="col" style={{ width: 36 }}>
                  <Checkbox
                    aria-label={t`Choose all`}
                    checked={choosable.length > 0 && choosable.every((id) => chosen.has(id))}
                    indeterminate={choosable.some((id) => chosen.has(id)) && !choosable.every((id) => chosen.has(id))}
                    onChange={({ currentTarget }) => onChoose(new Set(currentTarget.checked ? choosable : []))}
                  />
                </th>
              )}
              <th scope="col">
                <Trans>Package</Trans>
              </th>
              <th scope="col" className={`${tables.end} ${tables.spare}`}>
                <Trans>Download</Trans>
              </th>
              <th scope="col" className={tables.end}>
                <Trans>Price</Trans>
              </th>
              <th scope="col" className={tables.end}>
                <Trans>New price</Trans>
              </th>
              <th scope="col" className={`${tables.end} ${tables.spare}`}>
                <Trans>Difference</Trans>
              </th>
              <th scope="col" className={tables.spare}>
                {isResult ? <Trans>Result</Trans> : <Trans>Note</Trans>}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const edit = editOf.get(row.id)
              const difference = edit === undefined ? 0 : edit.after_minor - edit.before_minor
              const speed = row.current === null ? '–' : speedText(row.current.download_kbps, format)
              const change = difference !== 0 && (
                <span className={difference > 0 ? styles.up : styles.down}>
                  {difference > 0 ? '+' : ''}
                  {format.amount(difference)}
                </span>
              )
              return (
                <tr key={row.id}>
                  {!isResult && (
                    <td>
                      <Checkbox
                        aria-label={t`Choose ${row.name}`}
                        checked={chosen.has(row.id)}
                        disabled={row.current === null}
                        onChange={() => toggle(row.id)}
                      />
                    </td>
                  )}
                  <td>
                    {row.name} <span className={tables.small}>{row.code}</span>
                    <span className={tables.narrow}>{speed}</span>
                    <span className={tables.narrow}>{outcome(row)}</span>
                  </td>
                  <td className={`${tables.end} ${tables.spare}`}>{speed}</td>
                  <td className={tables.end}>{row.current === null ? '–' : <Money minor={edit?.before_minor ?? row.current.price_minor} />}</td>
                  <td className={tables.end}>
                    {edit === undefined ? (
                      ''
                    ) : (
                      <b>
                        <Money minor={edit.after_minor} />
                      </b>
                    )}
                    <span className={tables.narrow}>{change}</span>
                  </td>
                  <td className={`${tables.end} ${tables.spare}`}>{change}</td>
                  <td className={tables.spare}>{outcome(row)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
      {source.hasMore && !isResult && (
        <Button variant="subtle" m="xs" loading={source.isLoadingMore} onClick={source.loadMore}>
          <Trans>Show more packages</Trans>
        </Button>
      )}
    </>
  )
}
