import { localStorageColorSchemeManager } from '@mantine/core'

/** Where the browser keeps light, dark or auto; public/first-paint.js reads the same key before the first paint. */
export const themeKeeper = localStorageColorSchemeManager({ key: 'lastmile.theme' })
