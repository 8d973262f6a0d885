/** The origin that the pictures of the map come from, by the template of their addresses; null where it names none. */
export function tileOriginOf(template: string): string | null {
  if (template === '' || /[\s;,'"\\]/.test(template)) return null
  const url = URL.parse(template)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') return null
  // A placeholder in the name of the server would be another origin for each picture.
  return /[{}%]/.test(url.host) ? null : url.origin
}
