import { Trans, useLingui } from '@lingui/react/macro'
import { Fieldset, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { UseFormReturnType } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { usePolicyTerms } from './policy-terms.ts'
import type { Policy, PolicyTerms, TermGroup } from './policy-terms.ts'

/** What a new policy begins with; the server's own defaults. */
const USUAL: PolicyTerms = {
  proration: 'actual_days',
  first_period: 'prorate',
  package_change: 'now',
  package_change_fee_minor: 0,
  change_refund: 'credit',
  charge_while_paused: false,
  charge_while_suspended: true,
  due_days: 10,
  grace_days: 3,
  late_fee_minor: 0,
  late_fee_bp: 0,
  late_renewal: 'from_payment',
  prepaid_change: 'value',
}

type Values = PolicyTerms & { code: string; name: string }

/** A billing policy; null = a new one. */
export function PolicyForm({ policy, onClose }: { policy: Policy | null; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const groups = usePolicyTerms()
  const form = useForm<Values>({ initialValues: policy === null ? { code: '', name: '', ...USUAL } : valuesOf(policy) })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (values) => {
    const { error } =
      policy === null
        ? await http.POST('/api/v1/billing-policies', { body: values })
        : await http.PATCH('/api/v1/billing-policies/{id}', { params: { path: { id: policy.id } }, body: values })
    if (error !== undefined) throw error
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/billing-policies').queryKey })
    sayDone(policy === null ? t`The policy can be chosen for lines now.` : t`Everything billed from now on follows it.`)
    onClose()
  })
  return (
    <FormDialog
      title={policy === null ? t`New policy` : t`Change ${policy.name}`}
      size="lg"
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={policy === null ? <Trans>Add the policy</Trans> : <Trans>Save</Trans>}
    >
      <Group grow align="start">
        <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t`Code`} required {...form.getInputProps('code')} />
      </Group>
      {groups.map((group) => (
        <Fieldset key={group.title} legend={group.title} radius="md" p="md">
          <Stack gap="md">
            {group.terms.map((term) => (
              <TermField key={term.key} term={term} form={form} />
            ))}
          </Stack>
        </Fieldset>
      ))}
    </FormDialog>
  )
}

function TermField({ term, form }: { term: TermGroup['terms'][number]; form: UseFormReturnType<Values> }) {
  const shared = { label: term.label, description: term.explain }
  switch (term.kind) {
    case 'yes':
      return <Switch {...shared} {...form.getInputProps(term.key, { type: 'checkbox' })} />
    case 'choice':
      return <Select {...shared} data={[...(term.choices ?? [])]} {...form.getInputProps(term.key)} />
    case 'money':
      return <MoneyField {...shared} {...form.getInputProps(term.key)} onChange={(minor) => form.setFieldValue(term.key, (minor ?? 0) as never)} />
    case 'days':
      return <NumberInput {...shared} min={0} max={365} {...form.getInputProps(term.key)} />
    case 'percent': {
      const value = form.getValues()[term.key]
      return (
        <NumberInput
          {...shared}
          suffix="%"
          min={0}
          max={100}
          decimalScale={2}
          error={form.errors[term.key]}
          value={Number(value) / 100}
          onChange={(percent) => form.setFieldValue(term.key, Math.round(Number(percent) * 100) as never)}
        />
      )
    }
  }
}

function valuesOf({ id: _id, is_default: _isDefault, ...values }: Policy): Values {
  return values
}
