import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-bengali/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { keptLocale, showIn } from './i18n/i18n.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

void showIn(keptLocale()).then(() => createRoot(root).render(<App />))
