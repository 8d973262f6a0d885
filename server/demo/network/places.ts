/** The demo's routers; each stands in a branch by its place in the list of branches. Invented. */
export const PLACES = [
  { name: 'POP Dhanmondi 27', identity: 'dhanmondi-27', version: '7.18.2', branch: 0, isTls: true },
  { name: 'POP Mohammadpur', identity: 'mohammadpur', version: '6.49.10', branch: 0, isTls: false },
  { name: 'POP Lalmatia', identity: 'lalmatia', version: '7.17', branch: 0, isTls: false },
  { name: 'POP Badda', identity: 'badda', version: '6.42.12', branch: 0, isTls: false },
  { name: 'POP Uttara 4', identity: 'uttara-4', version: '7.18.2', branch: 1, isTls: true },
  { name: 'POP Uttara 7', identity: 'uttara-7', version: '6.49.10', branch: 1, isTls: false },
  { name: 'POP Dakshinkhan', identity: 'dakshinkhan', version: '7.17', branch: 1, isTls: false },
  { name: 'POP Mirpur 1', identity: 'mirpur-1', version: '6.42.12', branch: 2, isTls: false },
  { name: 'POP Mirpur 10', identity: 'mirpur-10', version: '7.18.2', branch: 2, isTls: false },
  { name: 'POP Pallabi', identity: 'pallabi', version: '6.49.10', branch: 2, isTls: false },
] as const

export type Place = (typeof PLACES)[number]

/** People who dial by secrets that stood on two of the routers before the program came, and whom it does not know. */
export const STRANGERS: Readonly<Record<string, readonly { readonly name: string; readonly password: string; readonly callerId: string }[]>> = {
  mohammadpur: ['office-cctv', 'old-salam', 'old-moni', 'test-line'].map((name, n) => stranger(name, n)),
  'mirpur-1': ['pop-monitor', 'old-jewel'].map((name, n) => stranger(name, n + 16)),
}

function stranger(name: string, n: number) {
  return { name, password: `old-${name}`, callerId: `E4:8D:8C:00:10:${n.toString(16).padStart(2, '0').toUpperCase()}` }
}
