import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money, Status } from '../../ui/values.tsx'
import type { Package } from './packages-page.tsx'
import { speedText } from './speed.ts'
import { useValidityText } from './validity.ts'
import type { Version } from './version-fields.tsx'

/** Every version a package had, has and will have. Versions never change, so old bills still explain themselves. */
export function Versions({ shown }: { shown: Package }) {
  const { t } = useLingui()
  const format = useFormat()
  const validityText = useValidityText()
  const source = useList('/api/v1/packages/{id}/versions', { params: { id: shown.id }, pageSize: 30 })
  const rates = api.useQuery('get', '/api/v1/vat-rates', {}, { staleTime: 60_000 }).data?.items ?? []
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  if (source.isPending) return <Skeleton h={160} m={14} />

  /** A version that another one of the same day corrects never held. */
  const isCorrected = (version: Version) => source.rows.some((other) => other.starts_on === version.starts_on && other.version_no > version.version_no)
  const vatText = ({ vat_rate_id, vat_inclusive, starts_on }: Version) => {
    if (vat_rate_id === null) return t`none`
    const rate = rates.find(({ id }) => id === vat_rate_id)
    const bp = rate?.versions.findLast((each) => each.starts_on <= starts_on)?.rate_bp
    const figure = bp === undefined ? (rate?.name ?? '') : format.percent(bp)
    return vat_inclusive ? t`${figure} inside` : t`${figure} on top`
  }
  const stateOf = (version: Version) => {
    if (version.id === shown.current?.id) return <Status tone="green" label={t`In force`} />
    if (isCorrected(version)) return <Status tone="grey" label={t`Corrected`} isHollow />
    if (version.starts_on > format.today()) return <Status tone="blue" label={t`Announced`} isHollow />
    return <Status tone="grey" label={t`Past`} isHollow />
  }

  return (
    <>
      <TableScroll>
        <table className={tables.table}>
          <caption className="lm-hidden">
            <Trans>Versions of this package</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>From</Trans>
              </th>
              <th scope="col" className={tables.spare}>
                <Trans>State</Trans>
              </th>
              <th scope="col" className={tables.end}>
                <Trans>Price</Trans>
              </th>
              <th scope="col" className={tables.spare}>
                <Trans>VAT</Trans>
              </th>
              <th scope="col">
                <Trans>Speed, router profile</Trans>
              </th>
              <th scope="col" className={tables.spare}>
                <Trans>Approval</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {source.rows.map((version) => (
              <tr key={version.id}>
                <td>
                  <DateText day={version.starts_on} />
                  <span className={tables.narrow}>{stateOf(version)}</span>
                </td>
                <td className={tables.spare}>{stateOf(version)}</td>
                <td className={tables.end}>
                  <Money minor={version.price_minor} />
                  <span className={tables.small}>{validityText(version)}</span>
                  <span className={tables.narrow}>
                    <Trans>VAT</Trans> {vatText(version)}
                  </span>
                </td>
                <td className={tables.spare}>{vatText(version)}</td>
                <td>
                  {speedText(version.download_kbps, format)} / {speedText(version.upload_kbps, format)}
                  <span className={tables.small}>{version.router_profile}</span>
                  {version.approval_no !== '' && (
                    <span className={tables.narrow}>
                      <Trans>Approval</Trans> {version.approval_no}
                      {version.approved_on !== null && <> · {format.date(version.approved_on)}</>}
                    </span>
                  )}
                </td>
                <td className={tables.spare}>
                  {version.approval_no || '–'}
                  <span className={tables.small}>{version.approved_on !== null && format.date(version.approved_on)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {source.hasMore && (
        <Button variant="subtle" m="xs" loading={source.isLoadingMore} onClick={source.loadMore}>
          <Trans>Show older versions</Trans>
        </Button>
      )}
    </>
  )
}
