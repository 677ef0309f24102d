/**
 * Builds the processes of the api for Node: our own code and libs bundled, everything from node_modules
 * left outside. Oxc writes the decorator metadata that Nest reads (tsconfig asks for it).
 */
import { defineConfig } from 'vite';

export default defineConfig({
  // Without it the settings of whoever builds would be written into the bundle.
  envPrefix: 'VITE_NOTHING_',
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: { main: 'src/main.ts', worker: 'src/worker.ts', migrate: 'src/migrate.ts', demo: 'src/demo.ts', schema: 'src/schema.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
