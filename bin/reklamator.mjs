#!/usr/bin/env node
import { start } from '../scripts/bootstrap.mjs'

await start('src/cli/main.ts', process.argv.slice(2))
