import type { RouteObject } from 'react-router';

export const licenceRoutes: RouteObject[] = [];
