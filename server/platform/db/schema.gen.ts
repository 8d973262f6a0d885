/** The tables as types; made from the migrated database by `npm run db:types`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the generator.
export interface DB {}
