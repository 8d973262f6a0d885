import {
  Alert,
  Badge,
  Button,
  Checkbox,
  createTheme,
  Input,
  InputWrapper,
  Loader,
  Menu,
  Modal,
  NativeSelect,
  Notification,
  PasswordInput,
  Popover,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'
import { shadesOf } from '../lib/palette.ts'

export const DEFAULT_COLOUR = '#0b7a75'

/** The library's greys of the dark scheme in the tones of tokens.css. */
const DARK: MantineColorsTuple = ['#c3ccd4', '#9aa7b2', '#8a97a4', '#5a6772', '#36424b', '#2a343b', '#1b2329', '#141a1f', '#0e1317', '#0b1013']

const FONT = "'Inter Variable', 'Noto Sans Bengali Variable', system-ui, sans-serif"
/** Bangla last: what a device says stands in columns, and only what no such face has is taken from ours. */
const MONOSPACE = "ui-monospace, SFMono-Regular, Menlo, Monaco, Consolas, 'Liberation Mono', monospace, 'Noto Sans Bengali Variable'"

interface ThemeOptions {
  readonly colour: string
  /** What the library's own buttons are called. */
  readonly closeText: string
  readonly clearText: string
  readonly revealText: string
}

/** One look, compact; only the colour is the company's. */
export function themeOf({ colour, closeText, clearText, revealText }: ThemeOptions) {
  return createTheme({
    primaryColor: 'brand',
    primaryShade: { light: 7, dark: 7 },
    colors: { brand: shadesOf(colour) as unknown as MantineColorsTuple, dark: DARK },
    fontFamily: FONT,
    fontFamilyMonospace: MONOSPACE,
    headings: { fontFamily: FONT, fontWeight: '640' },
    fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
    spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
    radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
    defaultRadius: 'sm',
    cursorType: 'pointer',
    focusRing: 'auto',
    components: {
      Button: Button.extend({
        defaultProps: { size: 'sm' },
        styles: { label: { fontWeight: 560 } },
        // The compact sizes, for buttons inside tables and heads of cards, keep their own.
        vars: (_, { size }) => ({ root: String(size).startsWith('compact') ? {} : { '--button-height': '32px', '--button-padding-x': '12px' } }),
      }),
      TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
      PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm', visibilityToggleButtonProps: { 'aria-label': revealText } } }),
      Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
      Select: Select.extend({ defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } }),
      NativeSelect: NativeSelect.extend({ defaultProps: { size: 'sm' } }),
      Input: Input.extend({ vars: () => ({ wrapper: { '--input-height': '34px' } }) }),
      InputClearButton: { defaultProps: { 'aria-label': clearText } },
      InputWrapper: InputWrapper.extend({ styles: { label: { fontWeight: 560, marginBottom: 4 }, description: { lineHeight: 1.45 } } }),
      Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
      Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
      Modal: Modal.extend({
        defaultProps: {
          centered: true,
          overlayProps: { color: '#0c1a22', backgroundOpacity: 0.32, blur: 2 },
          radius: 'lg',
          padding: 'lg',
          transitionProps: { duration: 120 },
          closeButtonProps: { 'aria-label': closeText },
        },
        styles: {
          title: { fontWeight: 640, fontSize: 16 },
          content: { border: '1px solid var(--lm-line)', background: 'var(--lm-raised)' },
          header: { background: 'var(--lm-raised)', paddingBottom: 8 },
        },
      }),
      // The placeholder that takes the first focus is no item, which screen readers and axe mind.
      Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md', radius: 'md', transitionProps: { duration: 90 } } }),
      Popover: Popover.extend({ defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 90 } } }),
      Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, transitionProps: { duration: 90 }, withArrow: true } }),
      Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none', fw: 560 } }),
      Alert: Alert.extend({
        defaultProps: { variant: 'light', radius: 'md' },
        styles: { title: { color: 'var(--lm-text)' }, message: { color: 'var(--lm-soft)' } },
      }),
      Loader: Loader.extend({ defaultProps: { size: 'sm' } }),
      Notification: Notification.extend({
        defaultProps: { radius: 'md', closeButtonProps: { 'aria-label': closeText } },
        styles: { description: { color: 'var(--lm-soft)' } },
      }),
    },
  })
}

/** The library's surfaces in the tones of tokens.css, so that its parts and our own are one picture. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--lm-surface)',
    '--mantine-color-text': 'var(--lm-text)',
    '--mantine-color-dimmed': 'var(--lm-dim)',
    '--mantine-color-placeholder': 'var(--lm-faint)',
    '--mantine-color-default-border': 'var(--lm-line-strong)',
    '--mantine-color-error': 'var(--lm-red)',
    // White letters stand on it: the library's own red is too light for them.
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b02525',
    // And words are written in it: a way to undo something in a menu.
    '--mantine-color-red-light-color': 'var(--lm-red)',
    '--mantine-color-red-text': 'var(--lm-red)',
  }
  return {
    variables: {},
    light: {
      ...shared,
      '--mantine-color-anchor': 'var(--mantine-color-brand-8)',
      '--mantine-color-default': '#fff',
      '--mantine-color-default-hover': 'var(--lm-hover)',
    },
    dark: {
      ...shared,
      '--mantine-color-anchor': 'var(--mantine-color-brand-4)',
      '--mantine-color-default': 'var(--lm-raised)',
      '--mantine-color-default-hover': 'var(--lm-hover)',
    },
  }
}
