import { describeVariables } from '../config.ts'
import type { Command } from './command.ts'
import { BadUsage } from './command.ts'

type Commands = Readonly<Record<string, () => Promise<{ command: Command }>>>

/** The one command that knows the others. */
export const helpOf = (commands: Commands): Command => ({
  name: 'help',
  summary: 'lists the commands; "help <command>" shows one, "help config" the variables of the environment',
  usage: 'help [<command> | config]',
  async run([topic], { out }) {
    if (topic === undefined) return await listCommands(commands, out)
    if (topic === 'config') return listVariables(out)
    const load = commands[topic]
    if (load === undefined) throw new BadUsage(`There is no command "${topic}"`)
    const { command: found } = await load()
    out(`lastmile ${found.name}: ${found.summary}`)
    for (const line of (found.usage ?? found.name).split('\n')) out(`  npm run lastmile -- ${line.trim()}`)
  },
})

async function listCommands(commands: Commands, out: (line: string) => void): Promise<void> {
  out('Lastmile runs an internet provider: clients, bills, money, network, support.\n')
  out('  npm start                      starts everything on this machine')
  out('  npm run lastmile -- <command>  runs one of these:\n')
  const found = [...(await Promise.all(Object.values(commands).map(async (load) => (await load()).command))), helpOf(commands)]
  const width = Math.max(...found.map(({ name }) => name.length))
  for (const { name, summary } of found) out(`  ${name.padEnd(width)}  ${summary}`)
  out('\nMore about one: npm run lastmile -- help <command>')
}

function listVariables(out: (line: string) => void): void {
  out('Variables of the environment (or of a file .env in the working folder):\n')
  for (const { name, default: value, meaning } of describeVariables()) out(`  ${name}${value === '' ? '' : ` (${value})`}\n      ${meaning}`)
}
