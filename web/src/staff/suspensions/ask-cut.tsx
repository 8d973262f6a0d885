import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import type { PreviewTotals } from './suspension.ts'

interface Props {
  /** The filter of the dry run, as it stands in the address. */
  readonly terms: Readonly<Record<'min_due_minor' | 'ignore_future_months' | 'branch_id' | 'area_id' | 'router_id' | 'reseller_id', string | undefined>>
  readonly totals: PreviewTotals
  readonly onClose: () => void
}

/** The last question before the dry run is applied. */
export function AskCut({ terms, totals, onClose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const cut = totals.verdicts.find(({ verdict, clients }) => verdict === 'cut' && clients > 0)
  const clients = cut?.clients ?? 0
  const n = format.number(clients)
  const send = submit(async () => {
    const one = (id: string | undefined) => (id === undefined ? undefined : [Number(id)])
    const { data, error } = await http.POST('/api/v1/suspensions', {
      body: JSON.parse(
        JSON.stringify({
          branch_ids: one(terms.branch_id),
          area_ids: one(terms.area_id),
          router_ids: one(terms.router_id),
          reseller_ids: one(terms.reseller_id),
          min_due_minor: totals.min_due_minor,
          ignore_future_months: totals.ignore_future_months,
        }),
      ) as never,
    })
    if (data === undefined) throw error
    await navigate({ to: `/suspensions/${data.id}` })
  })
  return (
    <ConfirmDialog
      title={t`${plural(clients, { one: `Cut ${n} client?`, other: `Cut ${n} clients?` })}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Cut them now</Trans>}
      isDanger
    >
      <Trans>
        {format.money(cut?.late_minor ?? 0)} is late. Who pays meanwhile is spared, and whoever pays later has service again at once. Each client is told by a
        message.
      </Trans>
    </ConfirmDialog>
  )
}
