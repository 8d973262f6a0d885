import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Input, SegmentedControl, Select, Switch, TextInput, Tooltip } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconRefresh } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import type { Line } from '../clients/client.ts'
import { CustomFields, customOf } from '../clients/custom-fields.tsx'
import type { CustomValue } from '../clients/custom-fields.tsx'
import styles from '../clients/register.module.css'
import { useConnectionText, useMediumText } from '../clients/words.ts'
import { ownPriceOf, PACKAGE_PRICE, PriceFields } from './price-fields.tsx'
import type { PriceValues } from './price-fields.tsx'

/** The technical facts of a line, as they are typed. */
export interface TechnicalValues {
  label: string
  connection_kind: Line['connection_kind']
  medium: Line['medium']
  pppoe_login: string
  router_id: string | null
  static_ip: string
  mac: string
  onu_mac: string
  onu_model: string
  billing_policy_id: string | null
  auto_control: boolean
  auto_renew: boolean
  custom: Record<string, CustomValue>
}

/** And what is decided once, when it is sold. */
export interface NewLineValues extends TechnicalValues, PriceValues {
  package_id: string | null
  billing_mode: Line['billing_mode']
  anchor_day: string
  joined_on: string | null
  is_connected: boolean
  pppoe_password: string
}

export const technicalValues = (line: Line | null): TechnicalValues => ({
  label: line?.label ?? '',
  connection_kind: line?.connection_kind ?? 'pppoe',
  medium: line?.medium ?? 'fibre',
  pppoe_login: line?.pppoe_login ?? '',
  router_id: line?.router_id?.toString() ?? null,
  static_ip: line?.static_ip ?? '',
  mac: line?.mac ?? '',
  onu_mac: line?.onu_mac ?? '',
  onu_model: line?.onu_model ?? '',
  billing_policy_id: line === null ? null : String(line.billing_policy_id),
  auto_control: line?.auto_control ?? true,
  auto_renew: line?.auto_renew ?? true,
  custom: line?.custom ?? {},
})

