import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { http } from '../../api/client.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { setupQuery } from '../../lib/session.ts'
import { FormFailure, useSubmit } from '../../ui/form.tsx'
import { FrontPage } from '../auth/front-page.tsx'
import { guessedZone, usualIn } from './places.ts'
import { AdminStep, CompanyStep, MoneyStep, StartStep } from './setup-steps.tsx'
import styles from './setup.module.css'

export interface SetupValues {
  token: string
  company: { name: string; zone: string; currency: string; fiscal_year_start_month: string; address: string; phone: string; email: string }
  vat: { applies: boolean; registration: string; percent: string | number; rounding: 'line' | 'invoice' }
  admin: { username: string; full_name: string; email: string; password: string; again: string }
  load_demo: boolean
}

const STEPS = 4

/** The first visit: four short questions make an empty installation a company. */
export function SetupPage() {
  const { t, i18n } = useLingui()
  // The token stands after the #, so that it never reaches a server's log.
  const token = useRouterState({ select: ({ location }) => location.hash })
  const setup = useQuery(setupQuery)
  const [step, setStep] = useState(0)
  const zone = guessedZone()
  const usual = usualIn(zone)
  const required = (value: string) => (value.trim() === '' ? t`This is needed` : null)
  const form = useForm<SetupValues>({
    initialValues: {
      token,
      company: { name: '', zone, currency: usual.currency, fiscal_year_start_month: String(usual.fiscalMonth), address: '', phone: '', email: '' },
      vat: { applies: usual.vatPercent > 0, registration: '', percent: usual.vatPercent, rounding: 'line' },
      admin: { username: '', full_name: '', email: '', password: '', again: '' },
      load_demo: false,
    },
    validate: (values) => ({
      ...(step === 0 ? { token: required(values.token), 'company.name': required(values.company.name) } : {}),
      ...(step === 2
        ? {
            'admin.full_name': required(values.admin.full_name),
            'admin.username': required(values.admin.username),
            'admin.password': [...values.admin.password].length < 12 ? t`At least 12 characters` : null,
            'admin.again': values.admin.again === values.admin.password ? null : t`The two are not the same`,
          }
        : {}),
    }),
  })
  // Whoever came without it and then opens the printed address is on the same page, which the browser does not load again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is new in every render, the address is not.
  useEffect(() => {
    if (token !== '') form.setFieldValue('token', token)
  }, [token])
  const { submit, isSending, failure, forget } = useSubmit(form, { fieldOf: (field) => (field === 'password' ? 'admin.password' : field) })
  if (setup.data?.needed === false) return <Navigate to="/" />

  /** Where the server's refusal belongs: the step that holds the field. */
  const showStepOf = (fields: readonly string[]) => {
    const first = fields[0] ?? ''
    if (first === 'token' || first.startsWith('company.')) setStep(0)
    else if (first.startsWith('vat.')) setStep(1)
    else if (first.startsWith('admin.') || first === 'password') setStep(2)
  }

  const send = submit(async (values) => {
    const { data, error } = await http.POST('/api/v1/setup', { body: bodyOf(values, i18n.locale as Locale) })
    if (data === undefined) {
      showStepOf(error.code === 'set_up_token_wrong' ? ['token'] : (error.errors ?? []).map(({ field }) => field))
      throw error
    }
    // The whole program begins anew: company, currency and language are only now known.
    location.assign('/')
  })
  const goTo = (other: number) => {
    forget()
    setStep(other)
  }
  const next = form.onSubmit(() => goTo(step + 1))
  const titles = [t`Your company`, t`Money and taxes`, t`The first administrator`, t`How to begin`]

  return (
    <FrontPage
      title={titles[step] ?? ''}
      width={520}
      lead={step === 0 ? <Trans>Welcome to Lastmile. Four short steps, and the program is yours; everything can be changed later.</Trans> : undefined}
    >
      <form onSubmit={step === STEPS - 1 ? send : next} noValidate>
        <ol className={styles.progress} aria-label={t`Steps`}>
          {titles.map((title, at) => (
            <li key={title} aria-current={at === step ? 'step' : undefined} className={at <= step ? styles.done : undefined}>
              <span className="lm-hidden">{title}</span>
            </li>
          ))}
        </ol>
        <div className={styles.fields}>
          {step === 0 && <CompanyStep form={form} hasToken={token !== ''} />}
          {step === 1 && <MoneyStep form={form} />}
          {step === 2 && <AdminStep form={form} />}
          {step === 3 && <StartStep form={form} isDemoAvailable={setup.data?.demo_available === true} />}
          <FormFailure text={failure} />
          <Group justify="space-between" mt="xs">
            {step > 0 ? (
              <Button variant="subtle" color="gray" onClick={() => goTo(step - 1)}>
                <Trans>Back</Trans>
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit" size="md" h={38} px="xl" loading={isSending}>
              {step === STEPS - 1 ? <Trans>Open the console</Trans> : <Trans>Next</Trans>}
            </Button>
          </Group>
        </div>
      </form>
    </FrontPage>
  )
}

function bodyOf({ token, company, vat, admin, load_demo }: SetupValues, locale: Locale) {
  const { again: _, ...account } = admin
  return {
    token: token.trim(),
    company: { ...company, locale, fiscal_year_start_month: Number(company.fiscal_year_start_month) },
    vat: { registration: vat.applies ? vat.registration : '', rounding: vat.rounding, rate_bp: vat.applies ? Math.round(Number(vat.percent) * 100) : 0 },
    admin: account,
    load_demo,
  }
}
