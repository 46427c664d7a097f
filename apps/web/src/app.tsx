import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { newQueryClient } from './api/refresh';
import { routes } from './routes';
import { Language } from './words/language';

const router = createBrowserRouter(routes);

export const App = () => {
  const [client] = useState(newQueryClient);
  return (
    <Language>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Language>
  );
};