export const newLineValues = (today: string): NewLineValues => ({
  ...technicalValues(null),
  ...PACKAGE_PRICE,
  package_id: null,
  billing_mode: 'postpaid',
  anchor_day: '1',
  joined_on: today,
  is_connected: true,
  pppoe_password: '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** As the server takes it. */
export const technicalOf = ({ pppoe_login, router_id, static_ip, mac, onu_mac, billing_policy_id, custom, ...values }: TechnicalValues) => ({
  label: values.label,
  connection_kind: values.connection_kind,
  medium: values.medium,
  onu_model: values.onu_model,
  auto_control: values.auto_control,
  auto_renew: values.auto_renew,
  pppoe_login: orNull(pppoe_login),
  router_id: router_id === null ? null : Number(router_id),
  static_ip: orNull(static_ip),
  mac: orNull(mac),
  onu_mac: orNull(onu_mac),
  custom: customOf(custom),
  ...(billing_policy_id === null ? {} : { billing_policy_id: Number(billing_policy_id) }),
})

export const newLineOf = (values: NewLineValues, today: string) => {
  const joined_on = values.joined_on ?? today
  return {
    ...technicalOf(values),
    ...ownPriceOf(values),
    discount_reason: values.price_reason,
    package_id: Number(values.package_id),
    billing_mode: values.billing_mode,
    anchor_day: Number(values.anchor_day),
    joined_on,
    activated_on: values.is_connected ? joined_on : null,
    pppoe_password: orNull(values.pppoe_password),
  }
}

/** The package, how it is paid, since when, and at which price. */
export function SaleFields({ form, isOptional = false }: { form: UseFormReturnType<NewLineValues>; isOptional?: boolean }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const values = form.getValues()
  const packages = api.useQuery('get', '/api/v1/packages', { params: { query: { limit: 200, is_active: true } } }).data?.items ?? []
  return (
    <div className={styles.fields}>
      <Select
        label={t`Package`}
        placeholder={isOptional ? t`Without a line for now` : t`Choose a package`}
        required={!isOptional}
        data={packages.map((each) => ({
          value: String(each.id),
          label: each.current === null ? each.name : `${each.name} · ${format.money(each.current.price_minor)}`,
        }))}
        searchable
        clearable={isOptional}
        className={styles.wide ?? ''}
        {...(isOptional ? {} : { 'data-autofocus': true })}
        {...form.getInputProps('package_id')}
      />
      {values.package_id !== null && (
        <>
          <Input.Wrapper label={t`How he pays`} labelElement="div">
            <SegmentedControl
              fullWidth
              data={[
                { value: 'postpaid', label: t`Pays after` },
                { value: 'prepaid', label: t`Pays before` },
              ]}
              aria-label={t`How he pays`}
              {...form.getInputProps('billing_mode')}
            />
          </Input.Wrapper>
          <DayField label={t`Joined`} required {...form.getInputProps('joined_on')} />
          {values.billing_mode === 'postpaid' ? (
            <Select
              label={t`The month begins on day`}
              data={Array.from({ length: 31 }, (_, day) => ({ value: String(day + 1), label: format.number(day + 1) }))}
              {...form.getInputProps('anchor_day')}
            />
          ) : (
            <Switch mt={26} label={t`Renewed by itself from what is paid in advance`} {...form.getInputProps('auto_renew', { type: 'checkbox' })} />
          )}
          {may('discount.give') && (
            <div className={`${styles.wide} ${styles.group}`}>
              <PriceFields form={form} />
            </div>
          )}
          <Switch
            className={styles.wide ?? ''}
            label={t`Already connected; bill from the day of joining`}
            {...form.getInputProps('is_connected', { type: 'checkbox' })}
          />
        </>
      )}
    </div>
  )
}

/** How the line is connected. With `form` of a new line it also asks for the password. */
export function TechnicalFields<Values extends TechnicalValues>({
  form,
  loginTaken = false,
  hasPassword = false,
}: {
  form: UseFormReturnType<Values>
  loginTaken?: boolean
  hasPassword?: boolean
}) {
  const { t } = useLingui()
  const may = useMay()
  const connectionText = useConnectionText()
  const mediumText = useMediumText()
  const { connection_kind: kind } = form.getValues()
  const policies = api.useQuery('get', '/api/v1/billing-policies', {}, { enabled: may('package.view'), staleTime: 60_000 }).data?.items ?? []
  const routers = useWholeList('/api/v1/routers', { isAsked: may('router.view') }).rows
  const usual = policies.find(({ is_default }) => is_default)
  return (
    <div className={styles.fields}>
      <Select
        label={t`Connection`}
        data={(['pppoe', 'static', 'dhcp', 'hotspot'] as const).map((value) => ({ value, label: connectionText(value) }))}
        {...form.getInputProps('connection_kind')}
      />
      <Select
        label={t`Medium`}
        data={(['fibre', 'utp', 'wireless', 'coaxial'] as const).map((value) => ({ value, label: mediumText(value) }))}
        {...form.getInputProps('medium')}
      />
      {routers.length > 0 && (
        <Select
          label={t`Router`}
          placeholder={t`none`}
          clearable
          searchable={routers.length > 10}
          data={routers.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.getInputProps('router_id')}
        />
      )}
      {kind === 'pppoe' && (
        <TextInput
          label={t`PPPoE login`}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('pppoe_login')}
          error={form.errors['pppoe_login'] ?? (loginTaken && t`This login is taken`)}
        />
      )}
      {kind === 'pppoe' && hasPassword && <NewPassword {...form.getInputProps('pppoe_password')} />}
      <TextInput label={t`Static IP`} autoComplete="off" spellCheck={false} {...form.getInputProps('static_ip')} />
      <TextInput label="MAC" autoComplete="off" spellCheck={false} {...form.getInputProps('mac')} />
      <TextInput label={t`ONU serial or MAC`} autoComplete="off" spellCheck={false} {...form.getInputProps('onu_mac')} />
      <TextInput label={t`ONU model`} autoComplete="off" {...form.getInputProps('onu_model')} />
      <TextInput label={t`What the line is called`} placeholder={t`Shop, second floor …`} {...form.getInputProps('label')} />
      {policies.length > 1 && (
        <Select
          label={t`Billing policy`}
          placeholder={usual?.name ?? ''}
          data={policies.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.getInputProps('billing_policy_id')}
        />
      )}
      <CustomFields entity="subscription" form={form as unknown as UseFormReturnType<TechnicalValues>} />
      <Switch
        className={styles.wide ?? ''}
        label={t`Switched off and on by the program, as bills are paid`}
        {...form.getInputProps('auto_control', { type: 'checkbox' })}
      />
    </div>
  )
}

/** A password that is typed, or made at a click; it is to be told to somebody, so it can be read. */
export function NewPassword({ label, onChange, ...props }: { label?: string; value?: string; onChange?: (value: never) => void }) {
  const { t } = useLingui()
  return (
    <TextInput
      label={label ?? t`PPPoE password`}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      rightSection={
        <Tooltip label={t`Make one`}>
          <ActionIcon variant="subtle" color="gray" aria-label={t`Make a password`} onClick={() => onChange?.(madePassword() as never)}>
            <IconRefresh size={16} />
          </ActionIcon>
        </Tooltip>
      }
      onChange={onChange as never}
      {...props}
    />
  )
}

// Without letters and figures that are taken for each other on the telephone.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

const madePassword = (): string => Array.from(crypto.getRandomValues(new Uint32Array(10)), (value) => LETTERS[value % LETTERS.length]).join('')
