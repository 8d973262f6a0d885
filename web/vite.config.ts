import { getConfig } from '@lingui/conf'
import babel from '@rolldown/plugin-babel'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { precompressed } from './precompress.ts'

const web = fileURLToPath(new URL('.', import.meta.url))
const configPath = fileURLToPath(new URL('lingui.config.ts', import.meta.url))

/** Only files that use the translation macros pass through Babel; everything else is compiled natively. */
const translationMacros = {
  preset: { plugins: [['@lingui/babel-plugin-lingui-macro', { linguiConfig: getConfig({ configPath }) }]] },
  rolldown: { filter: { code: /from ['"]@lingui\/(?:react|core)\/macro['"]/ } },
}

export default defineConfig({
  root: web,
  plugins: [babel({ presets: [translationMacros] }), react(), lingui({ configPath }), precompressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and pictures stay files: the page's policy allows no data: fonts, and a file is cached for ever.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': process.env.LASTMILE_API ?? 'http://127.0.0.1:8080' } },
})
