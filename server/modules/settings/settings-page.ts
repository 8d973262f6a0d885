import { jsonSchemaOf } from './routes.ts'
import type { Setting } from './setting.ts'

/** docs/SETTINGS.md: every setting with its type, default and meaning. */
export function settingsPage(settings: readonly Setting[]): string {
  const rows = settings.map(
    (setting) =>
      `| \`${setting.key}\` | ${typeOf(jsonSchemaOf(setting))}${unitText(setting)} | \`${JSON.stringify(setting.default)}\` | ${cell(setting.help.en)} | ${cell(setting.help.bn)} |`,
  )
  return `# Settings

What a company can set, by PATCH /api/v1/settings or on the settings page; every change is audited. Made by \`npm run docs:settings\`; do not edit.

| key | type | default | meaning | অর্থ |
|---|---|---|---|---|
${rows.join('\n')}
`
}

const unitText = ({ unit }: Setting): string => (unit === undefined ? '' : unit === 'minor' ? ', in minor units of the currency' : `, ${unit}`)

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function typeOf(schema: Record<string, unknown>): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => `\`${JSON.stringify(value)}\``).join(' or ')
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].map((option) => typeOf(option as Record<string, unknown>)).join(' or ')
  if (schema['const'] !== undefined) return `\`${JSON.stringify(schema['const'])}\``
  const from = schema['minimum']
  const to = schema['maximum']
  const range = from !== undefined && to !== undefined ? `, ${String(from)} to ${String(to)}` : ''
  const length = schema['maxLength'] === undefined ? '' : `, at most ${String(schema['maxLength'])} characters`
  return `${String(schema['type'] ?? 'any')}${schema['format'] === undefined ? '' : ` (${String(schema['format'])})`}${range}${length}`
}
