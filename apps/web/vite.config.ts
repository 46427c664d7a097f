import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** Where `npm run web` finds the platform. */
const platform = process.env['PLATFORM_URL'] ?? 'http://localhost:3000';

/** What the page needs whatever it shows, and what most screens share without asking for schemas. */
const onEveryScreen = [
  /\/node_modules\/(react|react-dom|react-router|@tanstack\/(query-core|react-query)|react-intl|openapi-fetch)\//,
  /\/src\/(api|live|session|shell|ui|words)\/(?!command-list|country|file-upload|last-day|now\.|queue)/,
  /\/src\/(forms\/(kept|lost-race|refused)|features\/case\/(printed|status-tag))/,
]
  .map((each) => each.source)
  .join('|');

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Put into every script and style of the page; the server puts a new nonce there with each request.
  html: { cspNonce: 'EXEAT-NONCE' },
  resolve: { tsconfigPaths: true },
  css: {
    preprocessorOptions: { scss: { loadPaths: [fromRoot('node_modules/@uswds/uswds/packages')], quietDeps: true } },
  },
  build: {
    outDir: process.env['WEB_FOLDER'] ?? fromRoot('dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
    // A picture or a font within a style would need `data:` in the policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
    // Libraries mark what may run on a server, too; nothing of ours does.
    rolldownOptions: {
      checks: { pluginTimings: false },
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
      output: {
        codeSplitting: {
          // What many screens share goes in few files: forty small ones would each cost a request with its headers.
          groups: [
            // Together, so that zod is told what the page's policy asks before anybody makes a schema.
            { name: 'schemas', test: /\/node_modules\/zod\/|\/no-code-from-text/, priority: 4 },
            { name: 'base', test: new RegExp(onEveryScreen), priority: 3 },
            { name: 'forms', test: /\/src\/forms\/(?!country-field)/, minShareCount: 3, priority: 2 },
            { name: 'case', test: /\/src\/features\/case\//, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [compression({ algorithms: ['brotliCompress', 'gzip'], include: /\.(js|css|svg|html)$/ })],
  server: { proxy: { '/api': platform, '/auth': platform, '/development': platform, '/health': platform } },
});
