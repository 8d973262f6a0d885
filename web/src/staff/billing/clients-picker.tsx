import { useLingui } from '@lingui/react/macro'
import { Input, Pill, PillGroup, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { ClientPicker } from '../payments/client-picker.tsx'
import type { PickedClient } from '../payments/client-picker.tsx'

/** Several clients, found one after the other. */
export function ClientsPicker({
  value = [],
  onChange,
  error,
}: {
  value?: readonly PickedClient[]
  onChange?: (clients: readonly PickedClient[]) => void
  error?: ReactNode
}) {
  const { t } = useLingui()
  const add = (client: PickedClient) => {
    if (!value.some(({ id }) => id === client.id)) onChange?.([...value, client])
  }
  return (
    <Stack gap={6}>
      {/* A fresh box after each client, ready for the next one. */}
      <ClientPicker key={value.length} value={null} onChange={add} label={t`Clients`} />
      {value.length > 0 && (
        <PillGroup>
          {value.map((client) => (
            <Pill
              key={client.id}
              withRemoveButton
              removeButtonProps={{ 'aria-label': t`Take ${client.title} out`, 'aria-hidden': false, tabIndex: 0 }}
              onRemove={() => onChange?.(value.filter(({ id }) => id !== client.id))}
            >
              {client.title}
            </Pill>
          ))}
        </PillGroup>
      )}
      {error !== undefined && error !== null && <Input.Error>{error}</Input.Error>}
    </Stack>
  )
}
