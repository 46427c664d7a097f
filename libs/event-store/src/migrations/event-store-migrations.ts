import { InstallEventStore1795392000000 } from './install-event-store.js';

/** Run by the role `exeat_owner`, in this order. */
export const eventStoreMigrations = [InstallEventStore1795392000000] as const;
