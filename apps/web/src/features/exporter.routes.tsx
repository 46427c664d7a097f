import type { RouteObject } from 'react-router';

export const exporterRoutes: RouteObject[] = [];
