import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu, Skeleton, Text } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useClientCounts } from '../../api/use-client-counts.ts'
import { useMay } from '../../lib/session.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { EditPackage } from './edit-package.tsx'
import { NewVersion } from './new-version.tsx'
import styles from './package.module.css'
import { SaleState } from './packages-page.tsx'
import { QuoteTool } from './quote-tool.tsx'
import { speedText } from './speed.ts'
import { useValidityText } from './validity.ts'
import { Versions } from './versions.tsx'

/** One package: what it costs and will cost, who has it, every version, and what a client would be billed. */
export function PackagePage() {
  const { t } = useLingui()
  const may = useMay()
  const counted = useCounted()
  const format = useFormat()
  const validityText = useValidityText()
  const client = useQueryClient()
  const id = Number((useParams({ strict: false }) as { id: string }).id)
  const [opened, setOpened] = useState<'version' | 'edit' | null>(null)
  const path = { params: { path: { id } } }
  const { data: shown, error, refetch } = api.useQuery('get', '/api/v1/packages/{id}', path)
  const countOf = useClientCounts('package')
  const count = countOf?.(id)
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (shown === undefined) return <PackageBones />

  const setOnSale = async (is_active: boolean) => {
    const { error: refusal } = await http.PATCH('/api/v1/packages/{id}', { ...path, body: { is_active, version: shown.version } })
    if (refusal !== undefined) return sayFailed(refusal, t`The server cannot be reached.`)
    await client.invalidateQueries()
    sayDone(is_active ? t`The package is on sale.` : t`The package is off sale. Clients who have it keep it.`)
  }
  const { current, upcoming } = shown

  return (
    <Page
      title={shown.name}
      note={
        <>
          {shown.code} <SaleState row={shown} />
        </>
      }
      actions={
        may('package.edit') && (
          <>
            <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('version')}>
              <Trans>New version</Trans>
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" px={8} aria-label={t`More for this package`}>
                  <IconDots size={16} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setOpened('edit')}>
                  <Trans>Change name and description</Trans>
                </Menu.Item>
                <Menu.Item onClick={() => void setOnSale(!shown.is_active)}>
                  {shown.is_active ? <Trans>Take off sale</Trans> : <Trans>Put on sale</Trans>}
                </Menu.Item>
                {may('audit.view') && (
                  <Menu.Item component={Link} to="/audit" search={{ subject_type: 'package', subject_id: String(id) } as never}>
                    <Trans>History of changes</Trans>
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          </>
        )
      }
    >
      {shown.description !== '' && (
        <Text size="sm" c="dimmed" maw={760}>
          {shown.description}
        </Text>
      )}
      <Figures
        figures={[
          {
            label: t`Price`,
            value: current === null ? '–' : format.money(current.price_minor),
            note:
              current === null
                ? t`Not yet begun`
                : `${validityText(current)} · ${current.vat_rate_id === null ? t`no VAT` : current.vat_inclusive ? t`VAT inside` : t`VAT on top`}`,
          },
          {
            label: t`Next price`,
            value: upcoming === null ? '–' : format.money(upcoming.price_minor),
            note: upcoming === null ? t`Nothing announced` : t`from ${format.date(upcoming.starts_on)}`,
          },
          {
            label: t`Speed`,
            value: current === null ? '–' : speedText(current.download_kbps, format),
            note: current === null ? '' : t`upload ${speedText(current.upload_kbps, format)}`,
          },
          {
            label: t`Clients`,
            value: count === undefined ? '…' : format.number(count.clients),
            note: count === undefined ? '' : counted.activeLines(count.active_lines),
            ...(may('client.view') ? { to: `/clients?package_id=${id}` } : {}),
          },
        ]}
      />
      <div className={styles.columns}>
        <Card title={t`Versions`} flush>
          <Versions shown={shown} />
        </Card>
        <Card title={t`What would a client be billed?`}>
          <QuoteTool packageId={id} />
        </Card>
      </div>
      {opened === 'version' && <NewVersion shown={shown} lines={count?.lines} onClose={() => setOpened(null)} />}
      {opened === 'edit' && <EditPackage shown={shown} onClose={() => setOpened(null)} />}
    </Page>
  )
}

/** The page's outline while it comes, so that nothing jumps. */
function PackageBones() {
  const { t } = useLingui()
  return (
    <Page title={t`Package`}>
      <Skeleton h={84} radius="md" />
      <div className={styles.columns}>
        <Skeleton h={260} radius="md" />
        <Skeleton h={260} radius="md" />
      </div>
    </Page>
  )
}
