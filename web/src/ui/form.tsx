import { useLingui } from '@lingui/react/macro'
import { Alert, TextInput } from '@mantine/core'
import type { TextInputProps } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { IconAlertCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { isProblem } from '../api/client.ts'
import type { Problem } from '../api/client.ts'
import { latinDigits, readAmount } from '../lib/format.ts'
import { useFormat } from '../lib/use-format.ts'

/**
 * Sends a form: while it runs the button turns, a refusal is set beside the fields it names, and what names no field of the form
 * stands in `failure`. Nothing that was typed is ever cleared.
 */
export function useSubmit<Values extends object>(
  form: UseFormReturnType<Values>,
  { fieldOf = (field) => field }: { /** The form's name for a field the server names. */ fieldOf?: (field: string, problem: Problem) => string } = {},
) {
  const { t } = useLingui()
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const submit = (send: (values: Values) => Promise<unknown>) =>
    form.onSubmit(async (values) => {
      setSending(true)
      setFailure(null)
      try {
        await send(values)
      } catch (error) {
        if (!isProblem(error)) setFailure(t`The server cannot be reached. Try again; nothing is lost.`)
        else if (error.code === 'idempotency_key_reused')
          setFailure(t`This was done already with what was typed first, when no answer came. Close this and look before doing it again.`)
        else setFailure(failureOf(error, form, fieldOf))
      } finally {
        setSending(false)
      }
    })
  /** What was said is mended: it is not said on the next step again. */
  const forget = () => setFailure(null)
  return { submit, isSending, failure, forget }
}

function failureOf<Values extends object>(
  problem: Problem,
  form: UseFormReturnType<Values>,
  fieldOf: (field: string, problem: Problem) => string,
): string | null {
  const fields = new Map((problem.errors ?? []).map(({ field, message }) => [fieldOf(field, problem), message]))
  const known = [...fields].filter(([field]) => form.getInputNode(field) !== null)
  form.setErrors(Object.fromEntries(fields))
  form.getInputNode(known[0]?.[0] ?? '')?.focus()
  return known.length > 0 && known.length === fields.size ? null : problem.detail
}

/** In a long form the place above its buttons may be out of sight; what was refused is brought into it. */
const bringIntoSight = (node: HTMLElement | null) => {
  node?.scrollIntoView({ block: 'nearest' })
}

/** A field that may only be read: as legible as the others, and it does not look as if it could be typed into. */
export const fixedIf = (isFixed: boolean) => (isFixed ? ({ readOnly: true, variant: 'filled' } as const) : {})

/** What was refused as a whole, above the buttons of a form. */
export function FormFailure({ text }: { text: string | null }) {
  return text === null ? null : (
    <Alert ref={bringIntoSight} color="red" icon={<IconAlertCircle size={18} />} role="alert" py="xs">
      {text}
    </Alert>
  )
}

/** An amount as people type it; the form holds minor units, or null while it is not an amount. */
export function MoneyField({
  value = null,
  onChange,
  ...props
}: Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & { value?: number | null; onChange?: (minor: number | null) => void }) {
  const format = useFormat()
  const [text, setText] = useState(value === null ? '' : format.typed(value))
  const shown = readAmount(text, format.minorDigits) === (value ?? undefined) ? text : value === null ? text : format.typed(value)
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      leftSection={format.symbol}
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      value={shown}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        onChange?.(readAmount(currentTarget.value, format.minorDigits) ?? null)
      }}
    />
  )
}

/** A percentage as people type it; the form holds basis points, or null while it is none. */
export function PercentField({
  value = null,
  onChange,
  ...props
}: Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & { value?: number | null; onChange?: (bp: number | null) => void }) {
  const [text, setText] = useState(value === null ? '' : String(value / 100))
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      rightSection="%"
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        onChange?.(readPercent(currentTarget.value))
      }}
    />
  )
}

/** "12.5" -> 1250; null where it is not a percentage up to 100. */
function readPercent(typed: string): number | null {
  const plain = latinDigits(typed).replace(/[\s%]/g, '')
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null
  const bp = Math.round(Number(plain) * 100)
  return bp <= 10_000 ? bp : null
}

/** Says that something was done, in a corner, without stopping the hand. */
export function sayDone(message: string): void {
  notifications.show({ message, color: 'brand', withBorder: true })
}

export function sayFailed(error: unknown, fallback: string): void {
  notifications.show({ message: isProblem(error) ? error.detail : fallback, color: 'red', withBorder: true, autoClose: 9000 })
}
