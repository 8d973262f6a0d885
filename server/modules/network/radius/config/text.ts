/** A value in a FreeRADIUS configuration file; a `$` would be taken for a variable, and a line end would end it. */
export function quoted(value: string): string {
  if (/[\r\n\0]/.test(value)) throw new Error('A value of the configuration of FreeRADIUS must be one line')
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('$', '\\$')}"`
}

/** A value of a PostgreSQL connection string. */
export const connectionValue = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
