import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Skeleton, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money, Status } from '../../ui/values.tsx'
import type { Package } from './packages-page.tsx'
import { speedText } from './speed.ts'
import { useValidityText } from './validity.ts'

/** One package: every version it had, has and will have. Versions never change, so old bills still explain themselves. */
export function PackageDetail({ listed, onClose }: { listed: Package; onClose: () => void }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const format = useFormat()
  const validityText = useValidityText()
  const path = { params: { path: { id: listed.id } } }
  const shown = api.useQuery('get', '/api/v1/packages/{id}', path).data ?? listed
  const versions = api.useQuery('get', '/api/v1/packages/{id}/versions', { params: { path: { id: listed.id }, query: { limit: 50 } } })

  const setOnSale = async (is_active: boolean) => {
    const { error } = await http.PATCH('/api/v1/packages/{id}', { ...path, body: { is_active, version: shown.version } })
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
    sayDone(is_active ? t`The package is on sale.` : t`The package is off sale. Clients who have it keep it.`)
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={`${shown.name} · ${shown.code}`} size={760}>
      {shown.description !== '' && (
        <Text size="sm" c="dimmed" mb="sm">
          {shown.description}
        </Text>
      )}
      {versions.data === undefined ? (
        <Skeleton h={120} />
      ) : (
        <TableScroll>
          <table className={tables.table}>
            <caption className="lm-hidden">
              <Trans>Versions of this package</Trans>
            </caption>
            <thead>
              <tr>
                <th>
                  <Trans>From</Trans>
                </th>
                <th>
                  <Trans>State</Trans>
                </th>
                <th>
                  <Trans>Speed</Trans>
                </th>
                <th>
                  <Trans>Validity</Trans>
                </th>
                <th>
                  <Trans>Approval</Trans>
                </th>
                <th className={tables.end}>
                  <Trans>Price</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {versions.data.items.map((version) => (
                <tr key={version.id}>
                  <td>
                    <DateText day={version.starts_on} />
                  </td>
                  <td>
                    {version.id === shown.current?.id ? (
                      <Status tone="green" label={t`In force`} />
                    ) : version.starts_on > format.today() ? (
                      <Status tone="blue" label={t`Announced`} isHollow />
                    ) : (
                      <Status tone="grey" label={t`Past`} isHollow />
                    )}
                  </td>
                  <td>
                    {speedText(version.download_kbps, format)} / {speedText(version.upload_kbps, format)}
                  </td>
                  <td>{validityText(version)}</td>
                  <td>{version.approval_no || '–'}</td>
                  <td className={tables.end}>
                    <Money minor={version.price_minor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {may('package.edit') && (
        <Group justify="end" mt="md">
          {shown.is_active ? (
            <Button variant="default" onClick={() => void setOnSale(false)}>
              <Trans>Take off sale</Trans>
            </Button>
          ) : (
            <Button variant="default" onClick={() => void setOnSale(true)}>
              <Trans>Put on sale</Trans>
            </Button>
          )}
        </Group>
      )}
    </Modal>
  )
}
