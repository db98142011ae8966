import { join } from 'node:path'
import { root } from './bootstrap.mjs'

/** @param {string} file */
const installed = (file) => join(root, 'node_modules', file)

/**
 * The tools' own files, not the links of node_modules/.bin: two packages bring a `tsc`, and this is the one we mean.
 */
export const tools = {
  biome: installed('@biomejs/biome/bin/biome'),
  knip: installed('knip/bin/knip.js'),
  oxlint: installed('oxlint/bin/oxlint'),
  tsc: installed('ts7/bin/tsc'),
  vitest: installed('vitest/vitest.mjs'),
}
