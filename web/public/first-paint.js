// Runs before the first paint, so that a dark screen never flashes white; the page's policy allows no inline script.
try {
  const kept = localStorage.getItem('lastmile.theme')
  const isDark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
  document.documentElement.lang = localStorage.getItem('lastmile.locale') === 'bn' ? 'bn' : 'en'
} catch {
  // Storage may be forbidden; the light scheme in English is right then.
}
