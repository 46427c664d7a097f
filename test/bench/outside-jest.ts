import { registerHooks } from 'node:module';

// The builders of cases live beside the specs, and their door brings Jest's `expect` along, which refuses to be loaded
// outside Jest. Nothing here expects anything, so an empty one is put in its place. Import this before them.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: 'data:text/javascript,export const expect = undefined', format: 'module', shortCircuit: true }
      : next(specifier, context),
});
