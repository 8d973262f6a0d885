import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Collapse, Group, SegmentedControl } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { http, isProblem } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { FormFailure, MoneyField, sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { Card } from '../../ui/page.tsx'
import type { Signup } from '../signups/signup.ts'
import { newLineOf, newLineValues, SaleFields, TechnicalFields } from '../subscriptions/line-fields.tsx'
import type { NewLineValues } from '../subscriptions/line-fields.tsx'
import { priceField, usePriceRules } from '../subscriptions/price-fields.tsx'
import { FirstBill } from './first-bill.tsx'
import { MoreFields, personOf, personValues, PlaceFields, usePersonRules, WhoFields } from './person-fields.tsx'
import type { PersonValues } from './person-fields.tsx'
import styles from './register.module.css'
import { useTaken } from './use-taken.ts'

const LINE = 'subscription.'

const askedPerson = (values: PersonValues, signup: Signup | null): PersonValues =>
  signup === null
    ? values
    : {
        ...values,
        name: signup.name,
        phone: signup.phone,
        email: signup.email,
        address: signup.address,
        locale: signup.locale,
        area_id: signup.area_id === null ? null : String(signup.area_id),
        branch_id: signup.branch_id === null ? null : String(signup.branch_id),
      }

/** Who asked is not connected yet. */
const askedLine = (values: NewLineValues, signup: Signup | null): NewLineValues =>
  signup === null ? values : { ...values, is_connected: false, package_id: signup.package_id === null ? null : String(signup.package_id) }

/** A new client and his first line; beside it stands what he will be billed, worked out while one types. A sign-up request fills it in, and is approved by it. */
export function RegisterForm({ signup }: { signup: Signup | null }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const registering = useIntent()
  const opening = useIntent()
  const charging = useIntent()
  const [isMore, more] = useDisclosure(false)
  const branches = useWholeList('/api/v1/branches').rows
  const person = useForm({ initialValues: askedPerson(personValues(null, i18n.locale as Locale), signup), validate: usePersonRules() })
  const line = useForm({ initialValues: askedLine(newLineValues(format.today()), signup), validate: usePriceRules() })
  const money = useForm({ initialValues: { connection_minor: null as number | null, side: 'owes' as 'owes' | 'good', opening_minor: null as number | null } })
  const { submit, isSending, failure } = useSubmit(person)
  const values = person.getValues()
  const lineValues = line.getValues()
  const { connection_minor, side, opening_minor } = money.getValues()
  const openingMinor = (side === 'owes' ? 1 : -1) * (opening_minor ?? 0)
  const hasLine = lineValues.package_id !== null
  const taken = useTaken({ phone: values.phone, pppoe_login: lineValues.pppoe_login })

  const register = async () => {
    const body = {
      ...personOf(values),
      branch_id: Number(values.branch_id ?? branches[0]?.id),
      joined_on: lineValues.joined_on ?? format.today(),
      ...(hasLine ? { subscription: newLineOf(lineValues, format.today()) } : {}),
    }
    const { data, error } =
      signup === null
        ? await http.POST('/api/v1/clients', { params: { header: registering.header }, body })
        : await http.POST('/api/v1/signup-requests/{id}/approval', { params: { path: { id: signup.id }, header: registering.header }, body })
    if (data !== undefined) return data
    if (isProblem(error)) {
      const ofLine = (error.errors ?? []).filter(({ field }) => field.startsWith(LINE))
      line.setErrors(Object.fromEntries(ofLine.map(({ field, message }) => [priceField(field.slice(LINE.length)), message])))
    }
    throw error
  }
  /** What is owed beside the package; a refusal is told, and is put right on the client's page, for he is registered by now. */
  const owe = async (clientId: number, subscriptionId: number | undefined) => {
    const path = { path: { id: clientId } }
    const lost = (error: unknown) => ({ error })
    if (connection_minor !== null && connection_minor > 0) {
      const { error } = await http
        .POST('/api/v1/clients/{id}/charges', {
          params: { ...path, header: charging.header },
          body: {
            kind: 'one_time',
            item: 'installation',
            description: t`Connection charge`,
            unit_price_minor: connection_minor,
            starts_on: lineValues.joined_on ?? format.today(),
            ...(subscriptionId === undefined ? {} : { subscription_id: subscriptionId }),
          },
        })
        .catch(lost)
      if (error !== undefined) sayFailed(error, t`The connection charge is not entered; add it on this page.`)
    }
    if (openingMinor !== 0) {
      const { error } = await http
        .POST('/api/v1/clients/{id}/opening-balance', {
          params: { ...path, header: opening.header },
          body: { amount_minor: openingMinor, reason: t`From the books before` },
        })
        .catch(lost)
      if (error !== undefined) sayFailed(error, t`The opening balance is not entered; enter it on this page.`)
    }
  }
  const send = submit(async () => {
    // Where there are several nobody is put into one by chance.
    if (values.branch_id === null && branches.length !== 1) return person.setFieldError('branch_id', t`This is needed`)
    if (hasLine && line.validate().hasErrors) return
    const client = await register()
    await owe(client.id, client.subscriptions[0]?.id)
    sayDone(t`${client.name} is registered as ${client.code}.`)
    await navigate({ to: `/clients/${client.id}` })
    await queries.invalidateQueries()
  })

  return (
    <form onSubmit={send} noValidate className={styles.columns}>
      <div className={styles.stack}>
        <Card title={t`Who`}>
          <WhoFields form={person} phoneTaken={taken.phone} />
        </Card>
        <Card title={t`Where`}>
          <PlaceFields form={person} />
        </Card>
        <Card title={t`The line`}>
          <div className={styles.stack}>
            <SaleFields form={line} isOptional />
            {hasLine && <TechnicalFields form={line} loginTaken={taken.pppoe_login} hasPassword />}
          </div>
        </Card>
        {(may('invoice.issue') || may('ledger.post_manual')) && (
          <Card title={t`Owed at the start`}>
            <div className={styles.fields}>
              {may('invoice.issue') && hasLine && (
                <MoneyField label={t`Connection charge`} description={t`Once, on the first bill.`} {...money.getInputProps('connection_minor')} />
              )}
              {may('ledger.post_manual') && (
                <>
                  <MoneyField label={t`Opening balance`} description={t`By the books before these.`} {...money.getInputProps('opening_minor')} />
                  {opening_minor !== null && opening_minor !== 0 && (
                    <SegmentedControl
                      mt={42}
                      fullWidth
                      aria-label={t`Which way`}
                      data={[
                        { value: 'owes', label: t`He owes it` },
                        { value: 'good', label: t`He has it to the good` },
                      ]}
                      {...money.getInputProps('side')}
                    />
                  )}
                </>
              )}
            </div>
          </Card>
        )}
        <Card
          title={t`Taxes, tags and own fields`}
          actions={
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={isMore}
              rightSection={isMore ? <IconChevronUp size={15} /> : <IconChevronDown size={15} />}
              onClick={more.toggle}
            >
              {isMore ? t`Show fewer` : t`Show`}
            </Button>
          }
        >
          <Collapse expanded={isMore}>
            <MoreFields form={person} />
          </Collapse>
        </Card>
      </div>
      <div className={styles.side}>
        <FirstBill
          line={lineValues}
          isVatExempt={values.is_vat_exempt}
          vatRateId={values.vat_rate_id === null ? null : Number(values.vat_rate_id)}
          openingMinor={openingMinor}
          connectionMinor={hasLine ? (connection_minor ?? 0) : 0}
        />
        <FormFailure text={failure} />
        <Group grow>
          <Button variant="default" onClick={() => void navigate({ to: signup === null ? '/clients' : '/signups' })}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={isSending}>
            <Trans>Register</Trans>
          </Button>
        </Group>
      </div>
    </form>
  )
}
