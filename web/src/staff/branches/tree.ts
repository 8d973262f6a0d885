export interface TreeItem {
  readonly id: number
  readonly parent_id: number | null
}

export interface Branching<Item> {
  readonly item: Item
  readonly depth: number
  readonly hasChildren: boolean
}

/** Items as a tree from the top, each before what lies below it; whose parent the reader cannot see stands at the top. */
export function treeOf<Item extends TreeItem>(items: readonly Item[], isFolded: (id: number) => boolean = () => false): Branching<Item>[] {
  const known = new Set(items.map(({ id }) => id))
  const below = Map.groupBy(items, ({ parent_id }) => (parent_id !== null && known.has(parent_id) ? parent_id : null))
  const walk = (parent: number | null, depth: number): Branching<Item>[] =>
    (below.get(parent) ?? []).flatMap((item) => [{ item, depth, hasChildren: below.has(item.id) }, ...(isFolded(item.id) ? [] : walk(item.id, depth + 1))])
  return walk(null, 0)
}

/** An item and everything below it. */
export function idsBelow(items: readonly TreeItem[], id: number): Set<number> {
  const below = Map.groupBy(items, ({ parent_id }) => parent_id)
  const walk = (at: number): number[] => [at, ...(below.get(at) ?? []).flatMap((child) => walk(child.id))]
  return new Set(walk(id))
}
