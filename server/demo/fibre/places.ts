/** The demo's OLTs, of five makers' families; each carries the fibre lines of some routers' POPs. Invented. */
export const OLT_PLACES = [
  {
    name: 'OLT Dhanmondi',
    identity: 'olt-dhanmondi',
    family: 'vsol-gpon',
    pons: 8,
    branch: 0,
    pops: ['POP Dhanmondi 27', 'POP Lalmatia', 'POP Badda'],
    at: [23.7509, 90.3755],
  },
  { name: 'OLT Mohammadpur', identity: 'olt-mohammadpur', family: 'huawei', pons: 4, branch: 0, pops: ['POP Mohammadpur'], at: [23.7662, 90.3589] },
  {
    name: 'OLT Uttara',
    identity: 'olt-uttara',
    family: 'zte-c300',
    pons: 8,
    branch: 1,
    pops: ['POP Uttara 4', 'POP Uttara 7', 'POP Dakshinkhan'],
    at: [23.8703, 90.3995],
  },
  { name: 'OLT Mirpur', identity: 'olt-mirpur', family: 'vsol-epon', pons: 8, branch: 2, pops: ['POP Mirpur 1', 'POP Mirpur 10'], at: [23.8069, 90.3687] },
  { name: 'OLT Pallabi', identity: 'olt-pallabi', family: 'bdcom-epon', pons: 4, branch: 2, pops: ['POP Pallabi'], at: [23.8274, 90.3649] },
] as const

export type OltPlace = (typeof OLT_PLACES)[number]
