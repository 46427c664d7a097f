import { ViewsModule } from './views.module.js';

export { allViews } from './all-views.js';
export { viewsMigrations } from './migrations/views-migrations.js';
export { ViewsModule };

export const viewModules = [ViewsModule] as const;
