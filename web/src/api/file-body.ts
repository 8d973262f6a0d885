/** One file as the body of a request. */
export function fileBody(file: File): { body: never; bodySerializer: (body: unknown) => never } {
  const parts = new FormData()
  parts.append('file', file)
  return { body: parts as never, bodySerializer: (body) => body as never }
}
