/**
 * Which rows a `print` gives, as the query words of the API: each pushes true or false, `?#` works on what was pushed, and a row is given
 * when nothing false is left. There are no patterns and no functions; a name is compared as it is.
 */
export type Query = readonly string[]

export const has = (name: string): Query => [`?${checked(name)}`]
export const lacks = (name: string): Query => [`?-${checked(name)}`]
export const equals = (name: string, value: string): Query => [`?${checked(name)}=${value}`]
export const less = (name: string, value: string): Query => [`?<${checked(name)}=${value}`]
export const greater = (name: string, value: string): Query => [`?>${checked(name)}=${value}`]
export const not = (query: Query): Query => [...query, '?#!']
export const and = (...queries: readonly [Query, ...Query[]]): Query => joined(queries, '?#&')
export const or = (...queries: readonly [Query, ...Query[]]): Query => joined(queries, '?#|')
export const oneOf = (name: string, values: readonly [string, ...string[]]): Query =>
  joined(
    values.map((value) => equals(name, value)),
    '?#|',
  )

const joined = (queries: readonly Query[], operation: string): Query => [...queries.flat(), ...queries.slice(1).map(() => operation)]

function checked(name: string): string {
  // A name that begins with an operator of the query language would be read as one.
  if (!/^[a-z.][a-z0-9.-]*$/i.test(name)) throw new Error(`"${name}" is no name of a property`)
  return name
}
