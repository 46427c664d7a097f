import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** Where `npm run web` finds the platform. */
const platform = process.env['PLATFORM_URL'] ?? 'http://localhost:3000';

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
    // Libraries mark what may run on a server, too; nothing of ours does.
    rolldownOptions: {
      checks: { pluginTimings: false },
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  plugins: [compression({ algorithms: ['brotliCompress', 'gzip'], include: /\.(js|css|svg|html)$/ })],
  server: { proxy: { '/api': platform, '/auth': platform, '/development': platform, '/health': platform } },
});
