/** What differs between versions of RouterOS, as far as the API shows it. */
export interface Traits {
  /** As /system/resource prints it. */
  readonly version: string
  /** Since 6.43 the log-in carries the password; before, a challenge is answered. */
  readonly hasPlainLogin: boolean
  /** Since 7.18 a command without rows says `!empty`. */
  readonly saysEmpty: boolean
  /** Since 7.10 dates are written 2026-01-02; before, jan/02/2026. */
  readonly hasIsoDates: boolean
  /** Since 7.16 each service has a limit of sessions. */
  readonly maxSessions: number | null
  /** Since 7 `/execute as-string` answers with the output of a script. */
  readonly executesAsString: boolean
  readonly isSeven: boolean
}

/** Of `6.42`, `6.49.10`, `7.18.2` and so on. */
export function traitsOf(version: string): Traits {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (!/^\d+\.\d+(\.\d+)?$/.test(version) || major < 6) throw new Error(`"${version}" is no version of RouterOS from 6.0 on`)
  const since = (wantedMajor: number, wantedMinor: number): boolean => major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
  return {
    version: `${version} (stable)`,
    hasPlainLogin: since(6, 43),
    saysEmpty: since(7, 18),
    hasIsoDates: since(7, 10),
    maxSessions: since(7, 16) ? 20 : null,
    executesAsString: since(7, 0),
    isSeven: since(7, 0),
  }
}
