import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = 'http://127.0.0.1:4600';
// The api accepts requests from its own origin only, so the proxy speaks as that origin.
const toApi = { target: api, changeOrigin: true, headers: { origin: api } };

/** Puts the list of documents this client may send beside the built client, where the api reads it. */
function persistedDocuments(): Plugin {
  return {
    name: 'kvarter:persisted-documents',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(new URL('./src/generated/persisted-documents.json', import.meta.url));
      this.emitFile({ type: 'asset', fileName: 'persisted-documents.json', source });
    },
  };
}

/** The texts of React Aria's widgets in our two languages only; it brings them in thirty-four. */
function twoLanguages(): Plugin {
  const texts = /\/intl\/[\w-]+\/(?!da-DK|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: 'kvarter:two-languages',
    enforce: 'pre',
    load(id) {
      return texts.test(id) ? 'export default {}' : null;
    },
  };
}

export default defineConfig({
  plugins: [react(), twoLanguages(), persistedDocuments()],
  build: {
    // No data: URLs and no inline polyfill: the content security policy allows files of our own only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    sourcemap: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': { ...toApi, ws: true }, '/auth': toApi, '/calendar': toApi },
  },
});
