import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/desk/',
  publicDir: false,
  plugins: [react()],
  // `npx vite desk` while the program runs on its usual port: changes show without a build.
  server: { proxy: { '/api': 'http://localhost:3000', '/desk/preview': 'http://localhost:3000' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    // What stands in a module of ours does nothing but what is asked of it, so a folder's index brings only that.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/desk\/src\/.*\.tsx?$/, sideEffects: false }] },
    },
  },
})
