import type { RouteObject } from 'react-router';

export const decisionRoutes: RouteObject[] = [];
