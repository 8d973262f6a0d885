import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton, TextInput } from '@mantine/core'
import type { TextInputProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMapPin } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { readCoordinates, typedCoordinates } from '../lib/coordinates.ts'

// The map is heavy, and most forms are filled in without it.
const PickMap = lazy(async () => ({ default: (await import('./map/pick-map.tsx')).PickMap }))

/** What is typed into the field is a place, an address of a map, or nothing. */
export function usePlaceRule(): (typed: string) => string | null {
  const { t } = useLingui()
  return (typed) => (typed.trim() === '' || readCoordinates(typed) !== undefined ? null : t`Latitude and longitude, as a map copies them: 23.8069, 90.3687`)
}

/** As the server takes it; both are null where nothing was typed. */
export function placeOf(typed: string): { latitude: number | null; longitude: number | null } {
  const place = readCoordinates(typed)
  return { latitude: place?.latitude ?? null, longitude: place?.longitude ?? null }
}

/** Where something stands: typed, pasted from a map, or pointed at on one. */
export function PlaceField({
  value = '',
  onChange,
  className,
  ...props
}: Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & { value?: string; onChange?: (typed: string) => void }) {
  const { t } = useLingui()
  const [isOpen, map] = useDisclosure(false)
  const place = readCoordinates(value)
  return (
    <div className={className}>
      <TextInput
        label={t`Place`}
        description={t`Latitude and longitude, or the address of a map`}
        placeholder="23.8069, 90.3687"
        autoComplete="off"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        {...props}
        value={value}
        onChange={({ currentTarget }) => onChange?.(currentTarget.value)}
        onBlur={(event) => {
          // A pasted address becomes what it says.
          if (place !== undefined && value.trim() !== typedCoordinates(place)) onChange?.(typedCoordinates(place))
          props.onBlur?.(event)
        }}
      />
      <Button mt={6} size="compact-sm" variant="default" leftSection={<IconMapPin size={15} />} aria-expanded={isOpen} onClick={map.toggle}>
        {isOpen ? <Trans>Close the map</Trans> : <Trans>Pick on the map</Trans>}
      </Button>
      {isOpen && (
        <div style={{ marginTop: 8 }}>
          <Suspense fallback={<Skeleton h={260} radius="md" />}>
            <PickMap place={place ?? null} onPick={(picked) => onChange?.(typedCoordinates(picked))} />
          </Suspense>
        </div>
      )}
    </div>
  )
}
