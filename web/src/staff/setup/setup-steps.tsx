import { Trans, useLingui } from '@lingui/react/macro'
import { NumberInput, PasswordInput, Select, Switch, Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMemo } from 'react'
import { currencyNames, monthNames, usualIn, zoneNames } from './places.ts'
import type { SetupValues } from './setup-page.tsx'
import styles from './setup.module.css'

type Form = UseFormReturnType<SetupValues>

export function CompanyStep({ form, hasToken }: { form: Form; hasToken: boolean }) {
  const { t } = useLingui()
  const zones = useMemo(zoneNames, [])
  const onZone = (zone: string | null) => {
    if (zone === null) return
    const usual = usualIn(zone)
    form.setFieldValue('company.zone', zone)
    form.setFieldValue('company.currency', usual.currency)
    form.setFieldValue('company.fiscal_year_start_month', String(usual.fiscalMonth))
    form.setFieldValue('vat.applies', usual.vatPercent > 0)
    form.setFieldValue('vat.percent', usual.vatPercent)
  }
  return (
    <>
      {(!hasToken || form.errors['token'] !== undefined) && (
        <TextInput
          label={t`Token`}
          description={t`Printed in the terminal when the program started. It shows that this computer is yours.`}
          autoComplete="off"
          spellCheck={false}
          required
          {...form.getInputProps('token')}
        />
      )}
      <TextInput
        label={t`Name of the company`}
        description={t`As it is printed on invoices and receipts.`}
        autoComplete="organization"
        autoFocus
        required
        {...form.getInputProps('company.name')}
      />
      <div className={styles.two}>
        <TextInput label={t`Phone`} autoComplete="tel" {...form.getInputProps('company.phone')} />
        <TextInput label={t`E-mail`} type="email" autoComplete="email" {...form.getInputProps('company.email')} />
      </div>
      <Textarea label={t`Address`} autosize minRows={2} autoComplete="street-address" {...form.getInputProps('company.address')} />
      <Select
        label={t`Time zone`}
        description={t`The business day begins and ends in it.`}
        data={zones}
        searchable
        {...form.getInputProps('company.zone')}
        onChange={onZone}
      />
    </>
  )
}

export function MoneyStep({ form }: { form: Form }) {
  const { t, i18n } = useLingui()
  const currencies = useMemo(() => currencyNames(i18n.locale), [i18n.locale])
  const months = useMemo(() => monthNames(i18n.locale), [i18n.locale])
  const { vat } = form.getValues()
  return (
    <>
      <Select
        label={t`Currency`}
        description={t`The one currency of the books; it cannot change once there are invoices.`}
        data={currencies}
        searchable
        {...form.getInputProps('company.currency')}
      />
      <Select label={t`The financial year begins in`} data={months} {...form.getInputProps('company.fiscal_year_start_month')} />
      <Switch label={t`We charge VAT`} mt={4} {...form.getInputProps('vat.applies', { type: 'checkbox' })} />
      {vat.applies && (
        <div className={styles.two}>
          <NumberInput label={t`Usual rate`} suffix="%" min={0} max={100} decimalScale={2} {...form.getInputProps('vat.percent')} />
          <TextInput label={t`Registration number (BIN)`} {...form.getInputProps('vat.registration')} />
        </div>
      )}
      {vat.applies && (
        <Select
          label={t`VAT is rounded`}
          data={[
            { value: 'line', label: t`on each line` },
            { value: 'invoice', label: t`once per rate of an invoice` },
          ]}
          {...form.getInputProps('vat.rounding')}
        />
      )}
    </>
  )
}

export function AdminStep({ form }: { form: Form }) {
  const { t } = useLingui()
  return (
    <>
      <Text c="dimmed" size="sm">
        <Trans>This account may do everything. Make one for each of your people afterwards, with just what they need.</Trans>
      </Text>
      <TextInput label={t`Your name`} autoComplete="name" autoFocus required {...form.getInputProps('admin.full_name')} />
      <div className={styles.two}>
        <TextInput
          label={t`User name`}
          description={t`For logging in.`}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('admin.username')}
        />
        <TextInput label={t`E-mail`} type="email" autoComplete="email" {...form.getInputProps('admin.email')} />
      </div>
      <div className={styles.two}>
        <PasswordInput
          label={t`Password`}
          description={t`12 characters or more.`}
          autoComplete="new-password"
          required
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('admin.password')}
        />
        <PasswordInput label={t`The same again`} autoComplete="new-password" required {...form.getInputProps('admin.again')} />
      </div>
    </>
  )
}

export function StartStep({ form, isDemoAvailable }: { form: Form; isDemoAvailable: boolean }) {
  const { t } = useLingui()
  const { load_demo } = form.getValues()
  return (
    <div role="radiogroup" aria-label={t`How to begin`} className={styles.fields}>
      <label className={styles.choice}>
        <input type="radio" name="begin" checked={!load_demo} onChange={() => form.setFieldValue('load_demo', false)} />
        <b>
          <Trans>With an empty company</Trans>
        </b>
        <small>
          <Trans>Enter your packages, then register or import your clients.</Trans>
        </small>
      </label>
      {isDemoAvailable && (
        <label className={styles.choice}>
          <input type="radio" name="begin" checked={load_demo} onChange={() => form.setFieldValue('load_demo', true)} />
          <b>
            <Trans>With the demo company</Trans>
          </b>
          <small>
            <Trans>2,000 invented clients with 14 months of bills and payments, to look around and to practise.</Trans>
          </small>
        </label>
      )}
    </div>
  )
}
