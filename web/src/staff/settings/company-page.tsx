import { Trans, useLingui } from '@lingui/react/macro'
import { Button, FileButton, Group, Skeleton, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, http } from '../../api/client.ts'
import { fileBody } from '../../api/file-body.ts'
import { brandingQuery, useBranding } from '../../lib/branding.ts'
import { useMay } from '../../lib/session.ts'
import { ColourField } from '../../ui/colour-field.tsx'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { DEFAULT_COLOUR } from '../../ui/theme.ts'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { LookPreview } from './look-preview.tsx'
import styles from './company.module.css'
import type { Setting } from './settings-page.tsx'

const FIELDS = {
  name: 'company.name',
  address: 'company.address',
  phone: 'company.phone',
  email: 'company.email',
  vat_registration: 'company.vat_registration',
  colour: 'documents.colour',
} as const
type Field = keyof typeof FIELDS
export type CompanyValues = Record<Field, string>

const COLOURS = ['#0b7a75', '#2563eb', '#4f46e5', '#7c3aed', '#c026d3', '#e11d48', '#ea580c', '#ca8a04', '#16a34a', '#334155']

/** What the company is called and how it looks, on its pages and on paper; the preview shows it before it is saved. */
export function CompanyPage() {
  const { t } = useLingui()
  const { data, error, refetch } = api.useQuery('get', '/api/v1/settings')
  return (
    <Page title={t`Company`}>
      <SectionTabs of="/settings" />
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={460} radius="md" />
      ) : (
        <CompanyForm settings={data.items} />
      )}
    </Page>
  )
}

function CompanyForm({ settings }: { settings: readonly Setting[] }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const branding = useBranding()
  const of = (field: Field) => settings.find(({ key }) => key === FIELDS[field])
  const stored = Object.fromEntries((Object.keys(FIELDS) as Field[]).map((field) => [field, String(of(field)?.value ?? '')])) as CompanyValues
  const [logo, setLogo] = useLogo()
  const form = useForm({ initialValues: stored })
  const { submit, isSending, failure } = useSubmit(form, {
    fieldOf: (key) => (Object.keys(FIELDS) as Field[]).find((field) => FIELDS[field] === key) ?? key,
  })
  const values = form.getValues()
  const isReadOnly = !may('settings.edit')
  const shownLogo = logo === 'none' ? null : (logo?.url ?? branding.logo)

  const send = submit(async (typed) => {
    const changed = (Object.keys(FIELDS) as Field[]).filter((field) => typed[field] !== stored[field])
    if (changed.length > 0) {
      const { data, error } = await http.PATCH('/api/v1/settings', {
        body: {
          values: Object.fromEntries(changed.map((field) => [FIELDS[field], typed[field]])),
          versions: Object.fromEntries(changed.map((field) => [FIELDS[field], of(field)?.version ?? 0])),
        },
      })
      if (data === undefined) throw error
    }
    if (logo !== null) {
      const { error } = logo === 'none' ? await http.DELETE('/api/v1/documents/logo') : await http.PUT('/api/v1/documents/logo', fileBody(logo.file))
      if (error !== undefined) throw error
    }
    await client.fetchQuery({ ...brandingQuery, staleTime: 0 })
    await client.invalidateQueries()
    setLogo(null)
    form.resetDirty()
    sayDone(t`Saved. It holds from now on.`)
  })
  const cancel = () => {
    form.reset()
    setLogo(null)
  }
  const field = (name: Field) => ({ readOnly: isReadOnly, ...form.getInputProps(name) })

  return (
    <form onSubmit={send} noValidate className={styles.columns}>
      <Card title={t`Name and look`}>
        <Stack gap="md">
          <TextInput label={t`Name of the company`} description={t`As it is printed on invoices and receipts.`} {...field('name')} />
          <div>
            <div className={styles.label}>
              <Trans>Logo</Trans>
            </div>
            <div className={styles.logo}>
              <div className={styles.frame}>{shownLogo === null ? <span>{t`no logo`}</span> : <img src={shownLogo} alt={t`Logo`} />}</div>
              {!isReadOnly && (
                <Group gap={6}>
                  <FileButton
                    onChange={(file) => file !== null && setLogo(file)}
                    accept="image/png,image/jpeg,image/webp"
                    inputProps={{ 'aria-label': t`Logo` }}
                  >
                    {(props) => (
                      <Button {...props} variant="default" size="compact-sm">
                        <Trans>Choose a picture</Trans>
                      </Button>
                    )}
                  </FileButton>
                  {shownLogo !== null && (
                    <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setLogo('none')}>
                      <Trans>Without a logo</Trans>
                    </Button>
                  )}
                </Group>
              )}
            </div>
            <p className={styles.note}>
              <Trans>PNG, JPEG or WebP, 2 MB at most; best with a transparent background.</Trans>
            </p>
          </div>
          <ColourField
            label={t`Colour`}
            description={t`Buttons, links and the head of documents take it. Texts stay readable whatever you choose.`}
            placeholder={DEFAULT_COLOUR}
            swatches={COLOURS}
            readOnly={isReadOnly}
            {...form.getInputProps('colour')}
          />
          <Textarea label={t`Address`} autosize minRows={2} {...field('address')} />
          <Group grow align="start">
            <TextInput label={t`Phone`} {...field('phone')} />
            <TextInput label={t`E-mail`} type="email" {...field('email')} />
          </Group>
          <TextInput label={t`Registration number (BIN)`} {...field('vat_registration')} />
          <FormFailure text={failure} />
          {!isReadOnly && (
            <Group justify="end">
              {(form.isDirty() || logo !== null) && (
                <Button variant="default" onClick={cancel}>
                  <Trans>Cancel</Trans>
                </Button>
              )}
              <Button type="submit" loading={isSending} disabled={!form.isDirty() && logo === null}>
                <Trans>Save</Trans>
              </Button>
            </Group>
          )}
        </Stack>
      </Card>
      <Card title={t`Preview`}>
        <LookPreview values={values} logo={shownLogo} colour={/^#[0-9a-f]{6}$/i.test(values.colour) ? values.colour : DEFAULT_COLOUR} />
      </Card>
    </form>
  )
}

type Chosen = { readonly file: File; readonly url: string } | 'none' | null

/** A logo that is chosen and not yet sent, with an address to show it by. */
function useLogo(): [Chosen, (chosen: File | 'none' | null) => void] {
  const [chosen, setChosen] = useState<Chosen>(null)
  useEffect(() => {
    if (chosen === null || chosen === 'none') return
    return () => URL.revokeObjectURL(chosen.url)
  }, [chosen])
  return [chosen, (next) => setChosen(next instanceof File ? { file: next, url: URL.createObjectURL(next) } : next)]
}
