#!/usr/bin/env node
import { start } from '../scripts/bootstrap.mjs'

const args = process.argv.slice(2)
await start('src/cli/main.ts', args, { desk: ['serve', 'demo'].includes(args[0] ?? '') })
