import pg from 'pg';
import type { RunningPlatform } from '../journeys/platform.js';

/** Takes the platform's database away: nobody may connect to it, and whoever is connected is sent away. Then gives it back. */
export const withoutDatabase = async (platform: RunningPlatform, act: () => Promise<void>): Promise<void> => {
  const url = new URL(platform.postgres.superuserUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  const beside = new pg.Client({ connectionString: url.href });
  await beside.connect();
  try {
    await beside.query(`ALTER DATABASE ${beside.escapeIdentifier(name)} ALLOW_CONNECTIONS false`);
    await beside.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await act();
  } finally {
    await beside.query(`ALTER DATABASE ${beside.escapeIdentifier(name)} ALLOW_CONNECTIONS true`);
    await beside.end();
  }
};
