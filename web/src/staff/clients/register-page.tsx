import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, PasswordInput, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, http } from '../../api/client.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { LOCALE_NAMES, LOCALES } from '../../i18n/i18n.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormFailure, MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { FirstBill } from './first-bill.tsx'
import styles from './register.module.css'
import { useTaken } from './use-taken.ts'

/** A new client and his first line on one page; beside it stands what he will be billed, worked out while one types. */
export function RegisterPage() {
  const { t, i18n } = useLingui()
  const may = useMay()
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const choices = { params: { query: { limit: 200 } } }
  const branches = api.useQuery('get', '/api/v1/branches', choices).data?.items ?? []
  const areas = api.useQuery('get', '/api/v1/areas', choices).data?.items ?? []
  const packages = api.useQuery('get', '/api/v1/packages', { params: { query: { limit: 200, is_active: true } } }).data?.items ?? []
  const form = useForm({
    initialValues: {
      name: '',
      phone: '',
      phone_alternative: '',
      email: '',
      address: '',
      nid: '',
      area_id: null as string | null,
      branch_id: null as string | null,
      locale: i18n.locale as Locale,
      package_id: null as string | null,
      billing_mode: 'postpaid' as 'postpaid' | 'prepaid',
      anchor_day: '1',
      pppoe_login: '',
      pppoe_password: '',
      joined_on: format.today() as string | null,
      is_connected: true,
      price_override_minor: null as number | null,
      discount_reason: '',
    },
    validate: {
      name: (value) => (value.trim() === '' ? t`This is needed` : null),
      phone: (value) => (value.trim() === '' ? t`This is needed` : null),
      discount_reason: (value, values) => (values.price_override_minor !== null && value.trim() === '' ? t`Say why` : null),
    },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => field.replace(/^subscription\./, '') })
  const values = form.getValues()
  const taken = useTaken({ phone: values.phone, pppoe_login: values.pppoe_login })
  const branchId = Number(values.branch_id ?? branches[0]?.id)
  const id = (value: string | null) => (value === null ? null : Number(value))
  const named = (items: readonly { id: number; name: string }[]) => items.map((item) => ({ value: String(item.id), label: item.name }))

  const send = submit(async (typed) => {
    const joined_on = typed.joined_on ?? format.today()
    const { data, error } = await http.POST('/api/v1/clients', {
      body: {
        kind: 'person',
        district: '',
        upazila: '',
        reseller_id: null,
        gender: null,
        client_type: 'home',
        vat_registration: '',
        vat_rate_id: null,
        is_vat_exempt: false,
        tags: [],
        custom: {},
        latitude: null,
        longitude: null,
        name: typed.name,
        phone: typed.phone,
        phone_alternative: typed.phone_alternative,
        email: typed.email,
        address: typed.address,
        locale: typed.locale,
        nid: typed.nid.trim() === '' ? null : typed.nid,
        area_id: id(typed.area_id),
        branch_id: branchId,
        joined_on,
        ...(typed.package_id === null
          ? {}
          : {
              subscription: {
                label: '',
                router_id: null,
                olt_id: null,
                static_ip: null,
                mac: null,
                onu_mac: null,
                onu_model: '',
                connection_kind: 'pppoe',
                medium: 'fibre',
                auto_control: true,
                auto_renew: true,
                address: '',
                custom: {},
                discount_bp: 0,
                package_id: Number(typed.package_id),
                billing_mode: typed.billing_mode,
                anchor_day: Number(typed.anchor_day),
                joined_on,
                activated_on: typed.is_connected ? joined_on : null,
                pppoe_login: typed.pppoe_login.trim() === '' ? null : typed.pppoe_login,
                pppoe_password: typed.pppoe_password === '' ? null : typed.pppoe_password,
                price_override_minor: typed.price_override_minor,
                discount_reason: typed.discount_reason,
              },
            }),
      },
    })
    if (data === undefined) throw error
    await client.invalidateQueries({ queryKey: ['list'] })
    sayDone(t`${data.name} is registered as ${data.code}.`)
    await navigate({ to: `/clients/${data.id}` })
  })

  return (
    <Page title={t`Register a client`}>
      <form onSubmit={send} noValidate className={styles.columns}>
        <div className={styles.stack}>
          <Card title={t`Who`}>
            <div className={styles.fields}>
              <TextInput label={t`Name`} required autoFocus className={styles.wide ?? ''} {...form.getInputProps('name')} />
              <TextInput
                label={t`Phone`}
                required
                inputMode="tel"
                {...form.getInputProps('phone')}
                description={taken.phone && t`Another client has this number.`}
                inputWrapperOrder={['label', 'input', 'error', 'description']}
              />
              <TextInput label={t`Second phone`} inputMode="tel" {...form.getInputProps('phone_alternative')} />
              <TextInput label={t`E-mail`} type="email" {...form.getInputProps('email')} />
              <TextInput label={t`National identity number`} {...form.getInputProps('nid')} />
              <Textarea label={t`Address`} autosize minRows={1} className={styles.wide ?? ''} {...form.getInputProps('address')} />
              {areas.length > 0 && <Select label={t`Area`} data={named(areas)} searchable clearable {...form.getInputProps('area_id')} />}
              {branches.length > 1 && (
                <Select label={t`Branch`} data={named(branches)} searchable {...form.getInputProps('branch_id')} value={String(branchId)} />
              )}
              <Select
                label={t`Language of bills and messages`}
                data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
                {...form.getInputProps('locale')}
              />
            </div>
          </Card>
          <Card title={t`The line`}>
            <div className={styles.fields}>
              <Select
                label={t`Package`}
                placeholder={t`Without a line for now`}
                data={packages.map((each) => ({
                  value: String(each.id),
                  label: each.current === null ? each.name : `${each.name} · ${format.money(each.current.price_minor)}`,
                }))}
                searchable
                clearable
                className={styles.wide ?? ''}
                {...form.getInputProps('package_id')}
              />
              {values.package_id !== null && (
                <>
                  <div>
                    <SegmentedControl
                      fullWidth
                      data={[
                        { value: 'postpaid', label: t`Pays after` },
                        { value: 'prepaid', label: t`Pays before` },
                      ]}
                      aria-label={t`How he pays`}
                      {...form.getInputProps('billing_mode')}
                      mt={23}
                    />
                  </div>
                  <DayField label={t`Joined`} required {...form.getInputProps('joined_on')} />
                  {values.billing_mode === 'postpaid' && (
                    <Select
                      label={t`The month begins on day`}
                      data={Array.from({ length: 31 }, (_, day) => ({ value: String(day + 1), label: format.number(day + 1) }))}
                      {...form.getInputProps('anchor_day')}
                    />
                  )}
                  <TextInput
                    label={t`PPPoE login`}
                    autoCapitalize="none"
                    autoComplete="off"
                    spellCheck={false}
                    {...form.getInputProps('pppoe_login')}
                    error={form.errors['pppoe_login'] ?? (taken.pppoe_login && t`This login is taken`)}
                  />
                  <PasswordInput label={t`PPPoE password`} autoComplete="new-password" {...form.getInputProps('pppoe_password')} />
                  {may('discount.give') && <MoneyField label={t`Own price`} placeholder={t`As the package`} {...form.getInputProps('price_override_minor')} />}
                  {values.price_override_minor !== null && <TextInput label={t`Why this price`} required {...form.getInputProps('discount_reason')} />}
                  <Switch
                    className={styles.wide ?? ''}
                    label={t`Already connected; bill from the day of joining`}
                    {...form.getInputProps('is_connected', { type: 'checkbox' })}
                  />
                </>
              )}
            </div>
          </Card>
        </div>
        <div className={styles.side}>
          <FirstBill packageId={id(values.package_id)} startsOn={values.joined_on ?? format.today()} anchorDay={Number(values.anchor_day)} />
          <FormFailure text={failure} />
          <Group grow>
            <Button variant="default" onClick={() => void navigate({ to: '/clients' })}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending}>
              <Trans>Register</Trans>
            </Button>
          </Group>
        </div>
      </form>
    </Page>
  )
}
