#!/usr/bin/env node
// Plain JavaScript for Node 20 and newer: installs what is missing, then runs a program of the project on Node 26.
//   node bin/run.mjs [node options] <file> [arguments]
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'

const NEEDED_MAJOR = 26
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const compileCache = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compile')

const split = process.argv.findIndex((argument, index) => index >= 2 && !argument.startsWith('-'))
if (split < 0) {
  process.stderr.write('Usage: node bin/run.mjs [node options] <file> [arguments]\n')
  process.exit(2)
}
const nodeOptions = process.argv.slice(2, split)
const file = resolve(process.argv[split])
const rest = process.argv.slice(split + 1)

// npm runs its scripts in a shell, which does not hand on the signal that ends it; whoever is below has to notice.
const isRunByNpm = process.env.npm_lifecycle_event !== undefined

await ensureInstalled(root)
if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR && nodeOptions.length === 0) {
  module.enableCompileCache(compileCache)
  if (isRunByNpm) process.env.LASTMILE_LAUNCHER_PID = String(process.ppid)
  process.argv = [process.execPath, file, ...rest]
  await import(pathToFileURL(file).href)
} else {
  runInChild()
}

/** Node 26 comes as an ordinary package of the lock file, one per platform; the Apple Silicon one has an odd name. */
function nodeBinary() {
  const os = process.platform === 'win32' ? 'win' : process.platform
  const names = [`node-${os}-${process.arch}`, `node-bin-${os}-${process.arch}`]
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  return names.map((name) => join(root, 'node_modules', name, 'bin', binary)).find((path) => existsSync(path))
}

function runInChild() {
  const binary = Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR ? process.execPath : nodeBinary()
  if (binary === undefined) {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    process.stderr.write(
      `Lastmile ${version} needs Node ${NEEDED_MAJOR}; this is Node ${process.versions.node}, and no Node ${NEEDED_MAJOR} package for ` +
        `${process.platform}-${process.arch} is installed.\nEither install without --omit=optional (npm ci --ignore-scripts), or start with Node ${NEEDED_MAJOR} or newer.\n`,
    )
    process.exit(1)
  }
  const child = spawn(binary, [...nodeOptions, file, ...rest], {
    stdio: 'inherit',
    // The program stops by itself when this launcher is killed without a chance to forward the signal.
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache, LASTMILE_LAUNCHER_PID: String(process.pid) },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (isRunByNpm) {
    const shell = process.ppid
    setInterval(() => process.ppid !== shell && child.kill('SIGTERM'), 500).unref()
  }
  child.on('error', (error) => {
    process.stderr.write(`Could not start ${binary}: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0))
  })
}
