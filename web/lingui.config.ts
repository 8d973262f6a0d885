import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** English is written in the source, Bangla in the catalogue; `npm run web:texts` collects what is new. */
export default defineConfig({
  locales: ['en', 'bn'],
  sourceLocale: 'en',
  rootDir: import.meta.dirname,
  catalogs: [{ path: '<rootDir>/src/i18n/{locale}', include: ['<rootDir>/src'], exclude: ['**/*.test.*', '**/schema.d.ts'] }],
  format: formatter({ origins: false, lineNumbers: false }),
  orderBy: 'message',
})
