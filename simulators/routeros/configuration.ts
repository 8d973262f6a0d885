import type { Tables } from './tables.ts'

/** What a person sets up on a router and what is still there after a restart; what runs on it is not. */
export type Configuration = { readonly [menu in Menu]: readonly Readonly<Record<string, string>>[] }

const MENUS = ['pools', 'profiles', 'secrets'] as const
type Menu = (typeof MENUS)[number]

/** The rows in their order, so that a profile stands before the secret that names it. */
export const configurationOf = (tables: Tables): Configuration => ({
  pools: rowsOf(tables, 'pools'),
  profiles: rowsOf(tables, 'profiles'),
  secrets: rowsOf(tables, 'secrets'),
})

const rowsOf = (tables: Tables, menu: Menu): Record<string, string>[] => [...tables[menu].all()].map(({ values }) => Object.fromEntries(values))

/** Gives a new router the rows of an earlier one; what every router has out of the box is overwritten. */
export function configure(tables: Tables, configuration: Configuration): void {
  for (const menu of MENUS) {
    for (const row of configuration[menu]) {
      const standing = tables[menu].named(row['name'] ?? '')
      if (standing === undefined) tables[menu].insert(row)
      else tables[menu].put(standing, row)
    }
  }
}

/** Calls back after each change of what is configured. */
export function watchConfiguration(tables: Tables, changed: () => void): void {
  for (const menu of MENUS) tables[menu].listen(changed)
}
