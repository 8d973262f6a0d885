import { useLingui } from '@lingui/react/macro'
import { ColorInput, ColorSwatch, MantineThemeProvider } from '@mantine/core'
import type { ColorInputProps } from '@mantine/core'

/** A colour as `#rrggbb`: typed, picked by eye, or one of the swatches. Where none is chosen, the one of the placeholder is shown. */
export function ColourField(props: Omit<ColorInputProps, 'format' | 'size' | 'withEyeDropper'>) {
  const { t } = useLingui()
  // The picker's two sliders take their names from the theme alone.
  const labels = { saturationLabel: t`Strength and brightness`, hueLabel: t`Hue` }
  const { value, placeholder } = props
  const shown = value === '' && placeholder !== undefined ? { leftSection: <ColorSwatch color={placeholder} size={18} /> } : {}
  return (
    <MantineThemeProvider inherit theme={{ components: { ColorPicker: { defaultProps: labels } } }}>
      <ColorInput size="sm" format="hex" withEyeDropper={false} {...shown} {...props} />
    </MantineThemeProvider>
  )
}
