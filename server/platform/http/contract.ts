import type { App } from './app.ts'

/** The contract as it is committed: one member to a line, in the order of the addresses, so that a change is read in a diff. */
export function contractText(app: App): string {
  const document = app.swagger() as unknown as Record<string, unknown>
  const paths = document['paths'] as Record<string, unknown>
  const sorted = Object.fromEntries(
    Object.keys(paths)
      .sort()
      .map((path) => [path, paths[path]]),
  )
  return `${JSON.stringify({ ...document, paths: sorted }, null, 2)}\n`
}
