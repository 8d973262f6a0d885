export type Params = Readonly<Record<string, string>>

/** The template with its `{names}` filled in, `[ ... ]` left out where a name in it is not known; null where another one is not known. */
export function fill(template: string, params: Params): string | null {
  const chosen = template.replace(/\[([^\]]*)\]/g, (_all, part: string) => (namesIn(part).every((name) => params[name] !== undefined) ? part : ''))
  if (namesIn(chosen).some((name) => params[name] === undefined)) return null
  return chosen.replace(/\{(\w+)\}/g, (_all, name: string) => params[name] ?? '')
}

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
