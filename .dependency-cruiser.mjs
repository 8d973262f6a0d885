// Who may import whom. A module imports lower rungs only, never its own, and only through the other's index.ts.
const RUNGS = [
  ['audit'],
  ['settings', 'branches'],
  ['notifications'],
  ['auth'],
  ['network/sessions'],
  ['events', 'ledger', 'packages', 'charges', 'network/transport', 'network/leases', 'network/routers', 'network/olts'],
  ['network/radius', 'network/onus'],
  ['network/traffic'],
  ['access'],
  ['clients'],
  ['billing', 'tickets'],
  ['accounting', 'monitoring', 'hr'],
  ['payments'],
  ['statements', 'why', 'messages', 'incidents'],
  ['documents', 'diagnosis', 'map'],
  ['portal', 'reports', 'backups', 'imports', 'exports', 'bulk', 'doctor'],
]
const NETWORK_GROUND = ['network/transport', 'network/leases']
const TEST = '\\.test\\.ts$'

const rungRules = RUNGS.flatMap((rung, height) =>
  rung.map((module) => {
    // The wires and who may speak over them lie below the two that do.
    const isBeside = (other) => other !== module && !(NETWORK_GROUND.includes(other) && module.startsWith('network/') && !NETWORK_GROUND.includes(module))
    const forbidden = RUNGS.slice(height).flat().filter(isBeside)
    return {
      name: `rung-of-${module.replace('/', '-')}`,
      severity: 'error',
      comment: `${module} stands on rung ${height + 1}; it may import lower rungs only`,
      from: { path: `^server/modules/${module}/`, pathNot: TEST },
      to: { path: `^server/modules/(?:${forbidden.join('|')})/` },
    }
  }),
)

export default {
  forbidden: [
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^server/kernel/', pathNot: TEST },
      to: { pathNot: '^server/kernel/' },
    },
    {
      name: 'platform-imports-kernel-only',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: TEST },
      to: { path: '^(?:server|web|simulators|bench|tests|tools)/', pathNot: '^server/(?:platform|kernel)/' },
    },
    {
      name: 'only-through-the-index',
      severity: 'error',
      from: { path: '^server/modules/(network/[^/]+|[^/]+)/', pathNot: TEST },
      to: { path: '^server/modules/', pathNot: ['^server/modules/$1/', '^server/modules/(?:network/)?[^/]+/index\\.ts$'] },
    },
    {
      name: 'modules-do-not-reach-up',
      severity: 'error',
      from: { path: '^server/modules/', pathNot: TEST },
      to: { path: ['^server/[^/]+\\.ts$', '^server/(?:commands|processes|testing|demo)/', '^(?:web|simulators|bench|tests|tools)/'] },
    },
    {
      name: 'a-module-has-a-rung',
      severity: 'error',
      comment: 'put the new module on a rung of .dependency-cruiser.mjs and of docs/ARCHITECTURE.md',
      from: { path: '^server/modules/', pathNot: [TEST, `^server/modules/(?:${RUNGS.flat().join('|')})/`] },
      to: {},
    },
    {
      name: 'no-test-code-in-the-program',
      severity: 'error',
      from: { path: '^server/', pathNot: [TEST, '^server/testing/'] },
      to: { path: ['^server/testing/', TEST, '^tests/'] },
    },
    {
      name: 'web-knows-the-server-by-its-contract-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/' },
    },
    {
      name: 'simulators-do-not-know-the-program',
      severity: 'error',
      comment: 'a simulator that shared code with the driver would share its mistakes',
      from: { path: '^simulators/', pathNot: TEST },
      to: { path: '^server/', pathNot: '^server/kernel/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^server/', pathNot: TEST },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: { path: '^(?:server|tools|bench|tests)/' }, to: { couldNotResolve: true } },
    ...rungRules,
  ],
  options: {
    // With TypeScript 7 the default parser silently sees no .ts file; a test plants violations to prove that this one does.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['node_modules/(?!kysely)', '^data'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
