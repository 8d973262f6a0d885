import { useBranding } from '../lib/branding.ts'

/** The company's logo, or else the program's sign in the company's colour. */
export function BrandMark({ size = 26 }: { size?: number }) {
  const { logo } = useBranding()
  return logo === null ? <ProgramSign size={size} /> : <img src={logo} alt="" height={size} style={{ maxWidth: size * 4, objectFit: 'contain' }} />
}

/** The program's sign: a fibre that becomes a signal. */
export function ProgramSign({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="9" fill="var(--mantine-color-brand-7)" />
      <path d="M9 8v12a4 4 0 0 0 4 4h3" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <circle cx="22.5" cy="24" r="2.6" fill="#fff" />
      <path d="M15.5 14.5a7 7 0 0 1 7 7M15.5 8.5a13 13 0 0 1 10 5" fill="none" stroke="#fff" strokeOpacity=".75" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}
