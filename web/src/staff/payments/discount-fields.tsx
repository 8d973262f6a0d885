import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CloseButton, Group, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconDiscount } from '@tabler/icons-react'
import { useLayoutEffect } from 'react'
import { MoneyField } from '../../ui/form.tsx'

interface DiscountValues {
  discount_minor: number | null
  discount_reason: string
}

export const noDiscount: DiscountValues = { discount_minor: null, discount_reason: '' }

/** A discount given with the payment, on the oldest open bill: one step away, because most payments have none. */
export function DiscountFields<Values extends DiscountValues>({
  form,
  isOn,
  onToggle,
}: {
  form: UseFormReturnType<Values>
  isOn: boolean
  onToggle: (isOn: boolean) => void
}) {
  const { t } = useLingui()
  const { getInputNode } = form
  // In the same step, so that no key of a quick hand is lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form makes its functions anew; the field is entered once, when it appears.
  useLayoutEffect(() => {
    if (isOn) getInputNode('discount_minor')?.focus()
  }, [isOn])
  if (!isOn)
    return (
      <Button variant="subtle" size="compact-sm" leftSection={<IconDiscount size={15} />} style={{ alignSelf: 'start' }} onClick={() => onToggle(true)}>
        <Trans>Give a discount with it</Trans>
      </Button>
    )
  return (
    <Group align="end" gap="xs" wrap="nowrap">
      <MoneyField label={t`Discount`} required w={140} {...form.getInputProps('discount_minor')} />
      <TextInput label={t`Reason of the discount`} required style={{ flex: 1 }} {...form.getInputProps('discount_reason')} />
      <CloseButton size={34} aria-label={t`Without a discount`} onClick={() => onToggle(false)} />
    </Group>
  )
}
