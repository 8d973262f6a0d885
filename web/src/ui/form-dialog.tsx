import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { FormFailure } from './form.tsx'

export interface FormDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  readonly isSending: boolean
  readonly failure: string | null
  readonly submitLabel: ReactNode
  readonly size?: string | number
  /** A step that cannot simply be undone. */
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  /** What is still missing while it cannot be sent. */
  readonly hint?: ReactNode
  readonly children: ReactNode
}

/** A form over the page: its fields, what was refused as a whole, and the two ways out. */
export function FormDialog({
  title,
  onClose,
  onSubmit,
  isSending,
  failure,
  submitLabel,
  size,
  isDanger = false,
  isDisabled = false,
  hint,
  children,
}: FormDialogProps) {
  const hintId = useId()
  return (
    <Modal opened onClose={onClose} title={title} {...(size === undefined ? {} : { size })}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {children}
          <FormFailure text={failure} />
          {isDisabled && hint !== undefined && hint !== false && (
            <Text size="sm" c="dimmed" id={hintId}>
              {hint}
            </Text>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending} disabled={isDisabled} aria-describedby={hintId} {...(isDanger ? { color: 'red' } : {})}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** A question before something that many will notice; the text says what will happen. */
export function ConfirmDialog({ children, ...props }: Omit<FormDialogProps, 'size'>) {
  return (
    <FormDialog {...props}>
      <Text size="sm" component="div">
        {children}
      </Text>
    </FormDialog>
  )
}
